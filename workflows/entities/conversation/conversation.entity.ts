// One conversation: planned, prepared, perhaps postponed, held and reported, or called off. Its events belong to the conversations of its round.
import type { Facts } from '../../facts/facts.js';
import { flatMachine, stay, to } from '../../kit/machine.js';
import { defineEntity } from '../../kit/workflow.js';

const HELD = { ConversationHeld: to('held') };
const PUT_OFF = { ConversationPostponed: to('postponed'), ConversationCancelled: to('cancelled') };
const ALWAYS = { ConversationsScheduled: stay, ReportShared: stay };

export const conversationMachine = flatMachine('conversation', 'none', {
  none: { on: { ...HELD, ConversationPlanned: to('planned') } },
  planned: {
    on: {
      ...ALWAYS,
      ...HELD,
      ...PUT_OFF,
      ConversationRescheduled: stay,
      ProgrammeSet: [to('programmed', ({ event }) => event.data.tasksComplete === true), stay],
    },
  },
  programmed: { on: { ...ALWAYS, ...HELD, ...PUT_OFF, ConversationRescheduled: stay, ProgrammeSet: stay } },
  // Back to planned: at another time the tasks have to be looked at again.
  postponed: {
    on: {
      ...ALWAYS,
      ...HELD,
      ConversationCancelled: to('cancelled'),
      ConversationRescheduled: to('planned'),
      ProgrammeSet: stay,
    },
  },
  held: { on: { ...ALWAYS, ...HELD, ReportShared: to('reported') } },
  reported: { on: { ...ALWAYS, ...HELD } },
  cancelled: { on: { ...ALWAYS, ...HELD } },
});

export const conversation = defineEntity<Facts>({
  key: 'conversation',
  machine: conversationMachine,
  events: {},
  commands: {},
  needs: {},
});
