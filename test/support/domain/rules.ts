// The rule table of section 11: commands with who may decide and what they need, needs with their sentence, and command -> event.
import { rolesOfList } from './roles.js';
import { caught, section, tableWith } from './source.js';

export interface CommandRow {
  name: string;
  group: string;
  kind: 'D' | 'F';
  /** Role keys; the words assignee, receiver and author are kept. */
  by: string[];
  needs: string[];
}

export interface NeedRow {
  code: string;
  hard: boolean;
  /** Holds in kern too: hard, or soft with (k). */
  k: boolean;
  /** The Dutch sentence; `{…}` is filled in by the engine. */
  sentence: string;
  /** Role keys, or the words recorder, owner, receiver, assignee, `{by}`, `solver of that need`. */
  solvableBy: string[];
}

const text = section('11-rules');
const rows = tableWith(text, 'Group', 'Commands', 'Needs').rows;
const items = (cell = ''): string[] => (cell === '–' ? [] : cell.split('<br>'));

function commandsOf(group: string, item: string): CommandRow[] {
  const match = /^(\w+(?:, \w+)*) ([DF]) @([\w,]+)(?:: (.+))?$/.exec(item);
  if (!match) throw new Error(`not a command of section 11: ${item}`);
  const [, names = '', kind, by = '', needs] = match;
  const rest = {
    group,
    kind: kind === 'D' ? ('D' as const) : ('F' as const),
    by: rolesOfList(by),
    needs: needs?.split(', ') ?? [],
  };
  return names.split(', ').map((name) => ({ name, ...rest }));
}

function needOf(item: string): NeedRow {
  const match = /^([A-Z_]+) (hard|soft)( \(k\))?: (.+) → (.+)$/.exec(item);
  if (!match) throw new Error(`not a need of section 11: ${item}`);
  const [, code = '', strength, k, sentence = '', solvers = ''] = match;
  const hard = strength === 'hard';
  return { code, hard, k: hard || k !== undefined, sentence, solvableBy: rolesOfList(solvers) };
}

/** Every command, in the order of section 11. */
export const commands: readonly CommandRow[] = rows.flatMap(([group = '', cell]) =>
  items(cell).flatMap((item) => commandsOf(group, item)),
);

/** Every need, in the order of section 11, the general ones first. */
export const needs: readonly NeedRow[] = rows.flatMap(([, , cell]) => items(cell).map(needOf));

/** Event of each command. ReceiveContribution and ImportContributions share one. */
export const commandToEvent: ReadonlyMap<string, string> = new Map(
  tableWith(text, 'Group', 'Command → event').rows.flatMap(([, cell = '']) =>
    cell.split(' · ').map((pair) => pair.split(' → ') as [string, string]),
  ),
);

/** The events that no command makes. */
export const automaticEvents: readonly string[] = caught(
  text,
  /Events without a command of their own: ([\w, ]+);/,
)[0]!.split(', ');

/** Every event type: those of the commands, then the automatic ones. */
export const eventTypes: readonly string[] = [...new Set([...commandToEvent.values(), ...automaticEvents])];

const numbers = caught(
  text,
  /^Counts: (\d+) commands \((\d+) D, (\d+) F\) in (\d+) groups, (\d+) event types, (\d+) needs \((\d+) hard, (\d+) soft, of which (\d+) \(k\)\), (\d+) signals \((\d+) \(k\)\), (\d+) forms\./m,
).map(Number);
const names = [
  'commands',
  'D',
  'F',
  'groups',
  'events',
  'needs',
  'hard',
  'soft',
  'softInKern',
  'signals',
  'signalsInKern',
  'forms',
] as const;

/** The counts that section 11 states about itself. */
export const statedCounts = Object.fromEntries(names.map((name, index) => [name, numbers[index]])) as Record<
  (typeof names)[number],
  number
>;

/** The row of a command; throws when section 11 has no such command. */
export function commandRow(name: string): CommandRow {
  const row = commands.find((command) => command.name === name);
  if (!row) throw new Error(`section 11 has no command ${name}`);
  return row;
}

/** The event of a command; throws when section 11 names none. */
export function eventOf(command: string): string {
  const event = commandToEvent.get(command);
  if (event === undefined) throw new Error(`section 11 has no event for ${command}`);
  return event;
}

/** The commands that make an event: none for an automatic one, two for ContributionReceived. */
export function commandsOfEvent(event: string): CommandRow[] {
  return commands.filter(({ name }) => commandToEvent.get(name) === event);
}
