// From cases to spans: the norms in force say when each was or will be raised, on every day those of that day. Pure, and from data alone, so
// that other norms make other spans of stored cases.
import { addDays } from '../kit/time.js';
import { lastInTime } from './days.js';
import { dayOf, endOf, shared, startOf, without } from './intervals.js';
import type { Case, Interval, Norms, NormsOfDay, Span } from './types.js';

const LAST = '9999-12-31b';
/** Before every day. */
const FIRST = '0000-01-01';

/** Spans of these cases of one trajectory, by day of raising. Causes of one subject that follow each other without a gap are one span. */
export function derive(cases: readonly Case[], norms: Norms): Span[] {
  if (norms.days.length === 0) return merged(timed(cases, norms.on(FIRST)));
  const eras = [FIRST, ...norms.days].map((day, index) => ({ day, to: norms.days[index] }));
  return merged(
    eras.flatMap(({ day, to }) => {
      const era: Interval = { from: startOf(day), ...(to === undefined ? {} : { to: startOf(to) }) };
      return timed(cases, norms.on(day)).flatMap(({ one, time }) =>
        shared(time, era).map((part) => ({ one, time: part })),
      );
    }),
  );
}

/** The times in which each would stand if these norms always counted. */
function timed(cases: readonly Case[], norms: NormsOfDay): Timed[] {
  const first = cases
    .filter(({ code }) => code !== 'CONTRIBUTION_UNANSWERED')
    .flatMap((one) => timesOf(one, norms, []));
  const red = first.filter(({ one }) => one.code === 'FEEDBACK_OVERDUE');
  const rest = cases
    .filter(({ code }) => code === 'CONTRIBUTION_UNANSWERED')
    .flatMap((one) =>
      timesOf(
        one,
        norms,
        red.filter((other) => other.one.round === one.round).map(({ time }) => time),
      ),
    );
  return [...first, ...rest];
}

interface Timed {
  one: Case;
  time: Interval;
}

function timesOf(one: Case, norms: NormsOfDay, besides: readonly Interval[]): Timed[] {
  const holds = (one.measures ?? []).every(({ value, is, norm }) => {
    const number = norms.number(norm);
    return is === 'below' ? value < number : is === 'above' ? value > number : value >= number;
  });
  const raised = raisedAt(one, norms);
  const from = one.from !== undefined && one.from > raised ? one.from : raised;
  if (!holds || from >= (one.to ?? LAST)) return [];
  const whole: Interval = { from, ...(one.to === undefined ? {} : { to: one.to }) };
  return without(whole, [...(one.except ?? []), ...besides]).map((time) => ({ one, time }));
}

function raisedAt(one: Case, norms: NormsOfDay): string {
  if (one.norm === undefined) return endOf(one.base);
  return startOf(addDays(lastInTime(one.base, norms.number(one.norm), one.days, norms.calendar), 1));
}

function merged(all: readonly Timed[]): Span[] {
  const groups = new Map<string, Timed[]>();
  for (const one of all) {
    const key = `${one.one.code} ${one.one.subjectId} ${one.one.severity}`;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap(joined).sort((a, b) => a.raisesOn.localeCompare(b.raisesOn));
}

/** One span for those that touch: raised by what came first, cleared by what came last. */
function joined(group: readonly Timed[]): Span[] {
  const spans: (Span & { to: string })[] = [];
  for (const { one, time } of [...group].sort((a, b) => a.time.from.localeCompare(b.time.from))) {
    const to = time.to ?? LAST;
    const last = spans.at(-1);
    if (last && time.from <= last.to) {
      if (to >= last.to) Object.assign(last, { to, clearedBy: clearedBy(one, time), ...cleared(time) });
      last.count = Math.max(last.count, one.count ?? 1);
      if (time.to === undefined) delete last.clearsOn;
    } else spans.push({ ...spanOf(one, time), to });
  }
  return spans.map(({ to: _to, ...span }) => span);
}

const cleared = ({ to }: Interval): Pick<Span, 'clearsOn'> => (to === undefined ? {} : { clearsOn: dayOf(to) });
const clearedBy = (one: Case, time: Interval): string[] => (time.to === one.to ? (one.clearedBy ?? []) : []);

function spanOf(one: Case, time: Interval): Span {
  const { code, subjectId, subject, phase, round, command, ref, severity, base, raisedBy } = one;
  return {
    code,
    subjectId,
    subject,
    ...(phase === undefined ? {} : { phase }),
    ...(round === undefined ? {} : { round }),
    command,
    ...(ref === undefined ? {} : { ref }),
    severity,
    since: base,
    raisesOn: dayOf(time.from),
    ...cleared(time),
    count: one.count ?? 1,
    raisedBy,
    clearedBy: clearedBy(one, time),
  };
}
