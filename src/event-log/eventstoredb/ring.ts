// The newest events of the log, as many as fit: what the one subscription brought, for all who follow. Who falls behind reads from the
// server until the ring holds the rest, so a slow follower never holds up the subscription and memory stays bounded.
import { comparePositions, MAX_PAGE } from '../append-rule.js';
import type { LogCorrupt } from '../errors.js';
import type { StoredEvent } from '../event-log.js';

/** One event of ours, or the damage that was found in its place. */
export interface Item {
  position: string;
  event: StoredEvent | LogCorrupt;
}

const EVENTS_MAX = 4_096;
/** Let go of in one piece: moving the rest up for each single event costs more than holding some extra. */
const PIECE = 512;
const BYTES_MAX = 16_777_216;

export class Ring {
  private items: Item[] = [];
  private bytes = 0;
  private readonly waiting = new Set<() => void>();

  /** Everything of ours after this position, and nothing else, is in the ring; undefined until that is known. */
  private floor: string | undefined;

  get hasBegun(): boolean {
    return this.floor !== undefined;
  }

  /** From here on every event will be added. */
  begin(floor: string): void {
    this.floor = floor;
    this.wake();
  }

  /** Whether everything after that position is here. */
  covers(after: string): boolean {
    return this.floor !== undefined && comparePositions(after, this.floor) >= 0;
  }

  add(item: Item): void {
    this.items.push(item);
    this.bytes += sizeOf(item);
    while (this.items.length > 1 && (this.items.length >= EVENTS_MAX + PIECE || this.bytes > BYTES_MAX))
      this.drop(PIECE);
    this.wake();
  }

  /** The next items after that position, at most a page. */
  after(position: string): Item[] {
    let low = 0;
    for (let high = this.items.length; low < high;) {
      const middle = (low + high) >>> 1;
      if (comparePositions(this.items[middle]?.position ?? position, position) <= 0) low = middle + 1;
      else high = middle;
    }
    return this.items.slice(low, low + MAX_PAGE);
  }

  /** Calls back once, at the next event or when all waiting ends. */
  onNext(listener: () => void): () => void {
    this.waiting.add(listener);
    return () => this.waiting.delete(listener);
  }

  private drop(count: number): void {
    const dropped = this.items.splice(0, Math.min(count, this.items.length - 1));
    for (const item of dropped) this.bytes -= sizeOf(item);
    this.floor = dropped.at(-1)?.position ?? this.floor;
  }

  wake(): void {
    const listeners = [...this.waiting];
    this.waiting.clear();
    listeners.forEach((listener) => listener());
  }
}

const sizeOf = ({ event }: Item): number => ('bytes' in event ? event.bytes.length : 0);
