// Holds the machines, payloads and field classes read from the domain reference to rows picked by hand from its pages.
import { describe, expect, it } from '@jest/globals';
import * as domain from './index.js';

const { root, phaseTables, entityTables } = domain;
const table = (name: string) => phaseTables[name] ?? entityTables[name]!;

describe('machines as tables', () => {
  it('reads states, the first and the closed ones, and where ReopenPhase leads', () => {
    expect(root).toMatchObject({ initial: 'none', closed: ['cancelled', 'completed', 'archived'] });
    expect(table('approval')).toMatchObject({
      initial: 'estimating',
      states: ['estimating', 'rejected', 'submitted', 'approved', 'supplementPending'],
      closed: ['approved'],
      reopen: { from: 'approved', to: ['estimating'] },
    });
    expect(table('conversations')).toMatchObject({ initial: 'programming', closed: ['closed'], reopen: { to: [] } });
    expect(table('preparation').reopen).toEqual({ from: 'ready', to: ['planning', 'frames'] });
  });

  it('reads every form of the column From → to', () => {
    const next = domain.nextState;
    expect(next(root, 'none', 'TrajectoryRegistered')).toBe('registered');
    expect(next(root, 'archived', 'FactCorrected')).toBeUndefined();
    expect(next(table('conversations'), 'running', 'ConversationsScheduled')).toBe('running');
    expect(next(table('conversations'), 'programming', 'ConversationsScheduled')).toBe('scheduled');
    expect(next(table('conversations'), 'closed', 'ConversationHeld')).toBe('closed');
    expect(next(table('interpreting'), 'collecting', 'InterpretationContested')).toBe('collecting');
    expect(next(table('interpreting'), 'validated', 'ContributionReceived')).toBe('validated');
    expect(next(table('feedback'), 'closed', 'FeedbackApproved')).toBe('closed');
    expect(next(table('feedback'), 'preparing', 'FeedbackSent')).toBe('sent');
    expect(next(table('feedback'), 'inApproval', 'FeedbackPrepared')).toBeUndefined();
  });

  it('reads routes by payload', () => {
    const next = domain.nextState;
    expect(next(table('organisation'), 'confirmed', 'RoleReleased', { responsibility: 'content' })).toBe('vacancy');
    expect(next(table('organisation'), 'confirmed', 'RoleReleased', { responsibility: 'support' })).toBe('confirmed');
    expect(next(table('organisation'), 'designing', 'RoleReleased', { responsibility: 'content' })).toBe('designing');
    expect(next(table('accountability'), 'decided', 'DecisionTaken', { outcome: 'deferred' })).toBe('submitted');
    expect(next(table('evaluation'), 'collecting', 'SurveyClosed', { kind: 'reportCheck' })).toBe('collecting');
    expect(next(table('approval'), 'approved', 'PhaseReopened', { toState: 'estimating' })).toBe('estimating');
    expect(next(table('approval'), 'approved', 'PhaseReopened', { toState: 'submitted' })).toBeUndefined();
    expect(domain.outcomes(table('contribution'), 'escalated', 'ClientChoiceMade')).toHaveLength(5);
  });

  it('reads the entities, and says where the words leave room', () => {
    const next = domain.nextState;
    expect(next(table('conversation'), 'none', 'ConversationHeld')).toBe('held');
    expect(next(table('conversation'), 'planned', 'ProgrammeSet', { tasksComplete: false })).toBe('planned');
    expect(next(table('contribution'), 'adopted', 'ContributionAdopted')).toBeUndefined();
    expect(next(table('contribution'), 'adopted', 'ContributionWithdrawn')).toBe('adopted');
    expect(next(table('agreement'), 'open', 'AgreementRescheduled')).toBe('open');
    expect(next(table('logEntry'), 'written', 'LogEntryPublished')).toBe('public');
    expect(domain.judgedPairs.get('conversation/postponed/ConversationRescheduled')).toMatch(/where it came from/);
    expect(domain.eventsOf(table('lesson'))[0]).toBe('LessonRecorded');
  });
});

describe('payloads and field classes', () => {
  const type = (event: string, path: string) => domain.leafAt(event, path).type;

  it('reads types that are written, and fills in those that are not', () => {
    expect(type('TrajectoryRegistered', 'policyStage')).toMatchObject({
      values: ['agenda', 'policy', 'design', 'execution', 'maintenance'],
    });
    expect(domain.payloadOf('ContributionReceived').find(({ name }) => name === 'roundId')).toEqual({
      name: 'roundId',
      optional: true,
      type: { kind: 'Id' },
    });
    expect(domain.payloadOf('ContributionAdopted')[0]).toEqual({
      name: 'contributionIds',
      optional: false,
      type: { kind: 'list', of: { kind: 'Id' } },
    });
    expect(type('ContributionReceived', 'text')).toEqual({ kind: 'Letter' });
    expect(type('ContributionReceived', 'externalId')).toEqual({ kind: 'String200' });
    expect(type('ConversationPlanned', 'startsAt')).toEqual({ kind: 'Instant' });
    expect(type('EstimateMade', 'lines.hours')).toEqual({ kind: 'Hours' });
    expect(type('IntakeRecorded', 'answers')).toEqual({ kind: 'range', min: 0, max: 4 });
    expect(domain.leafAt('LogEntryWritten', 'followUp.text')).toMatchObject({ optional: true, type: { kind: 'Txt' } });
    expect(type('RoleReleased', 'responsibility')).toEqual(type('RoleAssigned', 'responsibility'));
    expect(() => type('ConversationHeld', 'weather')).toThrow('has no field weather');
  });

  it('lets the first rule of the table decide the class of a leaf', () => {
    const { fieldClass } = domain;
    expect(fieldClass('FeedbackDelayed', 'publicReason')).toBe('public');
    expect(fieldClass('AgreementMade', 'text')).toBe('personal');
    expect(fieldClass('AgreementMade', 'text', { publicAgreement: true })).toBe('public');
    expect(fieldClass('SuccessShared', 'story', { audience: 'public' })).toBe('public');
    expect(fieldClass('IntakeRecorded', 'advisedLevel')).toBe('public');
    expect(fieldClass('EmotionSignalled', 'level')).toBe('internal');
    expect(fieldClass('FrameDefined', 'text')).toBe('internal');
    expect(fieldClass('LogEntryWritten', 'withWhom.label')).toBe('personal');
    expect(fieldClass('InvitationSent', 'channel')).toBe('internal');
    expect(fieldClass('InvitationSent', 'says.timeNeeded')).toBe('public');
    expect(fieldClass('ConversationHeld', 'attendance.count')).toBe('internal');
    expect(fieldClass('FactCorrected', 'before')).toBe('asCorrected');
  });

  it('gives every leaf of every event a class', () => {
    const all = domain.eventTypes.flatMap((event) =>
      domain.leavesOf(event).map(({ path }) => domain.fieldClass(event, path)),
    );
    expect(all.length).toBeGreaterThan(600);
  });
});
