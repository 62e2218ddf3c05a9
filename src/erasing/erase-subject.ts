// Erasing a person: the decision is stored as an event, then the key is destroyed, then nothing that was opened with it is kept. Every step
// can be taken again, so an interruption anywhere is made good by asking again or by the next start.
import { createHash } from 'node:crypto';
import { idOf } from '../../workflows/kit/ids.js';
import { later, localDay } from '../../workflows/kit/time.js';
import type { Id, Instant, Recorded } from '../../workflows/kit/types.js';
import { ZERO_CHAIN } from '../event-log/chain.js';
import { LogUnavailable } from '../event-log/errors.js';
import type { EventLog, StoredEvent } from '../event-log/event-log.js';
import { decodeSealed, prepare } from '../event-log/recorder/codec.js';
import type { Runtime } from '../runtime.js';
import { Unfinished, type Erasure } from './unfinished.js';

/** Longest to wait for the projections, in milliseconds. */
const WAIT_MS = 10_000;
const PAGE = 500;

/** The stream of a person. */
export const subjectStream = (personRef: Id): string => `subject-${personRef}`;

export interface Erased {
  /** Keys that were destroyed now: none when this erasure was carried through before, or nothing was ever sealed for the person. */
  keys: number;
  /** Of the event SubjectErased. */
  position: string;
  /** False when a projection could not follow in time: the rest is done by itself, at the latest after the next start. */
  finished: boolean;
}

/**
 * Erases a person for good. Texts under other keys, states and counts stay as they are. Asking again with the same key answers with the
 * same position and finishes what was interrupted.
 * @throws LogUnavailable or VaultUnavailable when a step is not certain; it is then finished by a repeat or at the next start.
 */
export async function eraseSubject(runtime: Runtime, asked: Omit<Erasure, 'at'>): Promise<Erased> {
  const unfinished = new Unfinished(runtime.options.directory);
  const erasure = unfinished.note(requestOf(asked), { ...asked, at: runtime.options.clock.now() });
  return carryThrough(runtime, unfinished, erasure);
}

/** Carries through what an earlier process left; answers how many erasures that were. To be called once the projections follow the log. */
export async function finishErasures(runtime: Runtime): Promise<number> {
  const unfinished = new Unfinished(runtime.options.directory);
  const left = unfinished.all();
  for (const erasure of left) await carryThrough(runtime, unfinished, erasure);
  return left.length;
}

async function carryThrough(runtime: Runtime, unfinished: Unfinished, erasure: Erasure): Promise<Erased> {
  const { store, vault, runner } = runtime;
  const { keys, position } = await store.exclusive(subjectStream(erasure.personRef), async () => ({
    position: await recorded(runtime, erasure),
    keys: vault.destroySubject(erasure.personRef),
  }));
  // Folded streams hold opened texts.
  await store.forgetAll();
  const finished = await runner.waitFor(position, WAIT_MS);
  if (finished) unfinished.isDone(requestOf(erasure));
  return { keys, position, finished };
}

/** Stores the event unless it is there; answers its position. */
async function recorded({ log, vault }: Runtime, erasure: Erasure): Promise<string> {
  const stream = subjectStream(erasure.personRef);
  const before = await storedIn(log, stream);
  const correlationId = requestOf(erasure);
  const earlier = before.find((event) => decodeSealed(event).recorded.meta.correlationId === correlationId);
  if (earlier) return earlier.position;
  const last = before.at(-1);
  const since = last ? decodeSealed(last).recorded.meta.recordedAt : '';
  const event = subjectErased(erasure, before.length, since);
  const ready = await prepare([event], () => [], last?.chain ?? ZERO_CHAIN, vault);
  const result = await log.append(stream, last?.revision ?? 'none', ready);
  if (result.kind === 'appended') return result.position;
  throw new LogUnavailable('busy', `Another writer was first in ${stream}.`);
}

async function storedIn(log: EventLog, stream: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (;;) {
    const page = await log.readStream(stream, events.length, PAGE);
    events.push(...page);
    if (page.length < PAGE) return events;
  }
}

function subjectErased(erasure: Erasure, revision: number, since: Instant): Recorded {
  const { personRef, ground, organisationId, by, at } = erasure;
  const stream = subjectStream(personRef);
  const correlationId = requestOf(erasure);
  const commandId = idOf(correlationId, 0);
  const role = 'privacyOfficer';
  return {
    type: 'SubjectErased',
    version: 1,
    data: { personRef, ground, decidedBy: { role, function: role, ref: by }, decidedOn: localDay(at) },
    meta: {
      id: idOf(stream, commandId, 0),
      stream,
      revision,
      position: '',
      occurredAt: at,
      recordedAt: later(at, since),
      actor: { kind: 'person', ref: by, role },
      organisationId,
      municipalityIds: [],
      commandId,
      commandHash: createHash('sha256')
        .update(JSON.stringify([personRef, ground]))
        .digest('hex'),
      correlationId,
      causationId: commandId,
    },
  };
}

/** One request: the same person who decides, stream and key, as for every other command. */
const requestOf = ({ by, personRef, key }: Omit<Erasure, 'at'>): Id => idOf(by, subjectStream(personRef), key);
