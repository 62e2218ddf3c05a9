// The file of a fake that must survive the death of its process: one line per append, so that a torn append is a torn last line.
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type { FakeEvent } from './events.js';

export class Journal {
  constructor(private readonly path: string) {}

  /** Written before the append is answered; the kernel keeps it when the process is killed. */
  add(batch: readonly FakeEvent[]): void {
    const rows = batch.map(({ data, metadata, ...rest }) => ({
      ...rest,
      data: Buffer.from(data).toString('base64'),
      metadata: Buffer.from(metadata).toString('base64'),
    }));
    appendFileSync(this.path, `${JSON.stringify(rows, (_, value) => numbersAsText(value))}\n`);
  }

  /** What was written, append by append; a torn last line was never answered and is cut off. */
  read(): FakeEvent[][] {
    if (!existsSync(this.path)) return [];
    const text = readFileSync(this.path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(this.path, Buffer.byteLength(whole));
    const lines = whole.split('\n').slice(0, -1);
    return lines.map((line) => (JSON.parse(line) as Record<string, string>[]).map(eventOf));
  }
}

const numbersAsText = (value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

function eventOf(row: Record<string, string>): FakeEvent {
  const { stream = '', id = '', type = '', contentType = '', data = '', metadata = '' } = row;
  return {
    ...{ stream, id, type, contentType },
    data: Buffer.from(data, 'base64'),
    metadata: Buffer.from(metadata, 'base64'),
    revision: BigInt(row.revision ?? 0),
    position: BigInt(row.position ?? 0),
    created: BigInt(row.created ?? 0),
  };
}
