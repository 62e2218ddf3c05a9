// A trajectory to try commands on, without a log or a server: given these commands, when this one, then these events or these needs.
// The workflow is a parameter, so that the same scenarios judge mutated workflows (npm run mutate).
import type { Facts } from '../../../workflows/facts/facts.js';
import { decide } from '../../../workflows/kit/decide.js';
import { emptyTrajectory } from '../../../workflows/kit/evolve.js';
import { idOf } from '../../../workflows/kit/ids.js';
import { possible, type Possible } from '../../../workflows/kit/possible.js';
import { addDays, atLocal, localDay } from '../../../workflows/kit/time.js';
import type {
  Command,
  Context,
  Decision,
  Id,
  Instant,
  Recorded,
  Role,
  Settings,
  Trajectory,
} from '../../../workflows/kit/types.js';
import type { Workflow } from '../../../workflows/kit/workflow.js';

export const OOSTERKOOG: Id = idOf('test-municipality', 'Oosterkoog');
export const ORGANISATION: Id = idOf('test-organisation');
/** The person who plays a role in tests, or someone else by any name. */
export const personOf = (who: string): Id => idOf('test-person', who);

/** An id that nothing in the trajectory has. */
export const NOWHERE: Id = idOf('test-nowhere');

export const SETTINGS: Settings = {
  organisationId: ORGANISATION,
  organisationName: 'De Drie Kogen',
  numbers: new Map([['feedback.reactionDays', 7]]),
  calendar: [],
  municipalities: new Map([[OOSTERKOOG, 'Oosterkoog']]),
};

/** What a test says beside type and payload. */
export type Extra = Partial<Omit<Command, 'type' | 'payload'>>;

export class World {
  readonly trajectory: Trajectory<Facts>;
  /** Events of every accepted command, in order. */
  readonly events: Recorded[] = [];
  /** Ids by the name of the field that held them, the last one made: `contributionId`. */
  readonly ids = new Map<string, Id>();
  /** The simulated clock; commands are dated now unless they say otherwise. */
  now: Instant = atLocal('2026-04-07', '09:00');
  private sent = 0;

  constructor(readonly workflow: Workflow<Facts>) {
    this.trajectory = emptyTrajectory(workflow, `trajectory-${idOf('test-trajectory')}`);
  }

  get facts(): Facts {
    return this.trajectory.facts;
  }

  /** The id made last under that name; one that nothing has, when none was made. */
  id(name: string): Id {
    return this.ids.get(name) ?? NOWHERE;
  }

  get today(): string {
    return localDay(this.now);
  }

  /** Moves the clock ahead; a minute passes by itself after every accepted command. */
  pass(days: number): this {
    this.now = atLocal(addDays(this.today, days), '09:00');
    return this;
  }

  /** Sends a command in a role; any answer is fine. */
  send(role: Role | readonly Role[], type: string, payload: unknown, extra: Extra = {}): Decision {
    this.sent += 1;
    const decision = decide(
      this.workflow,
      this.trajectory,
      { type, payload, ...extra },
      this.contextOf(role, idOf('test-command', this.sent)),
    );
    if (decision.kind === 'accepted') {
      this.events.push(...decision.events);
      for (const [name, id] of Object.entries(decision.ids)) this.ids.set(name, id);
      this.now = new Date(Date.parse(this.now) + 60_000).toISOString();
    }
    return decision;
  }

  /** Sends a command that must be accepted; answers the ids it made. */
  must(role: Role | readonly Role[], type: string, payload: unknown, extra: Extra = {}): Record<string, Id> {
    const decision = this.send(role, type, payload, extra);
    if (decision.kind !== 'accepted')
      throw new Error(`${type} by ${String(role)} was not accepted: ${JSON.stringify(decision)}`);
    return decision.ids;
  }

  /** What a role can do now, for one command (all its addresses). */
  possible(role: Role, type: string): Possible<Facts>[] {
    return possible(this.workflow, this.trajectory, this.contextOf(role, idOf('asking'))).filter(
      ({ command }) => command.name === type,
    );
  }

  /** State of a machine: `root`, `approval`, `feedback/<round>`, `contribution/<id>`; undefined when there is none. */
  state(key: string): string | undefined {
    return key === 'root' ? this.trajectory.root.value : this.trajectory.cells.get(key)?.value;
  }

  contextOf(role: Role | readonly Role[], commandId: Id): Context {
    const roles = typeof role === 'string' ? [role] : role;
    const first = roles[0] ?? 'publicReader';
    return {
      actor: { kind: first === 'system' ? 'system' : 'person', ref: personOf(first), roles },
      now: this.now,
      settings: SETTINGS,
      commandId,
      commandHash: commandId,
      correlationId: commandId,
      approverOf: () => personOf('approver'),
    };
  }
}
