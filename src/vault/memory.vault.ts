// The vault in memory, for tests: the same promises without a file.
import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { DataKey, Vault } from './vault.js';

export class MemoryVault implements Vault {
  private readonly own = createSecretKey(randomBytes(32));
  private readonly secrets = new Map<string, KeyObject>();
  private readonly subjects = new Map<string, { key: DataKey; entries: Set<string> }>();

  entryKey(): DataKey {
    return this.make();
  }

  subjectKey(subject: string, eventId: string): DataKey {
    let known = this.subjects.get(subject);
    if (!known) {
      known = { key: this.make(), entries: new Set() };
      this.subjects.set(subject, known);
    }
    known.entries.add(eventId);
    return known.key;
  }

  secret(keyId: string): KeyObject | undefined {
    return this.secrets.get(keyId);
  }

  commit(): Promise<void> {
    return Promise.resolve();
  }

  fingerprint(text: string): string {
    return createHmac('sha256', this.own).update(text).digest('hex');
  }

  entriesOf(subject: string): string[] {
    return [...(this.subjects.get(subject)?.entries ?? [])].sort();
  }

  destroySubject(subject: string): number {
    const known = this.subjects.get(subject);
    this.subjects.delete(subject);
    return known && this.secrets.delete(known.key.id) ? 1 : 0;
  }

  destroyEntry(_eventId: string, keyIds: readonly string[]): number {
    const ofPersons = new Set([...this.subjects.values()].map(({ key }) => key.id));
    return keyIds.filter((id) => !ofPersons.has(id) && this.secrets.delete(id)).length;
  }

  close(): void {
    this.secrets.clear();
    this.subjects.clear();
  }

  private make(): DataKey {
    const key = { id: randomBytes(16).toString('base64url'), secret: createSecretKey(randomBytes(32)) };
    this.secrets.set(key.id, key.secret);
    return key;
  }
}
