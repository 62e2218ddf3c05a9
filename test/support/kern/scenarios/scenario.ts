// What a scenario is: a name, what of the workflow it is about, and commands whose answers it judges.
import type { Facts } from '../../../../workflows/facts/facts.js';
import type { Workflow } from '../../../../workflows/kit/workflow.js';

export interface Scenario {
  name: string;
  /** Machines, commands, needs and states it is about, so that a mutation of one of them meets the likely ones first. */
  about: readonly string[];
  /** Sends commands to a new trajectory of this workflow; throws when an answer is not what the reference asks. */
  run(workflow: Workflow<Facts>): void;
}
