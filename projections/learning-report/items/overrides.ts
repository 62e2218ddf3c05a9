// What was passed over in a trajectory with a reason, and how often the decisions were recorded that asked for it.
import type { Id } from '../../../workflows/kit/types.js';
import type { ItemData } from './item.js';
import type { Source } from './source.js';

type Ended = ItemData['ended'];

/** Every override, in order. One that still waits was given for an act that never came. */
export function overridesIn(source: Source): Ended['overrides'] {
  const made = source.of('GuardOverridden');
  const waiting = waitingIn(source);
  return made.map(({ data, meta }) => ({
    command: String(data.command),
    phase: typeof data.phase === 'string' ? data.phase : (meta.phase ?? null),
    needs: data.needs as string[],
    event: meta.id,
    used: !waiting.has(meta.id),
  }));
}

/** An act uses up all that wait for it, so those that wait still are the last ones that were given. */
function waitingIn(source: Source): Set<Id> {
  const left = source.trajectory.overrides.map(placeOf);
  const found = new Set<Id>();
  for (const { data, meta } of [...source.of('GuardOverridden')].reverse()) {
    const at = left.indexOf(placeOf(data));
    if (at < 0) continue;
    left.splice(at, 1);
    found.add(meta.id);
  }
  return found;
}

const placeOf = (one: { command?: unknown; phase?: unknown; roundId?: unknown; needs?: unknown }): string =>
  JSON.stringify([one.command, one.phase ?? null, one.roundId ?? null, one.needs]);

/** How often each kind of decision was recorded in each phase. */
export function decidedIn({ trajectory }: Source): Ended['decided'] {
  const counts = new Map<string, Ended['decided'][number]>();
  for (const { type, data, meta } of trajectory.events.values()) {
    if (data.decidedBy === undefined || type === 'GuardOverridden') continue;
    const phase = meta.phase ?? null;
    const known = counts.get(`${type} ${phase}`);
    if (known) known.count += 1;
    else counts.set(`${type} ${phase}`, { type, phase, count: 1 });
  }
  return [...counts.values()];
}
