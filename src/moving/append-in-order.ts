// Putting many stored events into a log in the order they come, in appends as large as they may be: consecutive events of one stream go
// together. An append that was done before counts as done, so that broken-off work goes on where it was.
import { MAX_BYTES, MAX_EVENTS } from '../event-log/append-rule.js';
import type { AppendResult, EventLog } from '../event-log/event-log.js';
import { SqliteEventLog } from '../event-log/sqlite.event-log.js';
import type { ExportedEvent } from './export-format.js';
import { TargetRefused } from './moving-errors.js';

/** Appends under way at once where the log stores them in the order in which they were asked. */
const TOGETHER = 400;
/** Bytes under way at once. */
const BYTES_TOGETHER = 8 * MAX_BYTES;

export class AppendInOrder {
  private run: ExportedEvent[] = [];
  private bytes = 0;
  private underWay: { event: ExportedEvent; result: Promise<AppendResult> }[] = [];
  private bytesUnderWay = 0;
  private readonly together: number;

  constructor(private readonly log: EventLog) {
    // One file stores a group of appends in their order; a server may not.
    this.together = log instanceof SqliteEventLog ? TOGETHER : 1;
  }

  /** Takes the next event. @throws TargetRefused when the log has another event in its place. */
  async add(event: ExportedEvent): Promise<void> {
    const last = this.run.at(-1);
    const fits =
      !last ||
      (last.stream === event.stream && this.run.length < MAX_EVENTS && this.bytes + event.bytes.length <= MAX_BYTES);
    if (!fits) await this.send();
    this.run.push(event);
    this.bytes += event.bytes.length;
  }

  /** Everything that was added is durable when this resolves. */
  async finish(): Promise<void> {
    await this.send();
    await this.settle();
  }

  private async send(): Promise<void> {
    const [first] = this.run;
    if (!first) return;
    const events = this.run.map(({ id, type, bytes, crc, chain }) => ({ id, type, bytes, crc, chain }));
    const result = this.log.append(first.stream, first.revision === 0 ? 'none' : first.revision - 1, events);
    // It is looked at below; until then it must not count as a rejection that nobody handles.
    result.catch(() => undefined);
    this.underWay.push({ event: first, result });
    this.bytesUnderWay += this.bytes;
    this.run = [];
    this.bytes = 0;
    if (this.underWay.length >= this.together || this.bytesUnderWay >= BYTES_TOGETHER) await this.settle();
  }

  private async settle(): Promise<void> {
    this.bytesUnderWay = 0;
    for (const { event, result } of this.underWay.splice(0)) {
      if ((await result).kind === 'appended') continue;
      throw new TargetRefused(
        `Het logboek heeft in stroom ${event.stream} vanaf volgnummer ${event.revision} andere gebeurtenissen. ` +
          'Er is vanaf daar niets toegevoegd.',
      );
    }
  }
}
