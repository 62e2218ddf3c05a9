// Which events say that a need was asked: those of the decisions that require it. For counting how often it was asked over stored history.
import type { Workflow } from './workflow.js';

/** Types of the events of commands that ask for a need, by its code. */
export function eventsAsking<F>({ commands }: Pick<Workflow<F>, 'commands'>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { event, needs } of commands.values())
    for (const need of needs) found.set(need, (found.get(need) ?? new Set()).add(event));
  return found;
}
