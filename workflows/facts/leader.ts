// Who leads a trajectory: whoever holds the responsibility for the process and said yes, and until then the coordinator who was named at registration.
import type { Id } from '../kit/types.js';
import type { RoleHeld } from './facts.js';

type Held = Pick<RoleHeld, 'assigneeRef' | 'responsibility' | 'accepted'>;

/** @param roles in the order in which they were assigned; of several the last one leads. */
export function leaderOf({ roles, coordinatorRef }: { roles: readonly Held[]; coordinatorRef: Id }): Id {
  const holder = roles.findLast(({ responsibility, accepted }) => responsibility === 'process' && accepted);
  return holder?.assigneeRef ?? coordinatorRef;
}
