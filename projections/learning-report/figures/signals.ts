// What keeps going wrong? Signals that stood in trajectories that ended: in which part of them, where, and how long until each was solved.
import { daysBetween } from '../../../workflows/kit/time.js';
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import { groupedBy, type Case, type EventRef, type Figure, type Row } from './figure.js';
import { quantile } from './numbers.js';

/** A signal of a trajectory, or the part of it that had one severity. */
export interface SignalSpan {
  code: string;
  subjectId: Id;
  raisedOn: LocalDate;
  /** Absent while it stands. */
  clearedOn?: LocalDate;
  events: readonly EventRef[];
}

/** From when a signal is one that recurs (domain.md section 7). */
const RECURRING = { rate: 0.3, trajectories: 3, municipalities: 2 };

interface Stood {
  row: Row<'ended'>;
  spans: SignalSpan[];
}

/** A figure per signal, the most frequent first. `spansOf` tells every signal that a trajectory ever had. */
export function signalFigures(
  ended: readonly Row<'ended'>[],
  spansOf: (trajectoryId: Id) => readonly SignalSpan[],
  smallest: number,
): Figure[] {
  const byCode = new Map<string, Stood[]>();
  for (const row of ended) {
    const spans = wholeSpans(spansOf(row.trajectoryId));
    for (const code of new Set(spans.map((span) => span.code)))
      byCode.set(code, [...(byCode.get(code) ?? []), { row, spans: spans.filter((span) => span.code === code) }]);
  }
  const figures = [...byCode]
    .map(([code, stood]) => signalFigure(code, stood, ended.length, smallest))
    .sort((a, b) => b.cases.length - a.cases.length || (a.of.signal ?? '').localeCompare(b.of.signal ?? ''));
  const perYear = groupedBy(ended, yearOf);
  // A trend is told of what stood in enough trajectories to be able to recur.
  const trends = figures
    .filter(({ cases }) => cases.length >= RECURRING.trajectories)
    .flatMap(({ of: { signal = '' } }) => trendOf(signal, byCode.get(signal) ?? [], perYear, smallest));
  return [...figures, ...trends];
}

const yearOf = ({ day }: Row<'ended'>): string => day.slice(0, 4);

/** The part of the trajectories of each year, beside the year before where enough ended in it. */
function trendOf(
  code: string,
  stood: readonly Stood[],
  perYear: ReadonlyMap<string, readonly Row<'ended'>[]>,
  smallest: number,
): Figure[] {
  const inYear = (year: string): Stood[] => stood.filter(({ row }) => yearOf(row) === year);
  const rateOf = (year: string): number | null => {
    const n = perYear.get(year)?.length ?? 0;
    return n < smallest || n === 0 ? null : inYear(year).length / n;
  };
  return [...perYear.keys()].sort().map((year) => {
    const own = inYear(year);
    const [rate, before] = [rateOf(year), rateOf(String(Number(year) - 1))];
    const change = rate === null || before === null ? null : rate - before;
    return {
      key: 'signals.year',
      of: { signal: code, year },
      unit: 'trajectory' as const,
      n: perYear.get(year)?.length ?? 0,
      ...(rate === null ? {} : { values: { rate, trajectories: own.length, change } }),
      cases: own.map(caseOf),
    };
  });
}

/** A signal that turned from target to final is one signal: from its first day until it was cleared. */
export function wholeSpans(spans: readonly SignalSpan[]): SignalSpan[] {
  const whole: SignalSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.raisedOn.localeCompare(b.raisedOn))) {
    const index = whole.findIndex(
      ({ code, subjectId, clearedOn }) =>
        code === span.code && subjectId === span.subjectId && clearedOn !== undefined && clearedOn >= span.raisedOn,
    );
    const first = whole[index];
    if (!first) whole.push(span);
    else whole[index] = { ...span, raisedOn: first.raisedOn, events: joined(first.events, span.events) };
  }
  return whole;
}

const joined = (a: readonly EventRef[], b: readonly EventRef[]): EventRef[] => [
  ...a,
  ...b.filter(({ id }) => !a.some((one) => one.id === id)),
];

const daysOf = ({ raisedOn, clearedOn }: SignalSpan): number | null =>
  clearedOn === undefined ? null : daysBetween(raisedOn, clearedOn);

function signalFigure(code: string, stood: readonly Stood[], n: number, smallest: number): Figure {
  const rate = stood.length / n;
  const municipalities = new Set(stood.flatMap(({ row }) => row.municipalities)).size;
  const days = stood.flatMap(({ spans }) => spans.map(daysOf)).filter((one) => one !== null);
  const recurring =
    rate >= RECURRING.rate && stood.length >= RECURRING.trajectories && municipalities >= RECURRING.municipalities;
  const values = {
    rate,
    trajectories: stood.length,
    municipalities,
    recurring: Number(recurring),
    p50Days: quantile(days, 0.5),
  };
  return {
    key: 'signals.code',
    of: { signal: code },
    unit: 'trajectory',
    n,
    ...(n < smallest ? {} : { values }),
    cases: stood.map(caseOf),
  };
}

function caseOf({ row, spans }: Stood): Case {
  const { trajectoryId, title, municipalities, day } = row;
  const days = spans.map(daysOf).filter((one) => one !== null);
  const longest = days.length === 0 ? null : Math.max(...days);
  const events = spans.reduce<EventRef[]>((all, span) => joined(all, span.events), []);
  return { trajectoryId, title, municipalities, day, values: { days: longest, count: spans.length }, events };
}
