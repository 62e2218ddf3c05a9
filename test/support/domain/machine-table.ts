// A machine of the reference as a full state x event table: what the tests hold the real machines against.

/** A condition on the event's own data, the only thing by which a machine of the reference routes. */
export interface When {
  field: string;
  in: readonly (string | boolean)[];
}

/** One way an event may go: to a state, under a condition or, without one, otherwise. */
export interface Outcome {
  to: string;
  when?: When;
}

/** A row of the reference: from these states; `same` = ↺. */
export interface Move {
  from: string[];
  to: string;
  event: string;
  /** Absent for automatic events and for entities, which the reference writes by event. */
  command?: string;
  when?: When;
}

export interface MachineTable {
  machine: string;
  states: string[];
  initial: string;
  /** States tagged ◉. */
  closed: string[];
  /** Targets of ReopenPhase, from any closed state that has a target. */
  reopen: { from: string; to: string[] };
  moves: Move[];
  /** `state/event` -> outcomes in the order in which they are tried; a pair that is absent is not taken. */
  cells: Map<string, Outcome[]>;
}

/** Cells of the moves in order: outcomes with a condition come before the one without. */
export function cellsOf(moves: Move[]): Map<string, Outcome[]> {
  const cells = new Map<string, Outcome[]>();
  for (const { from, to, event, when } of moves) {
    for (const state of from) {
      const known = cells.get(`${state}/${event}`) ?? [];
      // The first row that speaks of a pair decides; a later one can only add a condition.
      if (!when && known.some((other) => !other.when)) continue;
      const outcome = { to: to === 'same' ? state : to, ...(when ? { when } : {}) };
      cells.set(`${state}/${event}`, [...known, outcome].sort(conditionsFirst));
    }
  }
  return cells;
}

const conditionsFirst = (a: Outcome, b: Outcome): number => Number(a.when === undefined) - Number(b.when === undefined);

/** The outcomes of a pair; none when the machine does not take the event in that state. */
export function outcomes(table: MachineTable, state: string, event: string): readonly Outcome[] {
  return table.cells.get(`${state}/${event}`) ?? [];
}

/** The state after an event with this data, or undefined when the machine does not take it there. */
export function nextState(
  table: MachineTable,
  state: string,
  event: string,
  data: Record<string, unknown> = {},
): string | undefined {
  return outcomes(table, state, event).find(({ when }) => !when || when.in.some((value) => value === data[when.field]))
    ?.to;
}

/** The events that move or touch the machine, in the order of the reference. */
export function eventsOf(table: MachineTable): string[] {
  return [...new Set(table.moves.map(({ event }) => event))];
}
