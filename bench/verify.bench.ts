// `verify` on a log of a million events and all rows made from them, beside a log of a tenth of that: how long per event, and whether the
// memory stays flat. The built command in a process of its own, watched from outside.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LARGE, organisationOf, SMALL } from './large.js';
import { goal, median, now, report } from './support.js';

const CLI = resolve('dist/src/cli/main.js');
const LOOK_MS = 250;

interface Verified {
  seconds: number;
  /** Highest resident memory, in MiB. */
  peak: number;
}

async function verify(directory: string, options: string[]): Promise<Verified> {
  const start = now();
  const child = spawn(process.execPath, [CLI, 'verify', ...options], {
    env: { ...process.env, DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, residentOf(child.pid ?? 0))), LOOK_MS);
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  clearInterval(look);
  console.log(said.trim());
  if (code !== 0) throw new Error(`verify found something (${code}).`);
  return { seconds: (now() - start) / 1_000, peak };
}

/** 0 once the process is gone. */
function residentOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1_024;
  } catch {
    return 0;
  }
}

const directories = [await organisationOf(SMALL), await organisationOf(LARGE)] as const;
const [small, large] = [`${SMALL} trajectories`, `${LARGE} trajectories`];
for (const [what, options] of [
  ['log only', ['--log-only']],
  ['log and rows', []],
] as const) {
  const one = await verify(directories[0], [...options]);
  const many = await verify(directories[1], [...options]);
  report(`verify, ${what}: time`, { [small]: [one.seconds], [large]: [many.seconds] }, small, ' s');
  report(`verify, ${what}: highest memory`, { [small]: [one.peak], [large]: [many.peak] }, small, ' MiB');
  goal(
    'verify',
    `${what}: highest memory with ten times the events`,
    median([many.peak]) / median([one.peak]),
    1.5,
    true,
  );
}
