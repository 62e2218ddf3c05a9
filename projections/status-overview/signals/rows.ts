// Signals as rows: of one trajectory from its causes and the settings, and of all of them again when norms or calendar change.
import type { Dated } from '../../../workflows/kit/settings.js';
import type { DatedNumber } from '../../../workflows/kit/types.js';
import { derive } from '../../../workflows/signals/derive.js';
import { normsFor, type NormSettings } from '../../../workflows/signals/norms.js';
import { ledTimes } from '../../../workflows/signals/led.js';
import { casesOf, snoozesOf } from '../../../workflows/signals/signals.js';
import { Story } from '../../../workflows/signals/story.js';
import type { Case, Norms, Span } from '../../../workflows/signals/types.js';
import type { Read, Stood, Write } from '../../kit/projection.js';
import { put, type Row } from '../../kit/tables.js';
import { OPEN, SIGNAL_TABLES } from './tables.js';

export interface SignalRows {
  signal: Row[];
  snooze: Row[];
  lead: Row[];
  /** The row of the causes. */
  cases: Row;
}

/** Several projections ask for the rows of the same trajectory at the same moment. */
const known = new WeakMap<Stood, SignalRows>();

/** Rows of the signal tables for one trajectory, and the row of its causes. */
export function signalsOf(stood: Stood): SignalRows {
  const rows = known.get(stood) ?? made(stood);
  known.set(stood, rows);
  return rows;
}

function made({ trajectory, settings }: Stood): SignalRows {
  const story = new Story(trajectory);
  const cases = casesOf(story);
  const { municipalityIds } = trajectory.facts;
  return {
    signal: spanRows(trajectory.id, derive(cases, normsFor(settings, municipalityIds))),
    snooze: snoozesOf(story).map(({ code, subjectId, on, until, eventId }, ord) => ({
      trajectory_id: trajectory.id,
      ord,
      code,
      subject_id: subjectId,
      on_day: on,
      until_day: until,
      event_id: eventId,
    })),
    lead: leadRows(story),
    cases: {
      trajectory_id: trajectory.id,
      municipalities: JSON.stringify(municipalityIds),
      cases: JSON.stringify(cases),
    },
  };
}

const leadRows = (story: Story): Row[] =>
  ledTimes(story).map(({ ref, from, to, raisedBy }, ord) => ({
    trajectory_id: story.trajectory.id,
    ord,
    coordinator_ref: ref,
    began_on: from.slice(0, -1),
    ended_on: to?.slice(0, -1) ?? OPEN,
    raised_by: JSON.stringify(raisedBy),
  }));

const spanRows = (id: string, spans: readonly Span[]): Row[] =>
  spans.map((span, ord) => ({
    trajectory_id: id,
    ord,
    code: span.code,
    severity: span.severity,
    subject_id: span.subjectId,
    subject: span.subject,
    phase: span.phase ?? null,
    round: span.round ?? null,
    command: span.command,
    ref: span.ref ?? null,
    since: span.since,
    raises_on: span.raisesOn,
    clears_on: span.clearsOn ?? OPEN,
    count: span.count,
    raised_by: JSON.stringify(span.raisedBy),
    cleared_by: JSON.stringify(span.clearedBy),
  }));

/** Makes the rows of every trajectory anew from its stored causes, by the norms and the calendar that stand in the tables now. */
export function deriveAgain(write: Write): void {
  for (const [id, rows] of derivedAgain(write, write)) {
    write.run('DELETE FROM signal WHERE trajectory_id = ?', id);
    for (const row of rows) put(write, SIGNAL_TABLES.signal, row);
  }
}

/** The rows of every trajectory with stored causes, by the norms and the calendar that `settings` reads. */
export function derivedAgain(read: Read, settings: Read): (readonly [trajectoryId: string, rows: Row[]])[] {
  const stored = read.all<{ trajectory_id: string; municipalities: string; cases: string }>(
    'SELECT trajectory_id, municipalities, cases FROM signal_case',
  );
  const norms = storedNorms(settings);
  return stored.map(({ trajectory_id: id, municipalities, cases }) => {
    const spans = derive(JSON.parse(cases) as Case[], norms(JSON.parse(municipalities) as string[]));
    return [id, spanRows(id, spans)] as const;
  });
}

/** Norms for municipalities, from the rows of the settings. */
export function storedNorms(read: Read): (municipalityIds: readonly string[]) => Norms {
  const dated = storedNumbers(read);
  const periods = read.one<{ periods: string }>('SELECT periods FROM calendar')?.periods ?? '[]';
  const settings = { dated, numbers: new Map(), calendar: JSON.parse(periods) as NormSettings['calendar'] };
  return (municipalityIds) => normsFor(settings, municipalityIds);
}

/** Every number that was set, by key or `key@municipality`. */
export const storedNumbers = (read: Read): Dated =>
  new Map(
    read
      .all<{ key: string; dated: string }>('SELECT key, dated FROM norm')
      .map(({ key, dated }) => [key, JSON.parse(dated) as DatedNumber[]]),
  );
