// Joins the demo's story to a running data directory: accounts with new passwords, and every event through the same executor as real ones.
import { idOf } from '../../workflows/kit/ids.js';
import { localDay } from '../../workflows/kit/time.js';
import { newPassword } from '../identity/passwords.js';
import type { NewLogin } from '../organisation-setup.js';
import type { Runtime } from '../runtime.js';
import { beginOf } from './history/outline.js';
import { demoPerson } from './organisation.js';
import { seedDemo } from './seed.js';

/** The history of the demo organisation. */
export const DEMO_HISTORY = { trajectories: 40, years: 3, seed: 1 } as const;

/** The same in every demo, so that links and notes about it stay right. */
export const DEMO_ORGANISATION = idOf('demo organisation');

/**
 * Fills the directory unless the demo is whole already. Answers the logins with their passwords, which are nowhere else.
 * A seeding that was cut off is finished by the next start: its commands are repeats, and the passwords are made anew.
 */
export async function seedIfEmpty(runtime: Runtime, progress: (text: string) => void): Promise<NewLogin[]> {
  const { today, done } = runtime.identity.demoToday(localDay(runtime.around.now()));
  if (done) return [];
  const logins: NewLogin[] = [];
  const { accounts } = runtime.identity;
  await seedDemo({
    around: runtime.around,
    organisationId: DEMO_ORGANISATION,
    today,
    since: beginOf({ today, years: DEMO_HISTORY.years }),
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
  runtime.identity.demoIsDone();
  return logins;
}
