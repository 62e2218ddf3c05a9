// Years of made-up trajectories, played through the same commands as real ones with a simulated clock: the same seed gives the same events,
// ids and times, so that what was broken off can be played again and only what is missing is added.
import { idOf } from '../../../workflows/kit/ids.js';
import { atLocal } from '../../../workflows/kit/time.js';
import { workflowFor } from '../../../workflows/registry.js';
import type { Surroundings } from '../../trajectories/execute.js';
import { begin } from './begin.js';
import { Chance } from './chance.js';
import { HistoryRefused, Life, type HistoryOrganisation } from './life.js';
import { outlines, type HistoryShape, type Outline } from './outline.js';
import { newStory } from './story.js';
import { talking } from './talking.js';

export interface HistoryRequest extends HistoryShape {
  around: Omit<Surroundings, 'now'>;
  organisation: HistoryOrganisation;
  /** Called after each trajectory. */
  progress?: (done: number, of: number) => void;
  /** Called after each command, so that others get their turn. */
  breathe?: () => Promise<void>;
  /** Called when somebody else changed a trajectory so that its story does not fit any more; without it that is thrown. */
  leftAlone?: (refused: HistoryRefused) => void;
}

/** The stream of one trajectory of a history. */
export const historyStream = (organisationId: string, seed: number, nr: number): string =>
  `trajectory-${idOf('demo-history', organisationId, seed, nr)}`;

/**
 * Plays the history one trajectory after the other, up to the start of `today`.
 * @throws HistoryRefused when a command is not accepted and `leftAlone` is not given.
 */
export async function generateHistory(request: HistoryRequest): Promise<void> {
  const all = outlines(request, request.organisation.towns.length);
  for (const outline of all) {
    try {
      await playOne(request, outline);
    } catch (error) {
      if (!(error instanceof HistoryRefused) || !request.leftAlone) throw error;
      request.leftAlone(error);
    }
    request.progress?.(outline.nr + 1, all.length);
  }
}

async function playOne(
  { around, organisation, seed, today, breathe }: HistoryRequest,
  outline: Outline,
): Promise<void> {
  const workflow = workflowFor('kern');
  if (!workflow) throw new Error('Workflow kern is missing.');
  const life = new Life({
    around,
    organisation,
    workflow,
    stream: historyStream(organisation.id, seed, outline.nr),
    outline,
    chance: new Chance(seed, 'story', outline.nr),
    limit: atLocal(today),
    ...(breathe ? { breathe } : {}),
  });
  const story = newStory(life);
  story.talk = (round) => talking(story, round);
  life.plan(outline.start, '08:30', () => begin(story));
  await life.live();
}
