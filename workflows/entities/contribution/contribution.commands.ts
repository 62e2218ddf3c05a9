// Commands about contributions: taking them in one by one or many at once, judging them, and giving each an outcome.
import type { Facts } from '../../facts/facts.js';
import { onlyRound } from '../../facts/only-round.js';
import { defineCommands, type Data, type Fill, type View } from '../../kit/commands.js';
import { TEAM, type Rejection } from '../../kit/types.js';
import { events } from './contribution.events.js';
import { idsOf, versionInForce } from './contribution.needs.js';

const takers = [...TEAM, 'areaManager', 'singleContact', 'participant'] as const;
const leader = ['projectLeader'] as const;
const leaders = ['projectLeader', 'processCoordinator'] as const;

/** Under what a contribution from another system is known; undefined for one that comes from here. */
export function outsideKey(data: { sourceSystem?: unknown; externalId?: unknown }): string | undefined {
  return data.externalId === undefined ? undefined : JSON.stringify([data.sourceSystem ?? '', data.externalId]);
}

/** The round of a contribution that does not say so: that of its conversation, or the only one. A letter, mail or call waits for a person to say it. */
function roundOf({ facts }: View<Facts>, data: Data): string | undefined {
  if (typeof data.conversationId === 'string') return facts.conversations.get(data.conversationId)?.roundId;
  const placedLater = data.source === 'letter' || data.source === 'email' || data.source === 'phone';
  return placedLater ? undefined : onlyRound(facts);
}

/** Source comes before round, which looks at it. */
const intake: Record<string, Fill<Facts>> = {
  source: (_view, data) => (data.conversationId === undefined ? 'phone' : 'conversation'),
  kind: () => 'idea',
  roundId: roundOf,
};

function knownAlready({ facts }: View<Facts>, data: Data): Rejection | undefined {
  const key = outsideKey(data);
  if (key === undefined || !facts.contributionKeys.has(key)) return undefined;
  return { code: 'already-changed', pointer: '/payload/externalId', detail: { issue: 'already-stored' } };
}

/** The version that held when the idea came, else the newest, so that FRAME_IN_FORCE can say what is wrong. */
const versionThen: Fill<Facts> = ({ facts, address }, data) => {
  const frame = facts.frames.get(String(data.frameId));
  const first = facts.contributions.get(idsOf(address, data)[0] ?? '');
  return versionInForce(frame, first?.receivedAt) ?? frame?.versions.at(-1)?.version;
};

export const commands = defineCommands<Facts>('contribution', events, {
  ReceiveContribution: {
    event: 'ContributionReceived',
    by: takers,
    makes: ['contributionId'],
    defaults: intake,
    conflict: knownAlready,
  },
  // Items that are already here are left out, so that an import can be sent again; when nothing new is left the command is rejected.
  ImportContributions: {
    event: 'ContributionReceived',
    by: takers,
    each: 'contributions',
    makes: ['contributionId'],
    defaults: intake,
    once: (data, facts) => {
      const key = outsideKey(data);
      return key === undefined ? undefined : { key, known: facts.contributionKeys.has(key) };
    },
  },
  WithdrawContribution: { event: 'ContributionWithdrawn', by: takers },
  AskGiver: { event: 'GiverAsked', by: takers, defaults: { on: ({ today }) => today } },
  AssignContributionToRound: {
    event: 'ContributionAssignedToRound',
    by: ['processCoordinator', 'projectLeader', 'teamMember'],
  },
  AssessContribution: {
    event: 'ContributionAssessed',
    by: ['projectLeader', 'teamMember'],
    defaults: { frames: () => [], motivation: () => '' },
  },
  AdoptContribution: { event: 'ContributionAdopted', by: leader, needs: ['ASSESSED'] },
  AdoptContributionPartly: { event: 'ContributionPartlyAdopted', by: leader, needs: ['ASSESSED', 'REASON_GIVEN'] },
  LeaveContribution: { event: 'ContributionNotChosen', by: leader, needs: ['ASSESSED', 'REASON_GIVEN'] },
  RejectContribution: {
    event: 'ContributionRejected',
    by: leader,
    needs: ['FRAME_IN_FORCE', 'FRAME_ANNOUNCED_BEFORE_IDEA', 'REASON_GIVEN'],
    defaults: { frameVersion: versionThen },
  },
  AnswerContribution: { event: 'ContributionAnswered', by: leaders },
  NoteContribution: { event: 'ContributionNoted', by: leaders },
  EscalateContribution: {
    event: 'ContributionEscalated',
    by: leaders,
    defaults: { clientRef: ({ facts }) => facts.clientRef },
  },
  MakeClientChoice: { event: 'ClientChoiceMade', by: ['client'], needs: ['REASON_GIVEN', 'CHANGE_BY_PLAN'] },
  PassOnContribution: {
    event: 'ContributionPassedOn',
    by: leaders,
    needs: ['RECEIVER_KNOWN'],
    defaults: { receiverRef: () => '' },
  },
  AcceptPassedOn: {
    event: 'PassedOnAccepted',
    by: ['areaManager', 'receiver'],
    defaults: { on: ({ today }) => today },
  },
  MergeContributions: {
    event: 'ContributionMerged',
    by: ['projectLeader', 'processCoordinator', 'teamMember'],
    needs: ['TARGET_OPEN'],
  },
  ReconsiderContribution: { event: 'ContributionReconsidered', by: leaders, needs: ['REASON_GIVEN'] },
});
