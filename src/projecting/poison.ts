// An event that a projection cannot apply. It carries where and why in a code; the cause may hold texts of people and is never stored.
import type { Parked } from './read-database.js';

export class Poison extends Error {
  override readonly name = 'Poison';
  constructor(
    readonly parked: Parked,
    options?: { cause?: unknown },
  ) {
    super(`Stream ${parked.stream} cannot be applied from revision ${parked.revision} on: ${parked.code}`, options);
  }
}
