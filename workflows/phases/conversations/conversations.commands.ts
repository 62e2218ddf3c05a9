// Commands of the conversations of a round. What was held or shared is always recorded; planning and closing wait for their needs.
import type { Facts } from '../../facts/facts.js';
import { onlyRound } from '../../facts/only-round.js';
import { heardOf, underHeard } from '../../facts/rounds.js';
import { defineCommands, type Data, type Fill, type View } from '../../kit/commands.js';
import { TEAM, type Rejection } from '../../kit/types.js';
import { events } from './conversations.events.js';

const phase = 'conversations';
const planners = ['processCoordinator', 'projectLeader'] as const;
const TWO_HOURS = 7_200_000;

const roundId: Fill<Facts> = ({ facts }) => onlyRound(facts);
const today: Fill<Facts> = (view) => view.today;

const twoHoursLater: Fill<Facts> = (_view, data) =>
  new Date(Date.parse(String(data.startsAt)) + TWO_HOURS).toISOString();

const targets: Fill<Facts> = ({ facts }, data) =>
  (data.groupIds as string[]).reduce((sum, id) => sum + (facts.groups.get(id)?.target ?? 0), 0);

/** A conversation that was planned belongs to its own round. */
const roundOfConversation: Fill<Facts> = ({ facts }, data) =>
  facts.conversations.get(String(data.conversationId))?.roundId;

const heard: Fill<Facts> = ({ facts }, data) =>
  [...heardOf(facts, String(data.roundId))].map(([groupId, count]) => ({ groupId, count }));

const notHeard: Fill<Facts> = ({ facts }, data) =>
  underHeard(facts, String(data.roundId)).map(({ id }) => ({ groupId: id, reason: 'te weinig gehoord' }));

/** A report is a document or a text, not both and not neither. */
function oneReport(_view: View<Facts>, data: Data): Rejection | undefined {
  const given = [data.documentId, data.text].filter((value) => value !== undefined && value !== '');
  return given.length === 1
    ? undefined
    : { code: 'invalid', pointer: '/payload', detail: { issue: 'one-of', expected: 'documentId, text' } };
}

export const commands = defineCommands<Facts>('conversations', events, {
  PlanConversation: {
    event: 'ConversationPlanned',
    by: planners,
    phase,
    needs: ['PHASE_OPEN'],
    makes: ['conversationId'],
    defaults: { roundId, endsAt: twoHoursLater, online: () => false, capacity: targets },
  },
  SetProgramme: { event: 'ProgrammeSet', by: [...planners, 'teamMember'], phase },
  ReleaseProgramme: {
    event: 'ConversationsScheduled',
    by: planners,
    phase,
    needs: ['NOT_PAUSED', 'PROGRAMMES_COMPLETE'],
    defaults: { roundId },
  },
  HoldConversation: {
    event: 'ConversationHeld',
    by: TEAM,
    defaults: { conversationId: (view) => view.makeId('conversationId'), roundId, on: today, mood: () => 'calm' },
    engine: { roundId: roundOfConversation },
  },
  PostponeConversation: { event: 'ConversationPostponed', by: planners, phase, needs: ['REASON_GIVEN'] },
  RescheduleConversation: { event: 'ConversationRescheduled', by: planners, phase },
  CancelConversation: { event: 'ConversationCancelled', by: planners, phase, needs: ['REASON_GIVEN'] },
  CloseRoundForInput: {
    event: 'RoundClosedForInput',
    by: planners,
    phase,
    needs: ['NOT_PAUSED', 'CONVERSATIONS_DONE'],
    defaults: { roundId, on: today },
  },
  ShareReport: { event: 'ReportShared', by: TEAM, defaults: { on: today }, conflict: oneReport },
  CompleteConversations: {
    event: 'ConversationsCompleted',
    by: planners,
    phase,
    needs: ['NOT_PAUSED', 'CONVERSATIONS_DONE', 'REPORTS_SHARED', 'REQUIRED_GROUPS_HEARD'],
    defaults: { roundId, heard, notHeard },
  },
  ReopenRound: { event: 'RoundReopened', by: planners, phase, needs: ['REASON_GIVEN'], defaults: { roundId } },
});
