// Fills the demo's history while the server is already answering: a command at a time, so that nobody has to wait for it. The clock stays
// off until it is done, because it would act on trajectories that are still being played.
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Runtime } from '../runtime.js';

export interface FillingProgress {
  done: number;
  of: number;
}

/** The server stops; what is missing is filled by the next start. */
class Stopped extends Error {}

@Injectable()
export class DemoFilling implements OnApplicationShutdown {
  /** How far it is; undefined when there is nothing to fill (any more). */
  progress: FillingProgress | undefined;
  private readonly logger = new Logger('Demo');
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly runtime: Runtime) {}

  /** Begins in the background; `told` hears each trajectory, `then` is called when all is there. */
  start(told: (progress: FillingProgress) => void, then: () => void): void {
    this.running = this.fill(told).then(
      () => {
        this.progress = undefined;
        then();
      },
      (error: unknown) => {
        this.progress = undefined;
        if (error instanceof Stopped) return;
        this.logger.error(`The demo could not be filled: ${error instanceof Error ? error.message : String(error)}`);
        then();
      },
    );
  }

  /** Resolves when the filling that was begun is over. */
  finished(): Promise<void> {
    return this.running;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async fill(told: (progress: FillingProgress) => void): Promise<void> {
    const { demo, eventLog } = this.runtime.options;
    // A log on a server is filled by the command line only.
    if (!demo || eventLog?.kind === 'eventstoredb') return;
    // Loaded for a demo only: a real organisation starts without the stories.
    const { demoOf, fillHistory } = await import('./fill.js');
    const { reached, trajectories } = demoOf(this.runtime);
    if (reached === 'whole') return;
    this.progress = { done: 0, of: trajectories };
    await fillHistory(this.runtime, {
      progress: (done, of) => {
        this.progress = { done, of };
        told(this.progress);
      },
      breathe: async () => {
        await setImmediate();
        if (this.stopping) throw new Stopped();
      },
      leftAlone: ({ message }) => this.logger.log(`Somebody went on with a trajectory themselves. ${message}`),
    });
  }
}
