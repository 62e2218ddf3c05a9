// Ten faults of each kind through the whole way of a command to EventStoreDB; `npm run faults` does a hundred of each and judges the times.
import { expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

it('loses nothing, doubles nothing, gives up only where the server was away too long, and rejects nothing unheard', async () => {
  const program = [join(root, 'bin', 'faults.mjs'), '--each', '10', '--times-do-not-count'];
  const campaign = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  campaign.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  campaign.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(campaign, 'close')) as [number | null];
  expect(output).toMatch(/^110 faults: 0 lost, 0 doubled, 0 not delivered, .* 0 unhandled rejections\.$/m);
  expect({ code, failed: output.match(/^FAILED.*$/gm), errors: code === 0 ? '' : errors }).toEqual({
    ...{ code: 0, failed: null, errors: '' },
  });
});
