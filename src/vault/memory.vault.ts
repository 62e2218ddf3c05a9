// The vault in memory, for tests: the same promises without a file.
import { randomBytes } from 'node:crypto';
import type { DataKey, Vault } from './vault.js';

export class MemoryVault implements Vault {
  private readonly secrets = new Map<string, Uint8Array>();
  private readonly subjects = new Map<string, { keyId: string; entries: Set<string> }>();

  entryKey(): DataKey {
    return this.make();
  }

  subjectKey(subject: string, eventId: string): DataKey {
    let known = this.subjects.get(subject);
    if (!known) {
      known = { keyId: this.make().id, entries: new Set() };
      this.subjects.set(subject, known);
    }
    known.entries.add(eventId);
    return { id: known.keyId, secret: this.secrets.get(known.keyId) ?? new Uint8Array() };
  }

  secret(keyId: string): Uint8Array | undefined {
    return this.secrets.get(keyId);
  }

  commit(): Promise<void> {
    return Promise.resolve();
  }

  entriesOf(subject: string): string[] {
    return [...(this.subjects.get(subject)?.entries ?? [])].sort();
  }

  destroySubject(subject: string): number {
    const known = this.subjects.get(subject);
    this.subjects.delete(subject);
    return known && this.secrets.delete(known.keyId) ? 1 : 0;
  }

  destroyEntry(_eventId: string, keyIds: readonly string[]): number {
    const ofPersons = new Set([...this.subjects.values()].map(({ keyId }) => keyId));
    return keyIds.filter((id) => !ofPersons.has(id) && this.secrets.delete(id)).length;
  }

  close(): void {
    this.secrets.clear();
    this.subjects.clear();
  }

  private make(): DataKey {
    const key = { id: randomBytes(16).toString('base64url'), secret: randomBytes(32) };
    this.secrets.set(key.id, key.secret);
    return key;
  }
}
