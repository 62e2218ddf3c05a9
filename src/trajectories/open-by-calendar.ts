// The one thing that happens without a command: a phase opens because its day has come. Written by the system, dated on that day, with ids
// that follow from stream and day, so that a repeat stores nothing twice.
import { phaseKeys } from '../../workflows/kit/evolve.js';
import { idOf, SYSTEM_REF } from '../../workflows/kit/ids.js';
import { Append, place } from '../../workflows/kit/react.js';
import { later } from '../../workflows/kit/time.js';
import type { Id, Instant, Recorded } from '../../workflows/kit/types.js';
import type { Surroundings } from './execute.js';
import type { Loaded } from './stream-store.js';

/** When something opens by the calendar in this trajectory, at or before `now`; undefined when nothing does. */
export type DueStart = (loaded: Loaded, now: Instant) => Instant | undefined;

/** Opens what is due; answers the events, none when nothing was due or somebody else wrote at the same time (the next tick tries again). */
export function openByCalendar(
  around: Surroundings,
  stream: string,
  organisationId: Id,
  dueStart: DueStart,
): Promise<Recorded[]> {
  return around.store.exclusive(stream, async () => {
    const loaded = await around.store.load(stream);
    const at = loaded && dueStart(loaded, around.now());
    if (!loaded || at === undefined) return [];
    try {
      return await store(
        around,
        stream,
        loaded,
        opened(loaded, stream, organisationId, at, later(around.now(), loaded.recordedAt)),
      );
    } catch (error) {
      around.store.drop(stream);
      throw error;
    }
  });
}

function opened(
  { workflow, trajectory }: Loaded,
  stream: string,
  organisationId: Id,
  at: Instant,
  now: Instant,
): Recorded[] {
  const commandId = idOf(stream, 'calendar', at);
  const actor = { kind: 'system', ref: SYSTEM_REF, role: 'system' } as const;
  const municipalityIds = [...workflow.municipalitiesOf(trajectory.facts, {})];
  const append = new Append(workflow, trajectory, {
    stream,
    recordedAt: now,
    actor,
    organisationId,
    municipalityIds,
    commandId,
    commandHash: '',
    correlationId: commandId,
  });
  for (const key of phaseKeys(workflow, trajectory)) {
    const { phase, round } = place(key);
    const due = trajectory.phases.get(key)?.startedAt === undefined && workflow.opens(phase, round, trajectory, at);
    if (due)
      append.add(
        'PhaseStarted',
        { phase, ...(round === undefined ? {} : { roundId: round }) },
        { occurredAt: at, phase, ...(round === undefined ? {} : { round }) },
      );
  }
  return append.events;
}

async function store(
  { log, recorder, store: streams }: Surroundings,
  stream: string,
  loaded: Loaded,
  events: Recorded[],
): Promise<Recorded[]> {
  const [first] = events;
  if (!first) return [];
  const ready = await recorder.encode(events, loaded);
  const result = await log.append(stream, first.meta.revision - 1, ready);
  // Read anew also when it was taken: another server on this log may have stored the same a moment before, with bytes of its own.
  streams.drop(stream);
  return result.kind === 'wrong-revision' ? [] : events;
}
