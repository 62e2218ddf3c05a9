// The one way from a request to the CommandBus, used by every route and form that changes something.
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Command } from '../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import type { Caller } from '../trajectories/caller.js';
import type { CommandResult } from '../trajectories/execute.js';
import { ExecuteCommands } from '../trajectories/execute-commands.js';
import { Freshness } from './freshness.js';

export interface Sending {
  stream: string;
  commands: readonly Command[];
  key: string;
  caller: Caller;
  /** The workflow of a stream that may be new. */
  opens?: AnyWorkflow;
}

@Injectable()
export class SendCommands {
  constructor(
    private readonly bus: CommandBus,
    private readonly freshness: Freshness,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Decides and stores; reads of the same person then wait for the projections. */
  async send(sending: Sending): Promise<CommandResult> {
    const result = await this.bus.execute<ExecuteCommands, CommandResult>(
      new ExecuteCommands({ ...sending, arrivedAt: this.clock.elapsed() }),
    );
    if (result.kind === 'accepted') this.freshness.note(sending.caller.ref, result.position);
    return result;
  }
}
