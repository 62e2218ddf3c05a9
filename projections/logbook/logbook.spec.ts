// The logbook: given these events, these lines; and nothing of a person who was erased.
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDirectory } from '../../test/support/log/directory.js';
import { caughtUp, rowsOf, Stage } from '../../test/support/projecting/stage.js';
import { erasureOf, RESIDENT, story } from '../../test/support/projecting/story.js';
import { OOSTERKOOG } from '../../test/support/kern/world.js';
import type { Labels } from '../../workflows/kit/labels.js';
import type { Recorded } from '../../workflows/kit/types.js';
import { wordsOf } from '../kit/words.js';
import { logbook } from './logbook.projection.js';

const LABELS = new Map<string, Labels>([
  [
    'test',
    {
      fields: { count: 'Aantal', text: 'Tekst' },
      events: {
        ContributionReceived: (data, names) =>
          `${names.contribution(data.contributionId)} is binnen: ${String(data.text)}`,
        ConversationHeld: (data, names) =>
          `${names.conversation(data.conversationId)} is gehouden met ${names.number((data.attendance as { count: number }[])[0]?.count)} mensen.`,
        LogEntryWritten: (data) => `Gesproken: ${String(data.discussed)}`,
        EstimateMade: (data, names) => `Begroting van ${names.euros(data.totalCents)} tot ${names.date(data.endOn)}.`,
      },
    },
  ],
]);

async function stageOf(events: readonly Recorded[], directory = freshDirectory()) {
  const stage = new Stage();
  await stage.record(events);
  const words = { nl: wordsOf('nl', LABELS), en: wordsOf('en', LABELS) };
  const runner = await stage.projected({ directory, projections: [logbook], domain: { ...stage.domain(), words } });
  return { stage, runner, directory, ask: () => runner.ask(logbook) };
}

const SEEN = { sealedText: true };
const eventOf = (events: readonly Recorded[], type: string, place = 0): Recorded => {
  const found = events.filter((event) => event.type === type)[place];
  if (!found) throw new Error(`The story has no ${type}.`);
  return found;
};

describe('lines', () => {
  it('stand for every event, newest first, with names for ids and amounts as people write them', async () => {
    const { world } = story();
    const { ask, runner } = await stageOf(world.events);
    const { items, total } = ask().ofTrajectory(world.trajectory.id, SEEN);
    expect(total).toBe(world.events.length);
    expect(items.map(({ revision }) => revision)).toEqual(world.events.map(({ meta }) => meta.revision).reverse());
    expect(items.map(({ text }) => text.nl)).toEqual(
      expect.arrayContaining([
        'B1 is binnen: een bankje bij de speelplek',
        'G1 is gehouden met 21 mensen.',
        'Begroting van € 250 tot 19 juni 2026.',
      ]),
    );
    expect(items.map(({ text }) => text.en)).toContain('Begroting van € 250 tot 19 June 2026.');
    await runner.stop();
  });

  it('sort at the day something happened, and say how many days later it was recorded', async () => {
    const { world, groupId } = story();
    world.pass(3);
    world.must(
      'processCoordinator',
      'SendInvitation',
      {
        groupId,
        channel: 'brief',
        addressed: 64,
        says: { topic: 'bankjes', timeNeeded: 'een uur', resultsWhen: 'in juni' },
      },
      { occurredAt: '2026-04-13T10:00:00.000Z' },
    );
    const { ask, runner } = await stageOf(world.events);
    const items = ask().ofTrajectory(world.trajectory.id, SEEN).items;
    const late = items.findIndex(({ type }) => type === 'InvitationSent');
    expect(items[late]).toMatchObject({ happenedOn: '2026-04-13', daysLate: 18, category: 'contact', auto: true });
    expect(items[late - 1]?.happenedOn).toBe('2026-04-28');
    expect(items[late + 1]?.happenedOn).toBe('2026-04-07');
    await runner.stop();
  });

  it('keep what was discussed, what it yielded and what was thought of it apart', async () => {
    const { world } = story();
    world.must('processCoordinator', 'WriteLogEntry', {
      happenedOn: '2026-04-25',
      step: 'conversations',
      withWhom: [{ label: 'bewoner van nummer 12' }],
      form: 'phone',
      discussed: 'zorgen over hangjongeren',
      yield: 'neemt een buurman mee',
      consideration: 'dit gaat om meer dan bankjes',
      linkedIds: [],
      hasPersonalData: false,
    });
    const { ask, runner } = await stageOf(world.events);
    const [entry] = ask().ofTrajectory(world.trajectory.id, { ...SEEN, q: 'hangjong' }).items;
    expect(entry).toMatchObject({
      auto: false,
      entryId: eventOf(world.events, 'LogEntryWritten').data.entryId,
      happenedOn: '2026-04-25',
      daysLate: 3,
      phase: 'conversations',
      visibility: 'internal',
      withWhom: 'bewoner van nummer 12',
      discussed: 'zorgen over hangjongeren',
      yield: 'neemt een buurman mee',
      consideration: 'dit gaat om meer dan bankjes',
    });
    await runner.stop();
  });
});

describe('a correction', () => {
  it('gives the line the value in force, marks it and shows what it was', async () => {
    const { world } = story();
    const held = eventOf(world.events, 'ConversationHeld');
    world.must('processCoordinator', 'CorrectFact', {
      eventId: held.meta.id,
      field: '/attendance/0/count',
      before: 21,
      after: 19,
      reason: 'twee namen dubbel geteld',
    });
    const correction = eventOf(world.events, 'FactCorrected');
    const { ask, runner } = await stageOf(world.events);
    expect(ask().line(held.meta.id, true)).toMatchObject({
      text: { nl: 'G1 is gehouden met 19 mensen.' },
      mark: 'corrected',
      eventIds: [held.meta.id, correction.meta.id],
      corrections: [
        { eventId: correction.meta.id, label: { nl: 'Aantal', en: 'Aantal' }, before: 21, after: 19, sealed: false },
      ],
    });
    expect(ask().line(correction.meta.id, true)).toMatchObject({
      type: 'FactCorrected',
      eventIds: [correction.meta.id],
    });
    expect(ask().ofTrajectory(world.trajectory.id, SEEN).total).toBe(world.events.length);
    await runner.stop();
  });
});

describe('text of people', () => {
  it('is neither shown to nor found by readers who may not see it', async () => {
    const { world } = story();
    const { ask, runner } = await stageOf(world.events);
    const received = eventOf(world.events, 'ContributionReceived');
    expect(ask().line(received.meta.id, false)?.text.nl).toBe('B1 is binnen: …');
    expect(ask().search('all', { sealedText: false, q: 'speelplek' }).items).toEqual([]);
    expect(
      ask()
        .search('all', { sealedText: true, q: 'speelplek' })
        .items.map(({ eventId }) => eventId),
    ).toEqual([received.meta.id]);
    expect(ask().search('all', { sealedText: false, q: 'binnen' }).total).toBe(2);
    await runner.stop();
  });

  it('is gone from lines, index and files once the person is erased, and stays gone when a correction writes the line again', async () => {
    const { world } = story();
    const letter = eventOf(world.events, 'ContributionReceived', 1);
    const { ask, runner, stage, directory } = await stageOf(world.events);
    expect(ask().search('all', { ...SEEN, q: 'heup' }).total).toBe(1);
    await stage.record([erasureOf(RESIDENT)]);
    await caughtUp(runner, stage.log);
    expect(ask().line(letter.meta.id, true)?.text.nl).toBe('B2 is binnen: [verwijderd op grond van AVG]');
    expect(ask().search('all', { ...SEEN, q: 'heup' }).total).toBe(0);
    for (const file of readdirSync(directory)) expect(readFileSync(join(directory, file)).includes('heup')).toBe(false);
    world.must('processCoordinator', 'CorrectFact', {
      eventId: letter.meta.id,
      field: '/text',
      before: letter.data.text,
      after: 'mijn knie',
      reason: 'verkeerd gehoord',
    });
    await stage.record(world.events.slice(-1));
    await caughtUp(runner, stage.log);
    expect(ask().line(letter.meta.id, true)).toMatchObject({
      text: { nl: 'B2 is binnen: [verwijderd op grond van AVG]' },
      mark: 'corrected',
    });
    for (const file of readdirSync(directory)) expect(readFileSync(join(directory, file)).includes('knie')).toBe(false);
    await runner.stop();
  });

  it('gives the same rows when built anew after the key was destroyed', async () => {
    const { world } = story();
    const { runner, stage, directory } = await stageOf([...world.events, erasureOf(RESIDENT)]);
    const before = rowsOf(directory, logbook);
    stage.vault.destroySubject(RESIDENT);
    await runner.rebuild('logbook');
    await runner.stop();
    expect(rowsOf(directory, logbook)).toEqual(before);
  });
});

describe('searching', () => {
  it('stays within the municipalities of the reader', async () => {
    const { world } = story();
    const { ask, runner } = await stageOf(world.events);
    const elsewhere = '00000000-0000-4000-8000-000000000000';
    expect(ask().search([OOSTERKOOG, elsewhere], { ...SEEN, q: 'bankje' }).total).toBe(1);
    expect(ask().search([elsewhere], { ...SEEN, q: 'bankje' }).total).toBe(0);
    expect(ask().search([], { ...SEEN, q: 'bankje' }).total).toBe(0);
    expect(ask().search([OOSTERKOOG], { ...SEEN }).total).toBe(world.events.length);
    expect(ask().search('all', { ...SEEN, q: OOSTERKOOG }).total).toBe(0);
    await runner.stop();
  });

  it('takes every sign as a sign, wants every word, and pages newest first', async () => {
    const { world } = story();
    const { ask, runner } = await stageOf(world.events);
    expect(ask().search('all', { ...SEEN, q: '"speelplek OR {nl}: * NEAR(' }).total).toBe(0);
    expect(ask().search('all', { ...SEEN, q: '***' }).total).toBe(world.events.length);
    expect(ask().search('all', { ...SEEN, q: 'speelplek BANKJE' }).total).toBe(1);
    const pages = [1, 2].map((page) =>
      ask()
        .search('all', { ...SEEN, q: 'is binnen', page, pageSize: 1 })
        .items.map(({ text }) => text.nl),
    );
    expect(pages).toEqual([
      ['B2 is binnen: mijn heup verdraagt geen koude zitting'],
      ['B1 is binnen: een bankje bij de speelplek'],
    ]);
    await runner.stop();
  });
});
