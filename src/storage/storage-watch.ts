// Knows whether commands can be stored as far as room on the disk goes: from the errors they met, and from trying when there is little left.
// Full is not for ever: as soon as there is room again this says so, without a restart and without a command.
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../workflows/kit/types.js';
import type { Clock } from '../clock/clock.js';
import { Ballast, BALLAST, PLENTY } from './ballast.js';
import { isStorageFull } from './storage-full.js';

export interface StorageFull {
  code: 'storage-full';
  /** Since when commands cannot be stored, as far as it was noticed. */
  since: Instant;
  /** What it means, and what to do. */
  detail: string;
}

export interface StorageWatchOptions {
  directory: string;
  clock: Clock;
  /** Whether each of the files that a command writes may still grow. */
  rooms: readonly (() => boolean)[];
  /** Free bytes on the disk of the directory; asked of the system unless given. */
  free?: () => number;
}

/** Room that must be there: more than the largest command stores in all files together. */
const NEEDED = 4_194_304;
/** Below this the disk is tried, for who has a quota or counts in blocks is full before the disk is. */
const LITTLE = 4 * NEEDED;
/** Trying costs a write; it is done at most so often. */
const AGAIN_MS = 1_000;

export class StorageWatch {
  readonly ballast: Ballast;
  private full: StorageFull | undefined;
  private tried = Number.NEGATIVE_INFINITY;
  private laysBallast = false;

  constructor(private readonly options: StorageWatchOptions) {
    this.ballast = new Ballast(options.directory);
  }

  /** From now on room is kept aside. */
  start(): void {
    this.laysBallast = true;
    this.look();
  }

  /** Resolves when nothing is being written any more. */
  async stop(): Promise<void> {
    this.laysBallast = false;
    await this.ballast.settled();
  }

  /** Hears of an error that a command met; other errors than a full disk say nothing here. */
  note(error: unknown): void {
    if (isStorageFull(error)) this.full ??= this.since();
  }

  /** Why commands cannot be stored, or undefined when they can. */
  look(): StorageFull | undefined {
    const free = this.free();
    const { clock } = this.options;
    if ((this.full || free < LITTLE) && clock.elapsed() - this.tried >= AGAIN_MS) {
      this.tried = clock.elapsed();
      this.full = this.hasRoom() ? undefined : (this.full ?? this.since());
    }
    if (!this.full && this.laysBallast && free >= PLENTY) void this.ballast.lay();
    return this.full;
  }

  /** Free bytes on the disk of the data directory. */
  free(): number {
    const { directory, free } = this.options;
    if (free) return free();
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  }

  private since(): StorageFull {
    return {
      code: 'storage-full',
      since: this.options.clock.now(),
      detail: `The disk of the data directory is full: nothing new is stored, everything stored before is whole. Make room, or delete the file '${BALLAST}' there to go on for a while. No restart is needed.`,
    };
  }

  private hasRoom(): boolean {
    return this.options.rooms.every((room) => room()) && this.canWrite();
  }

  /** Writes as much as is needed, to the disk, and takes it away. */
  private canWrite(): boolean {
    const file = join(this.options.directory, 'room.part');
    try {
      const handle = openSync(file, 'w', 0o600);
      try {
        writeSync(handle, Buffer.alloc(NEEDED, 1));
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      return true;
    } catch (error) {
      if (isStorageFull(error)) return false;
      throw error;
    } finally {
      rmSync(file, { force: true });
    }
  }
}
