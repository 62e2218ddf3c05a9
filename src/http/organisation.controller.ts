// The organisation over HTTP: what it is, and the commands of its own stream.
import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { PossibleCommands } from '../queries/possible-commands.query.js';
import { ReadOrganisation } from '../queries/organisation.query.js';
import { organisationStream } from '../trajectories/settings-book.js';
import { ForLoggedIn } from './access.js';
import { acceptedOrProblem, type Accepted } from './command-answers.js';
import { found, pathId } from './found.js';
import { NoQuery } from './query.js';
import { idempotencyKey, readCommands } from './read-commands.js';
import { callerOf, readsIn } from './request.js';
import { SendCommands } from './send-commands.js';
import { possibleView } from './views.js';

@Controller('api/v1/organisations/:id')
@ForLoggedIn()
export class OrganisationController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: SendCommands,
  ) {}

  @Get()
  async one(@Req() request: FastifyRequest, @Param('id') id: string, @NoQuery() _query: unknown): Promise<object> {
    return found(await this.queries.execute(new ReadOrganisation(callerOf(request), pathId(id))));
  }

  @Get('commands')
  async possible(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @NoQuery() _query: unknown,
  ): Promise<object[]> {
    const possible = found(
      await this.queries.execute(new PossibleCommands(callerOf(request), organisationStream(pathId(id)))),
    );
    return possible.map((one) => possibleView(one, readsIn(request)));
  }

  @Post('commands')
  @HttpCode(201)
  async send(@Req() request: FastifyRequest, @Param('id') id: string, @NoQuery() _query: unknown): Promise<Accepted> {
    const stream = organisationStream(pathId(id));
    const key = idempotencyKey(request);
    const { commands, batch } = readCommands(request);
    const result = await this.sender.send({ stream, commands, key, caller: callerOf(request) });
    return acceptedOrProblem(result, batch, readsIn(request));
  }
}
