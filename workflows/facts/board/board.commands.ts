// Commands for the contact with alderman and council.
import { defineCommands } from '../../kit/commands.js';
import { TEAM } from '../../kit/types.js';
import type { Facts } from '../facts.js';
import { events } from './board.events.js';

const WITNESSES = [...TEAM, 'areaManager', 'singleContact', 'alderman', 'clerk'] as const;
const defaults = { on: (view: { today: string }): string => view.today };

export const commands = defineCommands<Facts>('facts', events, {
  AgreeAldermanLine: { event: 'AldermanLineAgreed', by: ['alderman'] },
  CommunicateCouncilRole: { event: 'CouncilRoleCommunicated', by: [...TEAM, 'clerk'], defaults },
  NoteDirectRoute: { event: 'DirectRouteNoticed', by: WITNESSES, makes: ['routeId'], defaults },
  HandleDirectRoute: { event: 'DirectRouteHandled', by: WITNESSES, defaults },
});
