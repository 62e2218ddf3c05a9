// From rows to what the status overview answers.
import { FEEDBACK_NORMS } from '../../workflows/facts/feedback-clock.js';
import { addDays } from '../../workflows/kit/time.js';
import type { LocalDate } from '../../workflows/kit/types.js';
import type { Word } from '../../workflows/kit/labels.js';
import type { Read } from '../kit/projection.js';
import { storedNorms } from './signals/rows.js';
import type { Budget, ClockView, PhaseView, StateView, StatusRow } from './views.js';

interface StateRow {
  state: string;
  word: Word;
  label_nl: string;
  label_en: string;
  who_nl: string | null;
  who_en: string | null;
  since: string | null;
  hours_approved: number | null;
  hours_booked: number;
  cents_approved: number | null;
  cents_booked: number;
}
export interface TrajectoryRow extends StateRow {
  trajectory_id: string;
  revision: number;
  title: string;
  theme: string;
  workflow: string;
  version: number;
  level: string;
  question: string | null;
  client_ref: string;
  coordinator_ref: string;
  registered_on: string;
  start_on: string;
  planned_end_on: string | null;
  completed_on: string | null;
  contact_name: string | null;
  contact_channel: string | null;
  overrides: number;
  last_entry_on: string | null;
  last_event_at: string;
}
interface PhaseRow extends StateRow {
  phase: string;
  round: string | null;
  round_nr: number | null;
  planned_start_on: string | null;
  planned_end_on: string | null;
  planned_by: string | null;
  started_on: string | null;
  first_event_on: string | null;
  completed_on: string | null;
  skipped: number;
  under_review: number;
}
interface ClockRow {
  about: string;
  explains: number;
  start_on: string | null;
  told_on: string | null;
  open: number;
  owed: string;
}

/** The fields that have a value: absent ones stay away instead of being null. */
export function present<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

const stateOf = (row: StateRow): StateView => ({
  value: row.state,
  word: row.word,
  label: { nl: row.label_nl, en: row.label_en },
  ...(row.who_nl === null ? {} : { who: { nl: row.who_nl, en: row.who_en ?? row.who_nl } }),
  ...present({ since: row.since || null }),
});

const budgetOf = (row: StateRow): Budget => ({
  hours: { ...present({ approved: row.hours_approved }), booked: row.hours_booked },
  cents: { ...present({ approved: row.cents_approved }), booked: row.cents_booked },
});

/** One line of the list, with its phases and municipalities. */
export function statusRow(read: Read, row: TrajectoryRow): StatusRow {
  const id = row.trajectory_id;
  return {
    trajectoryId: id,
    revision: row.revision,
    title: row.title,
    theme: row.theme,
    workflow: row.workflow,
    version: row.version,
    level: row.level,
    municipalities: read.all(
      `SELECT municipality_id AS id, coalesce(name, '') AS name FROM trajectory_municipality LEFT JOIN municipality USING (municipality_id)
        WHERE trajectory_id = ? ORDER BY name, id`,
      id,
    ),
    clientRef: row.client_ref,
    coordinatorRef: row.coordinator_ref,
    state: stateOf(row),
    registeredOn: row.registered_on,
    startOn: row.start_on,
    ...present({
      question: row.question,
      plannedEndOn: row.planned_end_on,
      completedOn: row.completed_on,
      lastEntryOn: row.last_entry_on,
    }),
    phases: read.all<PhaseRow>('SELECT * FROM phase WHERE trajectory_id = ? ORDER BY ord', id).map(phaseView),
    ...budgetOf(row),
    ...(row.contact_name === null
      ? {}
      : { singleContact: { publicName: row.contact_name, channel: row.contact_channel ?? '' } }),
    overrides: row.overrides,
    lastEventAt: row.last_event_at,
    owed: read.one<{ n: number }>('SELECT count(*) AS n FROM owed WHERE trajectory_id = ?', id)?.n ?? 0,
  };
}

function phaseView(row: PhaseRow): PhaseView {
  const { planned_start_on: startOn, planned_end_on: endOn, planned_by: by } = row;
  return {
    phase: row.phase,
    ...present({ round: row.round, roundNr: row.round_nr }),
    state: stateOf(row),
    ...(startOn !== null && endOn !== null && by !== null ? { planned: { startOn, endOn, by } } : {}),
    ...present({ startedOn: row.started_on, firstEventOn: row.first_event_on, completedOn: row.completed_on }),
    skipped: row.skipped === 1,
    underReview: row.under_review === 1,
    ...budgetOf(row),
  };
}

/** The clocks of a trajectory by the norms that count on that day. A told delay is both target and final; a decision has one date. */
export function clockViews(read: Read, trajectoryId: string, day: LocalDate): ClockView[] {
  const towns = read.all<{ id: string }>(
    'SELECT municipality_id AS id FROM trajectory_municipality WHERE trajectory_id = ?',
    trajectoryId,
  );
  const norms = storedNorms(read)(towns.map(({ id }) => id)).on(day);
  const target = norms.number('norm.FEEDBACK_OVERDUE.target');
  const final = norms.number('norm.FEEDBACK_OVERDUE.final');
  return read.all<ClockRow>('SELECT * FROM clock WHERE trajectory_id = ? ORDER BY ord', trajectoryId).map((row) => {
    const last = (days: number): string | null =>
      row.start_on && (row.told_on ?? addDays(row.start_on, row.explains === 1 ? FEEDBACK_NORMS.explain : days));
    return {
      about: row.about,
      ...present({ startOn: row.start_on, targetOn: last(target), finalOn: last(final), toldDelay: row.told_on }),
      openContributions: row.open,
      owed: JSON.parse(row.owed) as ClockView['owed'],
    };
  });
}
