// Commands for emotions of participants and aftercare.
import { defineCommands } from '../../kit/commands.js';
import { TEAM } from '../../kit/types.js';
import type { Facts } from '../facts.js';
import { onlyRound } from '../only-round.js';
import { events } from './emotions.events.js';

const WITNESSES = [...TEAM, 'areaManager', 'singleContact', 'alderman', 'clerk'] as const;

export const commands = defineCommands<Facts>('facts', events, {
  SignalEmotion: { event: 'EmotionSignalled', by: WITNESSES },
  RecordAftercare: {
    event: 'AftercareGiven',
    by: WITNESSES,
    defaults: { roundId: ({ facts }) => onlyRound(facts), on: ({ today }) => today },
  },
});
