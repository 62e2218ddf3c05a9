// Stands in for the script of a folder of peers: the twelve events that our side stored, the same for every peer.
import { readFileSync } from 'node:fs';

const trajectories = JSON.parse(readFileSync(process.env.BENCH_EVENTS, 'utf8'));
const [first] = trajectories;

export const SCRIPT = first.map(({ type, data }) => [type, data]);

/** Event number i of the trajectory with this id: type, data and envelope as stored. */
export const event = (i, id) => ({
  type: first[i].type,
  trajectoryId: id,
  at: first[i].meta.occurredAt,
  data: first[i].data,
  meta: first[i].meta,
});
