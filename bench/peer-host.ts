// The process in which one peer runs: loads the module, then answers each wish for a round with what was measured.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PeerAnswer, PeerEvent, PeerRun } from './peer.js';

const [file = ''] = process.argv.slice(2);
const dir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'rode-draad-peer-'));
const events = JSON.parse(readFileSync(process.env.BENCH_EVENTS ?? '', 'utf8')) as PeerEvent[][];
const url = process.env.PG_URL ?? '';
// What is on standard output of a peer is not ours to read.
console.log = () => undefined;

process.on('message', (wish: { n: number; c: number }) => {
  void answer(wish).then(
    (measured) => process.send?.(measured),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => void leave());

interface PeerModule {
  run(wish: PeerRun): Promise<PeerAnswer>;
  stop?(): unknown;
}

async function answer({ n, c }: { n: number; c: number }): Promise<PeerAnswer> {
  const module = (await import(pathToFileURL(file).href)) as PeerModule;
  return module.run({ n, c, dir, url, events });
}

/** A peer may have a server of its own, which it stops itself. */
async function leave(): Promise<void> {
  try {
    await ((await import(pathToFileURL(file).href)) as PeerModule).stop?.();
  } finally {
    process.exit(0);
  }
}
