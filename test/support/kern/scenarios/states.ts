// Every machine in every state meets every command of its table: it goes where the reference says, or the refusal names the state.
import { commandsOfEvent, eventsOf, nextState } from '../../domain/index.js';
import { FORCED, stateRoutes, take } from '../routes.js';
import { gateOf, sendAsExpected, tables } from '../oracle.js';
import { rightful, sampleOf, trajectoryCommands, type Payload } from '../samples.js';
import type { World } from '../world.js';
import type { Scenario } from './scenario.js';

/** Values by which an event is routed: each is sent in turn. */
const ROUTES: Readonly<Record<string, { field: string; values: readonly (string | boolean)[] }>> = {
  MakeClientChoice: { field: 'choice', values: ['adopt', 'partly', 'notChosen', 'reject', 'passOn'] },
  SetProgramme: { field: 'tasksComplete', values: [true, false] },
  ReleaseRole: { field: 'responsibility', values: ['content', 'process', 'support', 'buddy'] },
  ReopenPhase: { field: 'toState', values: ['estimating', 'designing', 'assessing', 'elsewhere'] },
};

/** Things in a state that takes the event, where the scenario is about another machine. */
const PREPARED: Readonly<Record<string, readonly string[]>> = {
  MakeClientChoice: ['EscalateContribution'],
  AcceptPassedOn: ['PassOnContribution'],
  ReconsiderContribution: ['AdoptContribution'],
};

function prepare(world: World, machine: string, command: string): void {
  // Where nothing may be said any more these two are refused, and so is the command.
  if (command === 'SkipPhase') world.send('client', 'SetLevel', { level: 'inform' });
  if (command === 'CorrectFact') world.send('alderman', 'NoteDirectRoute', { to: 'alderman', topic: 'het parkeren' });
  if (command === 'AcceptRole')
    take(world, 'AssignRole', {
      role: 'buddy',
      assigneeRef: sampleOf(command, world).assigneeRef,
      responsibility: 'buddy',
      accepted: false,
    });
  if (machine === 'contribution') return;
  for (const first of PREPARED[command] ?? []) take(world, first);
}

/** The sample, pointed at the machine that the scenario is about; a thing that does not exist yet has no id. */
function payloadFor(world: World, machine: string, state: string, command: string, route: Payload): Payload {
  const payload = { ...sampleOf(command, world), ...route };
  if (command === 'ReopenPhase' && machine !== 'root') return { ...payload, phase: machine };
  return Object.fromEntries(Object.entries(payload).filter(([field]) => state !== 'none' || field !== `${machine}Id`));
}

function scenario(machine: string, state: string, command: string, route: Payload): Scenario {
  const value = Object.values(route).map((one) => ` ${String(one)}`);
  return {
    name: `${machine} ${state}: ${command}${value.join('')}`,
    about: [machine, `${machine}:${state}`, command],
    run(workflow) {
      const world = stateRoutes[machine]![state]!(workflow);
      prepare(world, machine, command);
      const payload = payloadFor(world, machine, state, command, route);
      sendAsExpected(
        world,
        [rightful(command)[0]!, 'processCoordinator'],
        command,
        payload,
        FORCED,
        gateOf(world, command, payload),
      );
    },
  };
}

/** A command can be pointed at a thing once that exists; before, only if it makes the thing. */
function canMeet(machine: string, state: string, event: string): boolean {
  const table = tables.find((one) => one.machine === machine)!;
  const makes = nextState(table, 'none', event) !== undefined;
  // Before registration there is no event that a correction could name.
  if (machine === 'root') return state !== 'none' || event !== 'FactCorrected';
  if (table.initial !== 'none') return true;
  // Held is the one event that both makes a conversation and happens to one that was planned.
  return event === 'ConversationHeld' || (state === 'none') === makes;
}

/** Scenarios for every machine x state x command of its table, and x value where the event is routed. */
export const stateScenarios: readonly Scenario[] = tables.flatMap(({ machine, ...table }) =>
  Object.keys(stateRoutes[machine]!).flatMap((state) =>
    eventsOf({ machine, ...table }).flatMap((event) =>
      commandsOfEvent(event)
        .map(({ name }) => name)
        .filter((name) => trajectoryCommands.includes(name) && canMeet(machine, state, event))
        .flatMap((command) => {
          const route = ROUTES[command];
          return (route?.values ?? [undefined]).map((value) =>
            scenario(machine, state, command, route ? { [route.field]: value } : {}),
          );
        }),
    ),
  ),
);
