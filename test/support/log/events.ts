// Events for tests of the log: any bytes will do, since the log does not look inside.
import { chainOf, ZERO_CHAIN } from '../../../src/event-log/chain.js';
import { crc32c } from '../../../src/event-log/crc32c.js';
import type { AppendResult, EventLog, EventToAppend, StoredEvent } from '../../../src/event-log/event-log.js';

/** An event whose bytes are the text, or that many bytes. */
export function anEvent(id: string, body: string | number = `body of ${id}`): EventToAppend {
  const bytes = typeof body === 'number' ? Buffer.alloc(body, 'a') : Buffer.from(body);
  return { id, type: 'Happened', bytes, crc: crc32c(bytes), chain: chainOf(bytes, ZERO_CHAIN) };
}

/** Events `prefix-0`, `prefix-1`, … */
export function someEvents(prefix: string, count: number): EventToAppend[] {
  return Array.from({ length: count }, (_, index) => anEvent(`${prefix}-${index}`));
}

/** What the log answers with on success; fails the test otherwise. */
export function appended(result: AppendResult): { revision: number; position: string } {
  if (result.kind !== 'appended') throw new Error(`Expected an append, got ${JSON.stringify(result)}`);
  return result;
}

/** The whole log, page by page. */
export async function everything(log: EventLog, page = 500): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for (let after = '-1'; ; after = all.at(-1)?.position ?? after) {
    const events = await log.readAll(after, page);
    if (events.length === 0) return all;
    all.push(...events);
  }
}

export const idsOf = (events: readonly { id: string }[]): string[] => events.map((event) => event.id);
