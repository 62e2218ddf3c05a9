// The overview over all municipalities that the reader may know: counts with their definition, a matrix whose numbers lead to the list, and rows.
import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { euros, number } from '../../projections/kit/format.js';
import type { Counts, Listed } from '../../projections/status-overview/views.js';
import type { SignalGroup } from '../../projections/status-overview/signals/views.js';
import { overviewPage, type OverviewRow, type OverviewView } from '../../web/screens/overview.js';
import { screenTexts } from '../../web/screens/text/index.js';
import type { Lang } from '../../web/text/index.js';
import { workflowFor } from '../../workflows/registry.js';
import { ForLoggedIn } from '../http/access.js';
import { Problem } from '../http/problem.js';
import { callerOf } from '../http/request.js';
import { ListTrajectories, ReadOverview, type SeenRow } from '../queries/overview.query.js';
import type { Caller } from '../trajectories/caller.js';
import type { AsOf } from '../trajectories/past.js';
import { scopeOf, sightIn } from '../trajectories/reading.js';
import { addressWith, pageNumber, queryValue, sendPage } from './answer.js';
import { Frames } from './frame.js';
import { languageOfPage } from './language.js';
import { dayField, dayQuery, onDay, pastIn } from './past.js';
import { Reader } from './reader.js';
import { groupCells } from './signals.js';
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
    const today = this.reader.today();
    const past = pastIn(request, today);
    const counts = await this.counts(caller, chosen === '' ? undefined : chosen, past);
    const listed = await this.listed(caller, chosen, pageNumber(request), past);
    const pages = Math.max(1, Math.ceil(listed.total / PAGE_SIZE));
    const at = (page: number): string =>
      addressWith('/overzicht', { gemeente: chosen, ...dayQuery(past) }, { pagina: String(page) });
    const { internal } = sightIn(caller, chosen === '' ? towns.map(([id]) => id) : [chosen]);
    const view: OverviewView = {
      finding: screenTexts(lang).overview.finding(counts.total, chosen === '' ? towns.length : 1),
      day: dayField(request, past, today, { gemeente: chosen }),
      stuck: onDay('/vastgelopen', past),
      towns: townLinks(towns, chosen, past, lang),
      numbers: numbersOf(counts, internal, chosen, past, lang),
      matrix: await this.matrix(
        caller,
        towns.filter(([id]) => chosen === '' || id === chosen),
        words,
        past,
      ),
      ...(internal ? { signals: (counts.signals ?? []).map((group) => signalKind(group, past, words)) } : {}),
      rows: listed.items.map((row) => overviewRow(row, past, lang)),
      page: listed.page,
      pages,
      ...(listed.page > 1 ? { previous: at(listed.page - 1) } : {}),
      ...(listed.page < pages ? { next: at(listed.page + 1) } : {}),
    };
    sendPage(
      request,
      reply,
      overviewPage(this.frames.frame(request, { current: '/overzicht', live: true, past }), view),
    );
  }

  private listed(caller: Caller, municipality: string, page: number, past: AsOf | undefined): Promise<Listed<SeenRow>> {
    const filter = {
      ...(municipality === '' ? {} : { municipality }),
      sort: 'title',
      page,
      pageSize: PAGE_SIZE,
    } as const;
    return this.queries.execute(new ListTrajectories(caller, filter, past));
  }

  private async towns(caller: Caller): Promise<Town[]> {
    const { municipalities } = await this.reader.runtime.settings.of(caller.organisationId);
    const scope = scopeOf(caller);
    return [...municipalities]
      .filter(([id]) => scope === 'all' || scope.includes(id))
      .sort(([, a], [, b]) => a.localeCompare(b, 'nl'));
  }

  /** @throws Problem not-found for a municipality outside the rights of the reader. */
  private async counts(caller: Caller, municipality: string | undefined, past: AsOf | undefined): Promise<Counts> {
    const counts = await this.queries.execute(new ReadOverview(caller, municipality, past));
    if (!counts) throw new Problem('not-found');
    return counts;
  }

  private async matrix(
    caller: Caller,
    towns: readonly Town[],
    words: ScreenWords,
    past: AsOf | undefined,
  ): Promise<OverviewView['matrix']> {
    const texts = screenTexts(words.lang).overview;
    const phases = workflowFor('kern')?.phases.map(({ key }) => key) ?? [];
    const rows = [];
    for (const [id, name] of towns) {
      const { phases: counted } = await this.counts(caller, id, past);
      const cells = phases.map((phase) => {
        const count = counted
          .filter((one) => one.phase === phase && GOING.includes(one.word))
          .reduce((sum, one) => sum + one.count, 0);
        return {
          count,
          label: texts.cell(count, words.part(phase), name),
          href: addressWith('/trajecten', dayQuery(past), { fase: phase, gemeente: id }),
        };
      });
      rows.push({ key: id, name, cells });
    }
    return { phases: phases.map((phase) => words.part(phase)), rows };
  }
}

function signalKind(
  group: SignalGroup,
  past: AsOf | undefined,
  words: ScreenWords,
): NonNullable<OverviewView['signals']>[number] {
  const texts = screenTexts(words.lang).signals;
  const isFinal = group.severity === 'final';
  return {
    code: group.code,
    href: addressWith('/trajecten', dayQuery(past), { signaal: group.code }),
    chip: { kind: isFinal ? 'late' : 'attention', text: isFinal ? texts.worstFinal : texts.worstTarget },
    cells: groupCells(group, words),
  };
}

function townLinks(towns: readonly Town[], chosen: string, past: AsOf | undefined, lang: Lang): OverviewView['towns'] {
  const all = { label: screenTexts(lang).overview.all, href: onDay('/overzicht', past), current: chosen === '' };
  return [
    all,
    ...towns.map(([id, label]) => ({
      label,
      href: addressWith('/overzicht', dayQuery(past), { gemeente: id }),
      current: chosen === id,
    })),
  ];
}

function numbersOf(
  counts: Counts,
  internal: boolean,
  chosen: string,
  past: AsOf | undefined,
  lang: Lang,
): OverviewView['numbers'] {
  const { numbers } = screenTexts(lang).overview;
  const total = {
    label: numbers.total,
    value: number(counts.total, lang),
    definition: numbers.totalDef,
    href: addressWith('/trajecten', dayQuery(past), { gemeente: chosen }),
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

function overviewRow(row: SeenRow, past: AsOf | undefined, lang: Lang): OverviewRow {
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
    href: onDay(`/trajecten/${row.trajectoryId}`, past),
    title: row.title,
    towns: row.municipalities.map(({ name }) => name).join(', '),
    phases: rowPhases(row, lang),
    state: rowState(row.state, lang),
    stateLabel: row.state.label[lang],
    ...(singleContact ? { contact: singleContact.publicName } : {}),
    ...(sight.internal ? { internal } : {}),
  };
}
