// Lines of the logbook as they read on a past day: what was set right since stands as it was known, and the correction is not mentioned yet.
import type { LogbookEntry } from '../../projections/logbook/logbook.queries.js';
import { wordsOf } from '../../projections/kit/words.js';
import type { Facts } from '../../workflows/facts/facts.js';
import type { Trajectory } from '../../workflows/kit/types.js';
import { LABELS } from '../labels.js';
import { leftOf } from '../projecting/left.js';
import type { AnyWorkflow } from '../../workflows/registry.js';

const WORDS = { nl: wordsOf('nl', LABELS.nl), en: wordsOf('en', LABELS.en) };

/** The line as it read; `then` is the trajectory as it was known, `sealedText` whether sealed text may be read. */
export function lineThen(
  entry: LogbookEntry,
  workflow: AnyWorkflow,
  then: Trajectory<unknown>,
  sealedText: boolean,
): LogbookEntry {
  const corrections = entry.corrections.filter(({ eventId }) => then.events.has(eventId));
  const event = then.events.get(entry.eventId);
  if (!event || corrections.length === entry.corrections.length) return entry;
  const data = sealedText ? event.data : leftOf({ workflow, trajectory: then, last: event }, event).open;
  const facts = then.facts as Facts;
  const { mark, ...rest } = entry;
  return {
    ...rest,
    ...(mark !== undefined && corrections.length > 0 ? { mark } : {}),
    text: {
      nl: WORDS.nl.sentence({ ...event, data }, facts),
      en: WORDS.en.sentence({ ...event, data }, facts),
    },
    corrections,
    eventIds: [entry.eventId, ...corrections.map(({ eventId }) => eventId)],
  };
}
