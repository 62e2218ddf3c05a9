// Commands whose append got no answer: the same key tells the truth, whatever was stored and whenever; state and chain are those of the log.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { chainOf, ZERO_CHAIN } from '../src/event-log/chain.js';
import { LogUnavailable } from '../src/event-log/errors.js';
import type { AppendResult, EventLog } from '../src/event-log/event-log.js';
import { MemoryEventLog } from '../src/event-log/memory.event-log.js';
import { readerWith, recorderWith } from '../src/recording/recorder.js';
import { CommandExecutor, type CommandResult } from '../src/trajectories/execute.js';
import { StreamStore } from '../src/trajectories/stream-store.js';
import { MemoryVault } from '../src/vault/memory.vault.js';
import { idOf } from '../workflows/kit/ids.js';
import { settingsOf } from '../workflows/organisation/v1.workflow.js';
import { workflowFor } from '../workflows/registry.js';
import { around } from './support/projecting/logs.js';

const ORGANISATION = idOf('organisation');
const STREAM = `organisation-${ORGANISATION}`;
type Append = EventLog['append'];

let memory: EventLog;
let append: Append;
let given: (number | undefined)[];
let now: number;
let seconds: number;
let executor: CommandExecutor;

beforeEach(() => {
  memory = new MemoryEventLog();
  append = (...asked) => memory.append(...asked);
  [given, now, seconds] = [[], 0, 0];
  const log = around(memory, {
    append: (stream, expected, events, withinMs) => {
      given.push(withinMs);
      return append(stream, expected, events);
    },
    readStream: (stream, from, limit, withinMs) => {
      given.push(withinMs);
      return memory.readStream(stream, from, limit);
    },
  });
  const vault = new MemoryVault();
  const store = new StreamStore(log, readerWith(vault));
  executor = new CommandExecutor({
    log,
    store,
    recorder: recorderWith(vault),
    settings: (id) => Promise.resolve(settingsOf(id, { municipalities: new Map(), settings: new Map(), calendar: [] })),
    approverOf: () => undefined,
    // Every try is recorded at another moment, so that no two have the same bytes.
    now: () => new Date(Date.UTC(2026, 3, 7) + 1_000 * ++seconds).toISOString(),
    elapsed: () => now,
  });
});

function send(name: string, key = name, arrivedAt = now): Promise<CommandResult> {
  return executor.execute({
    stream: STREAM,
    opens: workflowFor('organisation'),
    commands: [{ type: 'RegisterMunicipality', payload: { name } }],
    key,
    caller: { kind: 'person', ref: idOf('admin'), organisationId: ORGANISATION, grants: [{ role: 'admin' }] },
    arrivedAt,
  });
}

const unanswered = (): Promise<never> => Promise.reject(new LogUnavailable('unanswered', 'no answer'));
/** The next append meets this; those after it go through. */
const once = (fault: (real: () => Promise<AppendResult>) => Promise<AppendResult>): void => {
  append = (...asked) => {
    append = (...later) => memory.append(...later);
    return fault(() => memory.append(...asked));
  };
};

async function expectWholeChain(): Promise<void> {
  let chain = ZERO_CHAIN;
  for (const event of await memory.readStream(STREAM, 0)) {
    chain = chainOf(event.bytes, chain);
    expect(event.chain).toBe(chain);
  }
}

async function expectEvents(count: number): Promise<void> {
  expect(await memory.readStream(STREAM, 0)).toHaveLength(count);
  await expectWholeChain();
}

describe('a command whose append got no answer', () => {
  it('was stored: repeating gives what was stored, and the next command goes on from there', async () => {
    await send('Noord');
    once(async (real) => {
      await real();
      return unanswered();
    });
    await expect(send('Oost')).rejects.toThrow(LogUnavailable);
    const again = await send('Oost');
    expect(again).toMatchObject({ kind: 'accepted', repeated: true, revision: 1 });
    expect(await send('West')).toMatchObject({ kind: 'accepted', revision: 2 });
    await expectEvents(3);
  });

  it('was not stored: repeating stores it, once', async () => {
    once(unanswered);
    await expect(send('Noord')).rejects.toThrow(LogUnavailable);
    expect(await send('Noord')).toMatchObject({ kind: 'accepted', revision: 0 });
    expect(await send('Noord')).toMatchObject({ kind: 'accepted', repeated: true, revision: 0 });
    await expectEvents(1);
  });

  it('lands while its repetition is on its way: the first try is the answer, bytes, state and chain', async () => {
    await send('Noord');
    let land = (): Promise<AppendResult> => unanswered();
    once((real) => {
      land = real;
      return unanswered();
    });
    await expect(send('Oost')).rejects.toThrow(LogUnavailable);
    // As EventStoreDB answers to ids that stand there already: a success, and what was there stays.
    once(async (real) => {
      await land();
      const result = await real();
      expect(result).toMatchObject({ kind: 'appended', earlierTry: true });
      return result.kind === 'appended' ? { kind: 'appended', revision: 1, position: result.position } : result;
    });
    const answer = await send('Oost');
    const [, event] = await memory.readStream(STREAM, 0);
    expect(answer).toMatchObject({ kind: 'accepted', revision: 1 });
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    expect(JSON.parse(Buffer.from(event?.bytes ?? []).toString())).toMatchObject({
      meta: { recordedAt: answer.events[0]?.meta.recordedAt },
    });
    await send('West');
    await expectEvents(3);
  });

  it('with other content under the same key: the key was used before', async () => {
    once(async (real) => {
      await real();
      return unanswered();
    });
    await expect(send('Noord', 'key')).rejects.toThrow(LogUnavailable);
    expect(await send('Zuid', 'key')).toEqual({ kind: 'key-reused' });
    await expectEvents(1);
  });

  it('is an earlier try of another process that the log knows by its bytes', async () => {
    await send('Noord');
    const event = (await memory.readStream(STREAM, 0))[0];
    if (!event) throw new Error('one event');
    const other = { ...event, bytes: Buffer.from('{}'), chain: chainOf(Buffer.from('{}'), ZERO_CHAIN) };
    expect(await memory.append(STREAM, 'none', [other])).toMatchObject({ kind: 'appended', earlierTry: true });
    expect(await memory.append(STREAM, 'none', [event])).toEqual({ kind: 'appended', revision: 0, position: '1' });
  });
});

describe('the deadline of a command', () => {
  it('counts from the arrival, for loading and for the append', async () => {
    now = 5_000;
    await send('Noord', 'key', 1_000);
    expect(given).toEqual([9_700, 9_700]);
  });

  it('ends deciding again after lost races', async () => {
    await send('Noord');
    append = () => {
      now += 5_000;
      return Promise.resolve({ kind: 'wrong-revision', actual: 7 });
    };
    await expect(send('Oost', 'oost', now)).rejects.toThrow('waited too long');
    expect(now).toBe(15_000);
  });
});
