// What the figures about people rest on, counted from plain events: contributions, answers, groups and agreements of one story.
import { phaseFinished, roundOfIdea, stretchesOf } from './naive-phases.js';
import { dateOf, daysApart, localDate, plusDays, type Plain, type Story } from './naive-story.js';

export interface Norms {
  target: number;
  final: number;
}

const earliest = (days: string[]): string | undefined => [...days].sort()[0];

export interface Idea {
  id: string;
  event: Plain;
  round?: string;
  received: string;
  withdrawn: boolean;
}

export function ideasOf(story: Story): Idea[] {
  return story.all('ContributionReceived').map((event) => {
    const id = String(event.data.contributionId);
    const round = roundOfIdea(story, id);
    const withdrawn = story.all('ContributionWithdrawn').some(({ data }) => data.contributionId === id);
    return { id, event, received: localDate(event.meta.occurredAt), withdrawn, ...(round ? { round } : {}) };
  });
}

const answers = ({ data }: Plain, id: string): boolean => (data.answered as string[]).includes(id);
const promises = ({ data }: Plain, id: string): string | undefined =>
  (data.owed as { contributionIds: string[]; by: string }[]).findLast((some) => some.contributionIds.includes(id))?.by;

/** Messages by the day they went out. */
const sendsOf = (story: Story): Plain[] =>
  story
    .all('FeedbackSent')
    .sort(
      (a, b) => dateOf(a).localeCompare(dateOf(b)) || Date.parse(a.meta.occurredAt) - Date.parse(b.meta.occurredAt),
    );

export const toldOn = (story: Story, id: string): string | undefined =>
  earliest(
    sendsOf(story)
      .filter((send) => answers(send, id))
      .map(dateOf),
  );

export function promisedBy(story: Story, id: string): string | undefined {
  const promise = sendsOf(story).findLast((send) => promises(send, id) !== undefined);
  return promise && promises(promise, id);
}

/** What people of a round waited for: the day it came and the day they heard of it. */
function waits(story: Story, round: string): { since: string; until?: string }[] {
  const sends = sendsOf(story);
  const conversations = new Map<unknown, Plain>();
  for (const held of story.all('ConversationHeld')) conversations.set(held.data.conversationId, held);
  const talks = [...conversations.values()]
    .filter(({ data }) => data.roundId === round)
    .map((held) => {
      const since = dateOf(held);
      const until = earliest(
        sends
          .filter(({ data }) => data.about === round)
          .map(dateOf)
          .filter((on) => on >= since),
      );
      return { since, ...(until === undefined ? {} : { until }) };
    });
  const ideas = ideasOf(story)
    .filter((idea) => idea.round === round && !idea.withdrawn)
    .map(({ id, received }) => {
      const heard = sends.filter((send) => answers(send, id) || promises(send, id) !== undefined);
      const until = earliest(heard.map(dateOf));
      return { since: received, ...(until === undefined ? {} : { until }) };
    });
  return [...talks, ...ideas];
}

export interface Answered {
  round: string;
  day: string;
  days: number;
  onTime(norm: number): boolean;
}

/** The rounds of which the feedback is finished and nobody waits. */
export function answeredRounds(story: Story): Answered[] {
  return stretchesOf(story).flatMap(({ phase, about, closed }) => {
    if (phase !== 'feedback' || about === undefined || closed === undefined || !story.rounds.includes(about)) return [];
    const all = waits(story, about);
    if (all.length === 0 || all.some(({ until }) => until === undefined)) return [];
    const length = ({ since, until = since }: (typeof all)[number]): number => daysApart(since, until);
    const days = Math.max(...all.map(length));
    const longest = all.find((one) => length(one) === days);
    const since = longest?.since ?? '';
    const until = longest?.until ?? '';
    const delay = story
      .all('FeedbackDelayed')
      .filter(({ data }) => data.about === about && data.participantsTold === true)
      .sort((a, b) => Date.parse(a.meta.occurredAt) - Date.parse(b.meta.occurredAt))
      .find(({ meta }) => {
        const day = localDate(meta.occurredAt);
        const waiting = all.filter((one) => one.since <= day && (one.until ?? '9999') > day);
        return earliest(waiting.map((one) => one.since)) === since;
      });
    const onTime = (norm: number): boolean =>
      until <= ((delay?.data.newDate as string | undefined) ?? plusDays(since, norm));
    return [{ round: about, day: closed, days, onTime }];
  });
}

export interface GroupCount {
  required: boolean;
  min: number;
  target: number;
  addressed: number;
  accepted: number;
  attended: number;
}

export function groupsOf(story: Story): { day: string; groups: GroupCount[] } | undefined {
  const day = phaseFinished(story, 'conversations');
  if (day === undefined) return undefined;
  const removed = story.all('PublicGroupRemoved').map(({ data }) => data.groupId);
  const added = story
    .all('PublicGroupAdded', 'LateGroupAdmitted')
    .filter(({ data }) => !removed.includes(data.groupId));
  const held = new Map(story.all('ConversationHeld').map((event) => [event.data.conversationId, event]));
  const groups = added.map(({ type, data }) => {
    const own = (event: Plain): boolean => event.data.groupId === data.groupId;
    const attendance = [...held.values()].flatMap(
      (event) => event.data.attendance as { groupId: string; count: number }[],
    );
    return {
      required: data.required === true,
      min: Number(data.min),
      target: Number(type === 'LateGroupAdmitted' ? data.min : data.target),
      addressed: total(
        story
          .all('InvitationSent')
          .filter(own)
          .map((event) => Number(event.data.addressed)),
      ),
      accepted: Number(story.all('ResponseRecorded').filter(own).at(-1)?.data.accepted ?? 0),
      attended: total(attendance.filter(({ groupId }) => groupId === data.groupId).map(({ count }) => count)),
    };
  });
  return { day, groups };
}

export interface Promise_ {
  due: string;
  state: 'open' | 'onTime' | 'late' | 'broken' | 'explained';
}

export function agreementsOf(story: Story): Promise_[] {
  return story.all('AgreementMade').map(({ data }) => {
    const own = story.events.filter((event) => event.data.agreementId === data.agreementId);
    const due = String(own.findLast(({ type }) => /^Agreement(Made|Rescheduled)$/.test(type))?.data.dueOn);
    const of = (type: string): Plain | undefined => own.find((event) => event.type === type);
    const end = own.find(({ type }) => type === 'AgreementFulfilled' || type === 'AgreementBroken');
    if (!end) return { due, state: 'open' };
    if (end.type === 'AgreementBroken') return { due, state: of('BrokenAgreementTold') ? 'explained' : 'broken' };
    const last = own.findLast(({ type }) => type === 'AgreementFulfilled');
    return { due, state: String(last?.data.on) <= due ? 'onTime' : 'late' };
  });
}

export const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);
