// The learning report: what finished phases, rounds, contributions, groups and agreements say, made anew from the whole trajectory each time
// it changes. Rows hold what happened; figures are computed when they are asked, for any period, municipality, level and theme.
import type { Id } from '../../workflows/kit/types.js';
import { defineProjection, type Settled, type Write } from '../kit/projection.js';
import { answerItems } from './items/answers.js';
import type { AnyItem } from './items/item.js';
import { outcomeItems } from './items/outcomes.js';
import { agreementItems, groupItems } from './items/people.js';
import { costItems, endedItems, phaseItems } from './items/phases.js';
import { sourceOf } from './items/source.js';
import { learningQueries, type LearningQueries } from './learning-report.queries.js';
import { OF_TRAJECTORY, TABLES } from './tables.js';

export const learningReport = defineProjection<LearningQueries>({
  name: 'learning-report',
  version: 1,
  tables: TABLES,
  on: {
    '*': ({ meta }, { steps, after }, write) => {
      for (const { key } of steps) {
        // A correction may change the day of the event later: what is kept is which one it was.
        if (after.phases.get(key)?.firstEventAt === meta.occurredAt)
          write.run(
            'INSERT OR IGNORE INTO first_event (trajectory_id, key, event_id) VALUES (?, ?, ?)',
            after.id,
            key,
            meta.id,
          );
      }
    },
  },
  settle: putRows,
  queries: learningQueries,
});

function putRows(settled: Settled, write: Write): void {
  const { id, facts } = settled.trajectory;
  for (const table of OF_TRAJECTORY) write.run(`DELETE FROM ${table} WHERE trajectory_id = ?`, id);
  const municipalities = [...new Set(facts.municipalityIds)];
  write.run(
    'INSERT INTO trajectory (trajectory_id, title, theme, level, municipalities) VALUES (?, ?, ?, ?, ?)',
    id,
    facts.title,
    facts.theme,
    facts.level,
    JSON.stringify(municipalities),
  );
  for (const municipality of municipalities)
    write.run('INSERT INTO trajectory_municipality (municipality_id, trajectory_id) VALUES (?, ?)', municipality, id);
  itemsOf(settled, write).forEach(({ kind, day, data, events }, ord) =>
    write.run(
      'INSERT INTO item (trajectory_id, ord, kind, day, data, events) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      ord,
      kind,
      day,
      JSON.stringify(data),
      JSON.stringify(events),
    ),
  );
}

function itemsOf(settled: Settled, write: Write): AnyItem[] {
  const first = write.all<{ key: string; event_id: Id }>(
    'SELECT key, event_id FROM first_event WHERE trajectory_id = ?',
    settled.trajectory.id,
  );
  const source = sourceOf(settled, new Map(first.map(({ key, event_id: event }) => [key, event])));
  return [
    ...endedItems(source),
    ...costItems(source),
    ...phaseItems(source),
    ...answerItems(source),
    ...outcomeItems(source),
    ...groupItems(source),
    ...agreementItems(source),
  ];
}
