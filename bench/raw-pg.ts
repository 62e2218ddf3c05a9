// What a careful person writes by hand on PostgreSQL: read the stream to know its revision, then one statement that appends the event with
// its expected revision and keeps the status row. Prepared, pooled, nothing decided. Loaded by the host of peers.
import pg from 'pg';
import type { PeerRun, PeerRound } from './peer.js';

let nr = 0;

/** Runs n trajectories of stored events, c at a time. */
export async function run({ n, c, url, events }: PeerRun): Promise<PeerRound> {
  const pool = new pg.Pool({ connectionString: `${url}/postgres`, max: c });
  await pool.query('DROP TABLE IF EXISTS event, status');
  await pool.query(
    'CREATE TABLE event (position bigserial PRIMARY KEY, stream text NOT NULL, revision int NOT NULL, type text NOT NULL, body jsonb NOT NULL, UNIQUE (stream, revision))',
  );
  await pool.query('CREATE TABLE status (id text PRIMARY KEY, state text, last text, on_date text, count int)');
  const latencies: number[] = [];
  const tag = (nr += 1);
  let next = 0;
  const client = async (): Promise<void> => {
    for (let mine = next++; mine < n; mine = next++) {
      const stream = `trajectory-${tag}-${mine}`;
      for (const event of events[mine % events.length] ?? []) {
        const start = performance.now();
        await append(pool, stream, event);
        latencies.push(performance.now() - start);
      }
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: c }, client));
  const ms = performance.now() - start;
  await pool.end();
  return { commands: latencies.length, ms, latencies };
}

async function append(pool: pg.Pool, stream: string, event: PeerRun['events'][number][number]): Promise<void> {
  const { rows } = await pool.query({
    name: 'load',
    text: 'SELECT body FROM event WHERE stream = $1 ORDER BY revision',
    values: [stream],
  });
  await pool.query({
    name: 'append',
    text: `WITH appended AS (INSERT INTO event (stream, revision, type, body) VALUES ($1, $2, $3, $4))
      INSERT INTO status VALUES ($1, 'active', $3, $5, 1)
      ON CONFLICT (id) DO UPDATE SET last = excluded.last, on_date = excluded.on_date, count = status.count + 1`,
    values: [stream, rows.length, event.type, JSON.stringify(event), event.meta.occurredAt],
  });
}
