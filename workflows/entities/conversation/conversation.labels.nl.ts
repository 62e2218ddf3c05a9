// Dutch words of one conversation. Its commands and events have theirs with the conversations of the round.
import type { Labels } from '../../kit/labels.js';

export const nl: Labels = {
  name: 'Gesprek',
  states: {
    none: { word: 'nog niet', label: 'Nog niet gepland' },
    planned: { word: 'nog niet', label: 'Gepland' },
    programmed: { word: 'bezig', label: 'Programma klaar' },
    postponed: { word: 'bezig', label: 'Uitgesteld' },
    held: { word: 'bezig', label: 'Gehouden' },
    reported: { word: 'klaar', label: 'Verslag gedeeld' },
    cancelled: { word: 'klaar', label: 'Gestopt' },
  },
};
