// What every adapter of the vault promises, as one suite.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keysOf, sealEvent, unsealEvent, type SealedEvent } from '../src/vault/sealing.js';
import { ERASED_TEXT, VaultCorrupt, type Vault } from '../src/vault/vault.js';
import { aRecorded } from './support/log/recorded.js';

const copy = <T>(value: T): T => structuredClone(value);

/** Runs the suite. `makeVault` gives an empty vault of its own each time. */
export function vaultContract(name: string, makeVault: () => Vault): void {
  describe(`vault: ${name}`, () => {
    let vault: Vault;
    beforeEach(() => {
      vault = makeVault();
    });
    afterEach(() => {
      vault.close();
    });
    sealing(() => vault);
    destroying(() => vault);
    guarding(() => vault);
  });
}

const textOf = (vault: Vault, event: SealedEvent) => unsealEvent(copy(event), vault).data;

function sealing(vault: () => Vault): void {
  it('hides the named fields, leaves the others, and gives all of it back', async () => {
    const event = aRecorded({ text: 'Mevrouw vertelt', kind: 'idea', rows: [{ note: 'a' }, { note: 'b', count: 3 }] });
    const before = copy(event);
    const fields = [{ pointer: '/text' }, { pointer: '/rows/0/note' }, { pointer: '/rows/1/note' }];
    const sealed = sealEvent(event, fields, vault());
    await vault().commit();
    expect(event).toEqual(before);
    expect(JSON.stringify(sealed)).not.toContain('Mevrouw');
    expect(sealed.recorded.data).toMatchObject({ kind: 'idea', rows: [{}, { count: 3 }] });
    expect(textOf(vault(), sealed)).toEqual(event.data);
  });

  it('seals equal texts to different bytes', () => {
    const sealed = sealEvent(aRecorded({ a: 'x', b: 'x' }), [{ pointer: '/a' }, { pointer: '/b' }], vault());
    expect(sealed.recorded.data.a).not.toBe(sealed.recorded.data.b);
  });

  it('uses one key for the fields of an event, another for the next event, and one key for a person everywhere', async () => {
    const two = [{ pointer: '/a' }, { pointer: '/b' }];
    const own = [1, 2].map(() => sealEvent(aRecorded({ a: 'x', b: 'y' }), two, vault()));
    const persons = [1, 2].map(() => sealEvent(aRecorded({ a: 'x' }), [{ pointer: '/a', subject: 'p' }], vault()));
    await vault().commit();
    expect(own.map((event) => keysOf(event).length)).toEqual([1, 1]);
    expect(new Set(own.flatMap(keysOf)).size).toBe(2);
    expect(new Set(persons.flatMap(keysOf)).size).toBe(1);
    expect(vault().entriesOf('p')).toEqual(persons.map((event) => event.recorded.meta.id).sort());
    expect(vault().entriesOf('q')).toEqual([]);
  });

  it('seals nothing and changes nothing without personal fields', () => {
    const event = aRecorded({ count: 1 });
    expect(sealEvent(event, [], vault())).toEqual({ recorded: event, sealed: [] });
  });
}

function destroying(vault: () => Vault): void {
  it('shows that a text was removed once the key of its event is destroyed, and keeps all others', async () => {
    const [gone, kept] = ['a', 'b'].map((text) =>
      sealEvent(aRecorded({ text, count: 2 }), [{ pointer: '/text' }], vault()),
    );
    const person = sealEvent(aRecorded({ text: 'c' }), [{ pointer: '/text', subject: 'p' }], vault());
    await vault().commit();
    if (!gone || !kept) throw new Error('two events');
    expect(vault().destroyEntry(gone.recorded.meta.id, keysOf(gone))).toBe(1);
    expect(textOf(vault(), gone)).toEqual({ text: '[verwijderd op grond van AVG]', count: 2 });
    expect(textOf(vault(), kept)).toEqual({ text: 'b', count: 2 });
    expect(textOf(vault(), person)).toEqual({ text: 'c' });
    expect(vault().destroyEntry(gone.recorded.meta.id, keysOf(gone))).toBe(0);
  });

  it('removes all texts of a person and of nobody else; a later text of that person has a new key', async () => {
    const seal = (subject: string) => sealEvent(aRecorded({ text: subject }), [{ pointer: '/text', subject }], vault());
    const [one, two, other] = [seal('p'), seal('p'), seal('q')];
    await vault().commit();
    expect(vault().destroySubject('p')).toBe(1);
    expect([one, two, other].map((event) => textOf(vault(), event).text)).toEqual([ERASED_TEXT, ERASED_TEXT, 'q']);
    expect(vault().entriesOf('p')).toEqual([]);
    expect(vault().destroySubject('p')).toBe(0);
    const later = seal('p');
    await vault().commit();
    expect(textOf(vault(), later).text).toBe('p');
    expect(textOf(vault(), one).text).toBe(ERASED_TEXT);
  });

  it('does not destroy the key of a person by way of one event', async () => {
    const mixed = sealEvent(
      aRecorded({ a: 'x', b: 'y' }),
      [{ pointer: '/a', subject: 'p' }, { pointer: '/b' }],
      vault(),
    );
    await vault().commit();
    expect(vault().destroyEntry(mixed.recorded.meta.id, keysOf(mixed))).toBe(1);
    expect(textOf(vault(), mixed)).toEqual({ a: 'x', b: ERASED_TEXT });
  });
}

function guarding(vault: () => Vault): void {
  it('does not open a text that was moved to another field, event or organisation, or changed', () => {
    const event = sealEvent(aRecorded({ a: 'x', b: 'y' }), [{ pointer: '/a' }, { pointer: '/b' }], vault());
    const { data, meta } = event.recorded;
    const broken: SealedEvent[] = [
      { ...event, recorded: { ...event.recorded, data: { a: data.b, b: data.a } } },
      { ...event, recorded: { ...event.recorded, meta: { ...meta, id: 'another' } } },
      { ...event, recorded: { ...event.recorded, meta: { ...meta, organisationId: 'another' } } },
      { ...event, recorded: { ...event.recorded, data: { ...data, a: flip(String(data.a)) } } },
      { ...event, recorded: { ...event.recorded, data: { ...data, a: 'clear' } } },
      { ...event, recorded: { ...event.recorded, data: { b: data.b } } },
    ];
    for (const changed of broken) expect(() => textOf(vault(), changed)).toThrow(VaultCorrupt);
    expect(textOf(vault(), event)).toEqual({ a: 'x', b: 'y' });
  });
}

/** Another character in the middle of the sealed text. */
function flip(text: string): string {
  const at = text.length - 12;
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}
