// Events of the organisation stream: its municipalities, its settings and its calendar.
import { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../kit/events.js';
import { date, id, internal, line, list, object, pub } from '../kit/fields.js';

const value = () =>
  z.union([z.string().max(4_000), z.number(), z.boolean(), z.null()]).meta({ kind: 'line', fieldClass: 'internal' });

const specs = {
  MunicipalityRegistered: {
    kind: 'decision',
    standsAlone: true,
    data: { municipalityId: pub(id()), name: pub(line(1)) },
  },
  SettingChanged: {
    kind: 'decision',
    standsAlone: true,
    data: {
      key: internal(line(1)),
      municipalityId: id('municipality').optional(),
      before: value(),
      after: value(),
      from: date(),
    },
  },
  CalendarSet: {
    kind: 'decision',
    standsAlone: true,
    data: { periods: list(object({ from: date(), to: date(), name: internal(line(1)) })) },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type OrganisationData = DataOf<typeof specs>;
export const events = defineEvents(specs);
