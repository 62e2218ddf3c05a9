// One client: it sends the next command of its walk, or adds to the trajectory that it shares, and keeps what was never answered.
import type { Municipality } from './town.js';
import { sharedStep, walkOf, type Known, type Sending } from './walk.js';

/** A request with its key: it can be sent again as it was. */
export interface Request {
  path: string;
  token: string;
  key: string;
  body: string;
}

export interface Answer {
  events: { type: string; meta: { id: string; stream: string; revision: number } }[];
  ids: Record<string, string>[];
}

export const TRAJECTORIES = '/api/v1/trajectories';
/** Every fourth request goes to the shared trajectory. */
const SHARED_EVERY = 4;

export class Client {
  /** The request that got no answer yet; nothing else is sent before it has one. */
  pending: Request | undefined;
  private known: Known = {};
  private step = 0;
  private walks = 0;
  private sent = 0;

  constructor(
    private readonly name: string,
    private readonly municipality: Municipality,
    private readonly sharedPath: string,
  ) {}

  /** What to send now: what is pending, or else something new. */
  request(): Request {
    this.pending ??= this.next();
    return this.pending;
  }

  /** Goes on from the answer to what was pending. */
  answered({ events, ids }: Answer): void {
    const isShared = this.pending?.path === this.sharedPath;
    this.pending = undefined;
    if (isShared) return;
    Object.assign(this.known, ...ids);
    for (const { type, meta } of events) this.known[`event:${type}`] = meta.id;
    this.known.trajectoryId ??= (events[0]?.meta.stream ?? '').slice('trajectory-'.length);
    this.step += 1;
    if (this.step < walkOf('', this.municipality).length) return;
    this.step = 0;
    this.walks += 1;
    this.known = {};
  }

  private next(): Request {
    this.sent += 1;
    const isShared = this.sent % SHARED_EVERY === 0;
    const { by, commands } = isShared ? this.shared() : this.ofWalk();
    const { trajectoryId } = this.known;
    const own = trajectoryId === undefined ? TRAJECTORIES : `${TRAJECTORIES}/${trajectoryId}/commands`;
    return {
      path: isShared ? this.sharedPath : own,
      token: this.municipality.people[by].token,
      key: `${this.name}-${this.sent}`,
      body: JSON.stringify(commands.length === 1 ? commands[0] : { commands }),
    };
  }

  private shared(): Sending {
    return sharedStep(`${this.name}-shared-${this.sent}`, this.sent % (2 * SHARED_EVERY) === 0);
  }

  private ofWalk(): Sending {
    const step = walkOf(`${this.name}-${this.walks}`, this.municipality)[this.step];
    if (!step) throw new Error('The walk is over.');
    return step(this.known);
  }
}
