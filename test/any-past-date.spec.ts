// The proof over three years of generated history: on 200 random days what is kept of the past is what a projection shows that never saw
// what was recorded later. Trajectory, list, overview, signals and what was owed.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { history as kept } from '../projections/history/history.projection.js';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import type { EventLog, StoredEvent } from '../src/event-log/event-log.js';
import { MemoryEventLog } from '../src/event-log/memory.event-log.js';
import type { Domain } from '../src/projecting/domain.js';
import type { ProjectionRunner } from '../src/projecting/runner.js';
import { readerWith } from '../src/recording/recorder.js';
import { addDays, daysBetween, localDay } from '../workflows/kit/time.js';
import type { LocalDate } from '../workflows/kit/types.js';
import { aHistory } from './support/history.js';
import { answers } from './support/projecting/past.js';
import { Stage } from './support/projecting/stage.js';

const DATES = 200;
/** So many of them are also held to a projection of its own, with the log in its own order. */
const FROM_THE_START = 5;

const stage = new Stage();
let domain: Domain;
const all: { stored: StoredEvent; day: LocalDate }[] = [];
let dates: LocalDate[] = [];
let past: ProjectionRunner;

beforeAll(async () => {
  const { log, vault } = await aHistory();
  const decode = readerWith(vault);
  domain = { ...stage.domain(), decode };
  for (let after = '-1'; ;) {
    const page = await log.readAll(after, 500);
    all.push(...page.map((stored) => ({ stored, day: localDay(decode(stored).meta.recordedAt) })));
    after = page.at(-1)?.position ?? after;
    if (page.length < 500) break;
  }
  const days = all.map(({ day }) => day).sort();
  const [first = '', last = ''] = [addDays(days[0] ?? '', -20), addDays(days.at(-1) ?? '', 20)];
  const span = fc.integer({ min: 0, max: daysBetween(first, last) });
  dates = fc
    .sample(span, { seed: 1, numRuns: DATES })
    .map((n) => addDays(first, n))
    .sort();
  past = stage.runner({ log, domain, projections: [kept] });
  await past.start();
  await whole(past, log);
}, 300_000);
afterAll(() => past.stop());

async function add(log: MemoryEventLog, events: readonly { stored: StoredEvent }[]): Promise<void> {
  for (const { stored } of events)
    await log.append(stored.stream, stored.revision === 0 ? 'none' : stored.revision - 1, [stored]);
}

/** Waits as long as it takes on a busy machine; the time limit of the test ends it. */
async function whole(runner: ProjectionRunner, log: EventLog): Promise<void> {
  while (!(await runner.waitFor((await log.head()) ?? '-1', 20_000))) continue;
}

/** The first difference, so that a failure can be read. */
function difference(one: unknown, other: unknown): string | undefined {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  if (a === b) return undefined;
  const at = [...a].findIndex((sign, index) => sign !== b[index]);
  return `${a.slice(Math.max(0, at - 200), at + 200)}\n  against\n${b.slice(Math.max(0, at - 200), at + 200)}`;
}

const known = (day: LocalDate): unknown => answers(past.ask(kept).on('known', day), day);

describe('known=then on a random day', () => {
  it(`is what a projection shows that follows the log day by day, on each of ${DATES} days`, async () => {
    const log = new MemoryEventLog();
    const runner = stage.runner({ log, domain, projections: [statusOverview] });
    await runner.start();
    let before = '';
    for (const day of new Set(dates)) {
      await add(
        log,
        all.filter((one) => one.day > before && one.day <= day).sort((a, b) => a.day.localeCompare(b.day)),
      );
      before = day;
      await whole(runner, log);
      expect([day, difference(known(day), answers(runner.ask(statusOverview), day))]).toEqual([day, undefined]);
    }
    expect(runner.ask(statusOverview).list('all', {}).total).toBe(40);
    await runner.stop();
  }, 600_000);

  it('is what a projection shows that is built anew from the events recorded by then', async () => {
    const step = Math.floor(dates.length / FROM_THE_START);
    for (const day of dates.filter((_day, index) => index % step === step - 1)) {
      const log = new MemoryEventLog();
      await add(
        log,
        all.filter((one) => one.day <= day),
      );
      const runner = stage.runner({ log, domain, projections: [statusOverview] });
      await runner.start();
      await whole(runner, log);
      expect([day, difference(known(day), answers(runner.ask(statusOverview), day))]).toEqual([day, undefined]);
      await runner.stop();
    }
  }, 300_000);
});
