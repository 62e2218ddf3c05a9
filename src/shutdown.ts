// Stopping: take nothing new, end the open streams, finish what is being decided, then close the files. A stuck stop ends hard.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LiveStreams } from './http/live-streams.js';
import type { Runtime } from './runtime.js';

/** After this a stop that hangs is cut off; every acknowledged command is on disk long before. */
const HARD_STOP_MS = 20_000;

/** Stops on SIGTERM and SIGINT with exit code 0; a second signal does nothing more. */
export function stopsOnSignal(app: NestFastifyApplication, runtime: Runtime): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), HARD_STOP_MS).unref();
    void shutDown(app, runtime).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Stops an application and closes its runtime. Commands under way are answered first. */
export async function shutDown(app: NestFastifyApplication, runtime: Runtime): Promise<void> {
  app.get(LiveStreams).endAll();
  await app.close();
  await runtime.close();
}
