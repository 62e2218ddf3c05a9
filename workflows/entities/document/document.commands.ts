// Commands about documents: so far only that one exists.
import type { Facts } from '../../facts/facts.js';
import { defineCommands } from '../../kit/commands.js';
import { TEAM } from '../../kit/types.js';
import { events } from './document.events.js';

export const commands = defineCommands<Facts>('document', events, {
  RegisterDocument: {
    event: 'DocumentRegistered',
    by: [...TEAM, 'areaManager', 'strategicAdviser'],
    makes: ['documentId'],
    defaults: { visibility: () => 'internal' },
  },
});
