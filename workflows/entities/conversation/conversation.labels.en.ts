// English words of one conversation. Its commands and events have theirs with the conversations of the round.
import type { Labels } from '../../kit/labels.js';

export const en: Labels = {
  name: 'Conversation',
  states: {
    none: { word: 'nog niet', label: 'Not planned yet' },
    planned: { word: 'nog niet', label: 'Planned' },
    programmed: { word: 'bezig', label: 'Programme ready' },
    postponed: { word: 'bezig', label: 'Postponed' },
    held: { word: 'bezig', label: 'Held' },
    reported: { word: 'klaar', label: 'Report shared' },
    cancelled: { word: 'klaar', label: 'Cancelled' },
  },
};
