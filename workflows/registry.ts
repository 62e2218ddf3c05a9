// All workflows by name and version. Versions stay beside each other: a trajectory is pinned to the one it began with.
import { kern } from './kern/v1.workflow.js';
import type { Recorded } from './kit/types.js';
import type { Workflow } from './kit/workflow.js';
import { organisationWorkflow } from './organisation/v1.workflow.js';

/** A workflow whose facts the caller does not look into: folding, deciding and addressing need no more. */
export type AnyWorkflow = Workflow<unknown>;

// The facts type only links the parts of one workflow to each other; whoever stores and replays never reads it.
const erased = <F>(workflow: Workflow<F>): AnyWorkflow => workflow as unknown as AnyWorkflow;

const WORKFLOWS: readonly AnyWorkflow[] = [erased(kern), erased(organisationWorkflow)];

/** The workflow of that name and version (the newest without one), or undefined. */
export function workflowFor(name: string, version?: number): AnyWorkflow | undefined {
  const versions = WORKFLOWS.filter((workflow) => workflow.name === name);
  return version === undefined ? versions.at(-1) : versions.find((workflow) => workflow.version === version);
}

/** The workflow a stream is folded with: pinned by its first event, or given by the kind of stream. */
export function workflowOfStream(stream: string, first: Recorded | undefined): AnyWorkflow | undefined {
  if (stream.startsWith('organisation-')) return workflowFor('organisation');
  if (first?.type !== 'TrajectoryRegistered') return undefined;
  return workflowFor(String(first.data.workflow), Number(first.data.version));
}

export { kern, organisationWorkflow };
