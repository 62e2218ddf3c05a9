// What happens in one round of a made-up trajectory: conversations, contributions and their outcomes, and the answer to those who spoke.
import { addDays, atLocal } from '../../../workflows/kit/time.js';
import { idOf } from '../../../workflows/kit/ids.js';
import type { Id } from '../../../workflows/kit/types.js';
import { personOf } from '../kern/world.js';
import type { Life } from './random-history.js';

const reason = 'omdat het zo liep';
const roundOf = (life: Life): Id => [...life.world.facts.rounds.keys()].at(-1) ?? '';

/** Conversations of the newest round, or of a new one when the first has been answered. */
export function converse(life: Life): void {
  const { chance, world } = life;
  if (world.facts.feedbacks.size > 0) life.try('PlanRound', { title: 'nog een ronde' });
  const roundId = roundOf(life);
  if (chance.odds(40)) {
    const made = life.try('DefineFrame', {
      kind: 'content',
      text: 'niet op de weg',
      negotiable: false,
      source: 'plan',
    });
    if (made?.frameId)
      life.try('AnnounceFrames', {
        frames: [{ frameId: made.frameId, version: 1 }],
        channel: 'brief',
        publicText: 'Niet.',
      });
  }
  for (let nr = chance.int(1, 2); nr > 0; nr -= 1) {
    const startsAt = atLocal(addDays(world.today, 14), '19:00');
    const planned = life.try('PlanConversation', { roundId, startsAt, venue: 'de straat', groupIds: life.groups });
    const conversationId = planned?.conversationId;
    invite(life, conversationId);
    life.pass(chance.int(5, 20));
    const late = chance.odds(20) ? { on: addDays(world.today, -2) } : {};
    const attendance = life.groups
      .filter(() => chance.odds(80))
      .map((groupId) => ({ groupId, count: chance.int(0, 25) }));
    const held = life.try('HoldConversation', {
      ...(conversationId ? { conversationId } : { roundId }),
      attendance,
      ...late,
    });
    contribute(life, roundId, conversationId ?? held?.conversationId);
    agree(life);
    if (chance.odds(85))
      life.try('ShareReport', { conversationId: conversationId ?? held?.conversationId, text: 'verslag' });
  }
  life.pass(chance.int(0, 10));
  if (life.try('CompleteConversations', { roundId }) !== undefined) return;
  const needs = ['REPORTS_SHARED', 'REQUIRED_GROUPS_HEARD'];
  life.try('OverrideGuard', { command: 'CompleteConversations', phase: 'conversations', roundId, needs, reason });
  life.try('CompleteConversations', { roundId });
}

function invite(life: Life, conversationId: Id | undefined): void {
  const { chance } = life;
  for (const groupId of life.groups) {
    if (chance.odds(10)) continue;
    const says = { topic: 'de straat', timeNeeded: 'een uur', resultsWhen: 'in mei' };
    const conversationIds = conversationId ? [conversationId] : [];
    life.try('SendInvitation', { groupId, conversationIds, channel: 'brief', addressed: chance.int(1, 90), says });
    if (chance.odds(60)) life.try('RecordResponse', { groupId, accepted: chance.int(0, 20), declined: 2 });
  }
}

function contribute(life: Life, roundId: Id, conversationId: Id | undefined): void {
  const { chance } = life;
  for (let nr = chance.int(0, 5); nr > 0; nr -= 1) {
    const from = chance.odds(75) ? { roundId, ...(conversationId ? { conversationId } : {}) } : { source: 'letter' };
    const made = life.try('ReceiveContribution', { ...from, kind: 'idea', text: 'een bankje' });
    if (made?.contributionId) life.ideas.push(made.contributionId);
  }
  const loose = life.ideas.filter((id) => life.world.facts.contributions.get(id)?.roundId === undefined);
  for (const id of loose)
    if (chance.odds(50)) life.try('AssignContributionToRound', { contributionIds: [id], roundId });
}

function agree(life: Life): void {
  const { chance, world } = life;
  for (let nr = chance.int(0, 2); nr > 0; nr -= 1) {
    const made = life.try('MakeAgreement', { text: 'het komt er', dueOn: addDays(world.today, chance.int(5, 90)) });
    if (made?.agreementId) life.agreements.push(made.agreementId);
  }
}

/** Every open contribution gets some outcome, or none. */
export function judge(life: Life): void {
  const { chance } = life;
  for (const id of life.ideas) {
    if (chance.odds(40)) life.pass(chance.int(0, 5));
    judgeOne(life, id);
  }
  const roundId = roundOf(life);
  life.try('InterpretResults', { roundId, answered: 'yes' });
  life.pass(chance.int(0, 8));
  life.try('ValidateInterpretation', { roundId, by: ['projectLeader', 'processCoordinator'], withParticipants: true });
  if (chance.odds(15)) {
    life.try('ContestInterpretation', { roundId, ground: reason });
    life.try('ReviseInterpretation', { roundId, reason });
    if (chance.odds(70)) {
      life.try('InterpretResults', { roundId, answered: 'partly' });
      life.try('ValidateInterpretation', {
        roundId,
        by: ['projectLeader', 'processCoordinator'],
        withParticipants: true,
      });
    }
  }
}

function judgeOne(life: Life, id: Id): void {
  const { chance, world } = life;
  const some = { contributionIds: [id] };
  const frameId = [...world.facts.frames.keys()][0];
  const acts: (() => unknown)[] = [
    () => life.try('AdoptContribution', { ...some, how: 'zo' }),
    () => life.try('AdoptContributionPartly', { ...some, what: 'dit', whatNot: 'dat', reason }),
    () => life.try('LeaveContribution', { ...some, reason }),
    () => life.try('AnswerContribution', { ...some, answer: 'ja' }),
    () => life.try('NoteContribution', { ...some, reply: 'dank' }),
    () => frameId && life.try('RejectContribution', { ...some, frameId, reason }),
    () => passOn(life, some),
    () => escalate(life, some),
    () => chance.odds(40) && life.try('WithdrawContribution', { contributionId: id }),
    () => life.ideas[0] !== id && life.try('MergeContributions', { contributionId: id, intoId: life.ideas[0] }),
  ];
  if (chance.odds(60)) life.try('AssessContribution', { ...some, verdict: 'within', motivation: 'past' });
  chance.one(acts)();
  if (chance.odds(8)) {
    life.try('ReconsiderContribution', { ...some, reason });
    if (chance.odds(70)) chance.one(acts)();
  }
  // So that most rounds can be interpreted.
  if (chance.odds(85)) life.try('LeaveContribution', { ...some, reason });
}

function passOn(life: Life, some: object): void {
  life.try('PassOnContribution', { ...some, toArea: idOf('test-area'), receiverRef: personOf('areaManager') });
  life.pass(life.chance.int(0, 40));
  if (life.chance.odds(70)) life.try('AcceptPassedOn', some);
}

function escalate(life: Life, some: object): void {
  life.try('EscalateContribution', { ...some, question: 'mag dit?' });
  life.pass(life.chance.int(0, 10));
  const choice = life.chance.one(['adopt', 'partly', 'notChosen', 'reject', 'passOn']);
  if (life.chance.odds(85)) life.try('MakeClientChoice', { ...some, choice, motivation: reason });
}

/** Answers go out, sometimes in parts, late, after a delay that was told or not, or put right. */
export function tell(life: Life): void {
  const { chance, world } = life;
  const about = roundOf(life);
  life.pass(chance.int(0, 30));
  if (chance.odds(25))
    life.try('DelayFeedback', { about, newDate: addDays(world.today, 20), reason, participantsTold: chance.odds(60) });
  life.pass(chance.int(0, 20));
  const open = life.ideas.filter((id) => world.facts.contributions.get(id)?.toldOn === undefined);
  const later = open.filter(() => chance.odds(20));
  const send = (answered: Id[], owed: object[] = []) =>
    life.try('SendFeedback', {
      about,
      channel: 'brief',
      recipients: 20,
      answered,
      owed,
      ...(chance.odds(15) ? { on: addDays(world.today, -1) } : {}),
    });
  const promised = later.length > 0 ? [{ contributionIds: later, by: addDays(world.today, chance.int(3, 25)) }] : [];
  send(
    open.filter((id) => !later.includes(id)),
    chance.odds(80) ? promised : [],
  );
  life.pass(chance.int(1, 30));
  if (chance.odds(25)) contribute(life, about, undefined);
  if (chance.odds(20)) life.correct('FeedbackSent', '/recipients', () => 12);
  const rest = life.ideas.filter((id) => world.facts.contributions.get(id)?.toldOn === undefined);
  if (rest.length > 0 && chance.odds(90)) send(rest);
  life.pass(chance.int(5, 15));
}
