// The product as people run it: the built server in a process of its own, which a test starts, kills and starts again on one directory.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Where the compiled product lies; a developer may name another build. */
const build = process.env.BUILD_DIR ?? join(import.meta.dirname, '..', '..', '..', 'dist');
const READY = /staat klaar op (http\S+)/;

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it wrote on its error stream. */
  errors: string;
}

/** What a test adds to the environment of the product, such as another log. */
type Added = Readonly<Record<string, string>>;

const environment = (directory: string, added: Added = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  EVENT_LOG: '',
  DATA_DIR: directory,
  PORT: '0',
  HOST: '127.0.0.1',
  PUBLIC_URL: '',
  LOG_LEVEL: 'error',
  ...added,
});

export class Product {
  private constructor(
    private readonly child: ChildProcess,
    /** Where it answers. */
    readonly url: string,
    readonly ended: Promise<Ended>,
    private readonly added?: Added,
  ) {}

  /** Starts on that directory and resolves when it listens. Throws with what it said when it stops before that. */
  static async start(directory: string, added?: Added): Promise<Product> {
    const { child, ended } = launch(directory, added);
    const ready = new Promise<string>((resolve) => {
      let output = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const url = READY.exec(output)?.[1];
        if (url !== undefined) resolve(url);
      });
    });
    const refused = ended.then(({ code, errors }) => {
      throw new Error(`The product did not start (exit code ${code}): ${errors}`);
    });
    const url = await Promise.race([ready, refused]);
    refused.catch(() => undefined);
    return new Product(child, url, ended, added);
  }

  /** Starts where no start is possible, and answers how that ended. */
  static refused(directory: string, added?: Added): Promise<Ended> {
    return launch(directory, added).ended;
  }

  /** What the command line prints beside this product, as a script would read it. */
  cli(directory: string, ...args: string[]): string {
    const program = join(build, 'src', 'cli', 'main.js');
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
      env: environment(directory, this.added),
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`rode-draad ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  /** Kills it on the spot: nothing of its own runs any more. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Asks it to stop, as the system does. */
  async terminate(): Promise<Ended> {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}

function launch(directory: string, added?: Added): { child: ChildProcess; ended: Promise<Ended> } {
  // `--empty` on a directory that has an organisation opens that one.
  const child = spawn(process.execPath, [join(build, 'src', 'main.js'), '--empty', '--name', 'De Drie Kogen'], {
    env: environment(directory, added),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = once(child, 'close').then(([code, signal]): Ended => ({
    code: code as Ended['code'],
    signal: signal as Ended['signal'],
    errors: errors.trim(),
  }));
  return { child, ended };
}
