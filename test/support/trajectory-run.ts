// Short ways to say in a spec what happens on which day and in which role, on a registered trajectory in a World.
import type { Facts } from '../../workflows/facts/facts.js';
import { decide } from '../../workflows/kit/decide.js';
import { idOf } from '../../workflows/kit/ids.js';
import { atLocal } from '../../workflows/kit/time.js';
import type { Decision, Id, Recorded, Role, Trajectory } from '../../workflows/kit/types.js';
import type { Workflow } from '../../workflows/kit/workflow.js';
import { OOSTERKOOG, personOf, World, type Extra } from './kern/world.js';

export { OOSTERKOOG, personOf };

/** Who sends a command when the spec does not say so: one who may do all the preparing. */
const USUAL: readonly Role[] = ['processCoordinator', 'projectLeader', 'client'];

export interface Sending extends Extra {
  as?: Role | readonly Role[];
  /** The person, where the spec is about who it is. */
  ref?: Id;
}

export class TrajectoryRun {
  private asked = 0;

  constructor(private readonly world: World) {}

  get trajectory(): Trajectory<Facts> {
    return this.world.trajectory;
  }

  get facts(): Facts {
    return this.world.facts;
  }

  /** The id of round R1. */
  get round(): Id {
    return [...this.facts.rounds.keys()][0] ?? '';
  }

  /** What follows happens on that day. */
  on(day: string): this {
    this.world.now = atLocal(day, '09:00');
    return this;
  }

  /** Sends one command and gives the answer of the workflow. */
  send(type: string, payload: unknown, { as = USUAL, ref, ...extra }: Sending = {}): Decision {
    if (ref === undefined) return this.world.send(as, type, payload, extra);
    this.asked += 1;
    const context = this.world.contextOf(as, idOf('test-run', this.asked));
    const actor = { ...context.actor, ref };
    return decide(this.world.workflow, this.trajectory, { type, payload, ...extra }, { ...context, actor });
  }

  /** Sends one command that must be accepted; its events. Throws with the answer otherwise. */
  events(type: string, payload: unknown, sending: Sending = {}): Recorded[] {
    const decision = this.send(type, payload, sending);
    if (decision.kind !== 'accepted') throw new Error(`${type} was not accepted: ${JSON.stringify(decision)}`);
    return decision.events;
  }

  /** Sends one command that must be accepted; the ids it made. Throws with the answer otherwise. */
  ids(type: string, payload: unknown, sending: Sending = {}): Record<string, Id> {
    const decision = this.send(type, payload, sending);
    if (decision.kind !== 'accepted') throw new Error(`${type} was not accepted: ${JSON.stringify(decision)}`);
    return decision.ids;
  }

  /** The codes with which one command is refused or rejected; `[]` when it was accepted. */
  refusals(type: string, payload: unknown, sending: Sending = {}): string[] {
    const decision = this.send(type, payload, sending);
    if (decision.kind === 'accepted') return [];
    const missing = decision.kind === 'refused' ? decision.refused : decision.rejections;
    return missing.map(({ code }) => code);
  }

  /** State of a machine: `root` or a key such as `contribution/<id>`. */
  state(key: string): string | undefined {
    return this.world.state(key);
  }
}

/** A trajectory of one municipality, registered on 2 February 2026. */
export function registered(workflow: Workflow<Facts>, extra: Record<string, unknown> = {}): TrajectoryRun {
  const run = new TrajectoryRun(new World(workflow)).on('2026-02-02');
  run.ids('RegisterTrajectory', {
    title: 'Verkeersstraat Havenweg',
    theme: 'verkeer',
    workflow: workflow.name,
    municipalityIds: [OOSTERKOOG],
    clientRef: personOf('client'),
    coordinatorRef: personOf('processCoordinator'),
    ...extra,
  });
  return run;
}
