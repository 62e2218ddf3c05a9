// The impact meter (domain.md 3.0c): a score from nine answers, and the level and workflow it advises. It advises, people decide.
import { LEVELS, type Level } from '../../kit/fields.js';
import type { Settings } from '../../kit/types.js';

/** Weights of version 1; together 25, so that nine answers of 0-4 give 0-100. */
const WEIGHTS = { '1': 4, '2': 4, '3': 2, '4': 3, '5': 3, '6': 2, '7': 3, '8': 2, '9': 2 } as const;
export type Answers = Record<keyof typeof WEIGHTS, number>;

/** Lowest score of each level that is advised; codecide and selfGovern are only ever chosen. */
const FROM: Partial<Record<Level, number>> = { consult: 20, advise: 40, coproduce: 75 };
const VOLLEDIG_FROM = 40;

/** A number of the meter in force: the setting `impactMeter.<name>`, or that of version 1. */
const number = (settings: Settings, name: string, standard: number): number =>
  settings.numbers.get(`impactMeter.${name}`) ?? standard;

/** The version of the meter in force. */
export function meterVersion(settings: Settings): number {
  return number(settings, 'version', 1);
}

/** Sum of weight times answer, 0-100 with the weights of version 1. */
export function impactScore(answers: Answers, settings: Settings): number {
  return Object.entries(WEIGHTS).reduce(
    (sum, [nr, weight]) => sum + number(settings, `weight.${nr}`, weight) * answers[nr as keyof Answers],
    0,
  );
}

/** The level that the score advises. Without room for input only informing is left. */
export function advisedLevel(score: number, room: unknown, settings: Settings): Level {
  if (room === 'none') return 'inform';
  const reached = LEVELS.filter(
    (level) => FROM[level] !== undefined && score >= number(settings, `from.${level}`, FROM[level]),
  );
  return reached.at(-1) ?? 'inform';
}

/** The workflow that the score advises. */
export function advisedWorkflow(score: number, settings: Settings): 'kern' | 'volledig' {
  return score < number(settings, 'from.volledig', VOLLEDIG_FROM) ? 'kern' : 'volledig';
}
