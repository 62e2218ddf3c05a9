// Dutch words of emotions of participants and aftercare.
import { excerpt, type Labels } from '../../kit/labels.js';

export const nl: Labels = {
  name: 'Emoties en nazorg',
  commands: { SignalEmotion: 'Emoties melden', RecordAftercare: 'Nazorg vastleggen' },
  fields: {
    conversationId: 'Gesprek',
    level: 'Niveau',
    helpCalled: 'Wie is erbij gehaald?',
    action: 'Wat is er gedaan?',
    roundId: 'Ronde',
    on: 'Datum',
  },
  hints: {
    helpCalled:
      'Noem een functie, geen naam. Dit gaat alleen over deelnemers; hulp voor uzelf vraagt u uw leidinggevende.',
  },
  events: {
    EmotionSignalled: (data, names) => {
      const at = data.conversationId === undefined ? '' : ` bij ${names.conversation(data.conversationId)}`;
      const help = excerpt(data.helpCalled);
      return `Sterke emoties${at}, niveau ${names.number(data.level)} van 3: ${excerpt(data.action)}${help === '' ? '' : ` Erbij gehaald: ${help}`}`;
    },
    AftercareGiven: (data, names) => {
      const after =
        data.conversationId === undefined
          ? `in ronde ${names.round(data.roundId)}`
          : `na ${names.conversation(data.conversationId)}`;
      return `Er is nazorg gegeven ${after}: ${excerpt(data.action)}`;
    },
  },
};
