// Events of feedback: what participants are told about what they brought in, per round, per decision and about stopping.
import { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import { bool, choice, date, id, ids, int, letter, line, list, object, pub, txt } from '../../kit/fields.js';

/** Outcomes that an answer can tell: the states of a contribution once it has one. */
export const OUTCOMES = [
  'adopted',
  'partlyAdopted',
  'notChosen',
  'rejected',
  'answered',
  'noted',
  'passedOn',
  'escalated',
  'merged',
  'withdrawn',
] as const;

/** A round, a decision, or that the trajectory stopped. */
const about = () => z.union([id(), z.literal('stopped')]).meta({ kind: 'id', fieldClass: 'internal', ref: 'about' });
const feedbackId = id('feedback');
const owed = () => list(object({ contributionIds: ids('contribution'), by: date() }));

const specs = {
  FeedbackPrepared: {
    kind: 'decision',
    data: {
      feedbackId: id(),
      about: about(),
      items: list(
        object({
          contributionIds: ids('contribution'),
          outcome: pub(choice(OUTCOMES)),
          reason: txt(),
          publicText: pub(txt()).optional(),
        }),
      ),
      owed: owed(),
      whatNext: txt(),
      whenNext: date(),
      letter: letter().optional(),
    },
  },
  FeedbackReturned: { kind: 'decision', data: { feedbackId, about: about(), remarks: txt() } },
  FeedbackApproved: { kind: 'decision', data: { feedbackId, about: about() } },
  FeedbackSent: {
    kind: 'fact',
    data: {
      feedbackId,
      about: pub(about()),
      channel: line(),
      groupIds: ids('group'),
      recipients: pub(int()),
      on: pub(date()),
      answered: ids('contribution'),
      owed: owed(),
      letter: letter().optional(),
      publicDocId: pub(id('document')).optional(),
    },
  },
  FeedbackDelayed: {
    kind: 'fact',
    data: {
      about: about(),
      newDate: pub(date()),
      reason: txt(),
      publicReason: pub(txt()).optional(),
      participantsTold: bool(),
    },
  },
  FeedbackReactionReceived: {
    kind: 'fact',
    data: {
      feedbackId,
      about: about(),
      groupId: id('group').optional(),
      tone: choice(['positive', 'neutral', 'negative']),
      text: txt(),
      count: int(),
    },
  },
  FeedbackCorrected: { kind: 'decision', data: { feedbackId, about: about(), reason: txt() } },
  FeedbackCompleted: { kind: 'decision', data: { about: about() } },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type FeedbackData = DataOf<typeof specs>;
export const events = defineEvents(specs);
