// Which round is meant when nobody says so: the only one there is.
import type { Id } from '../kit/types.js';
import type { Facts } from './facts.js';

/** The id of the round while there is one; undefined once there are more. */
export function onlyRound(facts: Facts): Id | undefined {
  return facts.rounds.size === 1 ? [...facts.rounds.keys()][0] : undefined;
}
