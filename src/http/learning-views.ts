// How figures of the learning report look in the answers of the API and in a spreadsheet: with their names, definition and formula in the
// language of the reader.
import { en } from '../../projections/learning-report/learning-report.labels.en.js';
import { nl } from '../../projections/learning-report/learning-report.labels.nl.js';
import { caseKind, measureKind, type MeasureKind } from '../../projections/learning-report/measures.js';
import type { Dimension } from '../../projections/learning-report/figures/figure.js';
import type { LearningWords } from '../../projections/learning-report/words.js';
import { number } from '../../projections/kit/format.js';
import type { Case } from '../../projections/learning-report/figures/figure.js';
import type { Learned, SeenExperience, SeenFigure } from '../queries/learning.query.js';
import { csvOf, type Cell } from './csv.js';
import { needName, partName, signalName } from './wording.js';
import type { Language } from './problem-texts.js';

type Json = Record<string, unknown>;

/** Cases shown of one figure; the report of a trajectory shows the rest of its events. */
const CASES_MAX = 200;

export const learningWords = (language: Language): LearningWords => (language === 'nl' ? nl : en);

/** The name of what a figure is about. */
export function dimensionName(
  dimension: Dimension,
  value: string,
  { municipalities }: Pick<Learned, 'municipalities'>,
  language: Language,
): string {
  const words = learningWords(language);
  if (dimension === 'phase') return partName(value, language);
  if (dimension === 'level') return words.levels[value] ?? value;
  if (dimension === 'outcome') return words.outcomes[value] ?? value;
  if (dimension === 'municipality') return municipalities.find(({ id }) => id === value)?.name ?? value;
  if (dimension === 'year') return value;
  return dimension === 'need' ? needName(value, language) : signalName(value, language);
}

const questionOf = (key: string): string => key.split('.')[0] ?? '';

/** All questions with their figures. */
export function reportView(learned: Learned, language: Language): Json {
  const { figures, norms, today, position } = learned;
  const words = learningWords(language);
  const keys = [...new Set(figures.map(({ key }) => questionOf(key)))];
  return {
    norms,
    today,
    position,
    explanation: words.always,
    questions: keys.map((key) => ({
      key,
      question: words.questions[key],
      figures: figures.filter((one) => questionOf(one.key) === key).map((one) => figureView(one, learned, language)),
    })),
  };
}

function figureView(figure: SeenFigure, learned: Learned, language: Language): Json {
  const { cases, of, ...rest } = figure;
  const names = Object.entries(of).map(([dimension, value]) => [
    dimension,
    dimensionName(dimension as Dimension, value, learned, language),
  ]);
  return {
    ...rest,
    ...learningWords(language).figures[figure.key],
    of,
    labels: Object.fromEntries(names) as Json,
    ...casesView(cases),
  };
}

function casesView(cases: readonly Case[]): Json {
  const shown = cases.slice(-CASES_MAX).reverse();
  return {
    cases: shown.map(({ title, trajectoryId, events, ...one }) => ({
      trajectoryId,
      title,
      ...one,
      events: events.map(({ id }) => id),
    })),
    ...(cases.length > shown.length ? { casesLeft: cases.length - shown.length } : {}),
  };
}

/** What trajectories like one took. */
export function experienceView({ cases, circle, ...rest }: SeenExperience, language: Language): Json {
  const words = learningWords(language);
  return { circle, used: words.circles[circle], ...rest, ...words.figures['cost.estimate'], ...casesView(cases) };
}

const DIMENSIONS: readonly Dimension[] = ['phase', 'level', 'municipality', 'outcome', 'need', 'signal', 'year'];

/** One line per measure of each figure, or per measure of each case. */
export function reportCsv(learned: Learned, table: 'figures' | 'cases', language: Language): string {
  const words = learningWords(language);
  const { csv, dimensions } = words;
  const head = [csv.question, csv.figure, ...DIMENSIONS.map((dimension) => dimensions[dimension] ?? dimension)];
  const ofCase = table === 'cases' ? [csv.trajectory, csv.about, csv.day] : [];
  const lines = learned.figures.flatMap((figure) => {
    const start: Cell[] = [
      words.questions[questionOf(figure.key)] ?? '',
      words.figures[figure.key]?.name ?? figure.key,
      ...DIMENSIONS.map((dimension) => {
        const value = figure.of[dimension];
        return value === undefined ? '' : dimensionName(dimension, value, learned, language);
      }),
      figure.n,
    ];
    return table === 'figures'
      ? figureLines(figure, start, words, language)
      : caseLines(figure, start, words, language);
  });
  return csvOf([[...head, csv.n, ...ofCase, csv.measure, csv.value], ...lines], language);
}

function figureLines({ values }: SeenFigure, start: Cell[], words: LearningWords, language: Language): Cell[][] {
  if (!values) return [[...start, '', words.csv.tooFew]];
  return Object.entries(values).map(([measure, value]) => [
    ...start,
    words.measures[measure] ?? measure,
    cellOf(value, measureKind(measure), language),
  ]);
}

function caseLines({ cases }: SeenFigure, start: Cell[], words: LearningWords, language: Language): Cell[][] {
  return cases.flatMap(({ title, about, name, day, values }) =>
    Object.entries(values).map(([measure, value]) => [
      ...start,
      title,
      [about, name].filter(Boolean).join(' '),
      day,
      words.measures[measure] ?? measure,
      cellOf(value, caseKind(measure), language),
    ]),
  );
}

/** Amounts in euros; shares as they are, so that a spreadsheet can count on with them. */
function cellOf(value: number | null, kind: MeasureKind, language: Language): Cell {
  if (value === null) return '';
  if (kind === 'cents') return value / 100;
  return kind === 'yesNo' ? number(value, language) : value;
}
