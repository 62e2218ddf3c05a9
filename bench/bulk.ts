// Large logs, made quickly: some generated trajectories are decided once in memory, then written again and again under other ids, sealed,
// chained and checked like real ones, and put into the log file in bulk. Nothing is decided or projected for the copies.
import { join } from 'node:path';
import { generateHistory } from '../src/demo/history/generate.js';
import { beginOf } from '../src/demo/history/outline.js';
import { demoPeople, seedOrganisation } from '../src/demo/organisation.js';
import { ZERO_CHAIN } from '../src/event-log/chain.js';
import type { EventToAppend } from '../src/event-log/event-log.js';
import { MemoryEventLog } from '../src/event-log/memory.event-log.js';
import { prepare } from '../src/event-log/recorder/codec.js';
import { EVENT_SCHEMA, EventStore } from '../src/event-log/sqlite/event-store.js';
import { openDatabase } from '../src/event-log/sqlite/open-database.js';
import { readerWith } from '../src/recording/recorder.js';
import type { Surroundings } from '../src/trajectories/execute.js';
import { SettingsBook } from '../src/trajectories/settings-book.js';
import { StreamStore } from '../src/trajectories/stream-store.js';
import type { PersonalField } from '../src/vault/sealing.js';
import { SqliteVault } from '../src/vault/sqlite.vault.js';
import { personalFields } from '../workflows/kit/events.js';
import { SYSTEM_REF } from '../workflows/kit/ids.js';
import type { Id, Recorded } from '../workflows/kit/types.js';
import { ORGANISATION } from './workload.js';

const TODAY = '2026-11-01';
/** Events per transaction of the bulk writing. */
const BATCH = 5_000;

export interface BulkRequest {
  /** At least this many events, or this many trajectories. */
  events?: number;
  trajectories?: number;
  /** Only the first so many events of each trajectory; all of them when absent. */
  eventsEach?: number;
  /** Trajectories that are really played. */
  played?: number;
  seed?: number;
  progress?: (events: number) => void;
}

interface Base {
  /** Of each played trajectory: the JSON of its events cut at the ids that a copy gets anew, and the personal fields of each. */
  templates: Template[];
  organisation: { stream: string; events: EventToAppend[] };
}

interface Template {
  parts: string[];
  ids: string[];
  fields: readonly PersonalField[][];
  length: number;
}

/** Fills an empty directory with a log and a vault; the same request gives the same events. Answers how many there are. */
export async function bulkLog(
  directory: string,
  request: BulkRequest,
): Promise<{ events: number; trajectories: number }> {
  const vault = SqliteVault.open({ directory });
  const db = openDatabase(join(directory, 'events.sqlite'), { schema: EVENT_SCHEMA });
  // The folder is made anew when this is cut off, so nothing waits for the disk.
  db.pragma('synchronous = OFF');
  const store = new EventStore(db);
  const { templates, organisation } = await played(vault, request);
  let waiting: { stream: string; events: EventToAppend[] }[] = [organisation];
  let [events, queued, trajectories] = [organisation.events.length, 0, 0];
  const write = db.transaction(() => {
    for (const one of waiting) store.append({ ...one, expected: 'none' });
  });
  const enough = (): boolean =>
    request.trajectories === undefined ? events >= (request.events ?? 1_000_000) : trajectories >= request.trajectories;
  while (!enough()) {
    const template = templates[trajectories % templates.length];
    if (!template) throw new Error('Nothing was played.');
    const copy = await copyOf(template, Math.floor(trajectories / templates.length), vault);
    waiting.push(copy);
    trajectories += 1;
    events += copy.events.length;
    queued += copy.events.length;
    if (queued < BATCH) continue;
    write.immediate();
    [waiting, queued] = [[], 0];
    request.progress?.(events);
  }
  write.immediate();
  db.close();
  vault.close();
  return { events, trajectories };
}

/** Decides the trajectories that are copied, in memory. */
async function played(vault: SqliteVault, request: BulkRequest): Promise<Base> {
  const log = new MemoryEventLog();
  const decode = readerWith(vault);
  const store = new StreamStore(log, decode);
  const settings = new SettingsBook(store);
  const fields = new Map<Id, readonly PersonalField[]>();
  const around: Omit<Surroundings, 'now'> = {
    log,
    store,
    recorder: {
      fingerprint: (text) => vault.fingerprint(text),
      encode: (events, { workflow, trajectory, chain }) =>
        prepare(events, (event) => note(event, fieldsOf(event, workflow, trajectory)), chain, vault),
    },
    settings: (id) => settings.of(id),
    approverOf: () => undefined,
    elapsed: () => 0,
  };
  const note = (event: Recorded, personal: readonly PersonalField[]): readonly PersonalField[] => {
    fields.set(event.meta.id, personal);
    return personal;
  };
  const shape = { trajectories: request.played ?? 120, years: 3, seed: request.seed ?? 1, today: TODAY };
  const towns = await seedOrganisation({ around, organisationId: ORGANISATION, today: TODAY, since: beginOf(shape) });
  await settings.renew(ORGANISATION);
  const person = demoPeople(ORGANISATION);
  await generateHistory({ ...shape, around, organisation: { id: ORGANISATION, towns, person } });
  const streams = new Map<string, Recorded[]>();
  const organisation: Base['organisation'] = { stream: `organisation-${ORGANISATION}`, events: [] };
  for (let after = '-1'; ;) {
    const page = await log.readAll(after, 500);
    for (const stored of page) {
      if (stored.stream === organisation.stream) organisation.events.push(stored);
      else streams.set(stored.stream, [...(streams.get(stored.stream) ?? []), decode(stored)]);
    }
    after = page.at(-1)?.position ?? after;
    if (page.length < 500) break;
  }
  const kept = new Set([ORGANISATION, SYSTEM_REF, ...towns.map(({ id }) => id)]);
  const whole = [...streams.values()].map((events) => events.slice(0, request.eventsEach));
  return { organisation, templates: whole.map((events) => templateOf(events, fields, kept)) };
}

function fieldsOf(
  event: Recorded,
  workflow: Parameters<Surroundings['recorder']['encode']>[1]['workflow'],
  trajectory: Parameters<Surroundings['recorder']['encode']>[1]['trajectory'],
): readonly PersonalField[] {
  const def = workflow.events.get(event.type);
  if (!def) throw new Error(`Workflow '${workflow.name}' has no event '${event.type}'.`);
  return personalFields(def, event, trajectory, workflow.events);
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Fields that name people: they stay who they are in every copy. */
const PEOPLE = /"(?:ref|[a-zA-Z]+Ref)":"([0-9a-f-]{36})"/g;

function templateOf(
  events: readonly Recorded[],
  fields: ReadonlyMap<Id, readonly PersonalField[]>,
  kept: ReadonlySet<Id>,
): Template {
  const text = JSON.stringify(events);
  const people = new Set([...text.matchAll(PEOPLE)].map(([, ref]) => ref));
  const [parts, ids]: [string[], string[]] = [[], []];
  let from = 0;
  for (const { 0: id, index } of text.matchAll(UUID)) {
    if (kept.has(id) || people.has(id)) continue;
    parts.push(text.slice(from, index));
    ids.push(id.slice(0, -6));
    from = index + id.length;
  }
  parts.push(text.slice(from));
  return { parts, ids, fields: events.map(({ meta }) => [...(fields.get(meta.id) ?? [])]), length: events.length };
}

/** The same trajectory under other ids, ready to be stored. */
async function copyOf(
  { parts, ids, fields }: Template,
  nr: number,
  vault: SqliteVault,
): Promise<{ stream: string; events: EventToAppend[] }> {
  const tail = nr.toString(16).padStart(6, '0');
  const text = parts.map((part, index) => (index < ids.length ? `${part}${ids[index]}${tail}` : part)).join('');
  const events = JSON.parse(text) as Recorded[];
  const ready = await prepare(events, (_event, index) => fields[index] ?? [], ZERO_CHAIN, vault);
  return { stream: events[0]?.meta.stream ?? '', events: ready };
}
