// The tables below the picture: every figure with its n, and the cases of the one that was chosen, each with the events it was made from.
import { date } from '../../../projections/kit/format.js';
import { caseKind, measureKind } from '../../../projections/learning-report/measures.js';
import type { CaseTable, FigureTable } from '../../../web/screens/learning-parts.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import { learningWords } from '../../http/learning-views.js';
import type { Case } from '../../../projections/learning-report/figures/figure.js';
import type { Learned, SeenFigure } from '../../queries/learning.query.js';
import { addressOf, type PageAsked } from './asked.js';
import { aboutOf, figureKey } from './names.js';
import { valueText } from './numbers.js';

/** Cases shown at first, and at most. */
const CASES_FIRST = 12;
const CASES_MAX = 200;
/** The measures that a table begins with; the rest stands in the spreadsheet. */
const MEASURES: Readonly<Record<string, readonly string[]>> = {
  'cost.phase': ['p50Hours', 'p80Hours', 'devHours', 'p50Cents', 'p80Cents', 'devCents', 'p50Days', 'p80Days'],
  'cost.total': ['p50Hours', 'p80Hours', 'devHours', 'p50Cents', 'p80Cents', 'devCents', 'unphasedHours', 'perPhase'],
};

/** A table per kind of figure. */
export function figureTables(learned: Learned, asked: PageAsked, lang: Lang): FigureTable[] {
  const words = learningWords(lang);
  const keys = [...new Set(learned.figures.filter(({ n }) => n > 0).map(({ key }) => key))];
  return keys.map((key) => {
    const own = learned.figures.filter((one) => one.key === key && one.n > 0);
    const measures = MEASURES[key] ?? Object.keys(own.find(({ values }) => values)?.values ?? {});
    return {
      id: `tabel-${key.replace('.', '-')}`,
      name: words.figures[key]?.name ?? key,
      measures: measures.map((measure) => words.measures[measure] ?? measure),
      lines: own.map((figure) => ({
        key: figureKey(figure),
        about: aboutOf(figure, learned, lang),
        ...(figure.values ? {} : { few: screenTexts(lang).learning.noStatement }),
        n: String(figure.n),
        values: measures.map((measure) => measureText(figure, measure, lang)),
        ...(figure.cases.length > 0
          ? { href: `${addressOf(asked.query, { vraag: asked.question, cijfer: figureKey(figure) })}#gevallen` }
          : {}),
      })),
    };
  });
}

/** Approved per phase is unknown where the estimate had no lines. */
function measureText({ key, values }: SeenFigure, measure: string, lang: Lang): string {
  if (key === 'cost.phase' && measure === 'devHours' && values?.budgeted === 0)
    return screenTexts(lang).learning.notPerPhase;
  return valueText(values?.[measure], measureKind(measure), lang);
}

/** The cases of one figure, those with the greatest value first. */
export function caseTable(figure: SeenFigure, learned: Learned, asked: PageAsked, lang: Lang): CaseTable | undefined {
  if (figure.cases.length === 0 && figure.withheld === undefined) return undefined;
  const words = screenTexts(lang).learning;
  const names = learningWords(lang);
  const measures = [...new Set(figure.cases.flatMap(({ values }) => Object.keys(values)))];
  const by = (one: Case): number => one.values[measures[0] ?? ''] ?? -1;
  const sorted = [...figure.cases].sort((a, b) => by(b) - by(a) || b.day.localeCompare(a.day));
  const shown = sorted.slice(0, asked.all ? CASES_MAX : CASES_FIRST);
  const left = sorted.length - shown.length;
  const more = `${addressOf(asked.query, { vraag: asked.question, cijfer: figureKey(figure), alles: 'ja' })}#gevallen`;
  const rest =
    figure.withheld === undefined
      ? left > 0 && asked.all
        ? words.rest(left)
        : undefined
      : words.withheld(figure.withheld);
  return {
    title: words.casesOf(`${names.figures[figure.key]?.name ?? ''}, ${aboutOf(figure, learned, lang)}`),
    measures: measures.map((measure) => names.measures[measure] ?? measure),
    lines: shown.map((one, index) => ({
      key: `${one.trajectoryId}-${one.about ?? ''}-${index}`,
      title: one.title,
      href: `/trajecten/${one.trajectoryId}`,
      about: [one.about, one.name].filter(Boolean).join(' '),
      day: date(one.day, lang),
      values: measures.map((measure) => valueText(one.values[measure], caseKind(measure), lang)),
      events: one.events.map(({ nr }) => ({
        text: words.event(nr),
        href: `/trajecten/${one.trajectoryId}/gebeurtenissen/${nr}`,
      })),
    })),
    ...(left > 0 && !asked.all ? { more: { label: words.more(sorted.length), href: more } } : {}),
    ...(rest === undefined ? {} : { rest }),
  };
}
