// The root machine and the nine phases of section 3 as state x event tables.
// What goes beyond the rows is said there in words: a fact never lacks a transition (3.0), so an F command that is named in a table
// is taken in its other states too; so is a trajectory fact (3.1, 3.3 and 3.4 say so); ReopenPhase leaves ◉ to one of the states in brackets, chosen by its field `toState`.
import { cellsOf, type MachineTable, type Move } from './machine-table.js';
import { clauses, routeOf, type Clause } from './phase-rows.js';
import { commandRow, commands, eventOf } from './rules.js';
import { quoted, subsection, tableWith } from './source.js';

quoted('03-phases', 'a fact never lacks a transition');

interface Row {
  clauses: Clause[];
  commands: string[];
  /** The automatic event of a row without commands. */
  automatic?: string;
  /** The whole row, for routes in words. */
  text: string;
  trajectoryFact: boolean;
}

function rowsOf(text: string, firstColumn: string): Row[] {
  return tableWith(text, firstColumn, 'Command').rows.map((cells) => {
    const [step = '', command = '', payload = ''] = cells;
    const named = [...command.matchAll(/([A-Z]\w+)(?: \(([DF])[^)]*\))?/g)].map((match) => match[1]!);
    const all = command.includes('scan events') ? [...named, 'PlanScan', 'ScoreScan', 'DiscussScan'] : named;
    const automatic = command === '(automatic)' ? /`([A-Z]\w+)/.exec(payload)?.[1] : undefined;
    return {
      clauses: clauses(step),
      commands: all,
      automatic,
      text: cells.join(' | '),
      trajectoryFact: payload.startsWith('§3.0b'),
    };
  });
}

/** The states in order of appearance, `none` (before registration) left out. */
function statesOf(rows: Row[], closed: string[]): string[] {
  const named = rows.flatMap(({ clauses: steps }) =>
    steps.flatMap(({ from, to }) => [...(Array.isArray(from) ? from : []), ...(to === 'same' ? [] : [to])]),
  );
  return [...new Set([...named, ...closed])].filter((state) => state !== 'none');
}

function fromStates({ from, but }: Clause, others: Clause[], states: string[]): string[] {
  if (Array.isArray(from)) return from;
  if (from === 'any') return states.filter((state) => !but.includes(state));
  const taken = others.flatMap((other) => (Array.isArray(other.from) ? other.from : []));
  return states.filter((state) => !taken.includes(state));
}

/** The moves of one event of a row: a route in words puts its condition on the step that is not ↺ and adds the other way. */
function movesOf(row: Row, event: string, command: string | undefined, states: string[]): Move[] {
  const when = routeOf(event, row.text);
  const moves: Move[] = [];
  for (const step of row.clauses) {
    const taken = moves.filter((move) => !move.when && !step.when).flatMap(({ from }) => from);
    const from = fromStates(step, row.clauses, states).filter((state) => !taken.includes(state));
    const condition = step.when ?? (step.to !== 'same' && !row.clauses.some((other) => other.when) ? when : undefined);
    moves.push({ from, to: step.to, event, command, ...(condition ? { when: condition } : {}) });
    if (condition && !step.when) moves.push({ from, to: 'same', event, command });
  }
  return moves;
}

function restOf(moves: Move[], rows: Row[], states: string[]): Move[] {
  return rows.flatMap((row) =>
    row.commands
      .filter((command) => row.trajectoryFact || commandRow(command).kind === 'F')
      .map((command) => {
        const event = eventOf(command);
        const taken = new Set(moves.filter((move) => move.event === event).flatMap(({ from }) => from));
        return { from: states.filter((state) => !taken.has(state)), to: 'same', event, command };
      })
      .filter(({ from }) => from.length > 0),
  );
}

function closing(text: string, rows: Row[]): { closed: string[]; reopen: MachineTable['reopen'] } {
  const line = /(?:^|\. )◉ (.+?)\.(?: |$)/m.exec(text)?.[1] ?? '';
  const named = line.replace(/ \([^)]*\)/g, '').split(', ');
  const reopen = /(\w+) \(ReopenPhase → ([\w, ]+)\)/.exec(line);
  const marked = rows.flatMap((row) => row.clauses.filter(({ closed }) => closed).map(({ to }) => to));
  return {
    closed: [...new Set([...(line ? named : []), ...marked])],
    reopen: { from: reopen?.[1] ?? '', to: reopen?.[2]?.split(', ') ?? [] },
  };
}

/** Facts that a phase takes in every state because a sentence under its heading says so, without a row of their own. */
const spokenOf: Record<string, { phrase: string; commands: string[] }> = {
  preparation: {
    phrase: 'Other frame, level, intake and goal facts: ↺.',
    commands: ['DefineFrame', 'AmendFrame', 'AnnounceFrames', 'SetLevel'],
  },
  outreach: {
    phrase:
      'Questions, groups and invitations are trajectory facts; this machine is the gate around them; in other states they are ↺.',
    commands: [
      'ReviseQuestion',
      'AddPublicGroup',
      'RemovePublicGroup',
      'AdmitLateGroup',
      'WaiveGroup',
      'SendInvitation',
      'RecordResponse',
    ],
  },
  interpreting: {
    phrase: 'Contribution events of the round (§4): ↺.',
    commands: commands.filter(({ group }) => group === 'contribution').map(({ name }) => name),
  },
};
for (const { phrase } of Object.values(spokenOf)) quoted('03-phases', phrase);

function moreOf(machine: string, states: string[], reopen: MachineTable['reopen']): Move[] {
  const reopened = reopen.to.map((to) => ({
    from: [reopen.from],
    to,
    event: 'PhaseReopened',
    command: 'ReopenPhase',
    when: { field: 'toState', in: [to] },
  }));
  const spoken = (spokenOf[machine]?.commands ?? []).map((command) => ({
    from: states,
    to: 'same',
    event: eventOf(command),
    command,
  }));
  return [...reopened, ...spoken];
}

function tableOf(machine: string, nr: string, firstColumn = 'From → to'): MachineTable {
  const text = subsection(nr);
  const rows = rowsOf(text, firstColumn);
  const { closed, reopen } = closing(text, rows);
  const states = statesOf(rows, closed);
  const written = rows.flatMap((row) =>
    [
      ...row.commands.map((command) => ({ event: eventOf(command), command })),
      ...(row.automatic ? [{ event: row.automatic, command: undefined }] : []),
    ].flatMap(({ event, command }) => movesOf(row, event, command, states)),
  );
  const moves = [...written, ...restOf(written, rows, states), ...moreOf(machine, states, reopen)];
  return {
    machine,
    states,
    initial: machine === 'root' ? 'none' : states[0]!,
    closed,
    reopen,
    moves,
    cells: cellsOf(moves),
  };
}

/** The machine of the trajectory; its state before registration is `none`. Of the automatic events only the first PhaseStarted stands in it. */
export const root: MachineTable = tableOf('root', '3.0', 'Root: from → to');

const numbers: Record<string, string> = {
  preparation: '3.1',
  approval: '3.2',
  organisation: '3.3',
  outreach: '3.4',
  conversations: '3.5',
  interpreting: '3.6',
  feedback: '3.7',
  accountability: '3.8',
  evaluation: '3.9',
};

/** The nine phases by key, in the order of the reference. */
export const phaseTables: Readonly<Record<string, MachineTable>> = Object.fromEntries(
  Object.entries(numbers).map(([machine, nr]) => [machine, tableOf(machine, nr)]),
);
