// Runs the scenarios against every mutant of kern until one of them notices, and tells which mutants nobody noticed.
import type { Facts } from '../../workflows/facts/facts.js';
import type { Workflow } from '../../workflows/kit/workflow.js';
import { kern } from '../../workflows/registry.js';
import { scenarios, type Scenario } from '../support/kern/scenarios/index.js';
import { mutantsOf, type Kind, type Mutant } from './mutants.js';

/** What came of a run: how many mutants of each kind were noticed, and the names of the others. */
export interface Outcome {
  killed: Map<Kind, number>;
  survivors: string[];
  /** Scenarios that were run, over all mutants. */
  runs: number;
}

const library: readonly Scenario[] = Object.values(scenarios).flat();

function byWordOf(all: readonly Scenario[]): Map<string, Scenario[]> {
  const byWord = new Map<string, Scenario[]>();
  for (const scenario of all) {
    for (const word of scenario.about) byWord.set(word, [...(byWord.get(word) ?? []), scenario]);
  }
  return byWord;
}

/** The scenarios, those first that are about most of what the mutant changes. Its first word says it best. */
function likelyFirst(
  mutant: Mutant,
  all: readonly Scenario[],
  byWord: ReadonlyMap<string, Scenario[]>,
): readonly Scenario[] {
  const score = new Map<Scenario, number>();
  mutant.about.forEach((word, index) => {
    for (const scenario of byWord.get(word) ?? [])
      score.set(scenario, (score.get(scenario) ?? 0) + (index === 0 ? 2 : 1));
  });
  const likely = [...score].sort(([, a], [, b]) => b - a).map(([scenario]) => scenario);
  return [...likely, ...all.filter((scenario) => !score.has(scenario))];
}

function notices(scenario: Scenario, broken: Workflow<Facts>): boolean {
  try {
    scenario.run(broken);
    return false;
  } catch {
    return true;
  }
}

/** Tries every mutant. Throws when a scenario fails on kern itself: then it could not tell a mutant from the real thing. */
export function tryAll(mutants: readonly Mutant[], all: readonly Scenario[]): Outcome {
  const byWord = byWordOf(all);
  for (const scenario of all) scenario.run(kern);
  const outcome: Outcome = { killed: new Map(), survivors: [], runs: 0 };
  for (const mutant of mutants) {
    const broken = mutant.build();
    const killer = likelyFirst(mutant, all, byWord).find((scenario) => {
      outcome.runs += 1;
      return notices(scenario, broken);
    });
    if (killer) outcome.killed.set(mutant.kind, (outcome.killed.get(mutant.kind) ?? 0) + 1);
    else outcome.survivors.push(`${mutant.kind}: ${mutant.name}`);
  }
  return outcome;
}

/** Tries every mutant and prints the counts; the number of survivors. */
export function report(): number {
  const started = performance.now();
  const { killed, survivors, runs } = tryAll(mutantsOf(kern), library);
  for (const [kind, count] of killed) console.log(`${String(count).padStart(5)} killed: ${kind}`);
  for (const name of survivors) console.log(`survived: ${name}`);
  const total = [...killed.values()].reduce((sum, count) => sum + count, survivors.length);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `\n${total} mutants, ${survivors.length} survived; ${library.length} scenarios, ${runs} runs, ${seconds} s`,
  );
  return survivors.length;
}
