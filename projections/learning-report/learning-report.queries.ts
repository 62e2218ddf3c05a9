// Questions to the learning report: all figures over a period, municipality, level and theme, and what trajectories like one took.
// Rows outside the scope of the reader are never read.
import type { Id, LocalDate } from '../../workflows/kit/types.js';
import { SIGNAL_NUMBERS } from '../../workflows/signals/norms.js';
import type { Read, Value } from '../kit/projection.js';
import { agreementFigures } from './figures/agreements.js';
import { costFigures } from './figures/cost.js';
import { decisionFigures } from './figures/decisions.js';
import { durationFigures } from './figures/duration.js';
import { experienceOf, type Estimate, type Experience, type Likeness } from './figures/experience.js';
import { feedbackFigures, type NormsOf } from './figures/feedback.js';
import { SMALLEST, type EventRef, type Figure, type Row } from './figures/figure.js';
import { outcomeFigures } from './figures/outcomes.js';
import { overrideFigures, type AskedBy } from './figures/overrides.js';
import { reachFigures } from './figures/reach.js';
import { signalFigures, type SignalSpan } from './figures/signals.js';
import type { ItemData, Kind } from './items/item.js';

/** Municipalities that the reader may know of; `all` = the whole organisation. */
export type Scope = readonly Id[] | 'all';

export interface LearningFilter {
  /** First and last day of the period, both included. */
  from?: LocalDate;
  to?: LocalDate;
  municipality?: Id;
  level?: string;
  theme?: string;
}

/** What figures need beside the rows. */
export interface Asked {
  today: LocalDate;
  normsOf: NormsOf;
  /** Municipalities to compare, in the order in which they are shown. */
  municipalities: readonly Id[];
  /** Every signal that a trajectory had until now, from the projection that keeps them; without it nothing is said of signals. */
  signalsOf?: (trajectoryId: Id) => readonly SignalSpan[];
  /** Days within which a decision is to be explained, for these municipalities. */
  explainWithin?: (municipalities: readonly Id[]) => number;
  /** Which decisions ask for a need; without it nothing is said of how often it was asked. */
  askedBy?: AskedBy;
  /** Under this many there is no statement. */
  smallest?: number;
}

const EXPLAIN_WITHIN = SIGNAL_NUMBERS['norm.DECISION_UNEXPLAINED.final']?.standard ?? 0;

/** The questions in the order of the page, each with the figures that answer it. */
export const QUESTIONS = [
  'cost',
  'duration',
  'feedback',
  'reach',
  'outcomes',
  'agreements',
  'decisions',
  'overrides',
  'signals',
] as const;
export type Question = (typeof QUESTIONS)[number];

export interface LearningQueries {
  /** The figures of these questions. */
  figures(scope: Scope, filter: LearningFilter, asked: Asked, questions?: readonly Question[]): Figure[];
  experience(scope: Scope, like: Likeness, estimate: Estimate, smallest?: number): Experience;
  /** Levels and themes that occur within the scope, for choosing. */
  choices(scope: Scope): { levels: string[]; themes: string[] };
}

export function learningQueries(read: Read): LearningQueries {
  return {
    figures: (scope, filter, asked, questions = QUESTIONS) => {
      const rows = <K extends Kind>(kind: K): Row<K>[] => rowsOf(read, kind, scope, filter);
      return questions.flatMap((question) => figuresOf(question, rows, asked));
    },
    experience: (scope, like, estimate, smallest = SMALLEST) =>
      experienceOf(rowsOf(read, 'ended', scope, {}), like, estimate, smallest),
    choices: (scope) => {
      const { sql, values } = within(scope, {});
      const of = (column: 'level' | 'theme'): string[] =>
        read
          .all<{ value: string }>(
            `SELECT DISTINCT ${column} AS value FROM trajectory WHERE ${sql} ORDER BY value`,
            ...values,
          )
          .map(({ value }) => value);
      return { levels: of('level'), themes: of('theme') };
    },
  };
}

function figuresOf(question: Question, rows: <K extends Kind>(kind: K) => Row<K>[], asked: Asked): Figure[] {
  const { today, normsOf, municipalities, signalsOf = () => [], askedBy = new Map(), smallest = SMALLEST } = asked;
  if (question === 'cost') return costFigures(rows('cost'), rows('ended'), smallest);
  if (question === 'duration') return durationFigures(rows('phase'), smallest);
  if (question === 'feedback') return feedbackFigures(rows('round'), rows('told'), municipalities, normsOf, smallest);
  if (question === 'reach') return reachFigures(rows('group'), smallest);
  if (question === 'outcomes') return outcomeFigures(rows('outcome'), smallest);
  if (question === 'agreements') return agreementFigures(rows('agreement'), today, smallest);
  if (question === 'signals') return signalFigures(rows('ended'), signalsOf, smallest);
  if (question === 'decisions')
    return decisionFigures(rows('decision'), today, asked.explainWithin ?? (() => EXPLAIN_WITHIN), smallest);
  return overrideFigures(rows('ended'), askedBy, smallest);
}

/** The condition on trajectories: in scope, and as the filter asks. */
function within(scope: Scope, { municipality, level, theme }: LearningFilter): { sql: string; values: Value[] } {
  const inOneOf = (ids: readonly Id[]) => ({
    sql: `trajectory_id IN (SELECT trajectory_id FROM trajectory_municipality WHERE municipality_id IN (${ids.map(() => '?').join(', ')}))`,
    values: [...ids] as Value[],
  });
  const parts = [
    ...(scope === 'all' ? [] : [inOneOf(scope)]),
    ...(municipality === undefined ? [] : [inOneOf([municipality])]),
    ...(level === undefined ? [] : [{ sql: 'level = ?', values: [level] as Value[] }]),
    ...(theme === undefined ? [] : [{ sql: 'theme = ?', values: [theme] as Value[] }]),
  ];
  return {
    sql: parts.length === 0 ? '1' : parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  };
}

interface Stored {
  trajectory_id: Id;
  title: string;
  theme: string;
  level: string;
  municipalities: string;
  day: LocalDate;
  data: string;
  events: string;
}

/** Items of a kind whose day lies in the period, oldest first. */
function rowsOf<K extends Kind>(read: Read, kind: K, scope: Scope, filter: LearningFilter): Row<K>[] {
  const { sql, values } = within(scope, filter);
  return read
    .all<Stored>(
      `SELECT trajectory_id, title, theme, level, municipalities, day, data, events FROM item JOIN trajectory USING (trajectory_id)
        WHERE kind = ? AND day >= ? AND day <= ? AND ${sql} ORDER BY day, trajectory_id, ord`,
      kind,
      filter.from ?? '',
      filter.to ?? '9999',
      ...values,
    )
    .map((row) => ({
      trajectoryId: row.trajectory_id,
      title: row.title,
      theme: row.theme,
      level: row.level,
      municipalities: JSON.parse(row.municipalities) as Id[],
      day: row.day,
      data: JSON.parse(row.data) as ItemData[K],
      events: JSON.parse(row.events) as EventRef[],
    }));
}
