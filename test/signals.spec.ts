// Every signal of kern: raised on its first day and not the day before, gone on the day of the command that clears it, and equal to the
// table of the reference in label, urgency, command, source and numbers.
import { describe, expect, it } from '@jest/globals';
import { addDays } from '../workflows/kit/time.js';
import type { LocalDate } from '../workflows/kit/types.js';
import { kern } from '../workflows/registry.js';
import { SIGNALS } from '../workflows/signals/catalogue.js';
import { CODES } from '../workflows/signals/codes.js';
import { SIGNAL_NUMBERS } from '../workflows/signals/norms.js';
import { casesOf, signalRows, standsOn } from '../workflows/signals/signals.js';
import { Story } from '../workflows/signals/story.js';
import { SOLVERS } from '../workflows/signals/solvers.js';
import { names as en, sentences as enSentences } from '../workflows/signals/signals.labels.en.js';
import { names as nl, sentences as nlSentences } from '../workflows/signals/signals.labels.nl.js';
import type { Span } from '../workflows/signals/types.js';
import { signals as reference } from './support/domain/index.js';
import { signalCases } from './support/kern/signals/index.js';
import { SETTINGS, type World } from './support/kern/world.js';

/** Signals whose events come with the whole domain; the rest of (k) is here. */
const LATER = ['HANDOVER_AT_RISK', 'PLAN_CHANGE_NOT_TOLD'];
/** Over several trajectories: has rows of its own. */
const OVER_SEVERAL = 'CAPACITY_SINGLE_POINT';

const rows = reference.filter(({ k, code }) => k && !LATER.includes(code));
const rowOf = (code: string) => rows.find((row) => row.code === code)!;

const spansOf = (world: World, code: string, severity: string): Span[] =>
  signalRows(world.trajectory, SETTINGS).filter((span) => span.code === code && span.severity === severity);
const standing = (world: World, code: string, severity: string, day: LocalDate): boolean =>
  spansOf(world, code, severity).some((span) => standsOn(span, day));

describe('the signals of kern', () => {
  it('are those of the reference, with its labels, urgency, commands and sources', () => {
    expect(rows.map(({ code }) => code)).toEqual(CODES);
    for (const row of rows) {
      expect([row.code, nl[row.code]]).toEqual([row.code, row.label]);
      const own = SIGNALS[row.code]!;
      expect([row.code, own.severity, own.sources]).toEqual([row.code, row.severity, row.sources]);
      // Outcomes are seven commands here, and documents that can be withdrawn come later.
      if (row.clearedBy[0] === 'outcome commands') expect(own.clearedBy).toContain('AdoptContribution');
      else if (row.code === 'PRIVACY_RISK') expect(own.clearedBy).toEqual(['CorrectFact']);
      else expect(own.clearedBy).toEqual(row.clearedBy);
      for (const command of own.clearedBy) expect(kern.commands.has(command)).toBe(true);
    }
  });

  it('are owed by the roles of their clearing commands', () => {
    for (const [command, roles] of Object.entries(SOLVERS))
      expect([command, [...kern.commands.get(command)!.by].sort()]).toEqual([command, [...roles].sort()]);
    const raised = new Set(
      signalCases.flatMap(({ cause }) => casesOf(new Story(cause(kern).trajectory))).map((one) => one.command),
    );
    for (const command of raised) expect(Object.keys(SOLVERS)).toContain(command);
  });

  it('have a sentence in both languages', () => {
    for (const code of CODES) {
      expect([code, typeof nlSentences[code], typeof enSentences[code], typeof en[code]]).toEqual([
        code,
        'string',
        'string',
        'string',
      ]);
    }
  });

  it('have the numbers of the reference as defaults', () => {
    const inFormula = (code: string, pattern: RegExp): number[] =>
      [...rowOf(code).raisesOn.matchAll(pattern)].map((match) => Number(match[1]));
    const late = /late[O]?\([^)]*?, (\d+)\)/g;
    const set = (code: string, ...names: string[]) =>
      names.map((name) => SIGNAL_NUMBERS[`norm.${code}.${name}`]?.standard);
    for (const [code, names] of [
      ['APPROVAL_LATE', ['target']],
      ['NO_ROLE_DIVISION', ['final']],
      ['RESULTS_NOT_INTERPRETED', ['final']],
      ['CONTRIBUTION_UNANSWERED', ['target']],
      ['ESCALATION_WAITING', ['target']],
      ['PASSED_ON_LOST', ['target']],
      ['STOP_NOT_TOLD', ['final']],
      ['AGREEMENT_OVERDUE', ['target', 'final']],
      ['DECISION_UNEXPLAINED', ['final']],
      ['ADVICE_WAITING', ['target', 'opinion']],
      ['ENTRY_INCOMPLETE', ['target']],
    ] as const)
      expect([code, ...set(code, ...names)]).toEqual([code, ...inFormula(code, late)]);
    expect(set('FEEDBACK_OVERDUE', 'target', 'final')).toEqual(inFormula('FEEDBACK_OVERDUE', late).slice(0, 2));
    expect(set('REPORT_MISSING', 'target', 'final')).toEqual(inFormula('REPORT_MISSING', /, (\d+)\)/g));
    expect(set('BUDGET_OVERRUN', 'target', 'final')).toEqual(inFormula('BUDGET_OVERRUN', /(\d+)%/g));
    expect(set('INVITATION_TOO_LATE', 'target')).toEqual(inFormula('INVITATION_TOO_LATE', /kern (\d+)/g));
    expect(set('DIRECT_ROUTE', 'target', 'final')).toEqual(inFormula('DIRECT_ROUTE', /after (\d+)/g));
    expect(set('FEEDBACK_NEGATIVE', 'target', 'share')).toEqual(inFormula('FEEDBACK_NEGATIVE', /(\d+)/g));
    expect(set(OVER_SEVERAL, 'target')).toEqual(inFormula(OVER_SEVERAL, /> (\d+) active/g));
  });

  it('each have a row below', () => {
    const tested = new Set(signalCases.map(({ code, severity }) => `${code} ${severity}`));
    const wanted = rows
      .filter(({ code }) => code !== OVER_SEVERAL)
      .flatMap(({ code, severity }) =>
        (severity === 'both' ? ['target', 'final'] : [severity]).map((one) => `${code} ${one}`),
      );
    expect(tested).toEqual(new Set(wanted));
  });
});

describe.each(signalCases.map((row) => [`${row.code} ${row.severity} ${row.with}`, row] as const))(
  '%s',
  (_name, row) => {
    it('is raised on its first day, and cleared by its command', () => {
      // Given its cause
      const world = row.cause(kern);
      const cause = world.today;
      const first = addDays(cause, row.after);
      // When the day comes
      expect(standing(world, row.code, row.severity, addDays(first, -1))).toBe(false);
      expect(standing(world, row.code, row.severity, first)).toBe(true);
      const [span] = spansOf(world, row.code, row.severity);
      expect(span).toMatchObject({ raisesOn: first });
      expect(span?.raisedBy.every((id) => world.trajectory.events.has(id))).toBe(true);
      expect(span?.raisedBy.length).toBeGreaterThan(0);
      // Then it goes with the command that clears it, and what was stays told
      world.pass(row.after + 3);
      row.clear(world);
      expect(standing(world, row.code, row.severity, world.today)).toBe(false);
      if (CORRECTED.has(row.code)) return;
      expect(standing(world, row.code, row.severity, addDays(world.today, -1))).toBe(true);
      const [after] = spansOf(world, row.code, row.severity);
      expect(after).toMatchObject({ raisesOn: first, clearsOn: world.today });
      expect(after?.clearedBy.every((id) => world.trajectory.events.has(id))).toBe(true);
      expect(after?.clearedBy.length).toBeGreaterThan(0);
      if (rowOf(row.code).clearedBy[0] !== 'outcome commands') expect(rowOf(row.code).clearedBy).toContain(row.with);
    });

    it('ends with the trajectory, unless people still have to hear that it stopped', () => {
      const world = row.cause(kern);
      if (row.code === 'STOP_NOT_TOLD')
        return expect(standing(world, row.code, row.severity, addDays(world.today, 90))).toBe(true);
      world.pass(row.after + 3);
      world.must('client', 'CancelTrajectory', { reason: 'geen geld', messagePlannedOn: world.today });
      expect(standing(world, row.code, row.severity, addDays(world.today, -1))).toBe(true);
      for (const days of [0, 1, 200])
        expect(standing(world, row.code, row.severity, addDays(world.today, days))).toBe(false);
    });
  },
);

/** The correction of the fact that raised it: as it is known now it never stood. */
const CORRECTED = new Set(['PRIVACY_RISK']);
