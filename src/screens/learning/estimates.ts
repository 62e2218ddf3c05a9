// 'Wat moet ik ramen?': what finished trajectories of a level and theme took, and the chance of needing more than an estimate.
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { LearningView } from '../../../web/screens/learning.js';
import type { InlinePiece } from '../../../web/parts/inline.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import { learningWords } from '../../http/learning-views.js';
import { ReadExperience, type Learned, type SeenExperience, type SeenFigure } from '../../queries/learning.query.js';
import type { Caller } from '../../trajectories/caller.js';
import type { PageAsked } from './asked.js';
import { chartOf } from './charts.js';
import { oneDecimal, percent } from './numbers.js';
import { caseTable, figureTables } from './tables.js';

@Injectable()
export class Estimates {
  constructor(private readonly queries: QueryBus) {}

  /** The page with the figures of the circle that was used, which its sentence names. */
  async view(
    caller: Caller,
    asked: PageAsked,
    learned: Learned,
    base: LearningView,
    lang: Lang,
  ): Promise<LearningView> {
    const { learning } = screenTexts(lang);
    const words = learningWords(lang);
    const like = { level: asked.query.niveau || 'consult', theme: asked.query.thema ?? '', groups: asked.groups };
    const { hours } = asked;
    const found = await this.queries.execute(new ReadExperience(caller, like, hours === undefined ? {} : { hours }));
    const figure: SeenFigure = { key: 'cost.estimate', of: {}, unit: 'trajectory', ...found };
    const own: Learned = { ...learned, figures: [figure] };
    const norm = hours === undefined ? undefined : { value: hours, label: learning.fields.hours, within: true };
    const chart = chartOf('estimate', own, norm, lang);
    const cases = caseTable(figure, own, asked, lang);
    const counted = words.figures['cost.estimate'];
    const { csv: _report, ...rest } = base;
    return {
      ...rest,
      finding: sentence(found, lang),
      above: learning.aboveEstimate(
        words.levels[like.level] ?? like.level,
        like.theme || learning.allThemes,
        like.groups,
      ),
      fields: estimateFields(base, like.level, asked, lang),
      tables: figureTables(own, asked, lang),
      counted: [
        ...(counted ? [{ term: counted.name, text: counted.definition, formula: counted.formula }] : []),
        ...base.counted.slice(-4),
      ],
      ...(found.n === 0 ? { empty: { meaning: learning.none, next: learning.noneNext }, finding: '' } : {}),
      ...(chart ? { chart } : {}),
      ...(cases ? { cases } : {}),
    };
  }
}

/** Level and theme of the filter, and what an estimate needs beside them; a period or municipality does not narrow experience. */
function estimateFields({ fields }: LearningView, level: string, asked: PageAsked, lang: Lang): LearningView['fields'] {
  const words = screenTexts(lang).learning.fields;
  const hours = asked.hours === undefined ? '' : String(asked.hours);
  return [
    ...fields
      .filter(({ name }) => name === 'niveau' || name === 'thema')
      .map((field) => (field.name === 'niveau' ? { ...field, value: level } : field)),
    { kind: 'number', lang, name: 'groepen', label: words.groups, value: String(asked.groups), min: 0, max: 500 },
    { kind: 'number', lang, name: 'uren', label: words.hours, value: hours, min: 0, max: 999_999 },
  ];
}

function sentence({ values, n, circle, withheld }: SeenExperience, lang: Lang): InlinePiece[] | string {
  const { learning } = screenTexts(lang);
  if (!values)
    return withheld === undefined ? learning.few(learningWords(lang).units.trajectory[1]) : learning.fewHidden;
  const { p50Hours, p80Hours, overrunHours } = values;
  const used = learningWords(lang).circles[circle];
  return [
    ...learning.found.estimate(oneDecimal(p50Hours ?? 0, lang), oneDecimal(p80Hours ?? 0, lang), n, used),
    ...(typeof overrunHours === 'number' ? learning.found.overrun(percent(overrunHours, lang)) : []),
  ];
}
