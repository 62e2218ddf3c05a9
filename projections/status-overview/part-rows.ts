// Rows of the parts of a trajectory: public groups, contributions by outcome, agreements, feedback clocks, deadlines, and what is owed.
import { feedbackClock, type FeedbackClock } from '../../workflows/facts/feedback-clock.js';
import { numberOf } from '../../workflows/facts/numbers.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Settled, Write } from '../kit/projection.js';
import { standOf } from './phase-rows.js';
import { plannedPhase, plannedSpan } from './plan.js';

/** Planned and reached per group in force: reached is the sum of those who attended. */
export function putGroups({ trajectory }: Settled, write: Write): void {
  const { id, facts } = trajectory;
  const sum = <T>(all: Iterable<T>, count: (one: T) => number): number =>
    [...all].reduce((total, one) => total + count(one), 0);
  const groups = [...facts.groups.values()].filter((group) => !group.removed);
  groups.forEach((group, ord) => {
    const own = <T extends { groupId: string }>(all: Iterable<T>, count: (one: T) => number): number =>
      sum(all, (one) => (one.groupId === group.id ? count(one) : 0));
    write.run(
      `INSERT INTO public_group (trajectory_id, ord, group_id, round, name, required, waived, size, min, target, invited, accepted, reached)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      ord,
      group.id,
      group.roundId ?? null,
      group.name,
      group.required ? 1 : 0,
      group.waived ? 1 : 0,
      group.size,
      group.min,
      group.target,
      own(facts.invitations.values(), (invitation) => invitation.addressed),
      // Responses are running totals: the last of each round counts.
      sum(
        new Map(
          [...facts.responses.values()]
            .filter(({ groupId }) => groupId === group.id)
            .map((one) => [one.roundId, one.accepted]),
        ).values(),
        (count) => count,
      ),
      sum(facts.conversations.values(), ({ attendance }) => own(attendance, ({ count }) => count)),
    );
  });
}

/** How many contributions stand in each state, per round, and how many of them were told. */
export function putContributions({ trajectory }: Settled, write: Write): void {
  const counts = new Map<string, { round: string; state: string; count: number; told: number }>();
  for (const { id, roundId = '', toldOn } of trajectory.facts.contributions.values()) {
    const state = trajectory.cells.get(`contribution/${id}`)?.value ?? 'received';
    const key = `${roundId} ${state}`;
    const line = counts.get(key) ?? { round: roundId, state, count: 0, told: 0 };
    counts.set(key, { ...line, count: line.count + 1, told: line.told + (toldOn === undefined ? 0 : 1) });
  }
  for (const { round, state, count, told } of counts.values()) {
    write.run(
      'INSERT INTO contribution_count (trajectory_id, round, state, count, told) VALUES (?, ?, ?, ?, ?)',
      trajectory.id,
      round,
      state,
      count,
      told,
    );
  }
}

export function putAgreements({ trajectory }: Settled, write: Write): void {
  let nr = 0;
  for (const { id, dueOn, public: isPublic } of trajectory.facts.agreements.values()) {
    nr += 1;
    const state = trajectory.cells.get(`agreement/${id}`)?.value ?? 'open';
    write.run(
      'INSERT INTO agreement (trajectory_id, nr, agreement_id, state, due_on, public) VALUES (?, ?, ?, ?, ?, ?)',
      trajectory.id,
      nr,
      id,
      state,
      dueOn,
      isPublic ? 1 : 0,
    );
  }
}

/** The clock of every feedback: when it began and what was told. Target and final follow from the norms when it is asked. */
export function putClocks(
  settled: Settled,
  clocks: readonly (readonly [about: string, clock: FeedbackClock])[],
  write: Write,
): void {
  const { id, facts } = settled.trajectory;
  clocks.forEach(([about, clock], ord) => {
    const owed = clock.owed.map(({ contributionIds, by }) => ({ by, count: contributionIds.length }));
    write.run(
      'INSERT INTO clock (trajectory_id, ord, about, explains, start_on, told_on, open, owed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      ord,
      about,
      facts.rounds.has(about) ? 0 : 1,
      clock.startOn ?? null,
      clock.toldDelay ?? null,
      clock.openContributions.length,
      JSON.stringify(owed),
    );
  });
}

/** The clocks of all feedbacks of a trajectory, by `about`. */
export function clocksOf({ trajectory, phases }: Settled): (readonly [about: string, clock: FeedbackClock])[] {
  return phases.flatMap(({ phase, round }) =>
    phase === 'feedback' && round !== undefined ? [[round, feedbackClock(trajectory.facts, round)] as const] : [],
  );
}

/** Dates to come that somebody waits for; those of the clocks are added when asked, by their norms. */
export function putDeadlines(
  settled: Settled,
  clocks: readonly (readonly [about: string, clock: FeedbackClock])[],
  write: Write,
): void {
  const { trajectory, phases } = settled;
  const { facts, cells } = trajectory;
  if (settled.words.nl.state('root', trajectory.root.value).word === 'klaar') return;
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
    if (planned && standOf(settled, place).nl.word !== 'klaar')
      found.push({ on: planned.endOn, kind: 'phaseEnd', subject: place.key });
  }
  found.forEach(({ on, kind, subject }, ord) =>
    write.run(
      'INSERT INTO deadline (trajectory_id, ord, due_on, kind, subject) VALUES (?, ?, ?, ?, ?)',
      trajectory.id,
      ord,
      on,
      kind,
      subject,
    ),
  );
}

export function putOwed({ trajectory, owed }: Settled, write: Write): void {
  owed.forEach(({ command, address, since, by, ref, missing, count }, ord) => {
    write.run(
      'INSERT INTO owed (trajectory_id, ord, command, address, since, by, ref, missing, count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      trajectory.id,
      ord,
      command,
      JSON.stringify(address),
      since,
      JSON.stringify(by),
      ref ?? null,
      JSON.stringify(missing),
      count,
    );
    for (const role of new Set(by))
      write.run(
        'INSERT INTO owed_by (role, since, trajectory_id, ord) VALUES (?, ?, ?, ?)',
        role,
        since,
        trajectory.id,
        ord,
      );
  });
}
