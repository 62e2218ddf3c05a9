// The in-memory log keeps the contract; what it stores cannot be changed through what it was given or hands out.
import { describe, expect, it } from '@jest/globals';
import { eventLogContract } from '../../test/event-log.contract.js';
import { anEvent } from '../../test/support/log/events.js';
import { LogCorrupt } from './errors.js';
import { MemoryEventLog } from './memory.event-log.js';

eventLogContract('in memory', () => new MemoryEventLog());

describe('the in-memory log', () => {
  it('keeps its own copy of the bytes', async () => {
    const log = new MemoryEventLog();
    const event = anEvent('1', 'text');
    await log.append('s', 'none', [event]);
    event.bytes[0] = 0;
    const [read] = await log.readStream('s', 0);
    read?.bytes.fill(0);
    expect(Buffer.from((await log.readStream('s', 0))[0]?.bytes ?? []).toString()).toBe('text');
  });

  it('never serves bytes that do not have their checksum', async () => {
    const log = new MemoryEventLog();
    await log.append('s', 'none', [{ ...anEvent('1'), crc: 1 }]);
    await expect(log.readStream('s', 0)).rejects.toThrow(LogCorrupt);
  });
});
