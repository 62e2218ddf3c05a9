// A peer in a process of its own: started once, then asked for one round after the other, so that rounds of all sides can take turns.
import { fork, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Recorded } from '../workflows/kit/types.js';
import { note, percentile, scratch } from './support.js';

export type PeerEvent = Pick<Recorded, 'type' | 'data' | 'meta'>;

export interface PeerRun {
  /** Trajectories, and how many at a time. */
  n: number;
  c: number;
  dir: string;
  url: string;
  /** Trajectories of twelve stored events. */
  events: PeerEvent[][];
}

export interface PeerRound {
  commands: number;
  ms: number;
  latencies: number[];
}

/** What a module of a peer may answer. */
export type PeerAnswer = PeerRound | { commands: number; cps: number; p50: number; p99: number };

export interface Round {
  perSecond: number;
  p50: number;
  p99: number;
}

const ROUND_MS = 120_000;

export class Peer {
  private child: ChildProcess | undefined;
  /** Why it does not take part any more. */
  out: string | undefined;

  constructor(
    readonly name: string,
    private readonly module: string,
    private readonly env: Record<string, string>,
  ) {}

  /** One round; undefined when the peer cannot: that is said once, and it is not asked again. */
  async round(n: number, c: number): Promise<Round | undefined> {
    if (this.out !== undefined) return undefined;
    try {
      return roundOf(await this.ask({ n, c }));
    } catch (error) {
      this.out = error instanceof Error ? error.message.slice(0, 200) : String(error);
      note(`Peer ${this.name} is left out: ${this.out}`);
      this.stop();
      return undefined;
    }
  }

  /** Lets it end what it started itself; what hangs is cut off. */
  stop(): void {
    const { child } = this;
    this.child = undefined;
    if (!child) return;
    if (child.connected) child.disconnect();
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => clearTimeout(late));
  }

  private ask(wish: { n: number; c: number }): Promise<PeerAnswer> {
    const child = (this.child ??= fork(join(import.meta.dirname, 'peer-host.js'), [this.module], {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    }));
    return new Promise((answered, failed) => {
      let errors = '';
      child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
      const late = setTimeout(() => failed(new Error(`no answer within ${ROUND_MS / 1_000} s`)), ROUND_MS);
      const ended = (): void => failed(new Error(lastLine(errors)));
      child.once('exit', ended);
      child.once('message', (answer: PeerAnswer | { error: string }) => {
        clearTimeout(late);
        child.off('exit', ended);
        if ('error' in answer) failed(new Error(answer.error));
        else answered(answer);
      });
      child.send(wish);
    });
  }
}

const lastLine = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /error/i.test(line))
    .at(-1) ?? 'it ended';

function roundOf(answer: PeerAnswer): Round {
  if ('cps' in answer) return { perSecond: answer.cps, p50: answer.p50, p99: answer.p99 };
  const { commands, ms, latencies } = answer;
  return { perSecond: (commands / ms) * 1_000, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

/** The folder with our own peers in the sources. */
const OWN = resolve(process.env.BENCH_SOURCES ?? 'bench', 'peers');

/** Our own peer, when it was installed, and those of the folder that BENCH_PEERS names. `remove` takes their copies away. */
export function peersOf(env: Record<string, string>): { peers: Peer[]; remove: () => void } {
  const only = process.env.BENCH_ONLY_PEERS?.split(',');
  const wanted = ({ name }: Peer): boolean => only === undefined || only.includes(name);
  const own: Peer[] = [];
  if (existsSync(join(OWN, 'node_modules'))) own.push(new Peer('dbos', join(OWN, 'dbos.mjs'), env));
  else note('Peer dbos is left out: not installed (npm install in bench/peers).');
  const folder = process.env.BENCH_PEERS;
  if (folder === undefined) return { peers: own.filter(wanted), remove: () => undefined };
  const place = scratch();
  const others = foreign(resolve(folder), place.directory).map(
    (file) => new Peer(basename(file, '.mjs'), file, { FOLD: 'reducer', SERIAL: '1', ...env }),
  );
  const names = new Set(own.map(({ name }) => name));
  return { peers: [...own, ...others.filter(({ name }) => !names.has(name))].filter(wanted), remove: place.remove };
}

/** Copies a folder of peers; where they bring a script and a fold of their own, ours stand in for them. */
function foreign(folder: string, copy: string): string[] {
  const inner = existsSync(join(folder, 'peers')) ? 'peers' : '.';
  cpSync(folder, copy, { recursive: true, filter: (file) => !file.split('/').includes('node_modules') });
  if (existsSync(join(folder, 'node_modules'))) symlinkSync(join(folder, 'node_modules'), join(copy, 'node_modules'));
  for (const name of ['machine.mjs', 'fold.mjs'])
    if (existsSync(join(copy, 'lib', name))) cpSync(join(OWN, 'stand-in', name), join(copy, 'lib', name));
  return readdirSync(join(copy, inner))
    .filter((name) => name.endsWith('.mjs') && !NOT_PEERS.includes(name))
    .map((name) => join(copy, inner, name));
}

/** A sketch of ourselves, and what is measured here already. */
const NOT_PEERS = ['reference.mjs', 'raw-pg.mjs'];
