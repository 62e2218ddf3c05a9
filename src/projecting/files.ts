// Which file of a projection is served: a small pointer file names it and is replaced as a whole, so that a switch has happened or has not.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export interface Pointer {
  version: number;
  file: string;
}

export class ProjectionFiles {
  constructor(
    private readonly directory: string,
    private readonly name: string,
  ) {}

  /** The file that is served, or undefined when there is none (any more). */
  current(): Pointer | undefined {
    if (!existsSync(this.pointerFile)) return undefined;
    const pointer: unknown = parsed(readFileSync(this.pointerFile, 'utf8'));
    return isPointer(pointer) && existsSync(join(this.directory, pointer.file)) ? pointer : undefined;
  }

  /** A name for a new file of that version, not in use. */
  fresh(version: number): string {
    const stem = `read-${this.name}-v${version}`;
    for (let nr = 1; ; nr += 1) {
      const file = nr === 1 ? `${stem}.sqlite` : `${stem}-${nr}.sqlite`;
      if (!existsSync(join(this.directory, file))) return file;
    }
  }

  path(file: string): string {
    return join(this.directory, file);
  }

  /** From now on this file is the served one, also after a power failure. */
  point(pointer: Pointer): void {
    const draft = `${this.pointerFile}.new`;
    const handle = openSync(draft, 'w');
    writeSync(handle, JSON.stringify(pointer));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(draft, this.pointerFile);
  }

  /** Deletes every file of this projection but those named: what a rebuild left behind. */
  keepOnly(files: readonly string[]): void {
    const own = new RegExp(`^read-${this.name}-v\\d+(-\\d+)?\\.sqlite(-wal|-shm)?$`);
    for (const file of readdirSync(this.directory)) {
      if (own.test(file) && !files.some((kept) => file.startsWith(kept))) rmSync(join(this.directory, file));
    }
  }

  private get pointerFile(): string {
    return join(this.directory, `read-${this.name}.json`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPointer(value: unknown): value is Pointer {
  const { version, file } = (value ?? {}) as Record<string, unknown>;
  return typeof version === 'number' && typeof file === 'string' && /^read-[a-z-]+-v\d+(-\d+)?\.sqlite$/.test(file);
}
