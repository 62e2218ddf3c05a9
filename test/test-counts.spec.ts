// Holds the counting behind `npm test` to its promise: nothing is left out silently, and CI fails when something is.
import { describe, expect, it } from '@jest/globals';
import { countReport, exitCodeOf } from '../bin/test-counts.mjs';

const browserTest = 'the list of trajectories shows the filters';
const serverTest = 'the event log contract on a real server (EVENTSTORE_TEST_URL) appends';

describe('the counts of a test run', () => {
  it('names what was skipped and counts a file that could not run as a failure', () => {
    const counts = countReport({
      numPassedTests: 2,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        { assertionResults: [] },
        {
          assertionResults: [
            { status: 'passed', fullName: 'a' },
            { status: 'pending', fullName: browserTest },
            { status: 'todo', fullName: 'later' },
          ],
        },
      ],
    });
    expect(counts).toEqual({ passed: 2, failed: 2, skipped: [browserTest, 'later'] });
  });

  it.each([
    ['all passed', { passed: 3, failed: 0, skipped: [] }, 0, 0],
    ['one failed', { passed: 3, failed: 1, skipped: [] }, 1, 1],
    ['nothing ran', { passed: 0, failed: 0, skipped: [] }, 1, 1],
    ['the browser suite was left out', { passed: 3, failed: 0, skipped: [browserTest] }, 0, 1],
    ['only a suite for a named server was left out', { passed: 3, failed: 0, skipped: [serverTest] }, 0, 0],
    ['both were left out', { passed: 3, failed: 0, skipped: [serverTest, browserTest] }, 0, 1],
  ])('when %s', (_name, counts, onOwnMachine, inCi) => {
    expect(exitCodeOf(counts, false)).toBe(onOwnMachine);
    expect(exitCodeOf(counts, true)).toBe(inCi);
  });
});
