// Joins the demo's story to a running data directory: accounts with new passwords, and every event through the same executor as real ones.
// First what people look at, at once; then the years before it, in small steps.
import { localDay } from '../../workflows/kit/time.js';
import type { LocalDate } from '../../workflows/kit/types.js';
import type { DemoReached, DemoStory } from '../identity/demo-state.js';
import { DEMO_ORGANISATION } from './demo-organisation.js';
import { newPassword } from '../identity/passwords.js';
import type { NewLogin } from '../organisation-setup.js';
import type { Runtime } from '../runtime.js';
import { generateHistory, type HistoryRequest } from './history/generate.js';
import { beginOf } from './history/outline.js';
import { demoPeople, demoPerson, seedOrganisation } from './organisation.js';
import { seedDemo } from './seed.js';

/** The history of the demo organisation, unless its maker asked for another. */
export const DEMO_STORY: DemoStory = { trajectories: 40, years: 3, seed: 1 };

export { DEMO_ORGANISATION };

/** The story of this directory and how far it is filled; the first call decides the story and its today. */
export function demoOf(
  { identity, around }: Runtime,
  story: DemoStory = DEMO_STORY,
): DemoStory & { today: LocalDate; reached: DemoReached } {
  return identity.demo.begin(localDay(around.now()), story);
}

/**
 * Makes the organisation, its accounts and the examples unless they are there already. Answers the logins with their passwords, which are
 * nowhere else. What was cut off is finished by the next start: its commands are repeats, and the passwords are made anew.
 */
export async function seedIfEmpty(
  runtime: Runtime,
  progress: (text: string) => void,
  story = DEMO_STORY,
): Promise<NewLogin[]> {
  const { today, years, reached } = demoOf(runtime, story);
  if (reached !== 'nothing') return [];
  const logins: NewLogin[] = [];
  const { accounts } = runtime.identity;
  await seedDemo({
    around: runtime.around,
    organisationId: DEMO_ORGANISATION,
    today,
    since: beginOf({ today, years }),
    progress,
    async createAccount({ login, name, grants }) {
      const known = accounts.byLogin(login);
      const password = newPassword();
      logins.push({ login, name, password });
      if (known) {
        await accounts.changePassword(login, password);
        return;
      }
      const ref = demoPerson(DEMO_ORGANISATION, login);
      await accounts.create({ ref, login, name, password, grants, createdAt: runtime.around.now() });
    },
  });
  await runtime.settings.renew(DEMO_ORGANISATION);
  runtime.identity.demo.reach('examples');
  return logins;
}

/** Plays the history as far as it is not there yet, and notes that the demo is whole. */
export async function fillHistory(
  runtime: Runtime,
  { progress, breathe, leftAlone }: Pick<HistoryRequest, 'progress' | 'breathe' | 'leftAlone'>,
): Promise<void> {
  const { today, reached, ...story } = demoOf(runtime);
  if (reached === 'whole') return;
  const since = beginOf({ today, years: story.years });
  const { around } = runtime;
  const towns = await seedOrganisation({ around, organisationId: DEMO_ORGANISATION, today, since });
  const organisation = { id: DEMO_ORGANISATION, towns, person: demoPeople(DEMO_ORGANISATION) };
  await generateHistory({ ...story, today, around, organisation, progress, breathe, leftAlone });
  runtime.identity.demo.reach('whole');
}
