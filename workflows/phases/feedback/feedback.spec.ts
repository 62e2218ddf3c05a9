// Feedback: everyone gets an answer with a reason or a date, sending is always recorded, and it closes when nobody waits any more.
import { describe, expect, it } from '@jest/globals';
import { personOf, registered, type TrajectoryRun } from '../../../test/support/trajectory-run.js';
import { dueByClock } from '../../kern/by-clock.js';
import { kern } from '../../kern/v1.workflow.js';
import { defineWorkflow } from '../../kit/workflow.js';
import { SETTINGS } from '../../../test/support/kern/world.js';

/** Kern with every soft need asked, as the larger workflow does. */
const strict = defineWorkflow({ ...kern, asks: () => true });

const PREPARED = { whenNext: '2026-06-19' };
const SENT = { channel: 'kaartje', recipients: 21 };
const leader = { as: 'projectLeader' } as const;

const idea = (run: TrajectoryRun, extra: object = {}): string =>
  run.ids('ReceiveContribution', { text: 'Een bankje', source: 'online', roundId: run.round, ...extra })
    .contributionId ?? '';
const adopt = (run: TrajectoryRun, ids: string[], how: string): unknown =>
  run.ids(
    'AdoptContribution',
    { contributionIds: ids, how },
    { ...leader, overrides: [{ code: 'ASSESSED', reason: 'x' }] },
  );
const state = (run: TrajectoryRun, about = run.round): string | undefined => run.state(`feedback/${about}`);
const due = (run: TrajectoryRun, day: string) => dueByClock(run.trajectory, `${day}T12:00:00.000Z`, SETTINGS);

/** A round with two ideas that were adopted for one reason, and one that was not chosen. */
function weighed(workflow = kern): { run: TrajectoryRun; ideas: [string, string, string] } {
  const run = registered(workflow);
  const ideas: [string, string, string] = [idea(run), idea(run), idea(run)];
  adopt(run, [ideas[0], ideas[1]], 'Op plek 3.');
  const overrides = [{ code: 'ASSESSED', reason: 'x' }];
  run.ids('LeaveContribution', { contributionIds: [ideas[2]], reason: 'Er liggen kabels.' }, { ...leader, overrides });
  return { run, ideas };
}

describe('preparing feedback', () => {
  it('fills in every outcome of the round with its reason', () => {
    const { run, ideas } = weighed();
    const [event] = run.events('PrepareFeedback', PREPARED);
    expect(event?.data).toMatchObject({
      about: run.round,
      items: [
        { contributionIds: [ideas[0], ideas[1]], outcome: 'adopted', reason: 'Op plek 3.' },
        { contributionIds: [ideas[2]], outcome: 'notChosen', reason: 'Er liggen kabels.' },
      ],
      owed: [],
      whatNext: '',
    });
    expect(state(run)).toBe('inApproval');
  });

  it('fills in what an item leaves out, as far as its contributions agree', () => {
    const { run, ideas } = weighed();
    const own = { contributionIds: [ideas[0]], publicText: 'De bankjes komen.' };
    const rest = { contributionIds: [ideas[1], ideas[2]], outcome: 'noted', reason: 'Dank u wel.' };
    const [event] = run.events('PrepareFeedback', { ...PREPARED, items: [own, rest] });
    expect(event?.data.items).toEqual([{ ...own, outcome: 'adopted', reason: 'Op plek 3.' }, rest]);
    const other = weighed();
    const mixed = { ...PREPARED, items: [{}] };
    expect(other.run.refusals('PrepareFeedback', mixed)).toEqual(['invalid']);
    expect(other.run.send('PrepareFeedback', { ...PREPARED, items: [{ outcome: 'noted' }] })).toMatchObject({
      refused: [{ code: 'REASON_PER_ITEM', vars: { contributions: 'B1, B2, B3' } }],
    });
  });

  it('wants a date for everyone it does not answer, but not for who was told or took it back', () => {
    const { run, ideas } = weighed();
    const [open, gone] = [idea(run), idea(run)];
    run.ids('WithdrawContribution', { contributionId: gone });
    run.ids('SendFeedback', { ...SENT, answered: [ideas[0]] });
    const items = [{ contributionIds: [ideas[1]] }];
    expect(run.send('PrepareFeedback', { ...PREPARED, items })).toMatchObject({
      refused: [{ code: 'OWED_HAS_DATE', vars: { contributions: 'B3, B4' } }],
    });
    const [event] = run.events('PrepareFeedback', { ...PREPARED, items, owed: [{ by: '2026-07-01' }] });
    expect(event?.data.owed).toEqual([{ contributionIds: [ideas[2], open], by: '2026-07-01' }]);
  });

  it('answers what was merged together with what it was merged into, and leaves what the client still has to choose', () => {
    const run = registered(kern);
    const [into, merged, escalated] = [idea(run), idea(run), idea(run)];
    run.ids('MergeContributions', { contributionId: merged, intoId: into });
    adopt(run, [into], 'Op plek 3.');
    run.ids('EscalateContribution', { contributionIds: [escalated], question: 'Toch?' });
    const [event] = run.events('PrepareFeedback', { ...PREPARED, owed: [{ by: '2026-07-01' }] });
    expect(event?.data).toMatchObject({
      items: [{ contributionIds: [into, merged], outcome: 'adopted', reason: 'Op plek 3.' }],
      owed: [{ contributionIds: [escalated] }],
    });
  });

  it('needs a reason for what was passed on, which has none by itself', () => {
    const run = registered(kern);
    const contributionIds = [idea(run)];
    run.ids('PassOnContribution', { contributionIds, toArea: run.round, receiverRef: personOf('areaManager') });
    expect(run.refusals('PrepareFeedback', PREPARED)).toEqual(['REASON_PER_ITEM']);
    const items = [{ contributionIds, reason: 'De wijkbeheerder pakt dit op.' }];
    expect(run.refusals('PrepareFeedback', { ...PREPARED, items })).toEqual([]);
  });

  it('is given back with remarks, and approved by someone else where that counts', () => {
    const { run } = weighed(strict);
    const open = { overrides: [{ code: 'PHASE_OPEN', reason: 'x' }] };
    run.ids('PrepareFeedback', PREPARED, { as: 'processCoordinator', ...open });
    expect(run.refusals('ReturnFeedback', { remarks: '' }, { as: 'client' })).toEqual(['REASON_GIVEN']);
    run.ids('ReturnFeedback', { remarks: 'Korter.' }, { as: 'client' });
    expect(state(run)).toBe('preparing');
    const { feedbackId } = run.ids('PrepareFeedback', PREPARED, leader);
    expect(run.refusals('ApproveFeedback', {}, leader)).toEqual(['SECOND_PERSON']);
    run.ids('ApproveFeedback', { feedbackId }, { as: 'client' });
    expect(state(run)).toBe('approved');
  });
});

describe('sending feedback', () => {
  it('takes answered and owed from what was prepared, once', () => {
    const { run, ideas } = weighed();
    const open = idea(run);
    const owed = [{ contributionIds: [open], by: '2026-07-01' }];
    const { feedbackId } = run.ids('PrepareFeedback', { ...PREPARED, owed });
    const [sent] = run.events('SendFeedback', SENT);
    expect(sent?.data).toMatchObject({ feedbackId, answered: ideas, owed, groupIds: [], on: '2026-02-02' });
    const [again] = run.events('SendFeedback', SENT);
    expect(again?.data).toMatchObject({ answered: [], owed: [] });
    expect(again?.data.feedbackId).not.toBe(feedbackId);
    expect(ideas.map((id) => run.facts.contributions.get(id)?.toldOn)).toEqual(Array(3).fill('2026-02-02'));
  });

  it('is recorded from any state, also without anything heard', () => {
    const run = registered(kern);
    run.ids('PauseTrajectory', { reason: 'Geen geld' });
    const { feedbackId } = run.ids('SendFeedback', SENT);
    expect(feedbackId).toBeDefined();
    expect(state(run)).toBe('sent');
    expect(run.refusals('SendFeedback', { ...SENT, on: '2026-02-03' })).toEqual(['NOT_IN_FUTURE']);
    expect(run.refusals('SendFeedback', SENT, { as: 'client' })).toEqual(['ROLE_ALLOWED']);
  });

  it('says what it is about once more than one thing can be meant', () => {
    const run = registered(kern);
    const { feedbackId } = run.ids('SendFeedback', SENT);
    const { roundId = '' } = run.ids('PlanRound', { title: 'Twee' });
    expect(run.refusals('SendFeedback', SENT)).toEqual(['invalid']);
    expect(run.refusals('SendFeedback', { ...SENT, about: feedbackId })).toEqual(['unknown-id']);
    expect(run.refusals('SendFeedback', { ...SENT, about: 'stopped' })).toEqual(['unknown-id']);
    expect(run.refusals('SendFeedback', { ...SENT, feedbackId, about: roundId })).toEqual(['invalid']);
    expect(run.refusals('SendFeedback', { ...SENT, feedbackId })).toEqual([]);
    expect(state(run, roundId)).not.toBe('sent');
  });

  it('keeps reactions, each once', () => {
    const run = registered(kern);
    run.ids('SendFeedback', SENT);
    const [event] = run.events(
      'RecordReaction',
      { tone: 'negative', text: 'Te laat', count: 3 },
      { as: 'singleContact' },
    );
    run.ids('CorrectFact', { eventId: event?.meta.id, field: '/count', before: 3, after: 2, reason: 'dubbel' });
    const { reactions } = run.facts.feedbacks.get(String(event?.data.feedbackId)) ?? {};
    expect(reactions).toEqual([{ id: event?.meta.id, tone: 'negative', count: 2 }]);
  });
});

describe('closing feedback', () => {
  it('waits for answers and for the days to react; the clock closes at the end of the last one', () => {
    const { run, ideas } = weighed();
    run.on('2026-05-08').ids('SendFeedback', { ...SENT, answered: ideas.slice(0, 2) });
    expect(due(run, '2026-05-20')).toEqual([]);
    run.on('2026-05-20');
    expect(run.send('CloseFeedback', {})).toMatchObject({
      refused: [{ code: 'NOTHING_OWED', vars: { contributions: 'B3' } }],
    });
    run.ids('SendFeedback', { ...SENT, answered: [ideas[2]] });
    expect(run.send('CloseFeedback', {})).toMatchObject({
      refused: [{ code: 'REACTION_TIME_PASSED', vars: { date: '2026-05-27' } }],
    });
    expect(due(run, '2026-05-27')).toEqual([]);
    const [closing] = due(run, '2026-05-28');
    expect(closing).toEqual({
      command: 'CloseFeedback',
      payload: { about: run.round },
      at: '2026-05-27T22:00:00.000Z',
    });
    run.on('2026-06-10').ids('CloseFeedback', {}, { as: 'system', occurredAt: closing?.at });
    expect(state(run)).toBe('closed');
  });

  it('does as if in time when it runs late, but nothing completes while someone waits', () => {
    const { run, ideas } = weighed();
    run.on('2026-05-08').ids('SendFeedback', { ...SENT, answered: ideas });
    const late = idea(run.on('2026-05-20'));
    const [closing] = due(run, '2026-05-21');
    expect(closing?.at).toBe('2026-05-15T22:00:00.000Z');
    run.ids('CloseFeedback', {}, { as: 'system', occurredAt: closing?.at });
    expect(run.refusals('CompleteTrajectory', {})).toContain('ALL_FEEDBACK_CLOSED');
    run.ids('SendFeedback', { ...SENT, answered: [late] });
    run.on('2026-05-28');
    expect(run.refusals('CompleteTrajectory', {})).not.toContain('ALL_FEEDBACK_CLOSED');
  });

  it('goes back when it turns out wrong', () => {
    const { run, ideas } = weighed();
    run.ids('SendFeedback', { ...SENT, answered: ideas });
    expect(run.refusals('CorrectFeedback', { reason: '' })).toEqual(['REASON_GIVEN']);
    run.ids('CorrectFeedback', { reason: 'Plek 4 moest plek 5 zijn.' });
    expect(state(run)).toBe('preparing');
  });
});
