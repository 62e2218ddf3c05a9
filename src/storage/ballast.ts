// Some room kept aside in the data directory: a file of which every byte takes place on the disk. When the disk is full, whoever manages it
// deletes the file; the product goes on in that room while the disk is made larger, and lays the file again once there is plenty.
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Name of the file, said in what an operator reads. */
export const BALLAST = 'ballast';
const PIECE = 1_048_576;
/** Enough for some thousands of commands. */
export const BALLAST_BYTES = 16 * PIECE;
/** With less than this free, laying it would be what fills the disk. */
export const PLENTY = 4 * BALLAST_BYTES;

export class Ballast {
  private laying: Promise<void> | undefined;

  constructor(
    private readonly directory: string,
    private readonly bytes = BALLAST_BYTES,
  ) {}

  /** Lays the file unless it is there. A disk that turns out to be full is no error: then it is left away. */
  lay(): Promise<void> {
    this.laying ??= this.write().finally(() => (this.laying = undefined));
    return this.laying;
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.laying;
  }

  private async write(): Promise<void> {
    const file = join(this.directory, BALLAST);
    const draft = `${file}.part`;
    if (existsSync(file)) return;
    try {
      const handle = await open(draft, 'w', 0o600);
      try {
        // Chance, so that no file system makes it smaller than it is.
        for (let left = this.bytes; left > 0; left -= PIECE) await handle.write(randomBytes(Math.min(PIECE, left)));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, file);
    } catch {
      rmSync(draft, { force: true });
    }
  }
}
