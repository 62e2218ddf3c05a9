// What the runner needs from the rest: how stored bytes become events, which workflow a stream is pinned to, the words for people, and what
// is owed. Handed over in one value, so that tests can run it on a small workflow.
import type { OwedAct } from '../../projections/kit/projection.js';
import type { Language, Words } from '../../projections/kit/words.js';
import type { Instant, Recorded, Settings, Trajectory } from '../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import type { StoredEvent } from '../event-log/event-log.js';

export interface Domain {
  /** The event with its sealed texts opened, or their placeholder. Throws when the bytes cannot be understood. */
  decode(stored: StoredEvent): Recorded;
  /** The workflow of a stream, from its first event; undefined when this version has none. */
  workflowOf(stream: string, first: Recorded): AnyWorkflow | undefined;
  /** The settings in an organisation's folded stream. */
  settingsOf(organisationId: string, organisation: Trajectory<unknown> | undefined): Settings;
  /** Decisions that are owed in a trajectory, asked at the moment of its last event, so that a rebuild answers the same. */
  owedActs(workflow: AnyWorkflow, trajectory: Trajectory<unknown>, settings: Settings, at: Instant): OwedAct[];
  words: Record<Language, Words>;
}
