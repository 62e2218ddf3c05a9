// What an example is: steps by players on days counted from the registration, and the ids they make known to later steps.
import { addDays, atLocal } from '../../workflows/kit/time.js';
import type { Command, Id, LocalDate } from '../../workflows/kit/types.js';

export type Player = 'PC' | 'PL' | 'AP';

/** Who plays in the example: person refs, and the municipality it happens in. */
export interface Cast {
  PC: Id;
  PL: Id;
  AP: Id;
  client: Id;
  municipalityId: Id;
  title: string;
}

/** Ids made so far, by the short names of the example (G1, B1, ...), and a day by its offset. */
export interface Known {
  id: (name: string) => Id;
  on: (day: number) => LocalDate;
  at: (day: number, time: string) => string;
}

export interface Step {
  /** Days after registration, and the local time at which it was typed. */
  day: number;
  time: string;
  by: Player;
  command: (known: Known) => Command;
  /** Short names for the ids this command makes: field -> name. */
  makes?: Record<string, string>;
  /** Short name for the id of its event. */
  keepEvent?: string;
}

/** A command without anything beside type and payload. */
export const say = (type: string, payload: Record<string, unknown>): Command => ({ type, payload });

/** The street of a title like "Vijf bankjes in de Kersenlaan". */
export const street = (title: string): string => title.slice(title.lastIndexOf(' ') + 1);

/** Days and instants of an example that began on `start`. */
export function calendarFrom(start: LocalDate): Pick<Known, 'on' | 'at'> {
  return { on: (day) => addDays(start, day), at: (day, time) => atLocal(addDays(start, day), time) };
}
