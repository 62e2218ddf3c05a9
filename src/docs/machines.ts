// One page per machine of a workflow: a diagram of its moves with Dutch words, its states, and the whole state x event table.
import type { CompiledMachine } from '../../workflows/kit/compile.js';
import type { StateLabel } from '../../workflows/kit/labels.js';
import { partName } from '../http/wording.js';
import { LABELS } from '../labels.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import { code, page, table } from './markdown.js';
import { commandWord } from './words.js';

/** The machines of a workflow in reading order: the trajectory itself, its phases, its things. */
export function machinesOf(workflow: AnyWorkflow): Map<string, CompiledMachine> {
  return new Map([['root', workflow.rootMachine], ...workflow.machines]);
}

/** The page of the machine under this key (`root`, a phase or a thing). */
export function machinePage(workflow: AnyWorkflow, key: string, machine: CompiledMachine): string {
  return page(partName(key, 'nl'), `the machine \`${machine.id}\` of workflow ${workflow.name} v${workflow.version}`, [
    `${howMany(workflow, key)} It begins in ${code(machine.initial)}.`,
    `## Moves\n\n${diagram(workflow, key, machine)}`,
    'Steps that stay in the same state are left out of the drawing; the table below has them.',
    `## States\n\n${statesTable(key, machine)}`,
    `## State x event\n\n${stepsTable(workflow, machine)}`,
    '`↺` the event is taken and the state stays. `a or b` the payload says which. `a?` taken only when the payload says so. ' +
      'Empty: a decision that would make this event is refused with `STATE_FITS`; a fact is still recorded and steps nothing.',
  ]);
}

function howMany(workflow: AnyWorkflow, key: string): string {
  if (key === 'root') return 'One per trajectory: its life as a whole.';
  const phase = workflow.phases.find((candidate) => candidate.key === key);
  if (phase?.per === 'round')
    return key === 'feedback'
      ? 'A phase; one machine per round, per decision and for stopping.'
      : 'A phase; one machine per round.';
  return phase ? 'A phase; one machine per trajectory.' : 'A thing with a life of its own; one machine for each.';
}

const labelOf = (key: string, state: string): StateLabel | undefined => LABELS.nl.get(key)?.states?.[state];

/** A Mermaid diagram of every step that leads to another state, once per event. */
function diagram(workflow: AnyWorkflow, key: string, machine: CompiledMachine): string {
  const states = machine.states.map((state) => `  state "${plain(labelOf(key, state)?.label ?? state)}" as ${state}`);
  const moves = [...machine.table()].flatMap(([from, row]) =>
    [...row].flatMap(([type, targets]) =>
      targets
        .filter((target) => target !== undefined && target !== from)
        .map((target) => `  ${from} --> ${target}: ${plain(eventWord(workflow, type))}`),
    ),
  );
  return ['```mermaid', 'stateDiagram-v2', ...states, `  [*] --> ${machine.initial}`, ...moves, '```'].join('\n');
}

/** What people do to make the event happen, in their words; the type itself for what follows by itself. */
function eventWord(workflow: AnyWorkflow, type: string): string {
  const commands = [...workflow.commands.values()].filter(({ event }) => event === type);
  return commands.length === 0 ? type : [...new Set(commands.map(({ name }) => commandWord(name)))].join(' / ');
}

/** These signs mean something to Mermaid. */
const plain = (text: string): string => text.replaceAll(/[":;#{}]/g, ' ').trim();

function statesTable(key: string, machine: CompiledMachine): string {
  const rows = machine.states.map((state) => {
    const label = labelOf(key, state);
    const word = [label?.word, label?.who].filter(Boolean).join(' ');
    return [code(state), label?.label ?? '', word, [...(machine.tags.get(state) ?? [])].map(code).join(' ')];
  });
  return table(['state', 'Dutch', 'word on screens', 'tags'], rows);
}

function stepsTable(workflow: AnyWorkflow, machine: CompiledMachine): string {
  const steps = machine.table();
  const rows = [...machine.events].map((type) => [
    code(type),
    eventKind(workflow, type),
    ...machine.states.map((state) => stepCell(machine, state, type, steps.get(state)?.get(type))),
  ]);
  return table(['event', 'kind', ...machine.states.map(code)], rows);
}

const eventKind = (workflow: AnyWorkflow, type: string): string => workflow.events.get(type)?.kind ?? '';

function stepCell(
  machine: CompiledMachine,
  state: string,
  type: string,
  targets: readonly (string | undefined)[] | undefined,
): string {
  if (targets === undefined) return '';
  const names = targets.map((target) => (target === undefined || target === state ? '↺' : code(target)));
  return `${names.join(' or ')}${targets.length === 1 && isRouted(machine, state, type) ? '?' : ''}`;
}

/** Whether the payload has a say in the step. */
function isRouted({ source }: CompiledMachine, state: string, type: string): boolean {
  const candidates = [
    ...(source.root.states[state]?.transitions.get(type) ?? []),
    ...(source.root.transitions.get(type) ?? []),
  ];
  return candidates.some(({ guard }) => guard !== undefined);
}
