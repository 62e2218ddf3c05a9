// The overview over all municipalities that the reader may know: counts with their definition, a matrix whose numbers lead to the list, and rows.
import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { euros, number } from '../../projections/kit/format.js';
import type { Counts } from '../../projections/status-overview/views.js';
import { overviewPage, type OverviewRow, type OverviewView } from '../../web/screens/overview.js';
import { screenTexts } from '../../web/screens/text/index.js';
import type { Lang } from '../../web/text/index.js';
import { workflowFor } from '../../workflows/registry.js';
import { ForLoggedIn } from '../http/access.js';
import { Problem } from '../http/problem.js';
import { callerOf } from '../http/request.js';
import { ListTrajectories, ReadOverview, type SeenRow } from '../queries/overview.query.js';
import type { Caller } from '../trajectories/caller.js';
import { scopeOf, sightIn } from '../trajectories/reading.js';
import { addressWith, pageNumber, queryValue, sendPage } from './answer.js';
import { Frames } from './frame.js';
import { languageOfPage } from './language.js';
import { Reader } from './reader.js';
import { rowPhases, rowState } from './rows.js';
import { ScreenWords } from './words.js';

const PAGE_SIZE = 50;
const GOING: readonly string[] = ['bezig', 'wacht op'];
type Town = readonly [id: string, name: string];

@Controller('overzicht')
@ForLoggedIn()
export class OverviewController {
  constructor(
    private readonly frames: Frames,
    private readonly reader: Reader,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    const words = new ScreenWords(languageOfPage(request));
    const { lang } = words;
    const towns = await this.towns(caller);
    const chosen = queryValue(request, 'gemeente');
    const counts = await this.counts(caller, chosen === '' ? undefined : chosen);
    const listed = await this.queries.execute(
      new ListTrajectories(caller, {
        ...(chosen === '' ? {} : { municipality: chosen }),
        sort: 'title',
        page: pageNumber(request),
        pageSize: PAGE_SIZE,
      }),
    );
    const pages = Math.max(1, Math.ceil(listed.total / PAGE_SIZE));
    const at = (page: number): string => addressWith('/overzicht', { gemeente: chosen }, { pagina: String(page) });
    const view: OverviewView = {
      finding: screenTexts(lang).overview.finding(counts.total, chosen === '' ? towns.length : 1),
      towns: townLinks(towns, chosen, lang),
      numbers: numbersOf(
        counts,
        sightIn(caller, chosen === '' ? towns.map(([id]) => id) : [chosen]).internal,
        chosen,
        lang,
      ),
      matrix: await this.matrix(
        caller,
        towns.filter(([id]) => chosen === '' || id === chosen),
        words,
      ),
      rows: listed.items.map((row) => overviewRow(row, lang)),
      page: listed.page,
      pages,
      ...(listed.page > 1 ? { previous: at(listed.page - 1) } : {}),
      ...(listed.page < pages ? { next: at(listed.page + 1) } : {}),
    };
    sendPage(request, reply, overviewPage(this.frames.frame(request, { current: '/overzicht', live: true }), view));
  }

  private async towns(caller: Caller): Promise<Town[]> {
    const { municipalities } = await this.reader.runtime.settings.of(caller.organisationId);
    const scope = scopeOf(caller);
    return [...municipalities]
      .filter(([id]) => scope === 'all' || scope.includes(id))
      .sort(([, a], [, b]) => a.localeCompare(b, 'nl'));
  }

  /** @throws Problem not-found for a municipality outside the rights of the reader. */
  private async counts(caller: Caller, municipality: string | undefined): Promise<Counts> {
    const counts = await this.queries.execute(new ReadOverview(caller, municipality));
    if (!counts) throw new Problem('not-found');
    return counts;
  }

  private async matrix(caller: Caller, towns: readonly Town[], words: ScreenWords): Promise<OverviewView['matrix']> {
    const texts = screenTexts(words.lang).overview;
    const phases = workflowFor('kern')?.phases.map(({ key }) => key) ?? [];
    const rows = [];
    for (const [id, name] of towns) {
      const { phases: counted } = await this.counts(caller, id);
      const cells = phases.map((phase) => {
        const count = counted
          .filter((one) => one.phase === phase && GOING.includes(one.word))
          .reduce((sum, one) => sum + one.count, 0);
        return {
          count,
          label: texts.cell(count, words.part(phase), name),
          href: addressWith('/trajecten', {}, { fase: phase, gemeente: id }),
        };
      });
      rows.push({ key: id, name, cells });
    }
    return { phases: phases.map((phase) => words.part(phase)), rows };
  }
}

function townLinks(towns: readonly Town[], chosen: string, lang: Lang): OverviewView['towns'] {
  const all = { label: screenTexts(lang).overview.all, href: '/overzicht', current: chosen === '' };
  return [
    all,
    ...towns.map(([id, label]) => ({
      label,
      href: addressWith('/overzicht', {}, { gemeente: id }),
      current: chosen === id,
    })),
  ];
}

function numbersOf(counts: Counts, internal: boolean, chosen: string, lang: Lang): OverviewView['numbers'] {
  const { numbers } = screenTexts(lang).overview;
  const total = {
    label: numbers.total,
    value: number(counts.total, lang),
    definition: numbers.totalDef,
    href: addressWith('/trajecten', {}, { gemeente: chosen }),
  };
  if (!internal) return [total];
  const { hours, cents, overrides } = counts;
  return [
    total,
    {
      label: numbers.hours,
      value: number(hours.booked, lang),
      change: numbers.approved(numbers.hoursUnit(number(hours.approved ?? 0, lang))),
      definition: numbers.hoursDef,
    },
    {
      label: numbers.money,
      value: euros(cents.booked, lang),
      change: numbers.approved(euros(cents.approved ?? 0, lang)),
      definition: numbers.moneyDef,
    },
    { label: numbers.overrides, value: number(overrides, lang), definition: numbers.overridesDef },
  ];
}

function overviewRow(row: SeenRow, lang: Lang): OverviewRow {
  const { hours, cents, sight, singleContact } = row;
  const words = screenTexts(lang).overview;
  const of = (booked: string, approved: string | undefined): string =>
    approved === undefined ? booked : words.of(booked, approved);
  const internal = {
    hours: of(number(hours.booked, lang), hours.approved === undefined ? undefined : number(hours.approved, lang)),
    ...(hours.approved ? { hoursPart: hours.booked / hours.approved } : {}),
    cents: of(euros(cents.booked, lang), cents.approved === undefined ? undefined : euros(cents.approved, lang)),
    owed: row.owed,
  };
  return {
    id: row.trajectoryId,
    title: row.title,
    towns: row.municipalities.map(({ name }) => name).join(', '),
    phases: rowPhases(row, lang),
    state: rowState(row.state, lang),
    stateLabel: row.state.label[lang],
    ...(singleContact ? { contact: singleContact.publicName } : {}),
    ...(sight.internal ? { internal } : {}),
  };
}
