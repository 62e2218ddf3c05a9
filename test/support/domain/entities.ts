// The entities of section 4 as state x event tables.
// Beyond the written steps: 'Events not listed as moving a state are taken as ↺' is read per event: an event that moves nothing anywhere
// is taken in every state; a fact is taken in every state as well (3.0); a decision that does move is not taken where no step is written.
import { entitySteps, type Entity, type Step } from './entity-steps.js';
import { cellsOf, type MachineTable, type Move } from './machine-table.js';
import { commandsOfEvent } from './rules.js';
import { quoted } from './source.js';

quoted('04-entities', 'Events not listed as moving a state are taken as ↺.');

/** The states in which an event that makes the thing itself, such as AgreementMade, is not taken again. */
const opening = (steps: Step[], event: string): boolean =>
  steps.every((step) => step.event !== event || step.from.every((state) => state === 'none'));

function tableOf(machine: string, { states, steps, stays }: Entity): MachineTable {
  const moves: Move[] = steps.map(({ event, from, to, when }) => ({ event, from, to, ...(when ? { when } : {}) }));
  const facts = [...new Set(steps.map(({ event }) => event))].filter(
    (event) => !opening(steps, event) && commandsOfEvent(event).some(({ kind }) => kind === 'F'),
  );
  const rest = [...facts, ...stays].map((event) => {
    const taken = steps.filter((step) => step.event === event && !step.when).flatMap(({ from }) => from);
    return { event, from: states.filter((state) => !taken.includes(state)), to: 'same' };
  });
  const every = [...moves, ...rest].filter(({ from }) => from.length > 0);
  return {
    machine,
    states,
    initial: 'none',
    closed: [],
    reopen: { from: '', to: [] },
    moves: every,
    cells: cellsOf(every),
  };
}

/** The entities of kern by name; before they exist their state is `none`. */
export const entityTables: Readonly<Record<string, MachineTable>> = Object.fromEntries(
  Object.entries(entitySteps).map(([machine, entity]) => [machine, tableOf(machine, entity)]),
);

/** Pairs `machine/state/event` where the words allow another reading, with the reason for this one. */
export const judgedPairs: ReadonlyMap<string, string> = new Map(
  Object.entries(entitySteps).flatMap(([machine, { steps }]) =>
    steps.flatMap(({ event, from, judged }) =>
      judged === undefined ? [] : from.map((state) => [`${machine}/${state}/${event}`, judged] as const),
    ),
  ),
);
