// Questions over all trajectories of the caller, who the caller is, and the stream of live updates.
import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SearchLogbook } from '../queries/logbook.query.js';
import { ReadMe } from '../queries/organisation.query.js';
import { ReadOverview, ReadOwed } from '../queries/overview.query.js';
import { ReadSignals } from '../queries/signals.query.js';
import { ForLoggedIn } from './access.js';
import { asOfIn, echoed } from './as-of.js';
import { found } from './found.js';
import { LiveStreams } from './live-streams.js';
import { NoQuery, ValidQuery } from './query.js';
import { OverviewQuery, PageQuery, SearchQuery, SignalsQuery } from './query.dto.js';
import { callerOf, readsIn } from './request.js';
import { groupView, signalView } from './signal-views.js';
import { entryView, owedView } from './views.js';

const PAGE_SIZE = 50;

@Controller('api/v1')
@ForLoggedIn()
export class ReadingController {
  constructor(
    private readonly queries: QueryBus,
    private readonly streams: LiveStreams,
  ) {}

  @Get('me')
  me(@Req() request: FastifyRequest, @NoQuery() _query: unknown): Promise<object> {
    return this.queries.execute(new ReadMe(callerOf(request)));
  }

  @Get('overview')
  async overview(@Req() request: FastifyRequest, @ValidQuery(OverviewQuery) query: OverviewQuery): Promise<object> {
    const asOf = asOfIn(query);
    const counts = found(await this.queries.execute(new ReadOverview(callerOf(request), query.municipality, asOf)));
    const signals = (counts.signals ?? []).map((group) => groupView(group, readsIn(request)));
    return { ...counts, signals, ...echoed(asOf) };
  }

  @Get('signals')
  async signals(@Req() request: FastifyRequest, @ValidQuery(SignalsQuery) query: SignalsQuery): Promise<object> {
    const asOf = asOfIn(query);
    const { asOf: _day, known: _known, trajectory, ...rest } = query;
    const filter = { ...rest, ...(trajectory === undefined ? {} : { trajectoryId: trajectory }) };
    const listed = found(await this.queries.execute(new ReadSignals(callerOf(request), filter, asOf)));
    return {
      ...listed,
      ...echoed(asOf),
      items: listed.items.map((signal) => signalView(signal, readsIn(request), asOf)),
    };
  }

  @Get('owed')
  async owed(
    @Req() request: FastifyRequest,
    @ValidQuery(PageQuery) { page = 1, pageSize = PAGE_SIZE }: PageQuery,
  ): Promise<object> {
    const listed = await this.queries.execute(new ReadOwed(callerOf(request), { page, pageSize }));
    return { ...listed, items: listed.items.map((act) => owedView(act, readsIn(request))) };
  }

  @Get('logbook')
  async logbook(@Req() request: FastifyRequest, @ValidQuery(SearchQuery) asked: SearchQuery): Promise<object> {
    const page = await this.queries.execute(new SearchLogbook(callerOf(request), { ...asked }));
    return { ...page, items: page.items.map((entry) => entryView(entry, readsIn(request))) };
  }

  @Get('events/stream')
  stream(@Req() request: FastifyRequest, @NoQuery() _query: unknown, @Res() reply: FastifyReply): void {
    this.streams.open(request, reply);
  }
}
