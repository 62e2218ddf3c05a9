// A fake EventStoreDB in a process of its own, which a test kills and starts again on one port and one file, and what is in that file.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { StoredEvent } from '../../../src/event-log/event-log.js';
import { Journal } from '../eventstoredb/journal.js';

const root = join(import.meta.dirname, '..', '..', '..');

export class ServerProcess {
  private child: ChildProcess | undefined;
  private port = '0';
  url = '';

  private constructor(private readonly journal: string) {}

  static async start(journal: string): Promise<ServerProcess> {
    const server = new ServerProcess(journal);
    await server.start();
    return server;
  }

  /** What the product needs to keep its events there. */
  get environment(): Record<string, string> {
    return { EVENT_LOG: 'eventstoredb', EVENTSTORE_URL: this.url };
  }

  async start(): Promise<void> {
    const program = [join(root, 'test/support/eventstoredb/main.ts'), this.port, this.journal];
    const child = spawn(process.execPath, ['--import', './bin/typescript.mjs', ...program], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child = child;
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    this.url = line.toString().trim();
    this.port = /:(\d+)\?/.exec(this.url)?.[1] ?? '0';
  }

  /** Kills it on the spot; what it answered is in its file. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  /** The events of the product, in the order of the log. */
  events(): StoredEvent[] {
    return new Journal(this.journal)
      .read()
      .flat()
      .filter(({ stream, type }) => !stream.startsWith('$') && !type.startsWith('$'))
      .map(({ stream, revision, id, type, data, metadata, position }) => {
        const { crc, chain } = JSON.parse(Buffer.from(metadata).toString()) as { crc: number; chain: string };
        const placed = { stream, revision: Number(revision), position: String(position) };
        return { ...placed, id, type, bytes: data, crc, chain };
      });
  }
}
