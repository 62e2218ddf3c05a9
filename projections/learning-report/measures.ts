// What the numbers of a figure are, so that every page and export writes them the same way.

export type MeasureKind = 'hours' | 'cents' | 'days' | 'share' | 'count' | 'number' | 'yesNo';

const KINDS: Readonly<Record<string, MeasureKind>> = {
  devHours: 'share',
  devCents: 'share',
  withinPlan: 'share',
  onTarget: 'share',
  onFinal: 'share',
  neverHeard: 'share',
  heard: 'share',
  share: 'share',
  part: 'share',
  deviates: 'share',
  influence: 'share',
  change: 'share',
  announced: 'share',
  accepted: 'share',
  onTime: 'share',
  explained: 'share',
  reach: 'share',
  response: 'share',
  balance: 'share',
  rate: 'share',
  days: 'days',
  wait: 'days',
  paused: 'days',
  hours: 'hours',
  approvedHours: 'hours',
  cents: 'cents',
  approvedCents: 'cents',
  recurring: 'yesNo',
  overrunHours: 'share',
  overrunCents: 'share',
};
const ENDINGS: readonly [ending: string, kind: MeasureKind][] = [
  ['Hours', 'hours'],
  ['Cents', 'cents'],
  ['Days', 'days'],
  ['Wait', 'days'],
  ['Reach', 'share'],
  ['Response', 'share'],
  ['Balance', 'share'],
  ['Influence', 'share'],
];

/** What a measure is, by its name. */
export function measureKind(measure: string): MeasureKind {
  return KINDS[measure] ?? ENDINGS.find(([ending]) => measure.endsWith(ending))?.[1] ?? 'count';
}

/** Measures that are a share over many and a yes or no of one. */
const OF_ONE: readonly string[] = ['onTime', 'explained', 'withinPlan', 'deviates'];

/** What a measure is when it is said of a single case. */
export const caseKind = (measure: string): MeasureKind => (OF_ONE.includes(measure) ? 'yesNo' : measureKind(measure));
