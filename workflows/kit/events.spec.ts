// Whose key seals a field: the person named closest to it, and for a correction the person of the field that it corrects.
import { describe, expect, it } from '@jest/globals';
import { aRecorded } from '../../test/support/log/recorded.js';
import { defineEvents, personalFields } from './events.js';
import { emptyTrajectory } from './evolve.js';
import { line, list, object, person, personal, txt } from './fields.js';
import { kern } from '../registry.js';

const events = defineEvents({
  Met: {
    kind: 'fact',
    data: {
      personRef: person().optional(),
      withWhom: list(object({ personRef: person().optional(), label: personal(line()) })),
      said: txt(),
    },
  },
});
const KNOWN = new Map(Object.entries({ ...events, FactCorrected: kern.events.get('FactCorrected') ?? events.Met }));
const [ANNA, BEN, CARLA] = ['a', 'b', 'c'].map((name) => `0000000${name}-0000-4000-8000-000000000000`);
const met = (personRef?: string) => ({
  ...aRecorded({
    ...(personRef === undefined ? {} : { personRef }),
    withWhom: [{ personRef: ANNA, label: 'Anna' }, { label: 'een buur' }, { personRef: BEN, label: 'Ben' }],
    said: 'goed zo',
  }),
  type: 'Met',
});

describe('the key of a personal field', () => {
  it('is that of the person named in the same item of a list; without one the entry has its own', () => {
    expect(personalFields(events.Met, met(), undefined, KNOWN)).toEqual([
      { pointer: '/withWhom/0/label', subject: ANNA },
      { pointer: '/withWhom/1/label' },
      { pointer: '/withWhom/2/label', subject: BEN },
      { pointer: '/said' },
    ]);
  });

  it('is that of the person of the event where the item names nobody', () => {
    expect(personalFields(events.Met, met(CARLA), undefined, KNOWN).map(({ subject }) => subject)).toEqual([
      ANNA,
      CARLA,
      BEN,
      CARLA,
    ]);
  });

  it('is for a correction that of the field it corrects', () => {
    const original = met(CARLA);
    const before = emptyTrajectory(kern, 'trajectory-1');
    before.events.set(original.meta.id, original);
    const subjectsOf = (field: string) => {
      const data = { eventId: original.meta.id, field, before: 'x', after: 'y', reason: 'z' };
      const corrected = { ...aRecorded(data), type: 'FactCorrected' };
      return personalFields(events.Met, corrected, before, KNOWN).map(({ subject }) => subject);
    };
    expect(subjectsOf('/withWhom/2/label')).toEqual([BEN, BEN, BEN]);
    expect(subjectsOf('/withWhom/1/label')).toEqual([CARLA, CARLA, CARLA]);
    expect(subjectsOf('/said')).toEqual([CARLA, CARLA, CARLA]);
  });
});
