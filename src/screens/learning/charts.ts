// The picture of each question: dots where one mark can be one case, bars where parts of a whole are compared.
import type { Values } from '../../../projections/learning-report/figures/figure.js';
import { scaleTo } from '../../../web/parts/scale.js';
import type { DotRow } from '../../../web/parts/dot-strip.js';
import type { LearningChart, PartBar } from '../../../web/screens/learning-parts.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import { learningWords } from '../../http/learning-views.js';
import type { Learned, SeenFigure } from '../../queries/learning.query.js';
import { aboutOf, figureKey } from './names.js';
import { oneDecimal, percent } from './numbers.js';
import type { PageQuestion } from './asked.js';

interface Picture {
  figure: string;
  /** The value of a case that is its place on the line. */
  measure: string;
  ending: 'Days' | 'Hours' | 'Reach';
  kind: 'days' | 'round' | 'part';
}

const DOTS: Partial<Record<PageQuestion, Picture>> = {
  cost: { figure: 'cost.phase', measure: 'hours', ending: 'Hours', kind: 'round' },
  estimate: { figure: 'cost.estimate', measure: 'hours', ending: 'Hours', kind: 'round' },
  duration: { figure: 'duration.phase', measure: 'days', ending: 'Days', kind: 'days' },
  feedback: { figure: 'feedback.rounds', measure: 'days', ending: 'Days', kind: 'days' },
  reach: { figure: 'reach.groups', measure: 'reach', ending: 'Reach', kind: 'part' },
};

/** The picture of a question, or nothing when there is nothing to show. `norm` is a line on the same scale. */
export function chartOf(
  question: PageQuestion,
  learned: Learned,
  norm: { value: number; label: string; within: boolean } | undefined,
  lang: Lang,
): LearningChart | undefined {
  const picture = DOTS[question];
  if (!picture) return barsOf(question, learned, lang);
  // Levels are compared in the table below.
  const figures = learned.figures.filter(({ key, of, n }) => key === picture.figure && of.level === undefined && n > 0);
  const rows = figures.map((figure) => rowOf(figure, picture, learned, lang));
  const all = rows.flatMap(({ dots }) => dots.map(({ value }) => value));
  if (all.length === 0) return undefined;
  const [first] = figures;
  const words = learningWords(lang);
  const [unit] = words.units[first?.unit ?? 'trajectory'];
  const name = words.figures[picture.figure]?.name ?? '';
  const tick = (value: number): string => tickText(value, picture, lang);
  return {
    title: name,
    note: screenTexts(lang).learning.markNote(unit, first?.n ?? 0),
    dots: { rows, scale: scaleTo(Math.max(...all, norm?.value ?? 0), picture.kind), tick, ...(norm ? { norm } : {}) },
  };
}

/** The unit stands with the first tick. */
function tickText(value: number, { kind, ending }: Picture, lang: Lang): string {
  const words = screenTexts(lang).learning;
  if (kind === 'part') return percent(value, lang);
  const text = oneDecimal(value, lang);
  return value > 0 ? text : ending === 'Days' ? words.days(text) : words.hours(text);
}

function rowOf(figure: SeenFigure, { measure, ending, kind }: Picture, learned: Learned, lang: Lang): DotRow {
  const words = screenTexts(lang).learning;
  const write = (value: number): string => (kind === 'part' ? percent(value, lang) : oneDecimal(value, lang));
  const placed = figure.cases.flatMap((one) => {
    const value = one.values[measure];
    return value === null || value === undefined ? [] : [{ one, value }];
  });
  const { n, values } = figure;
  const [p50, p80] = [numberIn(values, `p50${ending}`), numberIn(values, `p80${ending}`)];
  const label = aboutOf(figure, learned, lang);
  const note = values ? `n = ${n}` : words.fewNote(n);
  return {
    key: figureKey(figure),
    label,
    note,
    dots: placed.map(({ one, value }) => ({ value, late: one.values.onTime === 0 })),
    text:
      p50 !== undefined && p80 !== undefined ? words.rowText(label, n, write(p50), write(p80)) : `${label}: ${note}`,
    ...(p50 === undefined || p80 === undefined
      ? {}
      : { p50, p80, spread: { p50: `P50 ${write(p50)}`, p80: `P80 ${write(p80)}` } }),
    ...(values
      ? {}
      : {
          cases: placed.map(({ one, value }) => ({
            text: `${one.title} ${write(value)}`,
            href: `/trajecten/${one.trajectoryId}`,
          })),
        }),
  };
}

const numberIn = (values: Values | undefined, name: string): number | undefined => values?.[name] ?? undefined;

/** Which share of which figures a bar shows. */
const BARS: Partial<Record<PageQuestion, { figure: string; measure: string }>> = {
  outcomes: { figure: 'outcomes.share', measure: 'share' },
  overrides: { figure: 'overrides.needs', measure: 'part' },
  signals: { figure: 'signals.code', measure: 'rate' },
};

function barsOf(question: PageQuestion, learned: Learned, lang: Lang): LearningChart | undefined {
  const name = (key: string): string => learningWords(lang).figures[key]?.name ?? '';
  const words = screenTexts(lang).learning;
  if (question === 'agreements') return agreementBars(learned, name('agreements.due'), lang);
  const wanted = BARS[question];
  // A share that is not stated is no bar: the table below has what is known of it.
  const figures = learned.figures.filter(
    ({ key, values }) => key === wanted?.figure && typeof values?.[wanted.measure] === 'number',
  );
  const bars = figures
    .map((figure): PartBar => {
      const part = figure.values?.[wanted?.measure ?? ''] ?? 0;
      const { count, asked } = figure.values ?? {};
      const label = aboutOf(figure, learned, lang);
      const share = percent(part, lang);
      const times = typeof count !== 'number' ? '' : typeof asked === 'number' ? words.of(count, asked) : String(count);
      const text = times === '' ? share : `${share} (${times})`;
      return { key: figureKey(figure), label, part, text };
    })
    .sort((a, b) => b.part - a.part);
  return bars.length === 0 ? undefined : { title: name(wanted?.figure ?? ''), note: `n = ${figures[0]?.n ?? 0}`, bars };
}

function agreementBars(learned: Learned, title: string, lang: Lang): LearningChart | undefined {
  const due = learned.figures.find(({ key }) => key === 'agreements.due');
  if (!due?.values) return undefined;
  const { values, n } = due;
  const bars = ['kept', 'late', 'broken', 'open', 'transferred'].flatMap((measure): PartBar[] => {
    const count = values[measure] ?? 0;
    const label = learningWords(lang).measures[measure] ?? measure;
    return count === 0 ? [] : [{ key: measure, label, part: count / n, text: screenTexts(lang).learning.of(count, n) }];
  });
  return { title, note: `n = ${n}`, bars };
}
