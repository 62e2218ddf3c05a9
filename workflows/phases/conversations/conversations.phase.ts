// Conversations of a round: the programme is made, the conversations are held and reported, and the round is closed for input.
import type { Facts } from '../../facts/facts.js';
import { flatMachine, stay, to, when } from '../../kit/machine.js';
import { definePhase } from '../../kit/workflow.js';
import { commands } from './conversations.commands.js';
import { events } from './conversations.events.js';
import { facts } from './conversations.facts.js';
import { needs } from './conversations.needs.js';

const PLANNING = when(['ConversationPlanned', 'ProgrammeSet'], stay);
const HELD = { ConversationHeld: to('running') };
const COMPLETED = { ConversationsCompleted: to('closed') };
const CLOSED_FOR_INPUT = { RoundClosedForInput: to('reporting') };
const REOPENED = { RoundReopened: to('programming') };

export const conversationsMachine = flatMachine(
  'conversations',
  'programming',
  {
    programming: { on: { ...PLANNING, ...HELD, ConversationsScheduled: to('scheduled') } },
    scheduled: { on: { ...PLANNING, ...HELD, ...CLOSED_FOR_INPUT, ConversationsScheduled: stay } },
    running: {
      on: { ...PLANNING, ...CLOSED_FOR_INPUT, ...COMPLETED, ConversationsScheduled: stay, ConversationHeld: stay },
    },
    reporting: { on: { ...HELD, ...COMPLETED, ...REOPENED } },
    closed: { tags: ['closed'], on: { ...REOPENED, ConversationHeld: stay } },
  },
  // One conversation only: the round goes on.
  when(['ConversationPostponed', 'ConversationRescheduled', 'ConversationCancelled', 'ReportShared'], stay),
);

export const conversations = definePhase<Facts>({
  key: 'conversations',
  machine: conversationsMachine,
  per: 'round',
  /** Events about one conversation carry its id only. */
  rounds({ data }, { conversations: known }) {
    const roundId = data.roundId ?? known.get(String(data.conversationId))?.roundId;
    return typeof roundId === 'string' ? [roundId] : [];
  },
  events,
  commands,
  needs,
  facts,
});
