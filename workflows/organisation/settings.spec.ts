// Numbers of the organisation by the day from which they count: what is shown, and which may follow which.
import { describe, expect, it } from '@jest/globals';
import { setting } from '../../test/support/projecting/organisation.js';
import { emptyTrajectory, evolve } from '../kit/evolve.js';
import { numberFor } from '../kit/settings.js';
import type { Settings } from '../kit/types.js';
import { numbersShown, wrongSetting } from './settings.js';
import { organisationWorkflow, settingsOf, type OrganisationFacts } from './v1.workflow.js';

const TARGET = 'norm.REPORT_MISSING.target';
const FINAL = 'norm.REPORT_MISSING.final';
type Said = [key: string, after: number | null, from: string];

/** The organisation after these were said in this order, all on 1 June. */
function after(...said: Said[]): { facts: OrganisationFacts; settings: Settings } {
  const organisation = emptyTrajectory(organisationWorkflow, 'organisation-test');
  said.forEach(([key, value, from], index) =>
    evolve(organisationWorkflow, organisation, setting(index, '2026-06-01T10:00:00.000Z', key, value, from)),
  );
  return { facts: organisation.facts, settings: settingsOf('test', organisation.facts) };
}
const on = ({ settings }: { settings: Settings }, day: string): number => numberFor(settings, [], TARGET, 14, day);

describe('a number', () => {
  it('counts from its day on, before it and after it was recorded; what was said last goes before what was said for later', () => {
    const early = after([TARGET, 10, '2026-05-01'], [TARGET, 12, '2026-08-01']);
    expect(['2026-04-30', '2026-05-01', '2026-07-31', '2026-08-01'].map((day) => on(early, day))).toEqual([
      14, 10, 10, 12,
    ]);
    const again = after([TARGET, 12, '2026-08-01'], [TARGET, 9, '2026-06-01']);
    expect(['2026-05-31', '2026-06-01', '2026-08-01'].map((day) => on(again, day))).toEqual([14, 9, 9]);
    const back = after([TARGET, 9, '2026-06-01'], [TARGET, null, '2026-07-01']);
    expect(['2026-06-30', '2026-07-01'].map((day) => on(back, day))).toEqual([9, 14]);
  });

  it('is shown as it counts today, with what comes later', () => {
    const { settings } = after([TARGET, 10, '2026-05-01'], [TARGET, 12, '2026-08-01']);
    const shown = (day: string) => numbersShown(settings, day).find(({ key }) => key === TARGET);
    const ahead = [{ from: '2026-08-01', value: 12 }];
    expect(shown('2026-06-01')).toEqual({ key: TARGET, value: 10, ahead });
    expect(shown('2026-08-01')).toEqual({ key: TARGET, value: 12, ahead: [] });
    expect(shown('2026-04-01')?.value).toBe(14);
  });
});

describe('a target', () => {
  const wrong = (said: Said[], [key, value, from]: Said) => wrongSetting(key, value, after(...said).facts, from);

  it.each<[string, Said[], Said, string | undefined]>([
    ['after the final of today', [], [TARGET, 29, '2026-06-01'], 'target <= final'],
    ['that fits a final that comes first', [[FINAL, 40, '2026-07-01']], [TARGET, 35, '2026-07-01'], undefined],
    [
      'that comes before the final that it needs',
      [[FINAL, 40, '2026-07-01']],
      [TARGET, 35, '2026-06-30'],
      'target <= final',
    ],
    ['that a later final would fall under', [[FINAL, 20, '2026-07-01']], [TARGET, 25, '2026-06-01'], 'target <= final'],
    [
      'whose final is taken down while it still counts',
      [[TARGET, 5, '2026-08-01']],
      [FINAL, 10, '2026-06-01'],
      'target <= final',
    ],
    ['whose final is taken down when it counts', [[TARGET, 5, '2026-08-01']], [FINAL, 10, '2026-08-01'], undefined],
  ])('%s', (_what, said, next, expected) => {
    expect(wrong(said, next)).toBe(expected);
  });
});
