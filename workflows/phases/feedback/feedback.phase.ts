// Feedback: everyone who brought something in hears what was done with it and why. One machine per round, per decision and for stopping.
import type { Facts } from '../../facts/facts.js';
import { flatMachine, stay, to, when } from '../../kit/machine.js';
import { definePhase } from '../../kit/workflow.js';
import { commands } from './feedback.commands.js';
import { events } from './feedback.events.js';
import { facts } from './feedback.facts.js';
import { needs } from './feedback.needs.js';

const SENT = { FeedbackSent: to('sent') };
const PREPARED = { FeedbackPrepared: to('inApproval') };
const TOLD = { ...SENT, ...PREPARED, FeedbackApproved: stay, FeedbackCorrected: to('preparing') };

export const feedbackMachine = flatMachine(
  'feedback',
  'preparing',
  {
    preparing: { on: { ...SENT, ...PREPARED } },
    inApproval: {
      tags: ['waits:client'],
      on: { ...SENT, FeedbackReturned: to('preparing'), FeedbackApproved: to('approved') },
    },
    approved: { tags: ['waits:processCoordinator'], on: SENT },
    sent: { tags: ['waits:participant'], on: { ...TOLD, FeedbackCompleted: to('closed') } },
    closed: { tags: ['closed'], on: TOLD },
  },
  when(['FeedbackDelayed', 'FeedbackReactionReceived'], stay),
);

export const feedback = definePhase<Facts>({
  key: 'feedback',
  machine: feedbackMachine,
  per: 'round',
  rounds: ({ data }) => (typeof data.about === 'string' ? [data.about] : []),
  events,
  commands,
  needs,
  facts,
});
