// The product on EventStoreDB: killed in the middle of its work while the server lives, and at work while the server is killed. What was
// acknowledged is there, what was not is there once after it was sent again, and the rows are those that the log makes.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { Crowd } from '../support/kill/crowd.js';
import { faultsOf } from '../support/kill/log-file.js';
import { chances } from '../support/kill/moment.js';
import { Product } from '../support/kill/product.js';
import { copyWithoutRows, differences, rebuiltRows, rowsIn } from '../support/kill/rebuilt.js';
import { ServerProcess } from '../support/kill/server.js';
import { setUpTown } from '../support/kill/town.js';
import { ask, wireTo, type Wire } from '../support/kill/wire.js';
import { freshDirectory } from '../support/log/directory.js';

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 6);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 2 ** 32);
const TIMEOUT_MS = 240_000;
/** Fewest and most acknowledgements before a kill. */
const BEFORE_KILL = [20, 60] as const;

const chance = chances(SEED);
const directory = freshDirectory();
let server: ServerProcess;
let product: Product;
let crowd: Crowd;
let wire: Wire;
let before: Set<string>;

beforeAll(async () => {
  server = await ServerProcess.start(join(freshDirectory(), 'journal'));
  product = await Product.start(directory, server.environment);
  const town = await setUpTown(product, directory, ['Oosterkoog']);
  before = new Set(server.events().map(({ id }) => id));
  wire = wireTo(product.url);
  crowd = await Crowd.of(12, town, wire);
});
afterAll(async () => {
  product.kill();
  await product.ended;
  await server.kill();
});

/** All clients send; after a number of acknowledgements that chance chose `strike` is called, once. */
async function load(strike: () => void, isOver: () => boolean): Promise<void> {
  let left = BEFORE_KILL[0] + Math.floor(chance() * (BEFORE_KILL[1] - BEFORE_KILL[0]));
  await crowd.send(wire, isOver, () => {
    left -= 1;
    if (left === 0) void later(chance() * 15).then(strike);
  });
  expect(crowd.refused).toEqual([]);
}

/** What was acknowledged stands where the answer said. */
function holdToAnswers(): void {
  const places = new Map(server.events().map(({ id, stream, revision }) => [id, `${stream}/${revision}`]));
  expect([...crowd.acknowledged].filter(([id, place]) => places.get(id) !== place).slice(0, 5)).toEqual([]);
}

/** Sends what was not answered again, until it is: then the log holds what was acknowledged, and nothing else. */
async function retryUnanswered(): Promise<void> {
  for (const end = performance.now() + 30_000; crowd.unanswered().length > 0 && performance.now() < end;) {
    await Promise.all(crowd.unanswered().map((client) => crowd.deliver(wire, client)));
    expect(crowd.refused).toEqual([]);
  }
  expect(crowd.unanswered()).toEqual([]);
  const events = server.events();
  expect(events.filter(({ id }) => !before.has(id) && !crowd.acknowledged.has(id))).toEqual([]);
  expect(events.length).toBe(before.size + crowd.acknowledged.size);
  expect(faultsOf(events)).toEqual([]);
}

async function caughtUp(): Promise<void> {
  let last = '';
  for (const end = performance.now() + 30_000; performance.now() < end; await later(20)) {
    const reply = await ask(wire, '/api/v1/health/ready');
    last = `${reply.status} ${reply.text}`;
    if (reply.status !== 200) continue;
    const ready = JSON.parse(reply.text) as { projections: { current: boolean }[]; parked: unknown[] };
    if (ready.projections.every(({ current }) => current)) return expect(ready.parked).toEqual([]);
  }
  throw new Error(`The product does not get ready: ${last}`);
}

async function holdToRebuild(): Promise<void> {
  await caughtUp();
  const rows = rowsIn(directory);
  const copy = copyWithoutRows(directory);
  const rebuilt = await rebuiltRows(copy, { kind: 'eventstoredb', url: server.url });
  expect(differences(rows, rebuilt).slice(0, 5)).toEqual([]);
  rmSync(copy, { recursive: true });
}

describe('on EventStoreDB, under the load of 12 clients', () => {
  it(
    `the product killed ${ROUNDS} times: nothing lost, nothing doubled, the rows are those of a rebuild`,
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        let isKilled = false;
        await load(
          () => {
            isKilled = true;
            product.kill();
          },
          () => isKilled,
        );
        await product.ended;
        wire.agent.destroy();
        product = await Product.start(directory, server.environment);
        wire = wireTo(product.url);
        holdToAnswers();
        await retryUnanswered();
      }
      await holdToRebuild();
    },
    TIMEOUT_MS,
  );

  it(
    `the server killed ${ROUNDS} times: the product stays, nothing lost, nothing doubled, the rows are those of a rebuild`,
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        let isBack = false;
        await load(
          () => {
            void server
              .kill()
              .then(() => later(chance() * 500))
              .then(() => server.start())
              .then(() => {
                isBack = true;
              });
          },
          () => isBack,
        );
        holdToAnswers();
        await retryUnanswered();
      }
      await holdToRebuild();
    },
    TIMEOUT_MS,
  );
});
