// What do we pass over? How often somebody went on with a reason while something was missing, in trajectories that ended.
import { figure, groupedBy, type EventRef, type Figure, type Row } from './figure.js';
import { shareOf, sum } from './numbers.js';

/** Types of the events of decisions that ask for a need, by its code. */
export type AskedBy = ReadonlyMap<string, ReadonlySet<string>>;

export function overrideFigures(ended: readonly Row<'ended'>[], askedBy: AskedBy, smallest: number): Figure[] {
  const passed = ended.flatMap((row) =>
    row.data.overrides.flatMap((one) =>
      one.needs.map((need) => ({ row, need, phase: one.phase ?? '', event: eventOf(row, one.event) })),
    ),
  );
  return [overall(ended, smallest), ...needsOf(ended, passed, askedBy, smallest)];
}

interface Passed {
  row: Row<'ended'>;
  need: string;
  phase: string;
  event: EventRef;
}

function overall(ended: readonly Row<'ended'>[], smallest: number): Figure {
  const made = figure<'ended'>(
    {
      key: 'overrides.trajectories',
      unit: 'trajectory',
      rows: ended,
      values: (all) => ({
        count: sum(all.map(({ data }) => data.overrides.length)),
        share: shareOf(all, ({ data }) => data.overrides.length > 0),
      }),
      shows: ({ overrides }) => ({ values: { count: overrides.length } }),
    },
    smallest,
  );
  const cases = made.cases.map((one, index) => ({
    ...one,
    events: ended[index] ? overridesOf(ended[index]) : [],
  }));
  return { ...made, cases: cases.filter(({ values }) => values.count !== 0) };
}

/** Per need and phase, over the same trajectories. */
function needsOf(
  ended: readonly Row<'ended'>[],
  passed: readonly Passed[],
  askedBy: AskedBy,
  smallest: number,
): Figure[] {
  return [...groupedBy(passed, ({ need, phase }) => `${need} ${phase}`).values()].map((own) => {
    const [{ need, phase } = { need: '', phase: '' }] = own;
    const asked = (row: Row<'ended'>): number => timesAsked(row, need, phase, askedBy);
    const perTrajectory = [...groupedBy(own, ({ row }) => row.trajectoryId).values()];
    const cases = perTrajectory.flatMap((events) => {
      const row = events[0]?.row;
      if (!row) return [];
      const { trajectoryId, title, municipalities, day } = row;
      return [
        {
          trajectoryId,
          title,
          municipalities,
          day,
          values: { count: events.length, asked: asked(row) },
          events: events.map(({ event }) => event),
        },
      ];
    });
    const n = ended.length;
    const times = sum(ended.map(asked));
    const part = times < smallest ? null : own.length / times;
    return {
      key: 'overrides.needs',
      of: { need, ...(phase === '' ? {} : { phase }) },
      unit: 'trajectory' as const,
      n,
      ...(n < smallest ? {} : { values: { count: own.length, asked: times, part, share: perTrajectory.length / n } }),
      cases,
    };
  });
}

/** How often a need was asked in a phase: for every decision that asks it, and for every override after which none came. */
function timesAsked({ data }: Row<'ended'>, need: string, phase: string, askedBy: AskedBy): number {
  const types = askedBy.get(need) ?? new Set();
  const acts = data.decided.filter((one) => types.has(one.type) && (one.phase ?? '') === phase);
  const unused = data.overrides.filter((one) => !one.used && one.needs.includes(need) && (one.phase ?? '') === phase);
  return sum(acts.map(({ count }) => count)) + unused.length;
}

/** The reference of an event of the row, by its id. */
const eventOf = ({ events }: Row<'ended'>, id: string): EventRef =>
  events.find((one) => one.id === id) ?? { id, nr: 0 };

const overridesOf = (row: Row<'ended'>): EventRef[] => row.data.overrides.map(({ event }) => eventOf(row, event));
