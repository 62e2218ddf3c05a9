// Log entries as facts. An entry is complete when it says with whom and what it yielded, whether at once or filled in later.
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts } from '../facts.js';
import { commands } from './logbook.commands.js';
import { events, type LogbookData } from './logbook.events.js';

export const logbook: FactGroup<Facts> = {
  events,
  commands,
  needs: {},
  facts: {
    LogEntryWritten(facts, event) {
      const data = event.data as LogbookData['LogEntryWritten'];
      const { actor, recordedAt } = event.meta;
      facts.logEntries.set(data.entryId, {
        id: data.entryId,
        happenedOn: data.happenedOn,
        step: data.step,
        form: data.form,
        incomplete: !data.withWhom.some(({ label }) => label !== '') || data.yield === '',
        withWhom: data.withWhom.map(({ label }) => ({ label })),
        yield: data.yield,
        authorRef: actor.ref,
        recordedAt,
        visibility: data.visibility,
      });
    },
  },
};
