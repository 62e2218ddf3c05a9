// The learning report: what finished phases, rounds, contributions, groups and agreements say, made anew from the whole trajectory each time
// it changes. Rows hold what happened; figures are computed when they are asked, for any period, municipality, level and theme.
import type { Id } from '../../workflows/kit/types.js';
import { defineProjection, type Stood, type Write } from '../kit/projection.js';
import { answerItems } from './items/answers.js';
import { decisionItems } from './items/decisions.js';
import type { AnyItem } from './items/item.js';
import { outcomeItems } from './items/outcomes.js';
import { agreementItems, groupItems } from './items/people.js';
import { costItems, endedItems, phaseItems } from './items/phases.js';
import { sourceOf } from './items/source.js';
import { learningQueries, type LearningQueries } from './learning-report.queries.js';
import { TABLES } from './tables.js';

export const learningReport = defineProjection<LearningQueries>({
  name: 'learning-report',
  version: 2,
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
  follows: 'at rest',
  queries: learningQueries,
});

/** The rows of a trajectory as they were written last, so that only what changed is written again. */
interface Written {
  head: string;
  items: readonly string[];
}

function putRows(stood: Stood, write: Write, before: unknown): Written {
  const { id, facts } = stood.trajectory;
  const known = before as Written | undefined;
  const municipalities = JSON.stringify([...new Set(facts.municipalityIds)]);
  const items = itemsOf(stood, write).map((item) => ({ item, text: JSON.stringify(item) }));
  const written = {
    head: JSON.stringify([facts.title, facts.theme, facts.level, municipalities]),
    items: items.map(({ text }) => text),
  };
  if (known?.head !== written.head) putHead(stood, municipalities, write);
  items.forEach(({ item, text }, ord) => {
    if (known?.items[ord] !== text) putItem(stood, ord, item, write);
  });
  if (!known || known.items.length > items.length)
    write.run('DELETE FROM item WHERE trajectory_id = ? AND ord >= ?', id, items.length);
  return written;
}

function putHead({ trajectory: { id, facts } }: Stood, municipalities: string, write: Write): void {
  write.run(
    'INSERT OR REPLACE INTO trajectory (trajectory_id, title, theme, level, municipalities) VALUES (?, ?, ?, ?, ?)',
    id,
    facts.title,
    facts.theme,
    facts.level,
    municipalities,
  );
  write.run('DELETE FROM trajectory_municipality WHERE trajectory_id = ?', id);
  for (const municipality of new Set(facts.municipalityIds))
    write.run('INSERT INTO trajectory_municipality (municipality_id, trajectory_id) VALUES (?, ?)', municipality, id);
}

function putItem({ trajectory }: Stood, ord: number, { kind, day, data, events }: AnyItem, write: Write): void {
  // Screens call an event by its number, counted from 1.
  const refs = events.map((id) => ({ id, nr: (trajectory.events.get(id)?.meta.revision ?? -1) + 1 }));
  write.run(
    'INSERT OR REPLACE INTO item (trajectory_id, ord, kind, day, data, events) VALUES (?, ?, ?, ?, ?, ?)',
    trajectory.id,
    ord,
    kind,
    day,
    JSON.stringify(data),
    JSON.stringify(refs),
  );
}

function itemsOf(stood: Stood, write: Write): AnyItem[] {
  const first = write.all<{ key: string; event_id: Id }>(
    'SELECT key, event_id FROM first_event WHERE trajectory_id = ?',
    stood.trajectory.id,
  );
  const source = sourceOf(stood, new Map(first.map(({ key, event_id: event }) => [key, event])));
  return [
    ...endedItems(source),
    ...costItems(source),
    ...phaseItems(source),
    ...answerItems(source),
    ...outcomeItems(source),
    ...groupItems(source),
    ...agreementItems(source),
    ...decisionItems(source),
  ];
}
