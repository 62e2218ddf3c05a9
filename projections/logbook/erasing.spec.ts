// A line that names several persons: each is erased from it alone, from files and index too, and a rebuild without the keys says the same.
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDirectory } from '../../test/support/log/directory.js';
import { caughtUp, rowsOf, Stage } from '../../test/support/projecting/stage.js';
import { erasureOf, story } from '../../test/support/projecting/story.js';
import { idOf } from '../../workflows/kit/ids.js';
import { ERASED_TEXT } from '../kit/words.js';
import { logbook } from './logbook.projection.js';

const [ANNEKE, BOUDEWIJN] = [idOf('test-person', 'anneke'), idOf('test-person', 'boudewijn')];
const SEEN = { sealedText: true };

async function talk() {
  const { world } = story();
  world.must('processCoordinator', 'WriteLogEntry', {
    withWhom: [
      { personRef: ANNEKE, label: 'Anneke Kanarie' },
      { personRef: BOUDEWIJN, label: 'Boudewijn Merel' },
      { label: 'de wijkagent' },
    ],
    discussed: 'de bankjes',
    yield: 'een plek',
  });
  const entry = world.events.at(-1);
  if (entry?.type !== 'LogEntryWritten') throw new Error('The story has an entry.');
  world.must('processCoordinator', 'CorrectFact', {
    eventId: entry.meta.id,
    field: '/withWhom/1/label',
    before: 'Boudewijn Merel',
    after: 'Boudewijn Lijster',
    reason: 'verkeerd gehoord',
  });
  const stage = new Stage();
  const directory = freshDirectory();
  await stage.record(world.events);
  const runner = await stage.projected({ directory, projections: [logbook] });
  const erase = async (person: string): Promise<void> => {
    await stage.record([erasureOf(person)]);
    stage.vault.destroySubject(person);
    await caughtUp(runner, stage.log);
  };
  const line = () => runner.ask(logbook).line(entry.meta.id, true);
  const hits = (q: string) => runner.ask(logbook).search('all', { ...SEEN, q }).total;
  const isOnDisk = (text: string) => readdirSync(directory).some((name) => bytes(directory, name).includes(text));
  return { stage, runner, directory, erase, line, hits, isOnDisk };
}
const bytes = (directory: string, name: string): Buffer => readFileSync(join(directory, name));

describe('a line with several persons', () => {
  it('keeps every other person when one is erased, and is the same when built anew without that key', async () => {
    const { stage, runner, directory, erase, line, hits, isOnDisk } = await talk();
    expect(line()?.withWhom).toBe('Anneke Kanarie, Boudewijn Lijster, de wijkagent');
    await erase(ANNEKE);
    expect(line()?.withWhom).toBe(`${ERASED_TEXT}, Boudewijn Lijster, de wijkagent`);
    expect(line()?.text.nl).toContain(`${ERASED_TEXT}, Boudewijn Lijster, de wijkagent: de bankjes`);
    expect(line()?.corrections).toMatchObject([{ before: 'Boudewijn Merel', after: 'Boudewijn Lijster' }]);
    expect([hits('kanarie'), hits('lijster')]).toEqual([0, 2]);
    expect([isOnDisk('Kanarie'), isOnDisk('Lijster')]).toEqual([false, true]);
    const rebuilt = freshDirectory();
    await (await stage.projected({ directory: rebuilt, projections: [logbook] })).stop();
    await runner.stop();
    expect(rowsOf(rebuilt, logbook)).toEqual(rowsOf(directory, logbook));
  });

  it('keeps nobody when all are erased, whatever the order, corrections included', async () => {
    const { stage, runner, directory, erase, line, hits, isOnDisk } = await talk();
    await erase(BOUDEWIJN);
    expect(line()?.withWhom).toBe(`Anneke Kanarie, ${ERASED_TEXT}, de wijkagent`);
    expect(line()?.corrections).toMatchObject([{ before: ERASED_TEXT, after: ERASED_TEXT }]);
    await erase(ANNEKE);
    expect(line()?.withWhom).toBe(`${ERASED_TEXT}, ${ERASED_TEXT}, de wijkagent`);
    for (const gone of ['Kanarie', 'Merel', 'Lijster'])
      expect([gone, hits(gone), isOnDisk(gone)]).toEqual([gone, 0, false]);
    expect(hits('wijkagent')).toBe(1);
    const rebuilt = freshDirectory();
    await (await stage.projected({ directory: rebuilt, projections: [logbook] })).stop();
    await runner.stop();
    expect(rowsOf(rebuilt, logbook)).toEqual(rowsOf(directory, logbook));
  });
});
