// Example 9.4 played through the command executor at its fixed dates, with every command first asked for: is anything missing?
import { readerWith, recorderWith } from '../../src/recording/recorder.js';
import type { Caller } from '../../src/trajectories/caller.js';
import { StreamStore } from '../../src/trajectories/stream-store.js';
import type { Player, Step } from '../../src/demo/example.js';
import { kersenlaan, STOPS } from '../../src/demo/kersenlaan.js';
import { play } from '../../src/demo/play.js';
import type { StoredEvent } from '../../src/event-log/event-log.js';
import type { Facts } from '../../workflows/facts/facts.js';
import { emptyTrajectory, evolve } from '../../workflows/kit/evolve.js';
import { idOf, SYSTEM_REF } from '../../workflows/kit/ids.js';
import { possible } from '../../workflows/kit/possible.js';
import type { Command, Context, Instant, Recorded, Role, Trajectory } from '../../workflows/kit/types.js';
import { kern, workflowFor } from '../../workflows/registry.js';
import { OOSTERKOOG, ORGANISATION, personOf, SETTINGS } from '../support/kern/world.js';
import { Stage } from '../support/projecting/stage.js';

const STREAM = `trajectory-${idOf('golden', 'kersenlaan')}`;
const START = '2026-04-07';
const ROLES: Record<Player, Role> = { PC: 'processCoordinator', PL: 'projectLeader', AP: 'approver' };

/** What `possible` answered about a command just before it was sent: the codes missing at each address that fits it. */
export interface Asked {
  command: string;
  missing: string[][];
}

export interface Played {
  stage: Stage;
  /** What the executor stored, in order, with its texts readable. */
  events: Recorded[];
  asked: Asked[];
}

/** Plays the whole example on an empty log. Throws when a command is not accepted. */
export async function playExample(): Promise<Played> {
  const stage = new Stage();
  const events: Recorded[] = [];
  const asked: Asked[] = [];
  const trajectory = emptyTrajectory(kern, STREAM);
  const workflow = workflowFor('kern')!;
  const cast = {
    PC: personOf('processCoordinator'),
    PL: personOf('projectLeader'),
    AP: personOf('approver'),
    client: personOf('client'),
    municipalityId: OOSTERKOOG,
    title: 'Vijf bankjes in de Kersenlaan',
  };
  const askFirst = (step: Step): Step => ({
    ...step,
    command: (known) => {
      const command = step.command(known);
      const role = command.decidedBy?.role ?? ROLES[step.by];
      if (trajectory.revision >= 0) asked.push(ask(trajectory, command, role, known.at(step.day, step.time)));
      return command;
    },
  });
  await play(surroundings(stage), {
    steps: kersenlaan(cast).map(askFirst),
    stream: STREAM,
    workflow,
    start: START,
    until: STOPS.completed,
    callers: { PC: caller('processCoordinator'), PL: caller('projectLeader'), AP: caller('approver') },
    onEvents: (stored) => {
      const [first] = stored;
      if (first?.type === 'FeedbackCompleted')
        asked.push(ask(trajectory, { type: 'CloseFeedback', payload: first.data }, 'system', first.meta.occurredAt));
      for (const event of stored) evolve(kern, trajectory, event);
      events.push(...structuredClone(stored));
      return Promise.resolve();
    },
  });
  return { stage, events, asked };
}

function surroundings({ log, vault }: Stage): Parameters<typeof play>[0] {
  return {
    log,
    store: new StreamStore(log, readerWith(vault)),
    recorder: recorderWith(vault),
    settings: () => Promise.resolve(SETTINGS),
    approverOf: () => personOf('approver'),
    elapsed: () => 0,
  };
}

const caller = (role: Role): Caller => ({
  kind: 'person',
  ref: personOf(role),
  organisationId: ORGANISATION,
  grants: [{ role, municipalityId: OOSTERKOOG }],
});

/** Asks as the one who decides: a recorder on behalf always still has to say who did. */
function ask(trajectory: Trajectory<Facts>, command: Command, role: Role, at: Instant): Asked {
  const system = role === 'system';
  const context: Context = {
    actor: { kind: system ? 'system' : 'person', ref: system ? SYSTEM_REF : personOf(role), roles: [role] },
    now: at,
    settings: SETTINGS,
    commandId: idOf('asking', command.type, at),
    commandHash: '',
    correlationId: idOf('asking', at),
    approverOf: () => personOf('approver'),
  };
  const named = JSON.stringify(command.payload);
  const fitting = possible(kern, trajectory, context).filter(
    (one) => one.command.name === command.type && (one.address.id === undefined || named.includes(one.address.id)),
  );
  return { command: command.type, missing: fitting.map(({ missing }) => missing.map(({ code }) => code)) };
}

/** Every stored event of the stage in order. */
export const storedOf = ({ log }: Stage): Promise<StoredEvent[]> => log.readAll('-1', 500);
