// Appending so that the answer is true: what the server said is held against what was asked, what is unknown is asked again unchanged and
// then read back, and what stays unknown is said to be so.
import { baseOf } from '../append-rule.js';
import { InvalidAppend, LogUnavailable, StreamDeleted } from '../errors.js';
import type { AppendResult, EventToAppend, ExpectedRevision } from '../event-log.js';
import { CALL_MS, type Calls } from './calls.js';
import { toServer } from './codec.js';
import type { DeletedStreams } from './deleted-streams.js';
import { actualOf, definiteOf, messageOf, unavailable } from './faults.js';
import { BUDGET_MS, type Reader } from './reader.js';
import type { RecentIds } from './recent-ids.js';
import { compareTail } from './tail.js';
import { backOff, pause, type Timing } from './timing.js';

/** An append is answered within this time. */
export const APPEND_MS = 13_300;
/** Kept for reading back after the last attempt. */
const TAIL_MS = 1_500;

interface Asked {
  stream: string;
  expected: ExpectedRevision;
  events: readonly EventToAppend[];
  /** Revision of the first and of the last event, if they are stored as asked. */
  first: number;
  last: number;
}

type Success = Awaited<ReturnType<Calls['append']>>;

export class Appender {
  constructor(
    private readonly calls: Calls,
    private readonly reader: Reader,
    private readonly timing: Timing,
    private readonly deleted: DeletedStreams,
    private readonly ids: RecentIds,
  ) {}

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
    withinMs = APPEND_MS,
  ): Promise<AppendResult> {
    if (this.deleted.has(stream)) throw new StreamDeleted(stream);
    const first = baseOf(expected) + 1;
    const asked = { stream, expected, events, first, last: first + events.length - 1 };
    const began = this.timing.elapsed();
    if (events.some(({ id }, index) => this.ids.isElsewhere(id, stream, first + index)))
      return this.conflict(asked, undefined, began + withinMs);
    const result = await this.attempts(asked, began, began + Math.min(withinMs, APPEND_MS));
    if (result.kind === 'appended' && !result.earlierTry)
      events.forEach(({ id }, index) => this.ids.note(id, stream, first + index));
    return result;
  }

  private async attempts(asked: Asked, began: number, end: number): Promise<AppendResult> {
    const proposed = asked.events.map(toServer);
    const expected = asked.expected === 'none' ? 'no_stream' : BigInt(asked.expected);
    for (let failures = 0; ;) {
      let failed: unknown;
      try {
        const ms = Math.max(1, Math.min(CALL_MS, end - TAIL_MS - this.timing.elapsed()));
        return this.checked(asked, await this.calls.append(asked.stream, expected, proposed, ms));
      } catch (error) {
        failed = error;
      }
      if (failures === 0 && definiteOf(failed)) return this.refused(asked, failed, end);
      failures += 1;
      // After an unknown attempt no refusal is certain any more: our own event may be what is in the way.
      if (definiteOf(failed) === 'wrong-revision') return this.readBack(asked, failed, end);
      if (failed instanceof StreamDeleted || definiteOf(failed) === 'deleted')
        throw this.isDeleted(asked.stream, failed);
      const wait = backOff(this.timing, failures);
      const next = this.timing.elapsed() + wait;
      if (next >= began + BUDGET_MS || next >= end - TAIL_MS) return this.readBack(asked, failed, end);
      await pause(this.timing, wait);
    }
  }

  /** The answer is only taken when it is the one to this append: a deleted stream answers with another revision or without a position. */
  private checked({ stream, last }: Asked, { success, nextExpectedRevision, position }: Success): AppendResult {
    if (!success || nextExpectedRevision !== BigInt(last) || !position) throw new StreamDeleted(stream);
    return { kind: 'appended', revision: last, position: String(position.commit) };
  }

  private refused(asked: Asked, error: unknown, end: number): Promise<AppendResult> {
    switch (definiteOf(error)) {
      case 'wrong-revision':
        return this.conflict(asked, actualOf(error), end);
      case 'deleted':
        throw this.isDeleted(asked.stream, error);
      case 'too-large':
        throw new InvalidAppend('too-large', `EventStoreDB: ${messageOf(error)}`);
      default:
        throw unavailable(error);
    }
  }

  /** What stands in the place of our events decides; an empty place decides nothing. */
  private async readBack(asked: Asked, error: unknown, end: number): Promise<AppendResult> {
    const { stream, first, last, events } = asked;
    const found = await this.tail(asked, end);
    const tail = compareTail(first, events, found);
    if (tail === 'others') return this.conflict(asked, actualOf(error), end);
    const position = found.at(-1)?.position;
    if (tail === 'nothing' || position === undefined)
      throw new LogUnavailable('unanswered', `EventStoreDB: it is unknown whether ${stream} has revision ${last}`, {
        cause: error,
      });
    if (tail === 'ours') return { kind: 'appended', revision: last, position };
    return { kind: 'appended', revision: found.at(-1)?.revision ?? last, position, earlierTry: true };
  }

  /** Tried until the time is up: this read decides between an answer and "unknown". */
  private async tail(
    { stream, first, events }: Asked,
    end: number,
  ): Promise<Awaited<ReturnType<Reader['streamOnce']>>> {
    try {
      return await this.reader.stream(stream, first, events.length, Math.max(1, end - this.timing.elapsed()));
    } catch (error) {
      throw error instanceof StreamDeleted ? error : unavailable(error);
    }
  }

  private async conflict({ stream }: Asked, actual: ExpectedRevision | undefined, end: number): Promise<AppendResult> {
    if (actual !== undefined) return { kind: 'wrong-revision', actual };
    try {
      const ms = Math.max(1, Math.min(CALL_MS, end - this.timing.elapsed()));
      return { kind: 'wrong-revision', actual: await this.reader.lastRevision(stream, ms) };
    } catch (error) {
      throw unavailable(error);
    }
  }

  private isDeleted(stream: string, cause: unknown): StreamDeleted {
    this.deleted.note(stream);
    return cause instanceof StreamDeleted ? cause : new StreamDeleted(stream, { cause });
  }
}
