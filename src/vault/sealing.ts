// Sealing the personal fields of an event and opening them again by the paths that are stored with the event.
import type { Recorded } from '../../workflows/kit/types.js';
import { decrypt, encrypt } from './cipher.js';
import { copyOf, replaceAt, type Json } from './pointer.js';
import { ERASED_TEXT, VaultCorrupt, type DataKey, type KeyReader, type Vault } from './vault.js';

/** A field to seal: JSON Pointer into the data, and the person whose key seals it. Without one the event's own key does. */
export interface PersonalField {
  pointer: string;
  subject?: string;
}

/** An event whose fields at these pointers are sealed strings. */
export interface SealedEvent {
  recorded: Recorded;
  sealed: readonly string[];
}

const PREFIX = 'sealed:v1:';

/** The event with those fields sealed; the given event stays as it is. `vault.commit()` must be awaited before it is stored. */
export function sealEvent(recorded: Recorded, fields: readonly PersonalField[], vault: Vault): SealedEvent {
  if (fields.length === 0) return { recorded, sealed: [] };
  const data = copyOf(recorded.data as Json) as Record<string, Json>;
  const { id, organisationId } = recorded.meta;
  const keys = new Map<string | undefined, DataKey>();
  for (const { pointer, subject } of fields) {
    const key = keys.get(subject) ?? (subject === undefined ? vault.entryKey() : vault.subjectKey(subject, id));
    keys.set(subject, key);
    replaceAt(data, pointer, (clear) => {
      const text = encrypt(key.secret, place(id, pointer, organisationId), Buffer.from(JSON.stringify(clear)));
      return `${PREFIX}${key.id}:${text.toString('base64url')}`;
    });
  }
  return { recorded: { ...recorded, data }, sealed: fields.map((field) => field.pointer) };
}

/**
 * The event with its sealed fields opened; a field whose key is gone holds the text that says so. The data of the given event is changed
 * in place, since it comes fresh from the log.
 * @throws VaultCorrupt when a field does not open with its key at its place.
 */
export function unsealEvent({ recorded, sealed }: SealedEvent, vault: KeyReader): Recorded {
  const { id, organisationId } = recorded.meta;
  for (const pointer of sealed) {
    const found = replaceAt(recorded.data as Json, pointer, (value) => {
      const { keyId, text } = parse(value, id, pointer);
      const secret = vault.secret(keyId);
      if (!secret) return ERASED_TEXT;
      const clear = decrypt(secret, place(id, pointer, organisationId), text);
      if (!clear) throw new VaultCorrupt(`Sealed text of event ${id} at ${pointer} does not open with key ${keyId}`);
      return JSON.parse(clear.toString()) as Json;
    });
    if (!found) throw new VaultCorrupt(`Event ${id} has no value at ${pointer}, where a sealed text should be`);
  }
  return recorded;
}

/** Ids of the keys that the sealed fields of an event name, each once; for destroying them. */
export function keysOf({ recorded, sealed }: SealedEvent): string[] {
  const ids = new Set<string>();
  for (const pointer of sealed) {
    replaceAt(recorded.data as Json, pointer, (value) => {
      ids.add(parse(value, recorded.meta.id, pointer).keyId);
      return value;
    });
  }
  return [...ids];
}

function parse(value: Json, id: string, pointer: string): { keyId: string; text: Buffer } {
  const [keyId, text] =
    typeof value === 'string' && value.startsWith(PREFIX) ? value.slice(PREFIX.length).split(':') : [];
  if (!keyId || !text) throw new VaultCorrupt(`Event ${id} has no sealed text at ${pointer}`);
  return { keyId, text: Buffer.from(text, 'base64url') };
}

/** What a text is bound to: moved to another event, field or organisation it does not open. */
function place(id: string, pointer: string, organisationId: string): string {
  return JSON.stringify([id, pointer, organisationId]);
}
