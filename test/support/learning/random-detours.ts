// What also happens in a trajectory: a phase or round is opened again, somebody leaves, a group comes late or goes, the board decides.
import { personOf } from '../kern/world.js';
import type { Life } from './random-history.js';

const reason = 'omdat het zo liep';

/** One detour, if the workflow takes it now; what it opened again is sometimes closed again. */
export function detour(life: Life): void {
  const { chance } = life;
  const again = chance.odds(60);
  const detours: ((life: Life) => void)[] = [
    lateGroup,
    lessGroups,
    openRound,
    openPhase,
    leave,
    skip,
    decide,
    correctFeedback,
    passBeforehand,
  ];
  chance.one(detours)(life);
  life.pass(chance.int(0, 10));
  if (again) closeAgain(life);
}

function lateGroup(life: Life): void {
  const made = life.try('AdmitLateGroup', { name: 'winkeliers', required: life.chance.odds(50), min: 3 });
  if (made?.groupId) life.groups.push(made.groupId);
}

function lessGroups(life: Life): void {
  const groupId = life.groups.at(-1);
  if (groupId === undefined) return;
  life.try('WaiveGroup', { groupId, reason }, 'client');
  if (life.chance.odds(50) && life.try('RemovePublicGroup', { groupId, reason }) !== undefined) life.groups.pop();
}

function openRound(life: Life): void {
  for (const roundId of life.world.facts.rounds.keys()) life.try('ReopenRound', { roundId, reason });
}

function openPhase(life: Life): void {
  const [roundId] = life.world.facts.rounds.keys();
  const places = [
    { phase: 'approval', toState: 'estimating' },
    { phase: 'organisation', toState: 'designing' },
    { phase: 'interpreting', roundId, toState: 'assessing' },
  ];
  life.try('ReopenPhase', { ...life.chance.one(places), reason });
}

function leave(life: Life): void {
  const role = 'projectLeader';
  life.try('ReleaseRole', { role, assigneeRef: personOf(role), responsibility: 'content', reason });
}

const skip = (life: Life): void => {
  life.try('SkipPhase', { phase: life.chance.one(['conversations', 'interpreting']), reason });
};

function decide(life: Life): void {
  const outcome = life.chance.one(['asProposed', 'deferred']);
  const ideas = [...life.world.facts.contributions.keys()].slice(0, life.chance.one([0, 2, 99]));
  const perItem = ideas.map((contributionId) => ({
    contributionId,
    outcome: life.chance.one(['asAdvised', 'asAdvised', 'changed']),
    text: '',
  }));
  const by = { body: 'college', outcome, deviates: life.chance.odds(30), perItem };
  const made = life.try('RecordDecision', by, ['alderman', 'clerk'], {
    overrides: [{ code: 'ITEMS_JUDGED', reason }],
  });
  if (made?.decisionId && life.chance.odds(70))
    life.try('SendFeedback', { about: made.decisionId, channel: 'brief', recipients: 9, answered: [], owed: [] });
}

/** A need is passed over beforehand, for an act that may or may not come. */
function passBeforehand(life: Life): void {
  const roundId = [...life.world.facts.rounds.keys()].at(-1);
  const place = { phase: 'conversations', roundId };
  life.try('OverrideGuard', { command: 'CompleteConversations', needs: ['REPORTS_SHARED'], reason, ...place });
}

function correctFeedback(life: Life): void {
  for (const { id, about } of life.world.facts.feedbacks.values())
    life.try('CorrectFeedback', { feedbackId: id, about, reason });
}

function closeAgain(life: Life): void {
  const { chance, world } = life;
  life.try('ConfirmOrganisation', {});
  life.try('MakeEstimate', { totalHours: chance.int(9, 50), totalCents: 50_000, endOn: '2026-12-31' });
  life.try('RequestApproval', { approverRef: personOf('approver') });
  life.try('ApproveTimeAndMoney', {}, 'approver');
  for (const roundId of world.facts.rounds.keys()) {
    life.try('CompleteConversations', { roundId });
    life.try('InterpretResults', { roundId, answered: 'yes' });
    life.try('ValidateInterpretation', {
      roundId,
      by: ['projectLeader', 'processCoordinator'],
      withParticipants: true,
    });
  }
}
