// The feedback clock of domain.md 3.7, walked through days: what starts it, what stops it, and what a told delay may move.
import { describe, expect, it } from '@jest/globals';
import { registered, type TrajectoryRun } from '../../test/support/trajectory-run.js';
import { kern } from '../kern/v1.workflow.js';
import { feedbackClock, reactionsUntil, type FeedbackClock } from './feedback-clock.js';

const hold = (run: TrajectoryRun, on: string): string =>
  run.on(on).ids('HoldConversation', { attendance: [], roundId: run.round }).conversationId ?? '';
const idea = (run: TrajectoryRun, on: string, extra: object = {}): string =>
  run.on(on).ids('ReceiveContribution', { text: 'Een bankje', source: 'online', roundId: run.round, ...extra })
    .contributionId ?? '';
const send = (run: TrajectoryRun, on: string, extra: object = {}): void => {
  run.on(on).ids('SendFeedback', { about: run.round, channel: 'brief', recipients: 3, ...extra });
};
const delay = (run: TrajectoryRun, on: string, newDate: string, participantsTold: boolean): void => {
  run.on(on).ids('DelayFeedback', { about: run.round, newDate, reason: 'Het loopt uit.', participantsTold });
};
const clock = (run: TrajectoryRun, about = run.round): FeedbackClock => feedbackClock(run.facts, about);
const running = (run: TrajectoryRun) => {
  const { startOn, targetOn, finalOn } = clock(run);
  return [startOn, targetOn, finalOn];
};

describe('the clock of a round', () => {
  it('does not run before anything was heard', () => {
    const run = registered(kern);
    expect(clock(run)).toEqual({ openContributions: [], owed: [], nothingOwed: true });
  });

  it('starts at the earliest of conversations and contributions: target 28 days, final 42', () => {
    const run = registered(kern);
    hold(run, '2026-04-28');
    expect(running(run)).toEqual(['2026-04-28', '2026-05-26', '2026-06-09']);
    idea(run, '2026-05-01');
    expect(running(run)[0]).toBe('2026-04-28');
    run.ids(
      'ReceiveContribution',
      { text: 'Brief', source: 'letter', roundId: run.round },
      { occurredAt: '2026-04-20T22:30:00Z' },
    );
    expect(running(run)).toEqual(['2026-04-21', '2026-05-19', '2026-06-02']);
  });

  it('counts with other norms when the organisation set them', () => {
    const run = registered(kern);
    hold(run, '2026-04-28');
    expect(feedbackClock(run.facts, run.round, { target: 10, final: 20, explain: 5 })).toMatchObject({
      targetOn: '2026-05-08',
      finalOn: '2026-05-18',
    });
  });

  it('lets another round alone', () => {
    const run = registered(kern);
    const { roundId = '' } = run.ids('PlanRound', { title: 'Twee' });
    hold(run, '2026-04-28');
    expect(clock(run, roundId).startOn).toBeUndefined();
    const letter = idea(run, '2026-05-01', { roundId: undefined, source: 'letter' });
    run.on('2026-05-10').ids('AssignContributionToRound', { contributionIds: [letter], roundId });
    expect(clock(run, roundId)).toMatchObject({ startOn: '2026-05-01', openContributions: [letter] });
  });
});

describe('an answer', () => {
  it('settles conversations on or before it, and contributions that it names', () => {
    const run = registered(kern);
    hold(run, '2026-04-28');
    const [first, second] = [idea(run, '2026-04-29'), idea(run, '2026-05-02')];
    send(run, '2026-05-08', { answered: [first] });
    expect(clock(run)).toMatchObject({ startOn: '2026-05-02', openContributions: [second], nothingOwed: false });
    send(run, '2026-05-20', { answered: [second] });
    expect(clock(run)).toMatchObject({ nothingOwed: true });
    expect(clock(run).startOn).toBeUndefined();
    hold(run, '2026-05-21');
    expect(clock(run)).toMatchObject({ startOn: '2026-05-21', nothingOwed: false });
  });

  it('about another round or a conversation held later does not count', () => {
    const run = registered(kern);
    const { roundId = '' } = run.ids('PlanRound', { title: 'Twee' });
    hold(run, '2026-04-28');
    send(run, '2026-05-08', { about: roundId });
    expect(running(run)[0]).toBe('2026-04-28');
    send(run, '2026-05-09', { on: '2026-04-27' });
    expect(running(run)[0]).toBe('2026-04-28');
  });

  it('that is promised by a date leaves the clock and stays owed until it is given', () => {
    const run = registered(kern);
    const [first, second] = [idea(run, '2026-04-28'), idea(run, '2026-04-29')];
    send(run, '2026-05-08', { answered: [first], owed: [{ contributionIds: [second], by: '2026-06-19' }] });
    expect(clock(run)).toEqual({
      openContributions: [],
      owed: [{ contributionIds: [second], by: '2026-06-19' }],
      nothingOwed: false,
    });
    send(run, '2026-06-01', { owed: [{ contributionIds: [second], by: '2026-07-01' }] });
    expect(clock(run).owed).toEqual([{ contributionIds: [second], by: '2026-07-01' }]);
    send(run, '2026-06-20', { answered: [second] });
    expect(clock(run)).toMatchObject({ owed: [], nothingOwed: true });
  });

  it('is not waited for by who took it back', () => {
    const run = registered(kern);
    const id = idea(run, '2026-04-28');
    run.ids('WithdrawContribution', { contributionId: id });
    expect(clock(run)).toMatchObject({ openContributions: [], nothingOwed: true });
  });

  it('goes to whom a correction says', () => {
    const run = registered(kern);
    const [first, second] = [idea(run, '2026-04-28'), idea(run, '2026-04-29')];
    const [sent] = run.on('2026-05-08').events('SendFeedback', { channel: 'brief', recipients: 1, answered: [first] });
    const correction = { eventId: sent?.meta.id, reason: 'verkeerd nummer' };
    run.ids('CorrectFact', { ...correction, field: '/answered/0', before: first, after: second });
    expect(clock(run).openContributions).toEqual([first]);
    run.ids('CorrectFact', { ...correction, field: '/on', before: '2026-05-08', after: '2026-05-07' });
    expect(run.facts.contributions.get(second)?.toldOn).toBe('2026-05-07');
    expect(reactionsUntil(run.facts, run.round, { numbers: new Map() })).toBe('2026-05-14');
  });
});

describe('a delay', () => {
  it('moves target and final when participants were told, once per start', () => {
    const run = registered(kern);
    hold(run, '2026-04-28');
    delay(run, '2026-05-20', '2026-06-15', false);
    expect(running(run)).toEqual(['2026-04-28', '2026-05-26', '2026-06-09']);
    delay(run, '2026-05-21', '2026-06-20', true);
    delay(run, '2026-06-10', '2026-07-30', true);
    expect(running(run)).toEqual(['2026-04-28', '2026-06-20', '2026-06-20']);
    expect(clock(run).toldDelay).toBe('2026-06-20');
  });

  it('belongs to the start that ran then; the next one has its own norms and its own delay', () => {
    const run = registered(kern);
    hold(run, '2026-04-28');
    const late = idea(run, '2026-05-10');
    delay(run, '2026-05-21', '2026-06-20', true);
    send(run, '2026-06-01');
    expect(clock(run).openContributions).toEqual([late]);
    expect(running(run)).toEqual(['2026-05-10', '2026-06-07', '2026-06-21']);
    delay(run, '2026-06-05', '2026-07-01', true);
    expect(running(run)).toEqual(['2026-05-10', '2026-07-01', '2026-07-01']);
  });

  it('still holds when an earlier conversation is recorded late, and follows its correction', () => {
    const run = registered(kern);
    hold(run, '2026-04-28');
    run.on('2026-05-21');
    const payload = { newDate: '2026-06-20', reason: 'Drukte', participantsTold: true };
    const [told] = run.events('DelayFeedback', payload);
    run.ids('HoldConversation', { attendance: [], on: '2026-04-25' });
    expect(running(run)).toEqual(['2026-04-25', '2026-06-20', '2026-06-20']);
    const eventId = told?.meta.id;
    run.ids('CorrectFact', { eventId, field: '/newDate', before: '2026-06-20', after: '2026-06-22', reason: 'tik' });
    expect(running(run)).toEqual(['2026-04-25', '2026-06-22', '2026-06-22']);
    run.ids('CorrectFact', { eventId, field: '/participantsTold', before: true, after: false, reason: 'niet gebeld' });
    expect(running(run)).toEqual(['2026-04-25', '2026-05-23', '2026-06-06']);
  });
});

describe('the clock of a decision and of stopping', () => {
  const decided = (outcome: string) => ({ body: 'college', outcome });

  it('gives 14 days to explain a decision, but nothing for a deferred one', () => {
    const run = registered(kern).on('2026-06-01');
    const { decisionId = '' } = run.ids('RecordDecision', decided('asProposed'), { as: 'clerk' });
    const { decisionId: deferred = '' } = run.ids('RecordDecision', decided('deferred'), { as: 'clerk' });
    expect(clock(run, decisionId)).toMatchObject({ startOn: '2026-06-01', finalOn: '2026-06-15', nothingOwed: false });
    expect(clock(run, deferred).nothingOwed).toBe(true);
    send(run, '2026-06-10', { about: decisionId });
    expect(clock(run, decisionId)).toEqual({ openContributions: [], owed: [], nothingOwed: true });
    expect(run.facts.decisions.get(decisionId)?.explainedOn).toBe('2026-06-10');
  });

  it('gives 14 days to tell that it stops, when people were invited', () => {
    const run = registered(kern);
    const { groupId } = run.ids('AddPublicGroup', { name: 'bewoners', required: true, size: 9, min: 1, target: 2 });
    run.ids('SendInvitation', { groupId, conversationIds: [], channel: 'brief', addressed: 9 });
    const stop = { reason: 'Geen geld', messagePlannedOn: '2026-03-20' };
    run.on('2026-03-10').ids('CancelTrajectory', stop, { as: 'client' });
    expect(clock(run, 'stopped')).toMatchObject({ startOn: '2026-03-10', finalOn: '2026-03-24' });
    send(run, '2026-03-15', { about: 'stopped' });
    expect(clock(run, 'stopped').nothingOwed).toBe(true);
    run.on('2026-04-01').ids('ReopenTrajectory', { reason: 'Toch geld' }, { as: 'client' });
    run.on('2026-05-01').ids('CancelTrajectory', stop, { as: 'client' });
    expect(clock(run, 'stopped').startOn).toBe('2026-05-01');
  });
});

describe('the days to react', () => {
  it('count from the last sending', () => {
    const run = registered(kern);
    expect(reactionsUntil(run.facts, run.round, { numbers: new Map() })).toBeUndefined();
    send(run, '2026-05-08');
    send(run, '2026-05-11');
    run.ids('SendFeedback', { channel: 'mail', recipients: 1, on: '2026-05-09' });
    expect(reactionsUntil(run.facts, run.round, { numbers: new Map() })).toBe('2026-05-18');
  });

  it('counts the term that held on the day of sending, whatever is set for later', () => {
    const run = registered(kern);
    send(run, '2026-05-08');
    const said = [{ from: '2026-05-01', value: 10 }];
    const until = (dated: typeof said) =>
      reactionsUntil(run.facts, run.round, { numbers: new Map(), dated: new Map([['feedback.reactionDays', dated]]) });
    expect(until(said)).toBe('2026-05-18');
    expect(until([...said, { from: '2026-05-08', value: 3 }])).toBe('2026-05-11');
    expect(until([...said, { from: '2026-05-09', value: 3 }])).toBe('2026-05-18');
  });
});
