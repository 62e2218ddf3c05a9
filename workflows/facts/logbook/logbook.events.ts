// Log entries written by people: which step, with whom, what was discussed, what it yielded.
import type { z } from 'zod';
import {
  bool,
  choice,
  date,
  id,
  ids,
  line,
  list,
  object,
  person,
  personal,
  phase,
  role,
  txt,
} from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const specs = {
  LogEntryWritten: {
    kind: 'fact',
    standsAlone: true,
    data: {
      entryId: id(),
      happenedOn: date(),
      step: phase(),
      withWhom: list(
        object({
          groupId: id('group').optional(),
          role: role().optional(),
          personRef: person().optional(),
          label: personal(line()),
        }),
      ),
      form: choice(['meeting', 'phone', 'mail', 'letter', 'visit', 'platform', 'internal']),
      discussed: txt().min(1),
      yield: txt(),
      incomplete: bool().optional(),
      consideration: txt().optional(),
      followUp: object({ agreementId: id('agreement').optional(), text: txt().optional(), dueOn: date() }).optional(),
      linkedIds: ids(),
      visibility: choice(['internal', 'public']),
      hasPersonalData: bool(),
    },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type LogbookData = DataOf<typeof specs>;
export const events = defineEvents(specs);
