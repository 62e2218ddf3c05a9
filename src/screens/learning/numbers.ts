// Numbers of the learning report as people read them: hours and days with one decimal, euros, percentages, yes and no.
import { euros, number } from '../../../projections/kit/format.js';
import type { MeasureKind } from '../../../projections/learning-report/measures.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';

const NOTHING = '–';

/** A part of a whole, as `70%`. Next to nothing less is 0%, not -0%. */
export const percent = (part: number, lang: Lang): string => `${number(Math.round(part * 100) + 0, lang)}%`;

export const oneDecimal = (value: number, lang: Lang): string => number(Math.round(value * 10) / 10, lang);

/** A value by what it measures; a dash when there was nothing to compute it from. */
export function valueText(value: number | null | undefined, kind: MeasureKind, lang: Lang): string {
  if (value === null || value === undefined) return NOTHING;
  if (kind === 'share') return percent(value, lang);
  if (kind === 'cents') return euros(Math.round(value / 100) * 100, lang);
  if (kind === 'yesNo') return screenTexts(lang).learning[value === 0 ? 'no' : 'yes'];
  return kind === 'hours' || kind === 'days' ? oneDecimal(value, lang) : number(value, lang);
}
