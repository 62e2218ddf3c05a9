// English words of emotions of participants and aftercare.
import { excerpt, type Labels } from '../../kit/labels.js';

export const en: Labels = {
  name: 'Emotions and aftercare',
  commands: { SignalEmotion: 'Signal emotions', RecordAftercare: 'Record aftercare' },
  fields: {
    conversationId: 'Conversation',
    level: 'Level',
    helpCalled: 'Who was called in?',
    action: 'What was done?',
    roundId: 'Round',
    on: 'Date',
  },
  hints: {
    helpCalled:
      'Name a function, not a person. This is about participants only; for help for yourself talk to your manager.',
  },
  events: {
    EmotionSignalled: (data, names) => {
      const at = data.conversationId === undefined ? '' : ` at ${names.conversation(data.conversationId)}`;
      const help = excerpt(data.helpCalled);
      return `Strong emotions${at}, level ${names.number(data.level)} of 3: ${excerpt(data.action)}${help === '' ? '' : ` Called in: ${help}`}`;
    },
    AftercareGiven: (data, names) => {
      const after =
        data.conversationId === undefined
          ? `in round ${names.round(data.roundId)}`
          : `after ${names.conversation(data.conversationId)}`;
      return `Aftercare was given ${after}: ${excerpt(data.action)}`;
    },
  },
};
