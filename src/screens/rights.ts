// What a person may begin from a menu, by the roles in any municipality; the engine decides when it is sent.
import { workflowFor } from '../../workflows/registry.js';
import type { Caller } from '../trajectories/caller.js';

/** Whether the form for a new trajectory is offered. */
export function mayOpen(caller: Caller): boolean {
  const by = workflowFor('kern')?.commands.get('RegisterTrajectory')?.by ?? [];
  return caller.grants.some(({ role }) => (by as readonly string[]).includes(role));
}
