// The learning report as a page: one question at a time, what was found as a sentence, and the way from each number to its cases and events.
import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { date } from '../../../projections/kit/format.js';
import type { FieldProps } from '../../../web/parts/field.js';
import { learningPage, type LearningView } from '../../../web/screens/learning.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import { LEVELS } from '../../../workflows/kit/fields.js';
import { ForRoles } from '../../http/access.js';
import { found } from '../../http/found.js';
import { learningWords } from '../../http/learning-views.js';
import { callerOf } from '../../http/request.js';
import { LEARNERS, ReadLearningReport, type Learned } from '../../queries/learning.query.js';
import { addressWith, sendPage } from '../answer.js';
import { Frames } from '../frame.js';
import { languageOfPage } from '../language.js';
import { addressOf, askedIn, PAGE_QUESTIONS, type PageAsked } from './asked.js';
import { chartOf } from './charts.js';
import { Estimates } from './estimates.js';
import { findingOf, MAIN } from './findings.js';
import { figureKey } from './names.js';
import { caseTable, figureTables } from './tables.js';

@Controller('leren')
@ForRoles(...LEARNERS)
export class LearningScreen {
  constructor(
    private readonly frames: Frames,
    private readonly estimates: Estimates,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    const asked = askedIn(request);
    const lang = languageOfPage(request);
    const { question } = asked;
    const own = question === 'estimate' ? [] : [question];
    const learned = found(await this.queries.execute(new ReadLearningReport(caller, asked.filter, own)));
    const view =
      question === 'estimate'
        ? await this.estimates.view(caller, asked, learned, viewOf(asked, learned, lang), lang)
        : withFigures(viewOf(asked, learned, lang), asked, learned, lang);
    sendPage(request, reply, learningPage(this.frames.frame(request, { current: '/leren' }), view));
  }
}

/** The page around the figures: question, filter, and how it is counted. */
function viewOf(asked: PageAsked, learned: Learned, lang: Lang): LearningView {
  const words = learningWords(lang);
  const { learning } = screenTexts(lang);
  const { query, question, filter } = asked;
  const keys = [...new Set(learned.figures.map(({ key }) => key))];
  return {
    title: words.questions[question] ?? learning.name,
    above: aboveOf(filter, learned, lang),
    questions: PAGE_QUESTIONS.map((one) => ({
      label: words.questions[one] ?? one,
      href: addressOf(query, { vraag: one }),
      current: one === question,
    })),
    finding: findingOf(question, learned, lang),
    fields: filterFields(asked, learned, lang),
    kept: { vraag: question },
    tables: figureTables(learned, asked, lang),
    counted: [
      ...keys.flatMap((key) => {
        const figure = words.figures[key];
        return figure ? [{ term: figure.name, text: figure.definition, formula: figure.formula }] : [];
      }),
      ...(['few', 'period', 'corrected', 'quantile'] as const).map((rule) => ({
        term: learning.always[rule],
        text: words.always[rule],
      })),
      { term: learning.always.stand, text: learning.stand(learned.position) },
    ],
    csv: addressWith(
      '/api/v1/learning-report/table',
      {},
      { from: query.van, to: query.tot, municipality: query.gemeente, level: query.niveau, theme: query.thema },
    ),
  };
}

function aboveOf({ from, to, municipality, level, theme }: PageAsked['filter'], learned: Learned, lang: Lang): string {
  const { learning } = screenTexts(lang);
  const town = learned.municipalities.find(({ id }) => id === municipality)?.name ?? learning.allTowns;
  const period = learning.period(from === undefined ? undefined : date(from, lang), date(to ?? learned.today, lang));
  const levelName = level === undefined ? learning.allLevels : (learningWords(lang).levels[level] ?? level);
  return learning.above(period, town, levelName, theme ?? learning.allThemes);
}

function withFigures(view: LearningView, asked: PageAsked, learned: Learned, lang: Lang): LearningView {
  const { learning } = screenTexts(lang);
  const { question } = asked;
  const norm =
    question === 'feedback'
      ? { value: learned.norms.final, label: learning.norm(learned.norms.final), within: true }
      : question === 'reach'
        ? { value: 1, label: learning.goal, within: false }
        : undefined;
  const chart = chartOf(question, learned, norm, lang);
  const filled = learned.figures.filter(({ n }) => n > 0);
  const chosen =
    filled.find((figure) => figureKey(figure) === asked.figure) ??
    filled.find(({ key }) => key === MAIN[question]) ??
    filled[0];
  const cases = chosen && caseTable(chosen, learned, asked, lang);
  return {
    ...view,
    ...(filled.length === 0 ? { empty: { meaning: learning.none, next: learning.noneNext }, finding: '' } : {}),
    ...(chart ? { chart } : {}),
    ...(cases ? { cases } : {}),
  };
}

function filterFields({ query }: PageAsked, learned: Learned, lang: Lang): FieldProps[] {
  const { fields } = screenTexts(lang).learning;
  const { levels: names } = learningWords(lang);
  const select = (name: string, label: string, options: { value: string; label: string }[]): FieldProps => ({
    kind: 'select',
    lang,
    name,
    label,
    options,
    value: query[name] ?? '',
    empty: fields.every,
  });
  const day = (name: string, label: string): FieldProps => ({
    kind: 'date',
    lang,
    name,
    label,
    value: query[name] ?? '',
  });
  return [
    day('van', fields.from),
    day('tot', fields.to),
    select(
      'gemeente',
      fields.town,
      learned.municipalities.map(({ id, name }) => ({ value: id, label: name })),
    ),
    select(
      'niveau',
      fields.level,
      LEVELS.map((value) => ({ value, label: names[value] ?? value })),
    ),
    select(
      'thema',
      fields.theme,
      learned.themes.map((value) => ({ value, label: value })),
    ),
  ];
}
