// The logbook: one line for every event of every trajectory, dated by when it happened, with corrections shown in the line they correct.
import { daysBetween, happenedOf, localDay } from '../../workflows/kit/time.js';
import type { Recorded } from '../../workflows/kit/types.js';
import { defineProjection, type Left, type Read, type Told, type Write } from '../kit/projection.js';
import { categoryOf } from './categories.js';
import { filledTexts, lineOf, scopeWord, TEXT_COLUMNS, type Correction, type Line, type Texts } from './line.js';
import { logbookQueries, type LogbookQueries } from './logbook.queries.js';
import { numberFor } from './order.js';
import { TABLES } from './tables.js';

/** What corrections left on a line: the mark, and the events that made it. */
interface Story {
  /** The number it had before it was corrected. */
  nr?: number;
  mark: 'corrected' | 'supplemented' | null;
  eventIds: string[];
  corrections: Correction[];
}

export const logbook = defineProjection<LogbookQueries>({
  name: 'logbook',
  version: 1,
  tables: TABLES,
  on: {
    '*': (event, told, write) => put(event, told, write, { mark: null, eventIds: [event.meta.id], corrections: [] }),
    FactCorrected: correct,
  },
  elsewhere: {
    SubjectErased: (event, write) => {
      if (typeof event.data.personRef === 'string') erase(event.data.personRef, write);
    },
  },
  queries: logbookQueries,
});

/** The line of the corrected event is written anew with the values in force; what was and is stays visible in it. */
function correct(event: Recorded, told: Told, write: Write): void {
  const { eventId, field, before, after } = event.data as {
    eventId: string;
    field: string;
    before: unknown;
    after: unknown;
  };
  const original = told.after.events.get(eventId);
  const row = write.one<{ nr: number; mark: Story['mark']; event_ids: string }>(
    'SELECT nr, mark, event_ids FROM entry WHERE event_id = ?',
    eventId,
  );
  if (!original || !row) return;
  const earlier = write.one<{ corrections: string }>(
    'SELECT corrections FROM line WHERE rowid = ?',
    row.nr,
  )?.corrections;
  const correction: Correction = {
    eventId: event.meta.id,
    label: { nl: told.words.nl.field(original.type, field), en: told.words.en.field(original.type, field) },
    before,
    after,
    ...sealing(told.left(event)),
  };
  const wasEmpty = before === '' || before === null;
  remove(row.nr, eventId, write);
  put(original, told, write, {
    nr: row.nr,
    mark: wasEmpty && row.mark !== 'corrected' ? 'supplemented' : 'corrected',
    eventIds: [...(JSON.parse(row.event_ids) as string[]), event.meta.id],
    corrections: [...(earlier ? (JSON.parse(earlier) as Correction[]) : []), correction],
  });
}

/** Whether what a correction replaces is personal text, and under whose key. */
function sealing({ personal, sealed }: Left): Pick<Correction, 'sealed' | 'person'> {
  const isValue = (pointer: string): boolean => pointer === '/before' || pointer === '/after';
  const person = sealed.find(({ pointer }) => isValue(pointer))?.person;
  return { sealed: personal.some(isValue), ...(person === undefined ? {} : { person }) };
}

function remove(nr: number, eventId: string, write: Write): void {
  write.run('DELETE FROM entry WHERE nr = ?', nr);
  write.run('DELETE FROM line WHERE rowid = ?', nr);
  write.run('DELETE FROM line_person WHERE event_id = ?', eventId);
}

function put(event: Recorded, told: Told, write: Write, story: Story): void {
  const { meta, data } = event;
  const happened = happenedOf(event);
  const nr = numberFor(write, happened.at, story.nr);
  const decided = (data.decidedBy as { role?: string } | undefined)?.role;
  const isManual = event.type === 'LogEntryWritten';
  const text = (...values: unknown[]): string | null =>
    values.find((value): value is string => typeof value === 'string') ?? null;
  write.run(
    `INSERT INTO entry (nr, event_id, entry_id, trajectory_id, municipality_ids, revision, type, happened_on, happened_at, recorded_at, days_late,
      phase, round, auto, category, actor_kind, actor_ref, actor_role, decided_role, visibility, mark, event_ids)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    nr,
    meta.id,
    (isManual ? text(data.entryId) : null) ?? meta.id,
    told.after.id,
    JSON.stringify(told.after.facts.municipalityIds),
    meta.revision,
    event.type,
    happened.on,
    happened.at,
    meta.recordedAt,
    Math.max(0, daysBetween(happened.on, localDay(meta.recordedAt))),
    text(meta.phase, data.phase, data.step),
    text(meta.round, data.roundId),
    isManual ? 0 : 1,
    categoryOf(event.type, told.kindOf(event.type), meta.actor.kind),
    meta.actor.kind,
    meta.actor.ref,
    meta.actor.role,
    decided ?? null,
    isManual ? (text(data.visibility) ?? 'internal') : 'internal',
    story.mark,
    JSON.stringify(story.eventIds),
  );
  putTexts(nr, event, lineOf(event, told, story.corrections), told, write);
}

function putTexts(nr: number, event: Recorded, line: Line, told: Told, write: Write): void {
  const isGone = (person: string): boolean =>
    write.one('SELECT 1 FROM erased_person WHERE person = ?', person) !== undefined;
  const here = [...line.persons].filter(([person]) => !isGone(person));
  const isWhole = here.length === line.persons.size;
  const texts = isWhole ? line.texts : filledTexts(line.template, new Map(here.flatMap(([, values]) => [...values])));
  const scope = [told.after.id, ...told.after.facts.municipalityIds].map(scopeWord).join(' ');
  const values = TEXT_COLUMNS.map((column) => texts[column]);
  write.run(
    `INSERT INTO line (rowid, scope, ${TEXT_COLUMNS.join(', ')}) VALUES (?, ?, ${TEXT_COLUMNS.map(() => '?').join(', ')})`,
    nr,
    scope,
    ...values,
  );
  for (const [person, own] of here) {
    write.run(
      'INSERT INTO line_person (person, event_id, template, own) VALUES (?, ?, ?, ?)',
      person,
      event.meta.id,
      JSON.stringify(line.template),
      // Whoever is alone in a line is never filled in again.
      JSON.stringify(line.persons.size > 1 ? [...own] : []),
    );
  }
}

/** Every line with text under the key of this person becomes what it says without it, now and when it is written again. */
function erase(person: string, write: Write): void {
  write.run('INSERT OR IGNORE INTO erased_person (person) VALUES (?)', person);
  const lines = linesOf(person, write);
  write.run('DELETE FROM line_person WHERE person = ?', person);
  for (const { nr, event_id: eventId, template } of lines) {
    const texts = filledTexts(JSON.parse(template) as Texts, ownOf(eventId, write));
    write.run(
      `UPDATE line SET ${TEXT_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE rowid = ?`,
      ...TEXT_COLUMNS.map((column) => texts[column]),
      nr,
    );
  }
  write.scrub();
}

const linesOf = (person: string, read: Read): { nr: number; event_id: string; template: string }[] =>
  read.all('SELECT entry.nr, event_id, template FROM line_person JOIN entry USING (event_id) WHERE person = ?', person);

/** What stands behind the marks of a line for everyone who is still in it. */
function ownOf(eventId: string, read: Read): Map<string, unknown> {
  const rows = read.all<{ own: string }>('SELECT own FROM line_person WHERE event_id = ?', eventId);
  return new Map(rows.flatMap(({ own }) => JSON.parse(own) as [string, unknown][]));
}
