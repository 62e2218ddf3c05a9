// An event as its reader may see it: what is sealed is hidden from those without the right, what is internal is left out for the public.
import { classOf, personalFields } from '../../workflows/kit/events.js';
import { pointerMatches, valuesAt, withValue, type Leaf } from '../../workflows/kit/leaves.js';
import type { Recorded, Trajectory } from '../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import { maySee, type Sight } from './reading.js';

/** Stands where a text is that this reader may not see. */
export const HIDDEN = '[afgeschermd]';

/** The event with every field that this reader may not see hidden or left out. The given event stays as it is. */
export function visibleEvent(
  workflow: AnyWorkflow,
  trajectory: Trajectory<unknown>,
  event: Recorded,
  sight: Sight,
): Recorded {
  if (sight.internal && sight.text && sight.contact) return event;
  const def = workflow.events.get(event.type);
  if (!def) return { ...event, data: {} };
  let { data } = event;
  for (const { pointer } of personalFields(def, event, trajectory, workflow.events)) {
    const kind = kindAt(workflow, trajectory, event, pointer);
    if (!maySee(sight, 'personal', kind)) data = withValue(data, pointer, HIDDEN);
  }
  return { ...event, data: sight.internal ? data : publicOnly(workflow, trajectory, { ...event, data }) };
}

/** What kind of field is sealed there; `before` and `after` of a correction are of the kind of the field they correct. */
function kindAt(
  workflow: AnyWorkflow,
  trajectory: Trajectory<unknown>,
  event: Recorded,
  pointer: string,
): Leaf['meta']['kind'] {
  const corrects = event.type === 'FactCorrected' && (pointer === '/before' || pointer === '/after');
  const original = corrects ? trajectory.events.get(String(event.data.eventId)) : undefined;
  const [type, place] = original ? [original.type, String(event.data.field)] : [event.type, pointer];
  return workflow.events.get(type)?.leaves.find(({ path }) => pointerMatches(place, path))?.meta.kind;
}

/** Only the fields of class public, in their places. */
function publicOnly(workflow: AnyWorkflow, { facts }: Trajectory<unknown>, { type, data }: Recorded): Recorded['data'] {
  const def = workflow.events.get(type);
  const shown = new Set<string>();
  for (const leaf of def?.leaves ?? []) {
    if (classOf(leaf, def?.open(data, facts) ?? false) === 'public')
      valuesAt(data, leaf.path).forEach(({ pointer }) => shown.add(pointer));
  }
  return pruned(data, '', shown) as Recorded['data'];
}

function pruned(value: unknown, pointer: string, shown: ReadonlySet<string>): unknown {
  if (shown.has(pointer)) return value;
  if (Array.isArray(value)) {
    const kept = value
      .map((item, index) => pruned(item, `${pointer}/${index}`, shown))
      .filter((item) => item !== undefined);
    // An emptied list would say that nothing was there.
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value !== 'object' || value === null) return pointer === '' ? {} : undefined;
  const kept = Object.entries(value)
    .map(
      ([key, inner]) =>
        [key, pruned(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, shown)] as const,
    )
    .filter(([, inner]) => inner !== undefined);
  return kept.length > 0 || pointer === '' ? Object.fromEntries(kept) : undefined;
}
