// Example 9.4 played into the product of a test, by three people of one municipality.
import { kersenlaan } from '../../src/demo/kersenlaan.js';
import { play } from '../../src/demo/play.js';
import type { Caller } from '../../src/trajectories/caller.js';
import { idOf } from '../../workflows/kit/ids.js';
import type { Id, LocalDate, Role } from '../../workflows/kit/types.js';
import { workflowFor, type AnyWorkflow } from '../../workflows/registry.js';
import type { TestApp } from './app.js';

interface Played {
  id: Id;
  town: keyof TestApp['municipalities'];
  /** Day 0 of the example. */
  start: LocalDate;
  /** The last day of the example that is played. */
  until: number;
  title?: string;
}

/** What of an application is needed to play into it. */
export type Place = Pick<TestApp, 'runtime' | 'municipalities' | 'organisationId' | 'head'>;

/** Resolves once every projection shows it. */
export async function playKersenlaan(app: Place, { id, town, start, until, title }: Played): Promise<void> {
  const { runtime, municipalities, organisationId } = app;
  const municipalityId = municipalities[town];
  const caller = (role: Role): Caller => ({
    kind: 'person',
    ref: idOf(role),
    organisationId,
    grants: [{ role, municipalityId }],
  });
  const callers = { PC: caller('processCoordinator'), PL: caller('projectLeader'), AP: caller('approver') };
  await play(runtime.around, {
    steps: kersenlaan({
      PC: callers.PC.ref,
      PL: callers.PL.ref,
      AP: callers.AP.ref,
      client: idOf('client'),
      municipalityId,
      title: title ?? 'Vijf bankjes in de Kersenlaan',
    }),
    stream: `trajectory-${id}`,
    workflow: workflowFor('kern') as AnyWorkflow,
    start,
    until,
    callers,
  });
  if (!(await runtime.runner.waitFor((await app.head()) ?? '', 60_000))) throw new Error('Not projected.');
}
