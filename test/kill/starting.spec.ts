// Starting and stopping the real process: one process per data directory, no log older than what its rows have seen, and a stop that loses
// nothing.
import { afterEach, describe, expect, it } from '@jest/globals';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Crowd } from '../support/kill/crowd.js';
import { eventsIn, faultsOf } from '../support/kill/log-file.js';
import { Product } from '../support/kill/product.js';
import { setUpTown } from '../support/kill/town.js';
import { wireTo } from '../support/kill/wire.js';
import { freshDirectory } from '../support/log/directory.js';

const started: Product[] = [];
const start = async (directory: string): Promise<Product> => {
  const product = await Product.start(directory);
  started.push(product);
  return product;
};
afterEach(async () => {
  started.forEach((product) => product.kill());
  await Promise.all(started.splice(0).map(({ ended }) => ended));
});

describe('a second start on the same data directory', () => {
  it('is refused in words that say what to do, and leaves the first one at work', async () => {
    const directory = freshDirectory();
    const first = await start(directory);
    const second = await Product.refused(directory);
    expect(second.code).toBe(1);
    expect(second.errors).toBe(
      `De gegevensmap ${directory} is al in gebruik door een ander proces van Rode Draad. ` +
        'Stop dat proces eerst, of start met een andere gegevensmap.',
    );
    await setUpTown(first, directory, ['Oosterkoog']);
    expect((await first.terminate()).code).toBe(0);
    expect((await (await start(directory)).terminate()).code).toBe(0);
  });
});

describe('a log that is older than its rows', () => {
  it('is refused in words that say what to do, and nothing is written to it', async () => {
    const [directory, backup] = [freshDirectory(), freshDirectory()];
    const first = await start(directory);
    expect((await first.terminate()).code).toBe(0);
    cpSync(join(directory, 'events.sqlite'), join(backup, 'events.sqlite'));
    const second = await start(directory);
    await setUpTown(second, directory, ['Oosterkoog']);
    expect((await second.terminate()).code).toBe(0);
    const later = eventsIn(directory);
    cpSync(join(backup, 'events.sqlite'), join(directory, 'events.sqlite'));
    const refused = await Product.refused(directory);
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain('Het logboek van gebeurtenissen hoort niet bij de overzichten');
    expect(refused.errors).toContain('Zet het juiste logboek terug, of bouw de overzichten opnieuw op met');
    expect(refused.errors).not.toContain('    at ');
    expect(eventsIn(directory).length).toBeLessThan(later.length);
    expect(eventsIn(directory)).toEqual(later.slice(0, eventsIn(directory).length));
  });
});

describe('a stop under load', () => {
  it('ends with exit code 0, with every acknowledged command stored and nothing stored twice', async () => {
    const directory = freshDirectory();
    const product = await start(directory);
    const town = await setUpTown(product, directory, ['Oosterkoog', 'Middelkoog']);
    const before = eventsIn(directory).length;
    const wire = wireTo(product.url);
    const crowd = await Crowd.of(8, town, wire);
    let stopping: ReturnType<Product['terminate']> | undefined;
    await crowd.send(
      wire,
      () => false,
      () => {
        if (crowd.acknowledgements >= 60) stopping ??= product.terminate();
      },
    );
    expect(await stopping).toEqual({ code: 0, signal: null, errors: '' });
    wire.agent.destroy();
    expect(crowd.refused).toEqual([]);
    const stored = eventsIn(directory).map(({ id, stream, revision }): [string, string] => [
      id,
      `${stream}/${revision}`,
    ]);
    const places = new Map(stored);
    expect([...crowd.acknowledged].filter(([id, place]) => places.get(id) !== place)).toEqual([]);
    // What was stored was also answered: the connections are not cut under it.
    expect(stored.slice(before).filter(([id]) => !crowd.acknowledged.has(id))).toEqual([]);
    const again = wireTo((await start(directory)).url);
    await Promise.all(crowd.unanswered().map((client) => crowd.deliver(again, client)));
    again.agent.destroy();
    expect(crowd.unanswered()).toEqual([]);
    expect(eventsIn(directory).length).toBe(before + crowd.acknowledged.size);
    expect(faultsOf(eventsIn(directory))).toEqual([]);
  });
});
