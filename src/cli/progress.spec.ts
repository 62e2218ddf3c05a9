// How progress reads: a line now and then where nobody draws, a bar on a terminal, nothing at all when quiet is asked.
import { describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { eventsIn, reporterOn, type Reporter } from './progress.js';

let now = 0;

function shown(isTerminal: boolean, quiet: boolean, work: (reporter: Reporter) => void): string {
  now = 0;
  const stream = Object.assign(new PassThrough(), { isTTY: isTerminal, columns: 100, rows: 20 });
  const reporter = reporterOn({ stream, isTerminal }, () => now, quiet);
  work(reporter);
  reporter.stop();
  return String(stream.read() ?? '');
}

function halfAndWhole(reporter: Reporter): void {
  const task = reporter.task('Logboek nalopen');
  for (const share of [0.1, 0.2, 0.3, 0.4, 0.5]) {
    now += 1_250;
    task.at(share, eventsIn(share * 10_000));
  }
  task.done(eventsIn(10_000));
}

describe('progress', () => {
  it('is a line at the beginning, at most one each five seconds, and one at the end, without a terminal', () => {
    expect(shown(false, false, halfAndWhole).trim().split('\n')).toEqual([
      'Logboek nalopen ...',
      'Logboek nalopen: 40%, 4.000 gebeurtenissen',
      'Logboek nalopen: klaar in 6,3 s, 10.000 gebeurtenissen',
    ]);
  });

  it('is a bar on a terminal that ends full', () => {
    const text = shown(true, false, halfAndWhole);
    expect(text).toContain('Logboek nalopen [');
    expect(text).toContain('100% 6,3 s, 10.000 gebeurtenissen');
  });

  it('is nothing when quiet was asked', () => {
    expect(shown(false, true, halfAndWhole)).toBe('');
    expect(shown(true, true, halfAndWhole)).toBe('');
  });
});
