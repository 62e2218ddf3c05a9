// All scenarios by subject: what test/scenarios.spec.ts runs against kern and `npm run mutate` against broken copies of it.
import type { Scenario } from './scenario.js';
import { automaticScenarios } from './automatic.js';
import { dateScenarios } from './dates.js';
import { needScenarios } from './needs.js';
import { roleScenarios } from './roles.js';
import { rootScenarios } from './root-states.js';
import { stateScenarios } from './states.js';

export type { Scenario } from './scenario.js';

export const scenarios: Readonly<Record<string, readonly Scenario[]>> = {
  states: stateScenarios,
  roles: roleScenarios,
  needs: needScenarios,
  'root states': rootScenarios,
  'what follows': automaticScenarios,
  dates: dateScenarios,
};
