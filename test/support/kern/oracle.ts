// What the domain reference expects of a command in a world: which machines it touches, where they go, and which state stands in the way.
// It reads the state of the world and the tables of the reference, never the machines of the code.
import assert from 'node:assert/strict';
import type { Decision, Role } from '../../../workflows/kit/types.js';
import { commandRow, entityTables, eventOf, nextState, phaseTables, root, type MachineTable } from '../domain/index.js';
import type { Payload } from './samples.js';
import type { Extra, World } from './world.js';

/** The machines of kern, in the order in which an event reaches them. */
export const tables: readonly MachineTable[] = [
  root,
  ...['approval', 'organisation', 'conversations', 'interpreting', 'feedback'].map((key) => phaseTables[key]!),
  ...['conversation', 'contribution', 'agreement', 'document', 'lesson'].map((key) => entityTables[key]!),
];
const PER_ROUND = ['conversations', 'interpreting', 'feedback'];
const isEntity = (table: MachineTable): boolean => entityTables[table.machine] !== undefined;

/** The key of the instance a command means when only one can be meant: the round, the thing made last. */
export function keyOf(machine: string, world: World): string {
  if (entityTables[machine]) return `${machine}/${world.id(`${machine}Id`)}`;
  return PER_ROUND.includes(machine) ? `${machine}/${world.id('roundId')}` : machine;
}

const text = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
const listed = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap(text) : text(value));

/** Keys of the machines that an event of the reference reaches. A thing that it makes has no key yet. */
function reached(table: MachineTable, event: string, payload: Payload, world: World): string[] {
  if (!table.moves.some((move) => move.event === event)) return [];
  const { machine } = table;
  if (isEntity(table))
    return [...listed(payload[`${machine}Id`]), ...listed(payload[`${machine}Ids`])].map((id) => `${machine}/${id}`);
  if (event === 'PhaseReopened' && machine !== 'root' && payload.phase !== machine) return [];
  if (!PER_ROUND.includes(machine)) return [machine];
  const [round] = [payload.about, payload.roundId, world.id('roundId')].flatMap(text);
  return [`${machine}/${round ?? ''}`];
}

export interface Expected {
  /** `machine:state` that stands in the way of a decision. */
  blocked?: string;
  /** Key -> the state after the event; only of machines that take it. */
  next: Map<string, string>;
}

/** What the reference expects of a command with this payload. `gate` = the root state, when it allows no such decision. */
export function expected(world: World, command: string, payload: Payload, gate?: string): Expected {
  const decision = commandRow(command).kind === 'D';
  if (gate !== undefined) return { blocked: gate, next: new Map() };
  const next = new Map<string, string>();
  const event = eventOf(command);
  for (const table of tables) {
    for (const key of reached(table, event, payload, world)) {
      const state = world.state(key) ?? table.initial;
      const to = nextState(table, state, event, payload);
      if (to !== undefined) next.set(key, to);
      else if (decision) return { blocked: `${table.machine}:${state}`, next: new Map() };
    }
  }
  return { next };
}

/** Sends a command that the reference says something about and holds the answer and the machines to it. */
export function sendAsExpected(
  world: World,
  roles: readonly Role[],
  command: string,
  payload: Payload,
  extra: Extra,
  gate?: string,
): Decision {
  const { blocked, next } = expected(world, command, payload, gate);
  const before = new Map([...next.keys()].map((key) => [key, revisionOf(world, key)] as const));
  const answer = world.send(roles, command, payload, extra);
  if (blocked !== undefined) {
    assert.deepEqual(stateRefused(answer), blocked, `${command} must be stopped by ${blocked}: ${said(answer)}`);
    return answer;
  }
  assert.equal(answer.kind, 'accepted', `${command} must be accepted: ${said(answer)}`);
  for (const [key, state] of next) {
    assert.equal(world.state(key), state, `${command} must bring ${key} to ${state}`);
    if (key !== 'root') assert.equal(revisionOf(world, key), (before.get(key) ?? 0) + 1, `${key} must take ${command}`);
  }
  for (const [machine, state] of made(command, payload)) {
    const id: string | undefined = answer.kind === 'accepted' ? answer.ids[`${machine}Id`] : undefined;
    assert.equal(world.state(`${machine}/${id ?? ''}`), state, `${command} must make a ${machine} that is ${state}`);
  }
  return answer;
}

/** Things that come to be with this event, and their first state: those of which it names none that is there already. */
function made(command: string, payload: Payload): [machine: string, state: string][] {
  return tables.filter(isEntity).flatMap(({ machine, ...table }): [string, string][] => {
    const state = nextState({ machine, ...table }, 'none', eventOf(command), payload);
    const named = payload[`${machine}Id`] ?? payload[`${machine}Ids`];
    return state === undefined || named !== undefined ? [] : [[machine, state]];
  });
}

const revisionOf = (world: World, key: string): number =>
  (key === 'root' ? world.trajectory.root : world.trajectory.cells.get(key))?.revision ?? 0;

function stateRefused(answer: Decision): string | undefined {
  const refusal = answer.kind === 'refused' ? answer.refused.find(({ code }) => code === 'STATE_FITS') : undefined;
  return refusal?.vars.state;
}

/** An answer in one line, for the message of a failed expectation. */
export function said(answer: Decision): string {
  if (answer.kind === 'accepted') return 'accepted';
  if (answer.kind === 'refused')
    return `refused ${answer.refused.map(({ code, vars }) => `${code} ${JSON.stringify(vars)}`).join(', ')}`;
  return `rejected ${answer.rejections.map(({ code, pointer }) => `${code} ${pointer}`).join(', ')}`;
}

/** The codes of an answer; `[]` when it was accepted. */
export function codes(answer: Decision): string[] {
  if (answer.kind === 'accepted') return [];
  return (answer.kind === 'refused' ? answer.refused : answer.rejections).map(({ code }) => code);
}

const AFTER_END = ['ReopenTrajectory', 'ArchiveTrajectory', 'CorrectFact', 'CloseFeedback', 'AcknowledgeSignal'];
const GROUPS_AFTER_END = ['handover', 'document', 'log', 'lesson'];
const GROUPS_AFTER_STOP = [...GROUPS_AFTER_END, 'feedback', 'evaluation', 'scan'];

/** The root state that stops a decision, by 'D and F' of section 3.0; undefined when it stops nothing. */
export function gateOf(world: World, command: string, payload: Payload): string | undefined {
  const state = world.state('root') ?? 'none';
  const { kind } = commandRow(command);
  if (kind === 'F') return undefined;
  if (state === 'none') return command === 'RegisterTrajectory' ? undefined : 'root:none';
  if (command === 'RegisterTrajectory' || state === 'archived') return `root:${state}`;
  if (state !== 'completed' && state !== 'cancelled') return undefined;
  const groups = state === 'completed' ? GROUPS_AFTER_END : GROUPS_AFTER_STOP;
  const may = (name: string): boolean => AFTER_END.includes(name) || groups.includes(commandRow(name).group);
  return may(command === 'OverrideGuard' ? String(payload.command) : command) ? undefined : `root:${state}`;
}
