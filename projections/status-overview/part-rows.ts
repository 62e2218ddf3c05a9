// Rows of the parts of a trajectory: public groups, contributions by outcome, agreements, feedback clocks, deadlines, and what is owed.
import { feedbackClock, type FeedbackClock } from '../../workflows/facts/feedback-clock.js';
import { numberOf } from '../../workflows/facts/numbers.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Stood } from '../kit/projection.js';
import type { Row } from '../kit/tables.js';
import { standOf } from './phase-rows.js';
import { plannedPhase, plannedSpan } from '../kit/plan.js';

/** Planned and reached per group in force: reached is the sum of those who attended. */
export function groupRows({ trajectory }: Stood): Row[] {
  const { id, facts } = trajectory;
  const sum = <T>(all: Iterable<T>, count: (one: T) => number): number =>
    [...all].reduce((total, one) => total + count(one), 0);
  const groups = [...facts.groups.values()].filter((group) => !group.removed);
  return groups.map((group, ord) => {
    const own = <T extends { groupId: string }>(all: Iterable<T>, count: (one: T) => number): number =>
      sum(all, (one) => (one.groupId === group.id ? count(one) : 0));
    return {
      trajectory_id: id,
      ord,
      group_id: group.id,
      round: group.roundId ?? null,
      name: group.name,
      required: group.required ? 1 : 0,
      waived: group.waived ? 1 : 0,
      size: group.size,
      min: group.min,
      target: group.target,
      invited: own(facts.invitations.values(), (invitation) => invitation.addressed),
      // Responses are running totals: the last of each round counts.
      accepted: sum(
        new Map(
          [...facts.responses.values()]
            .filter(({ groupId }) => groupId === group.id)
            .map((one) => [one.roundId, one.accepted]),
        ).values(),
        (count) => count,
      ),
      reached: sum(facts.conversations.values(), ({ attendance }) => own(attendance, ({ count }) => count)),
    };
  });
}

/** How many contributions stand in each state, per round, and how many of them were told. */
export function contributionRows({ trajectory }: Stood): Row[] {
  const counts = new Map<string, { round: string; state: string; count: number; told: number }>();
  for (const { id, roundId = '', toldOn } of trajectory.facts.contributions.values()) {
    const state = trajectory.cells.get(`contribution/${id}`)?.value ?? 'received';
    const key = `${roundId} ${state}`;
    const line = counts.get(key) ?? { round: roundId, state, count: 0, told: 0 };
    counts.set(key, { ...line, count: line.count + 1, told: line.told + (toldOn === undefined ? 0 : 1) });
  }
  return [...counts.values()].map((line) => ({ trajectory_id: trajectory.id, ...line }));
}

export function agreementRows({ trajectory }: Stood): Row[] {
  return [...trajectory.facts.agreements.values()].map(({ id, dueOn, public: isPublic }, index) => ({
    trajectory_id: trajectory.id,
    nr: index + 1,
    agreement_id: id,
    state: trajectory.cells.get(`agreement/${id}`)?.value ?? 'open',
    due_on: dueOn,
    public: isPublic ? 1 : 0,
  }));
}

/** The clock of every feedback: when it began and what was told. Target and final follow from the norms when it is asked. */
export function clockRows(
  { trajectory: { id, facts } }: Stood,
  clocks: readonly (readonly [about: string, clock: FeedbackClock])[],
): Row[] {
  return clocks.map(([about, clock], ord) => ({
    trajectory_id: id,
    ord,
    about,
    explains: facts.rounds.has(about) ? 0 : 1,
    start_on: clock.startOn ?? null,
    told_on: clock.toldDelay ?? null,
    open: clock.openContributions.length,
    owed: JSON.stringify(clock.owed.map(({ contributionIds, by }) => ({ by, count: contributionIds.length }))),
  }));
}

/** The clocks of all feedbacks of a trajectory, by `about`. */
export function clocksOf({ trajectory, phases }: Stood): (readonly [about: string, clock: FeedbackClock])[] {
  return phases.flatMap(({ phase, round }) =>
    phase === 'feedback' && round !== undefined ? [[round, feedbackClock(trajectory.facts, round)] as const] : [],
  );
}

/** Dates to come that somebody waits for; those of the clocks are added when asked, by their norms. */
export function deadlineRows(stood: Stood, clocks: readonly (readonly [about: string, clock: FeedbackClock])[]): Row[] {
  const { trajectory, phases } = stood;
  const { facts, cells } = trajectory;
  if (stood.words.nl.state('root', trajectory.root.value).word === 'klaar') return [];
  const found: { on: string; kind: string; subject: string }[] = [];
  if (facts.request && cells.get('approval')?.value === 'submitted')
    found.push({ on: facts.request.decideBy, kind: 'approval', subject: '' });
  for (const one of facts.conversations.values()) {
    const isAhead =
      one.startsAt !== undefined &&
      one.heldOn === undefined &&
      !one.cancelled &&
      cells.get(`conversation/${one.id}`)?.value !== 'postponed';
    if (isAhead)
      found.push({
        on: localDay(one.startsAt ?? ''),
        kind: 'conversation',
        subject: numberOf('G', facts.conversations, one.id),
      });
  }
  for (const one of facts.agreements.values()) {
    const isOpen = cells.get(`agreement/${one.id}`)?.value === 'open';
    if (isOpen) found.push({ on: one.dueOn, kind: 'agreement', subject: numberOf('A', facts.agreements, one.id) });
  }
  for (const [about, { owed }] of clocks)
    for (const { by } of owed) found.push({ on: by, kind: 'owedAnswer', subject: numberOf('R', facts.rounds, about) });
  for (const place of phases) {
    const planned = plannedPhase(place.phase, plannedSpan(facts));
    if (planned && standOf(stood, place).nl.word !== 'klaar')
      found.push({ on: planned.endOn, kind: 'phaseEnd', subject: place.key });
  }
  return found.map(({ on, kind, subject }, ord) => ({ trajectory_id: trajectory.id, ord, due_on: on, kind, subject }));
}

export function owedRows({ trajectory, owed }: Stood): Row[] {
  return owed.map(({ command, address, since, by, ref, about, missing, count }, ord) => ({
    trajectory_id: trajectory.id,
    ord,
    command,
    address: JSON.stringify(address),
    since,
    by: JSON.stringify(by),
    ref: ref ?? null,
    about: about ?? null,
    missing: JSON.stringify(missing),
    count,
  }));
}

/** Who owes what, by role. */
export function owedByRows({ trajectory, owed }: Stood): Row[] {
  return owed.flatMap(({ since, by }, ord) =>
    [...new Set(by)].map((role) => ({ role, since, trajectory_id: trajectory.id, ord })),
  );
}
