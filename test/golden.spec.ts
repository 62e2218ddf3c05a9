// Example 9.4 of the domain against its golden files: every event, and after each event the logbook and the overview, to the letter.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { logbook } from '../projections/logbook/logbook.projection.js';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import { MemoryEventLog } from '../src/event-log/memory.event-log.js';
import { upcast } from '../workflows/kit/events.js';
import { localDay, localTime } from '../workflows/kit/time.js';
import type { Id, Recorded } from '../workflows/kit/types.js';
import { kern } from '../workflows/registry.js';
import { playExample, storedOf, type Played } from './golden/example.js';
import { comparable, lineOf, rowOf, unfolded, type GoldenRows } from './golden/rows.js';
import { example } from './support/domain/index.js';
import { caughtUp, Stage } from './support/projecting/stage.js';

const golden = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`golden/kersenlaan.${name}.json`, import.meta.url), 'utf8')) as T;
const history = golden<{ events: Record<string, string>[] }>('history').events;
const expected = unfolded(golden<GoldenRows>('rows'));

/** Short names of the ids that rows show, as the example gives them. */
function namesOf(events: readonly Recorded[]): Map<Id, string> {
  const first = (type: string): Recorded | undefined => events.find((event) => event.type === type);
  return new Map([
    [first('TrajectoryRegistered')?.meta.round ?? '', 'R1'],
    [String(first('PublicGroupAdded')?.data.groupId), 'P1'],
    [String(first('AgreementMade')?.data.agreementId), 'A1'],
  ]);
}

/** What both projections answer after each event, when they get the stored events one at a time. */
async function projectedOneByOne(stage: Stage, events: readonly Recorded[]) {
  const log = new MemoryEventLog();
  const runner = stage.runner({ log });
  await runner.start();
  const names = namesOf(events);
  const found: ReturnType<typeof unfolded> = [];
  for (const [index, stored] of (await storedOf(stage)).entries()) {
    await log.append(stored.stream, stored.revision === 0 ? 'none' : stored.revision - 1, [stored]);
    await caughtUp(runner, log);
    const event = events[index]!;
    const id = event.meta.stream.slice('trajectory-'.length);
    const detail = runner.ask(statusOverview).one('all', id, localDay(event.meta.occurredAt));
    const lines = events
      .slice(0, index + 1)
      .flatMap(({ meta }) => runner.ask(logbook).line(meta.id, true) ?? [])
      .map(lineOf);
    found.push({ row: detail ? rowOf(detail, names) : {}, lines });
  }
  await runner.stop();
  return found;
}

const titled = history.map(({ type, at }, index) => [index + 1, type, at] as const);

describe('the golden history', () => {
  it('tells what the domain tells of 9.4, beside what the engine adds', () => {
    const byPeople = history.filter(({ by }) => by !== 'system');
    expect(byPeople.map(({ type, at = '', by, decidedBy }) => [type, at.slice(5, 10), by, decidedBy])).toEqual(
      example.map(({ event, mmdd, actor, decider }) => [event, mmdd, actor, decider]),
    );
  });
});

describe('example 9.4 played through commands', () => {
  let played: Played;
  let found: ReturnType<typeof unfolded>;
  beforeAll(async () => {
    played = await playExample();
    found = await projectedOneByOne(played.stage, played.events);
  });

  it('is the history that the domain tells, with what the engine adds', () => {
    const names = namesOf(played.events);
    const told = played.events.map(({ type, data, meta }) => {
      const phase = meta.phase ?? (data.phase as string | undefined);
      const round = type === 'TrajectoryRegistered' ? undefined : meta.round;
      const decidedBy = (data.decidedBy as { role: string } | undefined)?.role;
      return { type, meta, phase, round: round && names.get(round), decidedBy };
    });
    expect(
      told.map(({ type, meta, phase, round, decidedBy }) => ({
        type,
        at: `${localDay(meta.occurredAt)} ${localTime(meta.occurredAt)}`,
        by: meta.actor.role,
        ...(decidedBy && decidedBy !== meta.actor.role ? { decidedBy } : {}),
        ...(phase ? { phase } : {}),
        ...(round ? { round } : {}),
      })),
    ).toEqual(history);
  });

  it('closes feedback at the end of the last day on which people could react', () => {
    const closed = played.events.filter(({ meta }) => meta.occurredAt === '2026-05-15T22:00:00.000Z');
    expect(closed.map(({ type }) => type)).toEqual(['FeedbackCompleted', 'PhaseCompleted']);
  });

  it('passes no need: nothing was missing for any command when it was sent', () => {
    expect(played.events.filter(({ type }) => type === 'GuardOverridden')).toEqual([]);
    expect(played.asked).toHaveLength(30 - 1);
    for (const { command, missing } of played.asked) {
      expect([command, missing.length > 0]).toEqual([command, true]);
      expect([command, missing.flat()]).toEqual([command, []]);
    }
  });

  it.each(titled)('event %i, %s at %s: the overview', (nr) => {
    expect(found[nr - 1]?.row).toEqual(comparable(expected[nr - 1]?.row ?? {}));
  });

  it.each(titled)('event %i, %s at %s: the logbook', (nr) => {
    expect(found[nr - 1]?.lines).toEqual(expected[nr - 1]?.lines);
  });
});

describe('example 9.4 as it was first recorded', () => {
  const { events: stored } = golden<{ events: Recorded[] }>('events');

  it('reads as events of today, however old they are', () => {
    const lifted = stored.map((event) => upcast(event, kern.events.get(event.type)!));
    const wrong = lifted.map(({ type, data }) => kern.events.get(type)?.schema.safeParse(data).error?.issues ?? []);
    expect(wrong.flat()).toEqual([]);
    expect(lifted.map(({ type }) => type)).toEqual(history.map(({ type }) => type));
  });

  it('gives the same overview and logbook after every event', async () => {
    const stage = new Stage();
    const lifted = stored.map((event) => upcast(event, kern.events.get(event.type)!));
    await stage.record(lifted);
    const found = await projectedOneByOne(stage, lifted);
    expect(found.map(({ row }) => row)).toEqual(expected.map(({ row }) => comparable(row)));
    expect(found.map(({ lines }) => lines)).toEqual(expected.map(({ lines }) => lines));
  });
});
