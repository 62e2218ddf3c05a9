// Lines of the logbook as the story shows them.
import { describe, expect, it } from '@jest/globals';
import { OOSTERKOOG, personOf } from '../../../test/support/kern/world.js';
import type { LogbookEntry } from '../../../projections/logbook/logbook.queries.js';
import { storyDays, storyEntry } from './story.js';

describe('a line of the story', () => {
  const entry: LogbookEntry = {
    eventId: personOf('event'),
    entryId: personOf('event'),
    trajectoryId: personOf('trajectory'),
    municipalityIds: [OOSTERKOOG],
    revision: 17,
    type: 'ConversationHeld',
    happenedOn: '2026-04-28',
    happenedAt: '2026-04-28T18:30:00.000Z',
    recordedAt: '2026-04-28T18:30:00.000Z',
    daysLate: 0,
    auto: true,
    category: 'conversation',
    actorKind: 'person',
    actorRef: personOf('processCoordinator'),
    actorRole: 'processCoordinator',
    visibility: 'internal',
    text: { nl: 'Gesprek G1 is gehouden.', en: 'Conversation G1 was held.' },
    corrections: [],
    eventIds: [],
  };

  it('says when and who, and its number counts from 1', () => {
    expect(storyEntry(entry, 'nl')).toMatchObject({
      key: 'gebeurtenis-18',
      number: 18,
      meta: '20:30 · procescoördinator',
      audience: 'internal',
      chips: [],
    });
  });

  it('says for whom it was recorded, and how much later', () => {
    const late = { ...entry, decidedRole: 'approver', daysLate: 6, recordedAt: '2026-05-04T08:00:00.000Z' };
    const { meta, chips } = storyEntry(late, 'nl');
    expect(meta).toBe('procescoördinator, namens budgethouder · vastgelegd op 4 mei 2026');
    expect(chips?.map(({ text }) => text)).toEqual(['6 dagen later vastgelegd']);
  });

  it('shows what stood there and what stands there now', () => {
    const corrected = {
      ...entry,
      mark: 'corrected' as const,
      corrections: [
        { eventId: personOf('fix'), label: { nl: 'Aantal', en: 'Number' }, before: 21, after: 19, sealed: false },
      ],
    };
    expect(storyEntry(corrected, 'nl').sentence).toEqual([
      'Gesprek G1 is gehouden.',
      ' Aantal: ',
      { text: '21', mark: 'del' },
      ' ',
      { text: '19', mark: 'strong' },
      '.',
    ]);
  });

  it('stands under the day on which it happened', () => {
    const days = storyDays([entry, { ...entry, revision: 16, happenedOn: '2026-04-13' }], 'nl');
    expect(days.map(({ heading, items }) => [heading, items.length])).toEqual([
      ['Dinsdag 28 april 2026', 1],
      ['Maandag 13 april 2026', 1],
    ]);
  });
});
