// What people brought in: without an outcome, waiting for the client, or passed on and not picked up. Contributions that came together and
// share their fate are one line with a count, so that an import of thousands stays one.
import { numberOf } from '../facts/numbers.js';
import { addDays } from '../kit/time.js';
import type { Id } from '../kit/types.js';
import { endOf, startOf } from './intervals.js';
import { ended, next, type Happened, type Story } from './story.js';
import type { Case, Interval } from './types.js';

const OUTCOMES = [
  'ContributionAdopted',
  'ContributionPartlyAdopted',
  'ContributionNotChosen',
  'ContributionRejected',
  'ContributionAnswered',
  'ContributionNoted',
  'ContributionPassedOn',
  'ContributionEscalated',
  'ClientChoiceMade',
  'ContributionMerged',
  'ContributionWithdrawn',
];
const GONE = ['ContributionMerged', 'ContributionWithdrawn', 'ContributionReconsidered'];

const idsOf = ({ contributionId, contributionIds }: Record<string, unknown>): Id[] => [
  ...(typeof contributionId === 'string' ? [contributionId] : []),
  ...(Array.isArray(contributionIds) ? (contributionIds as Id[]) : []),
];

/** For each contribution what happened to it, of these types, in order. */
function perContribution(story: Story, ...types: string[]): Map<Id, Happened[]> {
  const found = new Map<Id, Happened[]>();
  for (const one of story.all(...types)) {
    for (const id of idsOf(one.data)) {
      const known = found.get(id);
      if (known) known.push(one);
      else found.set(id, [one]);
    }
  }
  return found;
}

/** One case for all that share it. */
function grouped(cases: Iterable<Case>): Case[] {
  const found = new Map<string, Case>();
  for (const one of cases) {
    const except = one.except?.map(({ from, to }) => `${from}-${to}`);
    const key = [one.round, one.base, one.from, one.to, one.clearedBy, one.ref, except].join('|');
    const known = found.get(key);
    if (known) known.count = (known.count ?? 1) + 1;
    else found.set(key, { ...one });
  }
  return [...found.values()];
}

function subjectOf(story: Story, id: Id): Pick<Case, 'subjectId' | 'subject' | 'phase' | 'round'> {
  const round = story.facts.contributions.get(id)?.roundId;
  return {
    subjectId: id,
    subject: numberOf('B', story.facts.contributions, id),
    phase: 'interpreting',
    ...(round ? { round } : {}),
  };
}

/** CONTRIBUTION_UNANSWERED: it came in and got no outcome. */
export function contributionUnanswered(story: Story): Case[] {
  const fates = perContribution(story, ...OUTCOMES, 'ContributionReconsidered');
  const promised = promisedTimes(story);
  const delayed = new Map<string, Interval[]>();
  for (const roundId of story.facts.rounds.keys()) delayed.set(roundId, toldDelays(story, roundId));
  const cases = story.all('ContributionReceived').flatMap((received): Case[] => {
    const id = String(received.data.contributionId);
    const round = story.facts.contributions.get(id)?.roundId;
    const except = [...(delayed.get(round ?? '') ?? []), ...(promised.get(id) ?? [])];
    const one: Case = {
      ...subjectOf(story, id),
      code: 'CONTRIBUTION_UNANSWERED',
      command: 'AdoptContribution',
      severity: 'target',
      base: received.day,
      norm: 'norm.CONTRIBUTION_UNANSWERED.target',
      raisedBy: [received.id],
      ...(except.length > 0 ? { except } : {}),
    };
    return open(fates.get(id) ?? []).map((part) => ({ ...one, ...part }));
  });
  return grouped(cases);
}

/** Times in which there is no outcome: until the first, and again after it was taken back. */
function open(fates: readonly Happened[]): Pick<Case, 'from' | 'to' | 'clearedBy'>[] {
  const parts: Pick<Case, 'from' | 'to' | 'clearedBy'>[] = [];
  let from: string | undefined = '';
  for (const fate of fates) {
    if (fate.type === 'ContributionReconsidered') from ??= endOf(fate.day);
    else if (from !== undefined) {
      parts.push({ ...(from ? { from } : {}), ...ended(fate) });
      from = undefined;
    }
  }
  return from === undefined ? parts : [...parts, from ? { from } : {}];
}

/** Until when people were told to wait for the answer of the round. */
const toldDelays = (story: Story, roundId: Id): Interval[] =>
  story
    .about('about', roundId, 'FeedbackDelayed')
    .filter(({ data }) => data.participantsTold === true)
    .map(({ day, data }) => ({ from: endOf(day), to: startOf(addDays(String(data.newDate), 1)) }));

/** Until when an answer of its own was promised, per contribution. */
function promisedTimes(story: Story): Map<Id, Interval[]> {
  const found = new Map<Id, Interval[]>();
  for (const { day, data } of story.all('FeedbackSent')) {
    for (const { contributionIds, by } of data.owed as { contributionIds: Id[]; by: string }[]) {
      const time = { from: endOf(day), to: startOf(addDays(by, 1)) };
      for (const id of contributionIds) found.set(id, [...(found.get(id) ?? []), time]);
    }
  }
  return found;
}

/** ESCALATION_WAITING: the client was asked to choose and has not. */
export function escalationWaiting(story: Story): Case[] {
  return waits(story, 'ContributionEscalated', ['ClientChoiceMade', ...GONE], {
    code: 'ESCALATION_WAITING',
    command: 'MakeClientChoice',
    norm: 'norm.ESCALATION_WAITING.target',
  });
}

/** PASSED_ON_LOST: an idea went to another team, which has not said that it took it up. */
export function passedOnLost(story: Story): Case[] {
  return waits(story, 'ContributionPassedOn', ['PassedOnAccepted', ...GONE], {
    code: 'PASSED_ON_LOST',
    command: 'AcceptPassedOn',
    norm: 'norm.PASSED_ON_LOST.target',
  });
}

function waits(
  story: Story,
  asked: string,
  answers: readonly string[],
  what: Pick<Case, 'code' | 'command' | 'norm'>,
): Case[] {
  const answered = perContribution(story, ...answers);
  const cases = story.all(asked).flatMap((one) =>
    idsOf(one.data).map((id): Case => ({
      ...subjectOf(story, id),
      ...what,
      ...(typeof one.data.receiverRef === 'string' ? { ref: one.data.receiverRef } : {}),
      severity: 'target',
      base: one.day,
      days: 'official',
      raisedBy: [one.id],
      ...ended(next(answered.get(id) ?? [], one)),
    })),
  );
  return grouped(cases);
}
