// Counts what jest reported, and judges it. Apart from the runner so that a test can hold it to its rules.

/**
 * Counts one JSON report of jest: `{passed, failed, skipped}`, skipped by name. A file that could not run at all counts as
 * one failure, since jest leaves its tests out of every count.
 */
export function countReport(report) {
  const skipped = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => ['pending', 'todo', 'skipped'].includes(test.status))
      .map((test) => test.fullName),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped,
  };
}

/** True when a skipped test names in its title the environment variable of the server it asks for: `..._TEST_URL`. */
export function asksForServer(fullName) {
  return /\b[A-Z][A-Z_]*_TEST_URL\b/.test(fullName);
}

/** The exit code of a run: failures, and runs of nothing, are always wrong; in CI so is a test left out. */
export function exitCodeOf({ passed, failed, skipped }, inCi) {
  if (failed > 0 || passed === 0) return 1;
  return inCi && skipped.some((test) => !asksForServer(test)) ? 1 : 0;
}
