// Logs that misbehave in one way, around a log that does not.
import { LogCorrupt } from '../../../src/event-log/errors.js';
import type { EventLog, StoredEvent } from '../../../src/event-log/event-log.js';

/** The log with some of its methods replaced. */
export function around(log: EventLog, changed: Partial<EventLog>): EventLog {
  return {
    append: (stream, expected, events) => log.append(stream, expected, events),
    readStream: (stream, from, limit) => log.readStream(stream, from, limit),
    readAll: (after, limit) => log.readAll(after, limit),
    at: (position) => log.at(position),
    subscribe: (after, onEvents, onFailed) => log.subscribe(after, onEvents, onFailed),
    head: () => log.head(),
    health: () => log.health(),
    close: () => log.close(),
    ...changed,
  };
}

/** Delivers every page in pieces of these sizes (over and over), and each piece as often as `times` says. */
export function inPieces(log: EventLog, sizes: readonly number[], times: number): EventLog {
  return around(log, {
    subscribe: (after, onEvents, onFailed) =>
      log.subscribe(
        after,
        async (events) => {
          let from = 0;
          for (let turn = 0; from < events.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            for (let again = 0; again < times; again += 1) await onEvents(events.slice(from, from + size));
            from += size;
          }
        },
        onFailed,
      ),
  });
}

/** Leaves one event out of what is delivered, as a faulty subscription would. */
export function skipping(log: EventLog, position: string): EventLog {
  return around(log, {
    subscribe: (after, onEvents, onFailed) =>
      log.subscribe(after, (events) => onEvents(events.filter((event) => event.position !== position)), onFailed),
  });
}

/** Has one damaged event: every page that would hold it is refused, as the adapters do. */
export function damagedAt(log: EventLog, position: string): EventLog {
  const checked = (events: StoredEvent[]): StoredEvent[] => {
    const damaged = events.find((event) => event.position === position);
    if (damaged) throw new LogCorrupt(damaged, 'checksum differs');
    return events;
  };
  return around(log, {
    readStream: async (stream, from, limit) => checked(await log.readStream(stream, from, limit)),
    readAll: async (after, limit) => checked(await log.readAll(after, limit)),
    subscribe: (after, onEvents, onFailed) =>
      log.subscribe(after, async (events) => onEvents(checked(events)), onFailed),
  });
}
