// Reading a folded stream: only by those who may know of it, and never in the middle of a command.
import type { Runtime } from '../runtime.js';
import { mayKnow, type Caller } from '../trajectories/caller.js';
import { organisationStream } from '../trajectories/settings-book.js';
import type { Loaded } from '../trajectories/stream-store.js';

/** What `work` makes of the stream, or undefined when it does not exist or the caller may not know of it: the two look the same. */
export function withFolded<T>(
  runtime: Runtime,
  caller: Caller,
  stream: string,
  work: (loaded: Loaded) => T | Promise<T>,
): Promise<T | undefined> {
  return runtime.store.exclusive(stream, async () => {
    const loaded = await runtime.store.load(stream);
    return loaded && isVisible(caller, stream, loaded) ? work(loaded) : undefined;
  });
}

/** Municipalities of a folded trajectory. */
export const municipalitiesOf = ({ workflow, trajectory }: Loaded): readonly string[] =>
  workflow.municipalitiesOf(trajectory.facts, {});

function isVisible(caller: Caller, stream: string, loaded: Loaded): boolean {
  return stream.startsWith('organisation-')
    ? stream === organisationStream(caller.organisationId)
    : mayKnow(caller, municipalitiesOf(loaded));
}
