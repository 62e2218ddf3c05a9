// Trajectories over HTTP: the list, one of them, and opening a new one.
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idOf } from '../../workflows/kit/ids.js';
import type { Command } from '../../workflows/kit/types.js';
import { kern, organisationWorkflow, workflowFor, type AnyWorkflow } from '../../workflows/registry.js';
import { ListTrajectories } from '../queries/overview.query.js';
import { ReadTrajectory } from '../queries/trajectory-state.query.js';
import { ForLoggedIn } from './access.js';
import { asOfIn, echoed, notYetView } from './as-of.js';
import { acceptedOrProblem, type Accepted } from './command-answers.js';
import { found, pathId } from './found.js';
import { inputError } from './problem-texts.js';
import { Problem } from './problem.js';
import { NoQuery, ValidQuery } from './query.js';
import { PastQuery, TrajectoriesQuery } from './query.dto.js';
import { idempotencyKey, readCommands } from './read-commands.js';
import { callerOf, readsIn } from './request.js';
import { SendCommands } from './send-commands.js';
import { rowView, trajectoryView } from './views.js';

@Controller('api/v1/trajectories')
@ForLoggedIn()
export class TrajectoriesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: SendCommands,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @ValidQuery(TrajectoriesQuery) query: TrajectoriesQuery): Promise<object> {
    const { asOf: _day, known: _known, ...filter } = query;
    const asOf = asOfIn(query);
    const listed = await this.queries.execute(new ListTrajectories(callerOf(request), filter, asOf));
    return {
      ...listed,
      ...echoed(asOf),
      items: listed.items.map(({ sight, ...row }) => rowView(row, sight, readsIn(request))),
    };
  }

  @Get(':id')
  async one(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @ValidQuery(PastQuery) query: PastQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const asOf = asOfIn(query);
    const language = readsIn(request);
    const state = found(await this.queries.execute(new ReadTrajectory(callerOf(request), pathId(id), asOf)));
    if ('notYet' in state) return notYetView(pathId(id), state.notYet, language);
    // A past state is no ground to change anything upon.
    if (!asOf) void reply.header('etag', `"${state.root.revision}"`);
    return { ...trajectoryView(state, language, asOf), ...(asOf ? { ...echoed(asOf), exists: true } : {}) };
  }

  /** The id follows from the organisation, the caller and the key, so that a repeat finds the same trajectory. */
  @Post()
  @HttpCode(201)
  async register(
    @Req() request: FastifyRequest,
    @NoQuery() _query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Accepted> {
    const caller = callerOf(request);
    const key = idempotencyKey(request);
    const { commands, batch } = readCommands(request);
    const opens = opening(commands[0], batch, request);
    const id = idOf('trajectory', caller.organisationId, caller.ref, key);
    const result = await this.sender.send({ stream: `trajectory-${id}`, opens, commands, key, caller });
    const accepted = acceptedOrProblem(result, batch, readsIn(request));
    void reply.header('location', `/api/v1/trajectories/${id}`);
    return accepted;
  }
}

/** The workflow that the first command names. @throws Problem when there is no such workflow, or the command opens nothing. */
function opening(first: Command | undefined, batch: boolean, request: FastifyRequest): AnyWorkflow {
  const { workflow, version } = (first?.payload ?? {}) as { workflow?: unknown; version?: unknown };
  const place = batch ? '/commands/0' : '';
  const language = readsIn(request);
  const command = workflowFor(kern.name)?.commands.get(first?.type ?? '');
  if (command && !command.opensStream) {
    throw new Problem('invalid-input', {
      errors: [inputError(`${place}/type`, 'invalid-value', { expected: 'RegisterTrajectory' }, language)],
    });
  }
  // A value of the wrong type is named by the schema of the command, whichever workflow reads it.
  if (typeof workflow !== 'string' || !['undefined', 'number'].includes(typeof version))
    return workflowFor(kern.name) ?? missing();
  const known = workflowFor(workflow, version as number | undefined);
  if (known && known.name !== organisationWorkflow.name) return known;
  const [field, got] = workflowFor(workflow) ? ['version', String(version)] : ['workflow', workflow];
  throw new Problem('invalid-input', {
    errors: [inputError(`${place}/payload/${field}`, 'unknown-value', { got: got.slice(0, 100) }, language)],
  });
}

function missing(): never {
  throw new Error('Workflow kern is missing.');
}
