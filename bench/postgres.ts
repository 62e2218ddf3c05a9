// A PostgreSQL of our own for one run: made in a scratch folder, fsync on, on a free port, as a user that is not root, and thrown away.
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { scratch } from './support.js';

export interface Postgres {
  /** Without a database name at the end. */
  url: string;
  version: string;
  stop(): void;
}

interface User {
  uid: number;
  gid: number;
}

/** Starts one, or answers why there is none. */
export async function scratchPostgres(): Promise<Postgres | { missing: string }> {
  const bin = binaries();
  if (bin === undefined) return { missing: 'no PostgreSQL is installed (BENCH_PG_BIN names its bin folder)' };
  const user = process.getuid?.() === 0 ? userNamed('postgres') : undefined;
  if (process.getuid?.() === 0 && !user)
    return { missing: 'PostgreSQL does not run as root and there is no user postgres' };
  const place = scratch();
  if (user) chownSync(place.directory, user.uid, user.gid);
  const data = join(place.directory, 'data');
  const port = await freePort();
  const run = (program: string, args: string[]) =>
    spawnSync(join(bin, program), args, {
      ...user,
      encoding: 'utf8',
      cwd: place.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const made = run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C']);
  const settings = `-p ${port} -h 127.0.0.1 -k ${place.directory} -c fsync=on -c synchronous_commit=on -c full_page_writes=on`;
  const log = join(place.directory, 'log');
  const started =
    made.status === 0 ? run('pg_ctl', ['-D', data, '-w', '-t', '60', '-l', log, '-o', settings, 'start']) : made;
  if (started.status !== 0) {
    place.remove();
    return { missing: `PostgreSQL does not start: ${started.stderr.trim().slice(0, 300)}` };
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}`,
    version: run('postgres', ['--version']).stdout.trim(),
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop']);
      place.remove();
    },
  };
}

function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env.PATH ?? '').split(':');
  const places = [
    process.env.BENCH_PG_BIN ?? '',
    ...versions.map((version) => join(debian, version, 'bin')),
    ...onPath,
  ];
  return places.find((place) => place !== '' && existsSync(join(place, 'initdb')) && existsSync(join(place, 'pg_ctl')));
}

function userNamed(name: string): User | undefined {
  const number = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  try {
    return { uid: number('-u'), gid: number('-g') };
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
