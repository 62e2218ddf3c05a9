// Within one trajectory over HTTP: its commands, its events and its logbook.
import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { ReadEvents } from '../queries/events.query.js';
import { ReadLogbook } from '../queries/logbook.query.js';
import { PossibleCommands } from '../queries/possible-commands.query.js';
import { ForLoggedIn } from './access.js';
import { acceptedOrProblem, type Accepted } from './command-answers.js';
import { found, pathId } from './found.js';
import { Problem } from './problem.js';
import { NoQuery, ValidQuery } from './query.js';
import { EventsQuery, LogbookQuery } from './query.dto.js';
import { idempotencyKey, readCommands } from './read-commands.js';
import { callerOf, readsIn } from './request.js';
import { SendCommands } from './send-commands.js';
import { entryView, possibleView } from './views.js';

@Controller('api/v1/trajectories/:id')
@ForLoggedIn()
export class TrajectoryController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: SendCommands,
  ) {}

  @Get('commands')
  async possible(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @NoQuery() _query: unknown,
  ): Promise<object[]> {
    const possible = found(
      await this.queries.execute(new PossibleCommands(callerOf(request), `trajectory-${pathId(id)}`)),
    );
    return possible.map((one) => possibleView(one, readsIn(request)));
  }

  @Post('commands')
  @HttpCode(201)
  async send(@Req() request: FastifyRequest, @Param('id') id: string, @NoQuery() _query: unknown): Promise<Accepted> {
    const stream = `trajectory-${pathId(id)}`;
    const key = idempotencyKey(request);
    const { commands, batch } = readCommands(request);
    const result = await this.sender.send({ stream, commands, key, caller: callerOf(request) });
    return acceptedOrProblem(result, batch, readsIn(request));
  }

  @Get('events')
  async events(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @ValidQuery(EventsQuery) { from = 0 }: EventsQuery,
  ): Promise<object> {
    return found(await this.queries.execute(new ReadEvents(callerOf(request), pathId(id), from)));
  }

  @Get('logbook')
  async logbook(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @ValidQuery(LogbookQuery) { edition, ...asked }: LogbookQuery,
  ): Promise<object> {
    const page = found(await this.queries.execute(new ReadLogbook(callerOf(request), pathId(id), edition, asked)));
    if (page === 'no-right') throw new Problem('forbidden');
    return { ...page, items: page.items.map((entry) => entryView(entry, readsIn(request))) };
  }
}
