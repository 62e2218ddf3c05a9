// The list of trajectories, with its choice in the address.
import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LEVELS } from '../../workflows/kit/fields.js';
import { date } from '../../projections/kit/format.js';
import { SORTS, type ListFilter, type Sort } from '../../projections/status-overview/views.js';
import { listPage, type ListRow, type ListView } from '../../web/screens/list.js';
import { screenTexts } from '../../web/screens/text/index.js';
import type { Lang } from '../../web/text/index.js';
import { CODES } from '../../workflows/signals/codes.js';
import { signalName } from '../signal-words.js';
import { ForLoggedIn } from '../http/access.js';
import { callerOf } from '../http/request.js';
import { ListTrajectories, type SeenRow } from '../queries/overview.query.js';
import type { Caller } from '../trajectories/caller.js';
import type { AsOf } from '../trajectories/past.js';
import { scopeOf } from '../trajectories/reading.js';
import { addressWith, pageNumber, queryValue, sendPage } from './answer.js';
import { Frames } from './frame.js';
import { languageOfPage } from './language.js';
import { dayField, dayQuery, onDay, pastIn } from './past.js';
import { Reader } from './reader.js';
import { worstChip } from './signals.js';
import { rowPhases, rowState } from './rows.js';
import { mayOpen } from './rights.js';
import { ScreenWords } from './words.js';

const PAGE_SIZE = 25;
const PHASES = ['approval', 'organisation', 'conversations', 'interpreting', 'feedback'];
const SIGNAL_CODES: readonly string[] = [...CODES, 'any'];
const WORDS = ['nog niet', 'bezig', 'wacht op', 'klaar'];
const FILTERS = ['q', 'fase', 'staat', 'gemeente', 'niveau', 'signaal', 'procescoordinator'] as const;

@Controller('trajecten')
@ForLoggedIn()
export class ListController {
  constructor(
    private readonly frames: Frames,
    private readonly reader: Reader,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    const lang = languageOfPage(request);
    const values = Object.fromEntries(
      [...FILTERS, 'sort'].map((name) => [name, queryValue(request, name).slice(0, 200)]),
    );
    const today = this.reader.today();
    const past = pastIn(request, today);
    const filter = filterOf(values, pageNumber(request));
    const listed = await this.queries.execute(new ListTrajectories(caller, filter, past));
    const led = values.procescoordinator;
    const pages = Math.max(1, Math.ceil(listed.total / PAGE_SIZE));
    const pageAt = (page: number): string =>
      addressWith('/trajecten', { ...values, ...dayQuery(past) }, { pagina: String(page) });
    const view: ListView = {
      rows: listed.items.map((row) => listRow(row, past, lang)),
      total: listed.total,
      filtered: FILTERS.some((name) => values[name] !== ''),
      values,
      options: await this.options(caller, lang),
      page: listed.page,
      pages,
      ...(listed.page > 1 ? { previous: pageAt(listed.page - 1) } : {}),
      ...(listed.page < pages ? { next: pageAt(listed.page + 1) } : {}),
      mayOpen: !past && mayOpen(caller),
      day: dayField(request, past, today, values),
      hidden: { ...dayQuery(past), ...(led ? { procescoordinator: led } : {}) },
      ...(led ? { note: screenTexts(lang).list.ofOne } : {}),
      all: onDay('/trajecten', past),
    };
    sendPage(request, reply, listPage(this.frames.frame(request, { current: '/trajecten', live: true, past }), view));
  }

  private async options(caller: Caller, lang: Lang): Promise<ListView['options']> {
    const words = new ScreenWords(lang);
    const texts = screenTexts(lang).list;
    const settings = await this.reader.runtime.settings.of(caller.organisationId);
    const scope = scopeOf(caller);
    const towns = [...settings.municipalities].filter(([id]) => scope === 'all' || scope.includes(id));
    const states = screenTexts(lang).stateWords;
    return {
      fase: PHASES.map((value) => ({ value, label: words.part(value) })),
      staat: WORDS.map((value) => ({ value, label: states[value] ?? value })),
      gemeente: towns.map(([value, label]) => ({ value, label })),
      signaal: CODES.map((value) => ({ value, label: signalName(value, lang) })),
      niveau: LEVELS.map((value) => ({ value, label: words.anyChoice('level', value) })),
      sort: SORTS.filter((value) => value !== '-lastEvent').map((value) => ({
        value,
        label: texts.sorts[value] ?? value,
      })),
    };
  }
}

function filterOf(values: Readonly<Record<string, string>>, page: number): ListFilter {
  const filled = {
    phase: values.fase,
    state: values.staat,
    municipality: values.gemeente,
    level: values.niveau,
    coordinator: values.procescoordinator,
    signal: SIGNAL_CODES.find((code) => code === values.signaal),
    q: values.q,
  };
  const sort = SORTS.find((known): known is Sort => known === values.sort);
  return {
    ...Object.fromEntries(Object.entries(filled).filter(([, value]) => value)),
    ...(sort ? { sort } : {}),
    page,
    pageSize: PAGE_SIZE,
  };
}

function listRow(row: SeenRow, past: AsOf | undefined, lang: Lang): ListRow {
  return {
    id: row.trajectoryId,
    href: onDay(`/trajecten/${row.trajectoryId}`, past),
    title: row.title,
    towns: row.municipalities.map(({ name }) => name).join(', '),
    phases: rowPhases(row, lang),
    state: rowState(row.state, lang),
    stateLabel: row.state.label[lang],
    ...(row.plannedEndOn ? { end: date(row.plannedEndOn, lang) } : {}),
    ...(row.sight.internal ? { owed: row.owed } : {}),
    ...(row.sight.internal && row.worst ? { worst: worstChip(row.worst, lang) } : {}),
  };
}
