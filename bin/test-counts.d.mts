// The types of test-counts.mjs, for the test that holds it to its rules.

export interface Counts {
  passed: number;
  failed: number;
  skipped: string[];
}

export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

export function countReport(report: JestReport): Counts;
export function asksForServer(fullName: string): boolean;
export function exitCodeOf(counts: Counts, inCi: boolean): number;
