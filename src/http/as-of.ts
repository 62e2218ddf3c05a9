// The past over HTTP: what a question about a day says, and how its answer repeats it.
import { date } from '../../projections/kit/format.js';
import { filled } from '../../workflows/kit/labels.js';
import type { AsOf } from '../trajectories/past.js';
import type { Language } from './problem-texts.js';
import type { PastQuery } from './query.dto.js';

/** The day that is asked about; undefined for how things stand now. */
export const asOfIn = ({ asOf, known }: PastQuery): AsOf | undefined =>
  asOf === undefined ? undefined : { day: asOf, knownThen: known === 'then' };

/** What the answer repeats of the question. */
export const echoed = (asOf: AsOf | undefined): object =>
  asOf ? { asOf: asOf.day, known: asOf.knownThen ? 'then' : 'now' } : {};

const NOT_YET: Record<Language, { now: string; then: string }> = {
  nl: { now: 'Dit traject bestond op {day} nog niet.', then: 'Op {day} wisten wij nog niet van dit traject.' },
  en: { now: 'This trajectory did not exist yet on {day}.', then: 'On {day} we did not know of this trajectory yet.' },
};

/** The answer about a trajectory on a day on which there was nothing of it yet. */
export function notYetView(trajectoryId: string, asOf: AsOf, language: Language): object {
  const text = filled(NOT_YET[language][asOf.knownThen ? 'then' : 'now'], { day: date(asOf.day, language) });
  return { trajectoryId, ...echoed(asOf), exists: false, text };
}
