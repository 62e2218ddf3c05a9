// Writing a file of lines that is either whole under its name or not there, and reading one line by line without keeping it in memory.
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const CHUNK = 1_048_576;

export class LineFile {
  private readonly handle: number;
  private waiting: Buffer[] = [];
  private size = 0;

  /** Begins the file under another name beside it; what an earlier try left there is written over. */
  constructor(private readonly file: string) {
    this.handle = openSync(`${file}.part`, 'w', 0o600);
  }

  write(line: Buffer): void {
    this.waiting.push(line);
    this.size += line.length;
    if (this.size >= CHUNK) this.flush();
  }

  /** Puts another first line of the same length, brings all to disk and gives the file its name. */
  finish(first: Buffer): void {
    this.flush();
    writeAll(this.handle, first, 0);
    fsyncSync(this.handle);
    closeSync(this.handle);
    renameSync(`${this.file}.part`, this.file);
    syncDirectory(dirname(this.file));
  }

  /** Gives up; nothing is left. */
  drop(): void {
    closeSync(this.handle);
    if (existsSync(`${this.file}.part`)) rmSync(`${this.file}.part`);
  }

  private flush(): void {
    writeAll(this.handle, Buffer.concat(this.waiting), null);
    this.waiting = [];
    this.size = 0;
  }
}

function writeAll(handle: number, bytes: Buffer, at: number | null): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(handle, bytes, done, bytes.length - done, at === null ? null : at + done);
}

/** Makes a name in a directory last. */
export function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

export interface Line {
  /** From 1. */
  nr: number;
  /** Without its line end. */
  text: Buffer;
  /** Bytes of the file up to and including this line. */
  end: number;
  /** Whether it has a line end; only the last line of a cut file has none. */
  whole: boolean;
}

/** The lines of a file, one after the other. */
export async function* linesOf(file: string, signal?: AbortSignal): AsyncGenerator<Line> {
  let rest = Buffer.alloc(0);
  let [nr, end] = [0, 0];
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    signal?.throwIfAborted();
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      end += at - from + 1;
      yield { nr: ++nr, text: bytes.subarray(from, at), end, whole: true };
      from = at + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield { nr: nr + 1, text: rest, end: end + rest.length, whole: false };
}
