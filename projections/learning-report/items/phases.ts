// How long finished phases took, what they cost beside what was approved for them, and the totals of a trajectory that ended.
import { approvedForPhase } from '../../../workflows/facts/approved-by-phase.js';
import type { Facts } from '../../../workflows/facts/facts.js';
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import { plannedPhase, plannedSpan } from '../../kit/plan.js';
import type { Item } from './item.js';
import { decidedIn, overridesIn } from './overrides.js';
import { dayOf, daysFrom, type Closable, type Source } from './source.js';

/** A finished phase with its days: from its first real event to its last closing, pauses taken off. */
export function phaseItems(source: Source): Item<'phase'>[] {
  return source.phases.flatMap((phase) => {
    const took = tookOf(source, phase);
    if (!took || !phase.closed) return [];
    const { facts } = source.trajectory;
    const planned = plannedPhase(phase.phase, plannedSpan(facts));
    const { days, wait, paused, events } = took;
    const round = facts.rounds.get(phase.round ?? '')?.nr ?? null;
    const withinPlan = planned ? phase.closed.day <= planned.endOn : null;
    const data = { phase: phase.phase, round, days, wait, paused, withinPlan };
    return [{ kind: 'phase', day: phase.closed.day, data, events } satisfies Item<'phase'>];
  });
}

interface Took {
  days: number;
  wait: number;
  paused: number;
  events: Id[];
}

function tookOf(source: Source, { key, phase, round, closed, startedOn }: Closable): Took | undefined {
  const first = source.firstOf(key);
  if (!closed || !first || startedOn === undefined) return undefined;
  const firstOn = dayOf(first);
  const paused = source.paused(firstOn, closed.day);
  const started = source.of('PhaseStarted').find(({ data, meta }) => data.phase === phase && meta.round === round)
    ?.meta.id;
  return {
    days: Math.max(0, daysFrom(firstOn, closed.day) - paused.days),
    wait: daysFrom(startedOn, firstOn),
    paused: paused.days,
    events: [...(started === undefined ? [] : [started]), first.meta.id, ...paused.events, closed.event],
  };
}

/**
 * The last day of a phase over all its rounds: none of them is open, and at least one is finished. A round that never began holds a phase
 * open as long as the trajectory runs.
 */
export function finishedOn({ phases, ended }: Source, phase: string): LocalDate | undefined {
  const own = phases.filter((one) => one.phase === phase);
  const isOpen = own.some(({ begun, closed, skipped }) => !closed && !skipped && (begun || !ended));
  const days = own.flatMap(({ closed }) => closed?.day ?? []);
  return isOpen ? undefined : days.sort().at(-1);
}

/** What a finished phase cost. */
export function costItems(source: Source): Item<'cost'>[] {
  const { facts } = source.trajectory;
  return [...new Set(source.phases.map(({ phase }) => phase))].flatMap((phase) => {
    const day = finishedOn(source, phase);
    if (day === undefined) return [];
    const took = source.phases.filter((one) => one.phase === phase).flatMap((one) => tookOf(source, one) ?? []);
    const hours = [...facts.hours].filter(([, one]) => one.phase === phase);
    const costs = [...facts.costs].filter(([, one]) => one.phase === phase);
    const approved = approvedForPhase(facts, phase);
    const data = {
      phase,
      hours: sum(hours.map(([, one]) => one.hours)),
      cents: sum(costs.map(([, one]) => one.cents)),
      days: sum(took.map(({ days }) => days)),
      approvedHours: approved?.hours ?? null,
      approvedCents: approved?.cents ?? null,
    };
    const events = [
      ...(approved ? approvalsOf(source, facts) : []),
      ...[...hours, ...costs].map(([id]) => id),
      ...took.flatMap((one) => one.events),
    ];
    return [{ kind: 'cost', day, data, events: [...new Set(events)] } satisfies Item<'cost'>];
  });
}

/** The trajectory as a whole, once it ended. */
export function endedItems(source: Source): Item<'ended'>[] {
  const { ended, trajectory } = source;
  if (!ended) return [];
  const { facts } = trajectory;
  const hours = [...facts.hours.values()];
  const costs = [...facts.costs.values()];
  const overrides = source.of('GuardOverridden');
  const paused = source.paused(facts.startOn, ended.day);
  const data = {
    completed: ended.completed,
    hours: sum(hours.map((one) => one.hours)),
    cents: sum(costs.map((one) => one.cents)),
    days: Math.max(0, daysFrom(facts.startOn, ended.day) - paused.days),
    approvedHours: facts.approval?.hours ?? null,
    approvedCents: facts.approval?.cents ?? null,
    unphasedHours: sum(hours.map((one) => (one.phase === undefined ? one.hours : 0))),
    unphasedCents: sum(costs.map((one) => (one.phase === undefined ? one.cents : 0))),
    requiredGroups: [...facts.groups.values()].filter(({ removed, required }) => required && !removed).length,
    perPhase: approvedForPhase(facts, '') !== undefined,
    overrides: overridesIn(source),
    decided: decidedIn(source),
  };
  const registered = source.of('TrajectoryRegistered').map(({ meta }) => meta.id);
  const events = [
    ...registered,
    ...approvalsOf(source, facts),
    ...facts.hours.keys(),
    ...facts.costs.keys(),
    ...overrides.map(({ meta }) => meta.id),
    ...paused.events,
    ...ended.events,
  ];
  return [{ kind: 'ended', day: ended.day, data, events: [...new Set(events)] }];
}

/** The estimate that was approved, the approval, and the supplements since. */
function approvalsOf(source: Source, { approval }: Facts): Id[] {
  const last = source.of('TimeAndMoneyApproved').at(-1);
  if (!approval || !last) return [];
  const made = source.of('EstimateMade').filter(({ data }) => data.estimateId === approval.estimateId);
  const more = source.of('SupplementApproved').filter(({ meta }) => meta.revision > last.meta.revision);
  return [...made, last, ...more].map(({ meta }) => meta.id);
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
