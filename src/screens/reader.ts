// What screens read: rows of the projections, and one trajectory as it stands, always within what the person who asks may know.
import { Inject, Injectable } from '@nestjs/common';
import type { Facts } from '../../workflows/facts/facts.js';
import type { DatedStep } from '../../workflows/kit/as-it-was.js';
import { atLocal, localDay } from '../../workflows/kit/time.js';
import type { Context, Id, LocalDate, Role, Settings, Trajectory } from '../../workflows/kit/types.js';
import { workflowFor, type AnyWorkflow } from '../../workflows/registry.js';
import { history } from '../../projections/history/history.projection.js';
import { logbook } from '../../projections/logbook/logbook.projection.js';
import type { LogbookQueries } from '../../projections/logbook/logbook.queries.js';
import { statusOverview } from '../../projections/status-overview/status-overview.projection.js';
import type { StatusQueries } from '../../projections/status-overview/status-overview.queries.js';
import { emptyTrajectory } from '../../workflows/kit/evolve.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { Problem } from '../http/problem.js';
import { Runtime } from '../runtime.js';
import { rested, statusAsOf } from '../queries/past.js';
import { mayKnow, rolesIn, type Caller } from '../trajectories/caller.js';
import { trajectoryAsOf, type AsOf } from '../trajectories/past.js';
import { sightIn, type Sight } from '../trajectories/reading.js';
import { organisationStream } from '../trajectories/settings-book.js';

/** A stream as it stands, for one person. */
export interface Standing {
  id: Id;
  stream: string;
  workflow: AnyWorkflow;
  trajectory: Trajectory<Facts>;
  settings: Settings;
  roles: Role[];
  sight: Sight;
  /** For asking what is possible and what stands in a form beforehand; nothing is decided with it. */
  context: Context;
  /** The day it is about: today, or the past day that is looked at. */
  today: LocalDate;
  /** Of a past day told with what is known now: the dated steps of its machines. */
  steps?: readonly DatedStep[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const trajectoryStream = (id: Id): string => `trajectory-${id}`;

@Injectable()
export class Reader {
  constructor(
    readonly runtime: Runtime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get status(): StatusQueries {
    return this.runtime.runner.ask(statusOverview);
  }

  /** The rows of a past day, or of now. */
  statusAsOf(past: AsOf | undefined): StatusQueries {
    return statusAsOf(this.runtime, past).status;
  }

  get logbook(): LogbookQueries {
    return this.runtime.runner.ask(logbook);
  }

  today(): LocalDate {
    return localDay(this.clock.now());
  }

  /**
   * Looks at a trajectory between two commands, never in the middle of one. `look` must not keep or change what it gets.
   * @throws Problem not-found when it does not exist, or did not on that past day, or the caller may not know of it.
   */
  async trajectory<T>(caller: Caller, id: Id, look: (standing: Standing) => T, past?: AsOf): Promise<T> {
    if (!UUID.test(id)) throw new Problem('not-found');
    const settings = await this.runtime.settings.of(caller.organisationId);
    if (past) await rested(this.runtime, history);
    const { store } = this.runtime;
    const stream = trajectoryStream(id);
    return store.exclusive(stream, async () => {
      const loaded = await store.load(stream);
      const municipalities = loaded?.workflow.municipalitiesOf(loaded.trajectory.facts, {}) ?? [];
      if (!loaded || !mayKnow(caller, municipalities)) throw new Problem('not-found');
      const roles = rolesIn(caller, municipalities);
      if (!past) return look(this.standing(caller, id, stream, loaded, settings, roles, municipalities));
      const steps = this.runtime.runner.ask(history).steps(id);
      const trajectory = await trajectoryAsOf(store, loaded, past, () => steps);
      if (!trajectory) throw new Problem('not-found');
      const then = { workflow: loaded.workflow, trajectory };
      const standing = this.standing(caller, id, stream, then, settings, roles, municipalities);
      const context = { ...standing.context, now: atLocal(past.day, '23:59') };
      return look({ ...standing, context, today: past.day, ...(past.knownThen ? {} : { steps }) });
    });
  }

  /** A trajectory that is not there yet, for the form that opens one. */
  async opening<T>(caller: Caller, look: (standing: Standing) => T): Promise<T> {
    const settings = await this.runtime.settings.of(caller.organisationId);
    const workflow = workflowFor('kern');
    if (!workflow) throw new Error('Workflow kern is missing.');
    const roles = [...new Set(caller.grants.map(({ role }) => role))];
    const trajectory = emptyTrajectory(workflow, 'trajectory-');
    return look(this.standing(caller, '', 'trajectory-', { workflow, trajectory }, settings, roles, []));
  }

  /** The stream of the caller's organisation. */
  async organisation<T>(caller: Caller, look: (standing: Standing) => T): Promise<T> {
    const settings = await this.runtime.settings.of(caller.organisationId);
    const stream = organisationStream(caller.organisationId);
    const { store } = this.runtime;
    return store.exclusive(stream, async () => {
      const loaded = await store.load(stream);
      if (!loaded) throw new Problem('not-found');
      const roles = [
        ...new Set(caller.grants.filter(({ municipalityId }) => municipalityId === undefined).map(({ role }) => role)),
      ];
      return look(this.standing(caller, caller.organisationId, stream, loaded, settings, roles, []));
    });
  }

  private standing(
    caller: Caller,
    id: Id,
    stream: string,
    { workflow, trajectory }: { workflow: AnyWorkflow; trajectory: Trajectory<unknown> },
    settings: Settings,
    roles: Role[],
    municipalities: readonly Id[],
  ): Standing {
    const now = this.clock.now();
    return {
      id,
      stream,
      workflow,
      trajectory: trajectory as Trajectory<Facts>,
      settings,
      roles,
      sight: sightIn(caller, municipalities),
      today: localDay(now),
      context: {
        actor: { kind: caller.kind, ref: caller.ref, roles },
        now,
        settings,
        commandId: id,
        commandHash: '',
        correlationId: '',
        approverOf: (ids) =>
          this.runtime.identity.approverOf(caller.organisationId, ids.length > 0 ? ids : municipalities),
      },
    };
  }
}
