// One trajectory of the campaign: command after command, each repeated with its key until it is answered, as a client does.
import { LogUnavailable } from '../../src/event-log/errors.js';
import type { Caller } from '../../src/trajectories/caller.js';
import type { CommandRequest } from '../../src/trajectories/execute.js';
import { idOf } from '../../workflows/kit/ids.js';
import type { Command } from '../../workflows/kit/types.js';
import { workflowFor } from '../../workflows/registry.js';
import { OOSTERKOOG, personOf, SETTINGS } from '../support/kern/world.js';
import type { Place } from './place.js';

const coordinator: Caller = {
  kind: 'person',
  ref: personOf('processCoordinator'),
  organisationId: SETTINGS.organisationId,
  grants: [{ role: 'processCoordinator' }],
};

export interface Answered {
  /** Ids of the events with the place that the answer named. */
  events: { id: string; place: string }[];
  /** How often the answer was "unknown, repeat it". */
  unavailable: number;
  longestMs: number;
  /** When the answer that counts came. */
  at: number;
}

export class Lane {
  readonly stream: string;
  private sent = 0;

  constructor(
    private readonly place: Place,
    private readonly nr: string,
  ) {
    this.stream = `trajectory-${idOf('fault-campaign', nr)}`;
  }

  /** Opens the trajectory, or adds a group to it. */
  async next(): Promise<Answered> {
    const opens = this.sent === 0;
    this.sent += 1;
    const command: Command = opens
      ? {
          type: 'RegisterTrajectory',
          payload: {
            ...{ title: `Plein ${this.nr}`, theme: 'groen', workflow: 'kern' },
            ...{ municipalityIds: [OOSTERKOOG], clientRef: personOf('client') },
          },
        }
      : {
          type: 'AddPublicGroup',
          payload: { name: `groep ${this.sent}`, required: false, size: 30, min: 2, target: 5 },
        };
    const request = { stream: this.stream, commands: [command], key: `key-${this.sent}`, caller: coordinator };
    return this.until(opens ? { ...request, opens: workflowFor('kern') } : request);
  }

  private async until(request: Omit<CommandRequest, 'arrivedAt'>): Promise<Answered> {
    for (let unavailable = 0, longestMs = 0; ; unavailable += 1) {
      const arrivedAt = performance.now();
      try {
        const result = await this.place.executor.execute({ ...request, arrivedAt });
        longestMs = Math.max(longestMs, performance.now() - arrivedAt);
        if (result.kind !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(result).slice(0, 300)}`);
        const events = result.events.map(({ meta }) => ({ id: meta.id, place: `${meta.stream}/${meta.revision}` }));
        return { events, unavailable, longestMs, at: performance.now() };
      } catch (error) {
        if (!(error instanceof LogUnavailable)) throw error;
        longestMs = Math.max(longestMs, performance.now() - arrivedAt);
        // Retry-After.
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }
}
