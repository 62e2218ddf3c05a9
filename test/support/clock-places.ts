// A product without its server, for what the clock does: one data directory, its projections, its clock. Several can stand on one log.
import { ClockService } from '../../src/clock/clock-service.js';
import { ClockWatch } from '../../src/clock/clock-watch.js';
import type { LogChoice } from '../../src/event-log/open-log.js';
import { setUpOrganisation } from '../../src/organisation-setup.js';
import { Runtime } from '../../src/runtime.js';
import { organisationStream } from '../../src/trajectories/settings-book.js';
import { idOf } from '../../workflows/kit/ids.js';
import { addDays, atLocal } from '../../workflows/kit/time.js';
import type { Id, Instant, LocalDate, Recorded, Role } from '../../workflows/kit/types.js';
import { workflowFor } from '../../workflows/registry.js';
import { TestClock } from './app.js';
import { playKersenlaan, type Place } from './play-kersenlaan.js';

export class ClockPlace implements Place {
  readonly service: ClockService;
  municipalities = { Oosterkoog: '', Middelkoog: '' };

  private constructor(
    readonly runtime: Runtime,
    readonly clock: TestClock,
  ) {
    this.service = new ClockService(runtime, clock, new ClockWatch(clock));
  }

  static async open(directory: string, at: Instant, eventLog: LogChoice): Promise<ClockPlace> {
    const clock = new TestClock(at);
    const place = new ClockPlace(await Runtime.open({ directory, clock, demo: false, eventLog }), clock);
    if ((await place.runtime.organisation()) === undefined) await place.setUp();
    await place.runtime.start();
    await place.follow();
    return place;
  }

  get organisationId(): Id {
    return this.runtime.identity.organisation()?.id ?? '';
  }

  head(): Promise<string | undefined> {
    return this.runtime.log.head();
  }

  /** Resolves once every projection has passed the last event. */
  async follow(): Promise<void> {
    if (!(await this.runtime.runner.waitFor((await this.head()) ?? '-1', 60_000))) throw new Error('Not projected.');
  }

  /** One command that must be accepted; answers its events. */
  async send(stream: string, role: Role, type: string, payload: object): Promise<Recorded[]> {
    const { executor, around } = this.runtime;
    const result = await executor.execute({
      stream,
      opens: workflowFor('kern'),
      commands: [{ type, payload }],
      key: idOf(stream, type, JSON.stringify(payload)),
      caller: { kind: 'person', ref: idOf(role), organisationId: this.organisationId, grants: [{ role }] },
      arrivedAt: around.elapsed(),
    });
    if (result.kind !== 'accepted') throw new Error(`${type} was not accepted: ${JSON.stringify(result)}`);
    return result.events;
  }

  eventsOf(id: Id): Promise<Recorded[]> {
    return this.runtime.store.events(`trajectory-${id}`, 0);
  }

  private async setUp(): Promise<void> {
    await setUpOrganisation(this.runtime, 'De Drie Kogen');
    const stream = organisationStream(this.organisationId);
    for (const name of ['Oosterkoog', 'Middelkoog'] as const) {
      const [event] = await this.send(stream, 'admin', 'RegisterMunicipality', { name });
      this.municipalities[name] = String(event?.data.municipalityId);
    }
    await this.runtime.settings.renew(this.organisationId);
  }
}

/** How a trajectory comes to await an act of the system: answers the moment at which that falls due. `start` is its first day. */
export const LEADS_TO: Readonly<Record<string, (place: Place, id: Id, start: LocalDate) => Promise<Instant>>> = {
  /** Example 9.4 until its feedback was sent, on day 31; people may react for seven days after that. */
  CloseFeedback: async (place, id, start) => {
    await playKersenlaan(place, { id, town: 'Middelkoog', start, until: 34 });
    return atLocal(addDays(start, 31 + 8));
  },
  PhaseStarted: async (place, id, start) => {
    const { runtime, municipalities, organisationId } = place;
    const startOn = addDays(start, 40);
    const role = 'processCoordinator';
    const payload = {
      title: 'Bankjes',
      workflow: 'kern',
      municipalityIds: [municipalities.Oosterkoog],
      theme: 'groen',
      startOn,
      clientRef: idOf('client'),
    };
    const result = await runtime.executor.execute({
      stream: `trajectory-${id}`,
      opens: workflowFor('kern'),
      commands: [{ type: 'RegisterTrajectory', payload, occurredAt: atLocal(start) }],
      key: 'register',
      caller: {
        kind: 'person',
        ref: idOf(role),
        organisationId,
        grants: [{ role, municipalityId: municipalities.Oosterkoog }],
      },
      arrivedAt: runtime.around.elapsed(),
    });
    if (result.kind !== 'accepted') throw new Error(`Not registered: ${result.kind}`);
    await runtime.runner.waitFor((await place.head()) ?? '-1', 60_000);
    return atLocal(startOn);
  },
};
