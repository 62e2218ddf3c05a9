// Commands of feedback. Sending is a fact and always recorded; without anything prepared it answers only what it names.
import type { Facts } from '../../facts/facts.js';
import { contributionsOf, groupsOf } from '../../facts/rounds.js';
import { defineCommands, type Data, type Fill, type ItemFill } from '../../kit/commands.js';
import { CONTRIBUTIONS_MAX } from '../../kit/fields.js';
import { TEAM } from '../../kit/types.js';
import { events } from './feedback.events.js';
import { itemsOf, sharedAnswer, unnamed, type Item } from './feedback.items.js';
import { aboutMeant, aboutOfMessage, lastMessage, lastSentMessage, waitingMessage } from './feedback.messages.js';

const phase = 'feedback';

const prepared: Fill<Facts> = (view, data) => waitingMessage(view.facts, data.about)?.id ?? view.makeId('feedbackId');

const groups: Fill<Facts> = ({ facts }, { about }) => {
  const own = facts.rounds.has(String(about))
    ? groupsOf(facts, String(about))
    : [...facts.groups.values()].filter(({ removed }) => !removed);
  return own.map(({ id }) => id);
};

/** Answered is what the prepared message answers. */
const answered: Fill<Facts> = ({ facts }, data) => {
  const items = facts.feedbacks.get(String(data.feedbackId))?.items ?? [];
  return items.flatMap(({ contributionIds }) => contributionIds).slice(0, CONTRIBUTIONS_MAX);
};

const owed: Fill<Facts> = ({ facts }, data) => facts.feedbacks.get(String(data.feedbackId))?.owed ?? [];

/** Everyone of the round who is not answered by the same message. */
const theRest =
  (lists: (data: Data) => { contributionIds: string[] }[]): ItemFill<Facts> =>
  ({ facts }, data) =>
    unnamed(facts, String(data.about), lists(data)).slice(0, CONTRIBUTIONS_MAX);

export const commands = defineCommands<Facts>('feedback', events, {
  PrepareFeedback: {
    event: 'FeedbackPrepared',
    by: ['processCoordinator', 'projectLeader', 'communicationAdviser'],
    phase,
    needs: ['REASON_PER_ITEM', 'OWED_HAS_DATE'],
    makes: ['feedbackId'],
    defaults: {
      about: aboutMeant,
      items: (view, data) => itemsOf(view, String(data.about)),
      owed: () => [],
      whatNext: () => '',
      whenNext: ({ facts }) => facts.approval?.endOn,
    },
    itemDefaults: {
      items: {
        contributionIds: ({ facts }, data) =>
          contributionsOf(facts, String(data.about))
            .map(({ id }) => id)
            .slice(0, CONTRIBUTIONS_MAX),
        outcome: (view, _data, item) => sharedAnswer(view, item, 'outcome'),
        reason: (view, _data, item) => sharedAnswer(view, item, 'reason') ?? '',
      },
      owed: { contributionIds: theRest((data) => data.items as Item[]) },
    },
  },
  ReturnFeedback: {
    event: 'FeedbackReturned',
    by: ['client'],
    phase,
    needs: ['REASON_GIVEN'],
    defaults: { about: aboutMeant, feedbackId: lastMessage },
    engine: { about: aboutOfMessage },
  },
  ApproveFeedback: {
    event: 'FeedbackApproved',
    by: ['client', 'projectLeader'],
    phase,
    needs: ['SECOND_PERSON'],
    defaults: { about: aboutMeant, feedbackId: lastMessage },
    engine: { about: aboutOfMessage },
  },
  SendFeedback: {
    event: 'FeedbackSent',
    by: TEAM,
    defaults: { about: aboutMeant, feedbackId: prepared, groupIds: groups, on: ({ today }) => today, answered, owed },
    itemDefaults: { owed: { contributionIds: theRest((data) => [{ contributionIds: data.answered as string[] }]) } },
    engine: { about: aboutOfMessage },
  },
  DelayFeedback: { event: 'FeedbackDelayed', by: TEAM, defaults: { about: aboutMeant } },
  RecordReaction: {
    event: 'FeedbackReactionReceived',
    by: [...TEAM, 'singleContact', 'participant'],
    defaults: { about: aboutMeant, feedbackId: lastSentMessage },
    engine: { about: aboutOfMessage },
  },
  CorrectFeedback: {
    event: 'FeedbackCorrected',
    by: ['processCoordinator', 'projectLeader'],
    phase,
    needs: ['REASON_GIVEN'],
    defaults: { about: aboutMeant, feedbackId: lastSentMessage },
    engine: { about: aboutOfMessage },
  },
  CloseFeedback: {
    event: 'FeedbackCompleted',
    by: ['system', 'processCoordinator'],
    phase,
    needs: ['NOTHING_OWED', 'REACTION_TIME_PASSED'],
    defaults: { about: aboutMeant },
  },
});
