// What follows from a trajectory as a whole, made once for all projections that ask for it at the same moment.
import type { Settled, Stood } from '../../projections/kit/projection.js';
import { asItWas } from '../../workflows/kit/as-it-was.js';
import { phaseKeys } from '../../workflows/kit/evolve.js';
import { place } from '../../workflows/kit/react.js';
import type { Recorded, Settings, Trajectory } from '../../workflows/kit/types.js';
import type { Domain } from './domain.js';
import type { Fold } from './folds.js';

type Facts = Settled['trajectory']['facts'];

export class Settling {
  private readonly settings = new Map<string, Settings>();
  /** A fold is another value after each event. */
  private readonly known = new Map<Fold, Settled>();

  /** `folds` holds the organisations as they stand while the batch is applied. */
  constructor(
    private readonly domain: Domain,
    private readonly folds: ReadonlyMap<string, Fold | undefined>,
  ) {}

  /** The trajectory as it stands now. */
  of(fold: Fold): Settled {
    const settled = this.known.get(fold) ?? this.made(fold);
    this.known.set(fold, settled);
    return settled;
  }

  /** The settings of this organisation are about to change. */
  forget(organisationId: string): void {
    this.settings.delete(organisationId);
    this.known.clear();
  }

  private made({ workflow, trajectory, last }: Fold): Settled {
    const { domain } = this;
    const settings = this.settingsOf(last.meta.organisationId);
    const at = (was: Trajectory<Facts>, lastOfIt: Recorded): Stood => {
      let owed: Stood['owed'] | undefined;
      return {
        trajectory: was,
        phases: phaseKeys(workflow, was).map((key) => ({ key, ...place(key) })),
        last: lastOfIt,
        words: domain.words,
        // Asked at most once, and only for a projection that wants to know.
        get owed() {
          return (owed ??= domain.owedActs(workflow, was, settings, lastOfIt.meta.recordedAt));
        },
        settings,
      };
    };
    const present = at(trajectory as Trajectory<Facts>, last);
    return Object.assign(present, {
      awaits: () => workflow.awaits(trajectory, settings),
      asItWas: (...[day, steps]: Parameters<Settled['asItWas']>) => {
        const was = asItWas(workflow, trajectory, steps, day);
        return was && at(was.trajectory as Trajectory<Facts>, was.last);
      },
    });
  }

  private settingsOf(organisationId: string): Settings {
    const known = this.settings.get(organisationId);
    if (known) return known;
    const made = this.domain.settingsOf(organisationId, this.folds.get(`organisation-${organisationId}`)?.trajectory);
    this.settings.set(organisationId, made);
    return made;
  }
}
