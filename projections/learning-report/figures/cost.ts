// What does a phase really cost? Booked beside approved, per phase and level, and over trajectories that ended.
import { LEVELS } from '../../../workflows/kit/fields.js';
import type { ItemData } from '../items/item.js';
import { figure, groupedBy, type Figure, type Row, type Values } from './figure.js';
import { spread, sum } from './numbers.js';

/** Per phase over all levels, then per level where more than one occurs. */
export function costFigures(costs: readonly Row<'cost'>[], ended: readonly Row<'ended'>[], smallest: number): Figure[] {
  const phases = [...groupedBy(costs, ({ data }) => data.phase)];
  const levels = new Set([...costs, ...ended].map(({ level }) => level));
  const perLevel: string[] = levels.size > 1 ? LEVELS.filter((level) => levels.has(level)) : [];
  const ofPhase = (phase: string, rows: readonly Row<'cost'>[], level?: string): Figure =>
    figure(
      {
        key: 'cost.phase',
        of: { phase, ...(level === undefined ? {} : { level }) },
        unit: 'trajectory',
        rows,
        values: (all) => spentValues(all, smallest),
        shows: (data) => ({ values: spentCase(data) }),
      },
      smallest,
    );
  const total = (rows: readonly Row<'ended'>[], level?: string): Figure =>
    figure(
      {
        key: 'cost.total',
        of: level === undefined ? {} : { level },
        unit: 'trajectory',
        rows,
        values: (all) => ({ ...spentValues(all, smallest), ...totalOnly(all) }),
        shows: (data) => ({
          values: { ...spentCase(data), unphasedHours: data.unphasedHours, unphasedCents: data.unphasedCents },
        }),
      },
      smallest,
    );
  const at = <T extends { level: string }>(rows: readonly T[], level: string): T[] =>
    rows.filter((row) => row.level === level);
  return [
    ...phases.flatMap(([phase, rows]) => [
      ofPhase(phase, rows),
      ...perLevel.map((level) => ofPhase(phase, at(rows, level), level)),
    ]),
    total(ended),
    ...perLevel.map((level) => total(at(ended, level), level)),
  ].filter(({ n }) => n > 0);
}

type Spent = ItemData['cost'] | ItemData['ended'];

/** `dev` compares only what was approved with what was booked on it, and says nothing over too few. */
function spentValues(rows: readonly { data: Spent }[], smallest: number): Values {
  const all = rows.map(({ data }) => data);
  const withHours = all.filter(({ approvedHours }) => approvedHours !== null);
  const withCents = all.filter(({ approvedCents }) => approvedCents !== null);
  const approvedHours = sum(withHours.map((one) => one.approvedHours ?? 0));
  const approvedCents = sum(withCents.map((one) => one.approvedCents ?? 0));
  const hours = sum(withHours.map((one) => one.hours));
  const cents = sum(withCents.map((one) => one.cents));
  const deviation = (booked: number, approved: number, n: number): number | null =>
    n < smallest || approved === 0 ? null : booked / approved - 1;
  return {
    ...spread(
      'Hours',
      all.map((one) => one.hours),
    ),
    ...spread(
      'Cents',
      all.map((one) => one.cents),
    ),
    ...spread(
      'Days',
      all.map((one) => one.days),
    ),
    bookedHours: sum(all.map((one) => one.hours)),
    bookedCents: sum(all.map((one) => one.cents)),
    approvedHours: withHours.length === 0 ? null : approvedHours,
    approvedCents: withCents.length === 0 ? null : approvedCents,
    budgeted: withHours.length,
    devHours: deviation(hours, approvedHours, withHours.length),
    devCents: deviation(cents, approvedCents, withCents.length),
  };
}

const totalOnly = (rows: readonly Row<'ended'>[]): Values => ({
  unphasedHours: sum(rows.map(({ data }) => data.unphasedHours)),
  unphasedCents: sum(rows.map(({ data }) => data.unphasedCents)),
  perPhase: rows.filter(({ data }) => data.perPhase).length,
});

const spentCase = ({ hours, cents, days, approvedHours, approvedCents }: Spent): Values => ({
  hours,
  approvedHours,
  cents,
  approvedCents,
  days,
});
