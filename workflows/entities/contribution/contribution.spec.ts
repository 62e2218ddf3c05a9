// What becomes of an idea: the rules that protect its giver, and whole clusters at once.
import { describe, expect, it } from '@jest/globals';
import { personOf, registered, type TrajectoryRun } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';
import { defineWorkflow } from '../../kit/workflow.js';

const AREA = personOf('areaManager');
const leader = { as: 'projectLeader' } as const;

const frame = (run: TrajectoryRun): string =>
  run.ids('DefineFrame', { kind: 'content', text: 'Buslijn 14 blijft', negotiable: false, source: 'raad' }).frameId ??
  '';
const idea = (run: TrajectoryRun, extra: object = {}): string =>
  run.ids('ReceiveContribution', { text: 'Een knip in de straat', source: 'online', ...extra }).contributionId ?? '';
const stateOf = (run: TrajectoryRun, id: string): string | undefined => run.state(`contribution/${id}`);
const talk = (run: TrajectoryRun): string =>
  run.ids('HoldConversation', { roundId: run.round, attendance: [] }).conversationId ?? '';
const told = (frameId: string, extra: object = {}) => ({
  frames: [{ frameId, version: 1 }],
  channel: 'brief',
  publicText: 'Buslijn 14 blijft.',
  ...extra,
});
const rejection = (id: string, frameId: string, extra: object = {}) => ({
  contributionIds: [id],
  frameId,
  reason: 'De bus moet erdoor.',
  ...extra,
});

describe('rejecting on a frame', () => {
  it('is refused when the frame was told too late, and is left to the client (9.3, B2)', () => {
    const run = registered(kern);
    const k1 = frame(run.on('2026-02-05'));
    const b2 = idea(run.on('2026-03-16'), { source: undefined, conversationId: talk(run) });
    run.on('2026-04-16').ids('AnnounceFrames', told(k1));
    run.on('2026-05-27').ids('AssessContribution', { contributionIds: [b2], verdict: 'outside' }, leader);
    const head = run.trajectory.revision;
    expect(run.refusals('RejectContribution', rejection(b2, k1), leader)).toEqual(['FRAME_ANNOUNCED_BEFORE_IDEA']);
    expect(run.trajectory.revision).toBe(head);

    run.ids('EscalateContribution', { contributionIds: [b2], question: 'Toch afwijzen?' }, leader);
    run.on('2026-06-02');
    const choice = { contributionIds: [b2], choice: 'reject', motivation: '' };
    expect(run.refusals('MakeClientChoice', choice, { as: 'client' })).toEqual(['REASON_GIVEN']);
    expect(run.refusals('MakeClientChoice', { ...choice, motivation: 'Nee' }, leader)).toEqual(['DECIDER_KNOWN']);
    run.ids('MakeClientChoice', { ...choice, motivation: 'De buslijn blijft.' }, { as: 'client' });
    expect(stateOf(run, b2)).toBe('rejected');
    expect(run.facts.contributions.get(b2)?.reason).toBe('De buslijn blijft.');
  });

  it('needs the frame to be told on an earlier day, or in the opening of the same conversation', () => {
    const run = registered(kern);
    const k1 = frame(run);
    const k2 = frame(run);
    run.on('2026-03-15').ids('AnnounceFrames', told(k1));
    const [here, elsewhere] = [talk(run.on('2026-03-16')), talk(run)];
    run.ids('AnnounceFrames', told(k2, { conversationId: here }));
    const [first, second, third] = [
      idea(run, { conversationId: here }),
      idea(run, { conversationId: elsewhere }),
      idea(run),
    ];
    for (const id of [second, third]) {
      expect(run.refusals('RejectContribution', rejection(id, k2), leader)).toEqual(['FRAME_ANNOUNCED_BEFORE_IDEA']);
    }
    expect(run.refusals('RejectContribution', rejection(first, k2), leader)).toEqual([]);
    expect(run.refusals('RejectContribution', rejection(second, k1, { reason: ' ' }), leader)).toEqual([
      'REASON_GIVEN',
    ]);
    expect(run.refusals('RejectContribution', rejection(second, k1), leader)).toEqual([]);
  });

  it('counts the version that held when the idea came', () => {
    const run = registered(kern);
    const k1 = frame(run);
    run.ids('AnnounceFrames', told(k1));
    const early = idea(run.on('2026-03-16'));
    run.on('2026-03-17').ids('AmendFrame', { frameId: k1, after: 'Ook lijn 15', reason: 'raadsbesluit' });
    const late = idea(run.on('2026-03-18'));

    const refused = run.send('RejectContribution', rejection(early, k1, { frameVersion: 2 }), leader);
    expect(refused).toMatchObject({
      kind: 'refused',
      refused: [
        { code: 'FRAME_IN_FORCE', hard: true, vars: { version: 'K1 versie 2' } },
        { code: 'FRAME_ANNOUNCED_BEFORE_IDEA' },
      ],
    });
    expect(run.refusals('RejectContribution', rejection(late, k1), leader)).toEqual(['FRAME_ANNOUNCED_BEFORE_IDEA']);
    const event = run.events('RejectContribution', rejection(early, k1), leader)[0];
    expect(event?.data.frameVersion).toBe(1);
  });
});

describe('outcomes', () => {
  it('cover a whole cluster at once, or nothing of it', () => {
    const run = registered(kern);
    const [b1, b2, b3] = [idea(run), idea(run), idea(run)];
    run.ids('EscalateContribution', { contributionIds: [b3], question: 'Wat nu?' });
    const all = { contributionIds: [b1, b2, b3], how: 'Op plek 3.' };
    expect(run.refusals('AdoptContribution', all, leader)).toEqual(['STATE_FITS']);
    expect(stateOf(run, b1)).toBe('received');
    expect(run.events('AdoptContribution', { ...all, contributionIds: [b1, b2] }, leader)).toHaveLength(1);
    expect([b1, b2].map((id) => stateOf(run, id))).toEqual(['adopted', 'adopted']);
    expect(run.refusals('AdoptContribution', { contributionIds: [], how: '' }, leader)).toEqual(['invalid']);
  });

  it.each([
    ['adopt', 'adopted'],
    ['partly', 'partlyAdopted'],
    ['notChosen', 'notChosen'],
    ['reject', 'rejected'],
    ['passOn', 'passedOn'],
  ])('follow the choice of the client: %s', (choice, state) => {
    const run = registered(kern);
    const b1 = idea(run);
    run.ids('EscalateContribution', { contributionIds: [b1], question: 'Wat nu?' });
    run.ids('MakeClientChoice', { contributionIds: [b1], choice, motivation: 'Daarom.' }, { as: 'client' });
    expect(stateOf(run, b1)).toBe(state);
  });

  it('are for the project leader, who may reconsider them with a reason', () => {
    const run = registered(kern);
    const b1 = idea(run);
    const leave = { contributionIds: [b1], reason: 'Er liggen kabels.' };
    expect(run.refusals('LeaveContribution', leave, { as: 'teamMember' })).toEqual(['ROLE_ALLOWED']);
    expect(run.refusals('ReconsiderContribution', leave, leader)).toEqual(['STATE_FITS']);
    run.ids('LeaveContribution', leave, leader);
    expect(run.facts.contributions.get(b1)?.reason).toBe('Er liggen kabels.');
    expect(run.refusals('ReconsiderContribution', { ...leave, reason: '' }, leader)).toEqual(['REASON_GIVEN']);
    run.ids('ReconsiderContribution', leave, leader);
    expect(stateOf(run, b1)).toBe('assessed');
    expect(run.facts.contributions.get(b1)?.reason).toBeUndefined();
  });

  it('ask for an assessment first where soft needs count', () => {
    const strict = defineWorkflow({ ...kern, asks: () => true });
    const run = registered(strict);
    const b1 = idea(run);
    const adopt = { contributionIds: [b1], how: 'Op plek 3.' };
    expect(run.refusals('AdoptContribution', adopt, leader)).toEqual(['ASSESSED']);
    run.ids('AssessContribution', { contributionIds: [b1], verdict: 'within' }, leader);
    expect(run.refusals('AdoptContribution', adopt, leader)).toEqual([]);
  });

  it('pass an idea on to someone, who alone may take it up', () => {
    const run = registered(kern);
    const b1 = idea(run);
    const away = { contributionIds: [b1], toArea: AREA };
    expect(run.refusals('PassOnContribution', away, leader)).toEqual(['RECEIVER_KNOWN']);
    run.ids('PassOnContribution', { ...away, receiverRef: AREA }, leader);
    const accept = { contributionIds: [b1] };
    expect(run.refusals('AcceptPassedOn', accept, { as: 'teamMember' })).toEqual(['ROLE_ALLOWED']);
    expect(run.refusals('AcceptPassedOn', accept, { as: 'teamMember', ref: AREA })).toEqual([]);
    expect(run.refusals('AcceptPassedOn', accept, { as: 'areaManager' })).toEqual([]);
    expect(stateOf(run, b1)).toBe('passedOn');
  });

  it('merge only into an idea that is itself still there', () => {
    const run = registered(kern);
    const [b1, b2, b3] = [idea(run), idea(run), idea(run)];
    expect(run.refusals('MergeContributions', { contributionId: b1, intoId: b1 })).toEqual(['TARGET_OPEN']);
    run.ids('MergeContributions', { contributionId: b1, intoId: b2 });
    run.ids('WithdrawContribution', { contributionId: b3 });
    for (const intoId of [b1, b3]) {
      expect(run.refusals('MergeContributions', { contributionId: b2, intoId })).toEqual(['TARGET_OPEN']);
    }
    expect([b1, b2, b3].map((id) => stateOf(run, id))).toEqual(['merged', 'received', 'withdrawn']);
  });
});
