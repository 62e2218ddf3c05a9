// Between the events of the port and those of EventStoreDB. The bytes go in as they are, marked as binary: the client would read JSON back
// as a value whose bytes can only be guessed, and chain and checksum are about bytes. Those two stand in the event's metadata, as JSON, so
// that whoever looks at the log with the server's own tools can check them; metadata is stored in the same append and never changed.
import type { EventData, RecordedEvent, ResolvedEvent } from '@eventstore/db-client';
import { LogCorrupt } from '../errors.js';
import type { EventToAppend, StoredEvent } from '../event-log.js';
import { checkBytes } from '../integrity.js';

/** An event as the client takes it. */
export function toServer({ id, type, bytes, chain, crc }: EventToAppend): EventData {
  return { id, type, contentType: 'application/octet-stream', data: bytes, metadata: { chain, crc } };
}

/**
 * An event of one of our streams as it was stored.
 * @throws LogCorrupt when it is no event of ours, or its bytes are not those that were written.
 */
export function fromServer(event: RecordedEvent, position: string): StoredEvent {
  const { streamId: stream, id, type, data, metadata } = event;
  const place = { stream, revision: Number(event.revision), position };
  if (event.isJson || !(data instanceof Uint8Array) || !isNote(metadata))
    throw new LogCorrupt(place, 'not an event of this product');
  const stored: StoredEvent = { id, type, bytes: data, ...place, chain: metadata.chain, crc: metadata.crc };
  checkBytes(stored);
  return stored;
}

/** Where an event stands in the log, as text. */
export function positionOf({ event, commitPosition }: Pick<ResolvedEvent, 'event' | 'commitPosition'>): string {
  return String(event?.position?.commit ?? commitPosition ?? '');
}

function isNote(metadata: unknown): metadata is { chain: string; crc: number } {
  if (typeof metadata !== 'object' || metadata === null || !('chain' in metadata) || !('crc' in metadata)) return false;
  const { chain, crc } = metadata;
  return typeof chain === 'string' && /^[0-9a-f]{64}$/.test(chain) && typeof crc === 'number' && Number.isInteger(crc);
}
