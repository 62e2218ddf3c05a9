// The finding of each question as a sentence. Nothing is stated about too few: then the sentence says that the cases follow.
import type { InlineText } from '../../../web/parts/inline.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import { learningWords } from '../../http/learning-views.js';
import { partName } from '../../http/wording.js';
import type { Learned, SeenFigure } from '../../queries/learning.query.js';
import type { PageQuestion } from './asked.js';
import { oneDecimal, percent } from './numbers.js';

type Values = NonNullable<SeenFigure['values']>;

/** Which figure a question's sentence is about. */
export const MAIN: Record<PageQuestion, string> = {
  cost: 'cost.total',
  estimate: 'cost.estimate',
  duration: 'duration.phase',
  feedback: 'feedback.rounds',
  reach: 'reach.required',
  outcomes: 'outcomes.all',
  agreements: 'agreements.due',
  decisions: 'decisions.deviate',
  overrides: 'overrides.trajectories',
  signals: 'signals.code',
};

export function findingOf(question: PageQuestion, learned: Learned, lang: Lang): InlineText {
  const words = screenTexts(lang).learning;
  const main = mainOf(question, learned);
  if (!main || main.n === 0) return words.none;
  if (main.withheld !== undefined) return words.fewHidden;
  if (!main.values) return words.few(learningWords(lang).units[main.unit][1]);
  return SENTENCES[question]?.(main.values, main, learned, lang) ?? '';
}

function mainOf(question: PageQuestion, { figures }: Learned): SeenFigure | undefined {
  const own = figures.filter(({ key }) => key === MAIN[question]);
  if (question === 'signals') return own[0];
  if (question !== 'duration') return own.find(({ of }) => Object.keys(of).length === 0);
  return own.reduce<SeenFigure | undefined>(
    (longest, one) => ((one.values?.p50Days ?? -1) > (longest?.values?.p50Days ?? -1) ? one : (longest ?? one)),
    undefined,
  );
}

type Sentence = (values: Values, main: SeenFigure, learned: Learned, lang: Lang) => InlineText;

const SENTENCES: Partial<Record<PageQuestion, Sentence>> = {
  feedback: ({ p50Days, p80Days, late }, { n }, { norms }, lang) => {
    const words = screenTexts(lang).learning;
    return words.found.feedback(
      oneDecimal(p50Days ?? 0, lang),
      oneDecimal(p80Days ?? 0, lang),
      norms.final,
      words.of(n - (late ?? 0), n),
    );
  },
  cost: ({ p50Hours, p80Hours, devHours }, _main, _learned, lang) => {
    const { found } = screenTexts(lang).learning;
    const part = typeof devHours === 'number' ? percent(Math.abs(devHours), lang) : undefined;
    const deviation = part === undefined ? undefined : (devHours ?? 0) < 0 ? found.less(part) : found.more(part);
    return found.cost(oneDecimal(p50Hours ?? 0, lang), oneDecimal(p80Hours ?? 0, lang), deviation);
  },
  duration: ({ p50Days, p80Days }, { of }, _learned, lang) =>
    screenTexts(lang).learning.found.duration(
      partName(of.phase ?? '', lang),
      oneDecimal(p50Days ?? 0, lang),
      oneDecimal(p80Days ?? 0, lang),
    ),
  reach: ({ heard }, { n }, learned, lang) => {
    const words = screenTexts(lang).learning;
    const groups = learned.figures.find(({ key }) => key === 'reach.groups')?.values?.p50Reach;
    return words.found.reach(words.of(Math.round((heard ?? 0) * n), n), percent(groups ?? 0, lang));
  },
  outcomes: ({ p50Days }, { n }, learned, lang) => {
    const adopted = learned.figures
      .filter(({ key, of }) => key === 'outcomes.share' && ['adopted', 'partlyAdopted'].includes(of.outcome ?? ''))
      .reduce((sum, { values }) => sum + (values?.count ?? 0), 0);
    return screenTexts(lang).learning.found.outcomes(percent(adopted / n, lang), oneDecimal(p50Days ?? 0, lang));
  },
  agreements: ({ kept, broken }, { n }, _learned, lang) => {
    const words = screenTexts(lang).learning;
    return words.found.agreements(words.of(kept ?? 0, n), String(broken ?? 0));
  },
  decisions: ({ count }, { n }, learned, lang) => {
    const words = screenTexts(lang).learning;
    const explained = learned.figures.find(({ key }) => key === 'decisions.explained')?.values?.onTime;
    return words.found.decisions(
      words.of(count ?? 0, n),
      typeof explained === 'number' ? percent(explained, lang) : undefined,
    );
  },
  overrides: ({ share }, { n }, _learned, lang) => {
    const words = screenTexts(lang).learning;
    return words.found.overrides(words.of(Math.round((share ?? 0) * n), n));
  },
  signals: (_values, _main, { figures }, lang) =>
    screenTexts(lang).learning.found.signals(figures.filter(({ values }) => values?.recurring === 1).length),
};
