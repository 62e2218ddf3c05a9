// Between an event as the engine knows it and the bytes in the log: seals what is personal, serialises, chains, and back again.
import type { Recorded } from '../../../workflows/kit/types.js';
import { sealEvent, unsealEvent, type PersonalField, type SealedEvent } from '../../vault/sealing.js';
import type { KeyReader, Vault } from '../../vault/vault.js';
import { chainOf } from '../chain.js';
import { crc32c } from '../crc32c.js';
import { LogCorrupt } from '../errors.js';
import type { EventToAppend, StoredEvent } from '../event-log.js';
import { canonicalJson } from './canonical-json.js';

/** The bytes, checksum and chain value of an event. `predecessor` is the chain value of the event before it in the stream. */
export function encode({ recorded, sealed }: SealedEvent, predecessor: string): EventToAppend {
  const { type, version, data } = recorded;
  // The log gives the position; it is not part of what is stored and hashed.
  const meta = { ...recorded.meta, position: undefined };
  const bytes = Buffer.from(
    canonicalJson({ type, version, data, meta, sealed: sealed.length > 0 ? sealed : undefined }),
  );
  return { id: meta.id, type, bytes, crc: crc32c(bytes), chain: chainOf(bytes, predecessor) };
}

/**
 * Seals and serialises consecutive events of one stream. Their keys are on disk when this resolves, so they may be appended.
 * @param personal the fields to seal of each event.
 * @param predecessor chain value of the last stored event of the stream, `ZERO_CHAIN` when there is none.
 * @throws VaultUnavailable when keys cannot be stored; nothing may be appended then.
 */
export async function prepare(
  events: readonly Recorded[],
  personal: (event: Recorded, index: number) => readonly PersonalField[],
  predecessor: string,
  vault: Vault,
): Promise<EventToAppend[]> {
  const sealed = events.map((event, index) => sealEvent(event, personal(event, index), vault));
  let chain = predecessor;
  const ready = sealed.map((event) => {
    const encoded = encode(event, chain);
    chain = encoded.chain;
    return encoded;
  });
  await vault.commit();
  return ready;
}

/**
 * The event of stored bytes, personal fields opened and not yet upcast.
 * @throws LogCorrupt when the bytes are not an event or do not belong where they stand; VaultCorrupt when a sealed text does not open.
 */
export function decode(stored: StoredEvent, vault: KeyReader): Recorded {
  return unsealEvent(decodeSealed(stored), vault);
}

/**
 * The event of stored bytes with its personal fields still sealed; for `keysOf` and for readers who may not see them.
 * @throws LogCorrupt when the bytes are not an event or do not belong where they stand.
 */
export function decodeSealed(stored: StoredEvent): SealedEvent {
  const { type, version, data, meta, sealed = [] } = parse(stored);
  const inPlace =
    isObject(data) &&
    isObject(meta) &&
    Array.isArray(sealed) &&
    sealed.every((pointer) => typeof pointer === 'string') &&
    Number.isInteger(version) &&
    type === stored.type &&
    meta.id === stored.id &&
    meta.stream === stored.stream &&
    meta.revision === stored.revision;
  if (!inPlace) throw new LogCorrupt(placeOf(stored), 'content does not belong here');
  meta.position = stored.position;
  return { recorded: { type, version, data, meta } as unknown as Recorded, sealed };
}

function parse(stored: StoredEvent): Record<string, unknown> {
  const text = Buffer.from(stored.bytes.buffer, stored.bytes.byteOffset, stored.bytes.byteLength).toString();
  // In JSON of ours this is never part of a text, since quotes in a text are escaped.
  if (text.includes('"__proto__":')) throw new LogCorrupt(placeOf(stored), 'forbidden key __proto__');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new LogCorrupt(placeOf(stored), 'not JSON', { cause });
  }
  if (!isObject(value)) throw new LogCorrupt(placeOf(stored), 'not an event');
  return value;
}

function placeOf({ stream, revision, position }: StoredEvent): { stream: string; revision: number; position: string } {
  return { stream, revision, position };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
