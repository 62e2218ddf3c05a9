// A person erased from the running product: gone from every answer and every file, while the log, its chains, all states, all counts and
// everybody else stay as they were.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import { eraseSubject, finishErasures, subjectStream } from '../src/erasing/erase-subject.js';
import type { StoredEvent } from '../src/event-log/event-log.js';
import { ERASED_TEXT, VaultUnavailable } from '../src/vault/vault.js';
import { idOf } from '../workflows/kit/ids.js';
import { TestApp, type Answer } from './support/app.js';
import { eventsIn, faultsOf } from './support/kill/log-file.js';
import { copyWithoutRows, differences, rebuiltRows, rowsIn } from './support/kill/rebuilt.js';
import { rowsOf } from './support/projecting/stage.js';

const [CANARY, OTHER] = [idOf('canary'), idOf('other')];
/** Words that stand nowhere but in texts of that person. */
const GONE = ['kanarievogel', 'zangzaad', 'vogelkooi', 'roestplek', 'piepgeluid'];
const KEPT = ['spreeuwennest', 'merelpaar', 'wijkagentbericht'];

let app: TestApp;
let token: string;
let path: string;
const send = async (type: string, payload: Record<string, unknown>): Promise<Answer['body']> => {
  const answer = await app.send(`${path}/commands`, token, { type, payload });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const erasure = (key: string, personRef = CANARY) => ({
  personRef,
  ground: 'AVG artikel 17, eerste lid',
  organisationId: app.organisationId,
  by: idOf('privacy officer'),
  key,
});

/** Files of the data directory, also of the write-ahead logs, that hold the text. */
function filesWith(text: string): string[] {
  const files = readdirSync(app.directory, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));
}

/** Everything that answers with texts, and the folded trajectory that the next command is decided on. */
async function answers(): Promise<string[]> {
  const addresses = [path, `${path}/events`, `${path}/logbook?pageSize=200`, `${path}/commands`, '/api/v1/logbook'];
  const words = [...GONE, ...KEPT].map((word) => `/api/v1/logbook?q=${word}`);
  const all = await Promise.all([...addresses, ...words, '/api/v1/overview'].map((one) => app.ask(one, { token })));
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
  const events = (await loaded())?.trajectory.events.values() ?? [];
  return [...all.map(({ text }) => text), JSON.stringify([...events])];
}
const loaded = () => app.runtime.store.load(`trajectory-${path.split('/').at(-1)}`);
const hits = async (word: string): Promise<number> =>
  (await app.ask(`/api/v1/logbook?q=${word}`, { token })).body.total as number;

/** States, revisions and counts of the trajectory as it stands in the rows and as a replay makes it. */
async function standing(): Promise<unknown> {
  const { root, cells, revision, facts } = (await loaded())?.trajectory ?? {};
  const sizes = Object.entries(facts ?? {}).map(([name, value]) => [name, value instanceof Map ? value.size : 0]);
  const rows = Object.entries(rowsOf(join(app.directory, 'read'), statusOverview)).filter(
    ([table]) => table !== 'progress',
  );
  return structuredClone({ root, cells: [...(cells ?? [])], revision, sizes, rows });
}
const bytesOf = (events: readonly StoredEvent[]) => events.map(({ id, bytes }) => [id, bytes.toString()]);

beforeAll(async () => {
  app = await TestApp.start();
  token = app.token('projectLeader', 'Oosterkoog');
  const coordinator = app.token('processCoordinator', 'Oosterkoog');
  const payload = {
    title: 'Bankjes',
    workflow: 'kern',
    municipalityIds: [app.municipalities.Oosterkoog],
    theme: 'groen',
    clientRef: idOf('client'),
  };
  const opened = await app.send('/api/v1/trajectories', coordinator, { type: 'RegisterTrajectory', payload });
  path = opened.headers.get('location') ?? '';
  const letter = { source: 'letter', kind: 'idea' };
  const received = await send('ReceiveContribution', {
    ...letter,
    text: 'de kanarievogel eet zangzaad',
    personRef: CANARY,
  });
  await send('ReceiveContribution', { ...letter, text: 'het spreeuwennest moet blijven', personRef: OTHER });
  await send('WriteLogEntry', {
    withWhom: [
      { personRef: CANARY, label: 'bewoner vogelkooi' },
      { personRef: OTHER, label: 'bewoner merelpaar' },
    ],
    discussed: 'een wijkagentbericht',
    yield: 'een plek',
  });
  const [event] = received.events as { meta: { id: string } }[];
  await send('CorrectFact', {
    eventId: event?.meta.id,
    field: '/text',
    before: 'de kanarievogel eet zangzaad',
    after: 'de roestplek van de kanarievogel',
    reason: 'het was een piepgeluid',
  });
});
afterAll(() => app.stop());

describe('a person who is erased', () => {
  it('was there before: in answers, in the index and in the rows', async () => {
    const before = (await answers()).join('\n');
    for (const word of [...GONE, ...KEPT]) expect([word, before.includes(word)]).toEqual([word, true]);
    expect(await hits('kanarievogel')).toBe(2);
    expect(filesWith('kanarievogel').length).toBeGreaterThan(0);
  });

  it('is gone from every answer and file; states, counts, chains and everybody else stay', async () => {
    const [before, standingBefore] = [eventsIn(app.directory), await standing()];
    const erased = await eraseSubject(app.runtime, erasure('one'));
    expect(erased).toMatchObject({ keys: 1, finished: true });
    const after = eventsIn(app.directory);
    expect(bytesOf(after.slice(0, -1))).toEqual(bytesOf(before));
    expect(after.at(-1)).toMatchObject({ stream: subjectStream(CANARY), revision: 0, type: 'SubjectErased' });
    expect(faultsOf(after)).toEqual([]);
    expect(await standing()).toEqual(standingBefore);
    const texts = (await answers()).join('\n');
    for (const word of GONE) expect([word, texts.includes(word), filesWith(word)]).toEqual([word, false, []]);
    for (const word of KEPT) expect([word, texts.includes(word), await hits(word)]).toEqual([word, true, 1]);
    expect(texts).toContain(ERASED_TEXT);
    expect(await hits('kanarievogel')).toBe(0);
    expect(filesWith(ERASED_TEXT).length).toBeGreaterThan(0);
  });

  it('has the same rows when they are made anew from log and keys', async () => {
    expect(differences(rowsIn(app.directory), await rebuiltRows(copyWithoutRows(app.directory)))).toEqual([]);
  });

  it('is erased once, however often the same request comes, also after a restart', async () => {
    const first = await eraseSubject(app.runtime, erasure('one'));
    await app.restart();
    expect(await eraseSubject(app.runtime, erasure('one'))).toEqual(first);
    expect(first).toMatchObject({ keys: 0, finished: true });
    expect(eventsIn(app.directory).filter(({ type }) => type === 'SubjectErased')).toHaveLength(1);
    for (const word of GONE) expect([word, filesWith(word)]).toEqual([word, []]);
  });
});

describe('an erasure that was interrupted', () => {
  it('before the key was destroyed is carried through by the next start', async () => {
    const other = new Database(join(app.directory, 'vault.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    await expect(eraseSubject(app.runtime, erasure('two', OTHER))).rejects.toThrow(VaultUnavailable);
    other.exec('ROLLBACK');
    other.close();
    expect((await answers()).join('\n')).toContain('merelpaar');
    await app.restart();
    expect(await finishErasures(app.runtime)).toBe(1);
    const texts = (await answers()).join('\n');
    for (const word of ['spreeuwennest', 'merelpaar']) {
      expect([word, texts.includes(word), await hits(word), filesWith(word)]).toEqual([word, false, 0, []]);
    }
    expect(texts).toContain('wijkagentbericht');
    expect(eventsIn(app.directory).filter(({ stream }) => stream === subjectStream(OTHER))).toHaveLength(1);
    expect(await finishErasures(app.runtime)).toBe(0);
    expect(differences(rowsIn(app.directory), await rebuiltRows(copyWithoutRows(app.directory)))).toEqual([]);
  });
});
