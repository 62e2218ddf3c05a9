// DBOS: one durable workflow per trajectory and one step per stored event, its state kept by DBOS in PostgreSQL with fsync on.
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';

let launched = false;
let latencies = [];

const trajectory = DBOS.registerWorkflow(
  async (events) => {
    let last = '';
    for (const event of events) {
      const start = performance.now();
      last = (await DBOS.runStep(async () => event, { name: event.type })).type;
      latencies.push(performance.now() - start);
    }
    return last;
  },
  { name: 'trajectory' },
);

/** Runs n trajectories, c at a time; the start and end of each workflow are in the rate. */
export async function run({ n, c, url, events }) {
  if (!launched) {
    const admin = new pg.Client(`${url}/postgres`);
    await admin.connect();
    await admin.query('CREATE DATABASE dbosbench');
    await admin.end();
    DBOS.setConfig({ name: 'bench', systemDatabaseUrl: `${url}/dbosbench`, logLevel: 'error' });
    await DBOS.launch();
    launched = true;
  }
  latencies = [];
  let next = 0;
  const start = performance.now();
  const client = async () => {
    for (let mine = next++; mine < n; mine = next++) await trajectory(events[mine % events.length]);
  };
  await Promise.all(Array.from({ length: c }, client));
  return { commands: latencies.length, ms: performance.now() - start, latencies };
}

export const stop = () => (launched ? DBOS.shutdown() : undefined);
