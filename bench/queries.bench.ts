// G6: the list, the counts and the search of the logbook at 10k and 100k trajectories (100k and 1M lines), in turn; p99 against p99.
import { logbook } from '../projections/logbook/logbook.projection.js';
import type { LogbookQueries } from '../projections/logbook/logbook.queries.js';
import { statusOverview } from '../projections/status-overview/status-overview.projection.js';
import type { StatusQueries } from '../projections/status-overview/status-overview.queries.js';
import { systemClock } from '../src/clock/clock.js';
import { Runtime } from '../src/runtime.js';
import { LARGE, organisationOf, SMALL } from './large.js';
import { goal, note, now, percentile, sizeOf, report } from './support.js';

const RUNS = sizeOf('RUNS', 300);

interface Asked {
  status: StatusQueries;
  lines: LogbookQueries;
  towns: string[];
  /** Some trajectory of it. */
  trajectory: string;
}

type Question = (asked: Asked, nr: number) => object | undefined;

const QUESTIONS: Readonly<Record<string, Question>> = {
  'list page, newest first': ({ status }, nr) => status.list('all', { page: 1 + (nr % 5), pageSize: 50 }),
  'list page, one municipality and phase': ({ status, towns }, nr) =>
    status.list('all', { municipality: towns[nr % towns.length], phase: 'approval', page: 1, pageSize: 50 }),
  'list page, level, by title': ({ status }) =>
    status.list('all', { level: 'consult', sort: 'title', page: 1, pageSize: 50 }),
  'counts of management': ({ status }) => status.counts('all'),
  'one trajectory with everything': ({ status, trajectory }) => status.one('all', trajectory, '2026-11-01'),
  'log search, common word, newest first': ({ lines }) => lines.search('all', { q: 'de', sealedText: true }),
  'log search, two words': ({ lines }) => lines.search('all', { q: 'groep bewoners', sealedText: true }),
  'log search, prefix': ({ lines }) => lines.search('all', { q: 'bewon', sealedText: true }),
  'logbook of one trajectory': ({ lines, trajectory }) => lines.ofTrajectory(trajectory, { sealedText: true }),
};

async function open(trajectories: number): Promise<{ runtime: Runtime; asked: Asked }> {
  const directory = await organisationOf(trajectories);
  const runtime = await Runtime.open({ directory, clock: systemClock, demo: false });
  await runtime.organisation();
  await runtime.start();
  const status = runtime.runner.ask(statusOverview);
  const trajectory = status.list('all', { page: 40, pageSize: 1 }).items[0]?.trajectoryId ?? '';
  const towns = runtime.identity.municipalities().map(({ id }) => id);
  return { runtime, asked: { status, lines: runtime.runner.ask(logbook), towns, trajectory } };
}

const small = await open(SMALL);
const large = await open(LARGE);
for (const [name, question] of Object.entries(QUESTIONS)) {
  const answer = question(large.asked, 0);
  if (!answer || ('items' in answer && Array.isArray(answer.items) && answer.items.length === 0))
    note(`G6: '${name}' finds nothing, so it says nothing.`);
  const times: [number[], number[]] = [[], []];
  for (let run = -20; run < RUNS; run += 1) {
    for (const [index, { asked }] of [small, large].entries()) {
      const start = now();
      question(asked, run + 20);
      if (run >= 0) times[index]?.push(now() - start);
    }
  }
  const p = (part: number): [number, number] => [percentile(times[0], part), percentile(times[1], part)];
  report(
    `G6: ${name}`,
    {
      [`${SMALL} trajectories, p50`]: [p(0.5)[0]],
      [`${LARGE} trajectories, p50`]: [p(0.5)[1]],
      [`${SMALL} trajectories, p99`]: [p(0.99)[0]],
      [`${LARGE} trajectories, p99`]: [p(0.99)[1]],
    },
    `${SMALL} trajectories, p50`,
    ' ms',
  );
  goal('G6', `${name}: p99 at ${LARGE} to p99 at ${SMALL}`, p(0.99)[1] / p(0.99)[0], 2, true);
}
await small.runtime.close();
await large.runtime.close();
