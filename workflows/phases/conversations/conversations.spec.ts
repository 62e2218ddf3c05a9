// Conversations of a round: what was held is always recorded, and a round closes only over what was held, reported and heard.
import { describe, expect, it } from '@jest/globals';
import { registered, type TrajectoryRun as Run } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';
import { defineWorkflow } from '../../kit/workflow.js';

/** Kern with every soft need asked, as the larger workflow does. */
const strict = defineWorkflow({ ...kern, asks: () => true });

/** Past the door of the phase, which these rules are not about. */
const early = { overrides: [{ code: 'PHASE_OPEN', reason: 'De wijk vroeg erom.' }] };
const startsAt = '2026-04-28T17:00:00.000Z';

const group = (run: Run, name: string, extra: object = {}): string =>
  run.ids('AddPublicGroup', { name, required: true, size: 64, min: 10, target: 20, ...extra }).groupId ?? '';
const plan = (run: Run, groupIds: string[] = [], extra: object = {}): string =>
  run.ids('PlanConversation', { startsAt, venue: 'de stoep', groupIds, ...extra }, early).conversationId ?? '';
const hold = (run: Run, payload: object = {}): string =>
  run.ids('HoldConversation', { attendance: [], ...payload }).conversationId ?? '';
const round = (run: Run): string | undefined => run.state(`conversations/${run.round}`);
const talk = (run: Run, id: string): string | undefined => run.state(`conversation/${id}`);

describe('planning a conversation', () => {
  it('waits for the organisation, and fills in end, places and round', () => {
    const run = registered(kern);
    const groupIds = [group(run, 'bewoners'), group(run, 'winkeliers', { target: 5 })];
    const payload = { startsAt, venue: 'de stoep', groupIds };
    expect(run.refusals('PlanConversation', payload)).toEqual(['PHASE_OPEN']);
    const planned = run.events('PlanConversation', payload, early).find(({ type }) => type === 'ConversationPlanned');
    expect(planned?.data).toMatchObject({
      roundId: run.round,
      endsAt: '2026-04-28T19:00:00.000Z',
      online: false,
      capacity: 25,
    });
    expect(planned?.meta.round).toBe(run.round);
  });

  it('asks for the round once there are two', () => {
    const run = registered(kern);
    run.ids('PlanRound', { title: 'Terug naar de straat' });
    const payload = { startsAt, venue: 'de stoep', groupIds: [] };
    expect(run.refusals('PlanConversation', payload, early)).toEqual(['invalid']);
    expect(run.refusals('PlanConversation', { ...payload, roundId: run.round }, early)).toEqual([]);
  });

  it('goes to programmed only when the tasks are complete, and comes back from postponed as planned', () => {
    const run = registered(kern);
    const id = plan(run);
    const programme = { conversationId: id, agenda: [], tasks: [] };
    run.ids('SetProgramme', { ...programme, tasksComplete: false });
    expect(talk(run, id)).toBe('planned');
    run.ids('SetProgramme', { ...programme, tasksComplete: true });
    expect(talk(run, id)).toBe('programmed');
    expect(run.refusals('PostponeConversation', { conversationId: id, reason: ' ' })).toEqual(['REASON_GIVEN']);
    run.ids('PostponeConversation', { conversationId: id, reason: 'De zaal is dicht.' });
    expect(run.refusals('PostponeConversation', { conversationId: id, reason: 'Nog eens' })).toEqual(['STATE_FITS']);
    run.ids('RescheduleConversation', { conversationId: id, startsAt: '2026-05-05T17:30:00Z', participantsTold: true });
    expect(talk(run, id)).toBe('planned');
    expect(run.facts.conversations.get(id)).toMatchObject({
      startsAt: '2026-05-05T17:30:00.000Z',
      endsAt: '2026-05-05T19:30:00.000Z',
    });
  });

  it('keeps the later date when the first one is corrected', () => {
    const run = registered(kern);
    const planned = run.events('PlanConversation', { startsAt, venue: 'de stoep', groupIds: [] }, early);
    const { conversationId } = planned.find(({ type }) => type === 'ConversationPlanned')?.data ?? {};
    const eventId = planned.find(({ type }) => type === 'ConversationPlanned')?.meta.id;
    run.ids('RescheduleConversation', { conversationId, startsAt: '2026-05-05T17:00:00Z', participantsTold: true });
    const correction = {
      eventId,
      field: '/startsAt',
      before: startsAt,
      after: '2026-04-29T17:00:00.000Z',
      reason: 'tik',
    };
    expect(run.refusals('CorrectFact', correction)).toEqual([]);
    expect(run.facts.conversations.get(String(conversationId))?.startsAt).toBe('2026-05-05T17:00:00.000Z');
    expect(run.refusals('CorrectFact', { ...correction, field: '/capacity', before: 0, after: 9 })).toEqual([
      'IS_A_FACT',
    ]);
  });

  it('asks talking piece, method and tasks of every conversation it releases', () => {
    const run = registered(strict);
    const [first, second] = [plan(run), plan(run)];
    const release = { conversationIds: [first, second] };
    const decision = run.send('ReleaseProgramme', release);
    expect(decision).toMatchObject({
      kind: 'refused',
      refused: [{ code: 'PROGRAMMES_COMPLETE', vars: { conversations: 'G1, G2' } }],
    });
    const document = { kind: 'talkingPiece', title: 'Kaart', hasPersonalData: false, retentionClass: 'B' };
    const { documentId } = run.ids('RegisterDocument', document);
    const programme = {
      talkingPieceDocId: documentId,
      methodId: run.round,
      agenda: [],
      tasks: [],
      tasksComplete: true,
    };
    run.ids('SetProgramme', { conversationId: first, ...programme });
    expect(run.refusals('ReleaseProgramme', release)).toEqual(['PROGRAMMES_COMPLETE']);
    expect(run.refusals('ReleaseProgramme', { conversationIds: [first] })).toEqual([]);
    expect(round(run)).toBe('scheduled');
  });
});

describe('a conversation that was held', () => {
  it('is recorded without a plan, while paused, and opens the phase of its round', () => {
    const run = registered(kern);
    run.ids('PauseTrajectory', { reason: 'De begroting moet over.' });
    const id = hold(run, { attendance: [] });
    expect([talk(run, id), round(run)]).toEqual(['held', 'running']);
    expect(run.trajectory.phases.get(`conversations/${run.round}`)?.startedAt).toBeDefined();
    expect(run.facts.conversations.get(id)).toMatchObject({ heldOn: '2026-02-02', mood: 'calm', roundId: run.round });
  });

  it('belongs to the round it was planned in', () => {
    const run = registered(kern);
    const id = plan(run);
    const { roundId } = run.ids('PlanRound', { title: 'Twee' });
    const payload = { conversationId: id, attendance: [] };
    expect(run.refusals('HoldConversation', { ...payload, roundId })).toEqual(['invalid']);
    expect(run.refusals('HoldConversation', { attendance: [] })).toEqual(['invalid']);
    expect(run.events('HoldConversation', payload)[0]?.data.roundId).toBe(run.round);
    expect(run.refusals('HoldConversation', { ...payload, conversationId: run.round })).toEqual(['unknown-id']);
  });

  it('keeps its report when the attendance is corrected', () => {
    const run = registered(kern);
    const groupId = group(run, 'bewoners');
    const [held] = run.events('HoldConversation', { attendance: [{ groupId, count: 21 }] });
    const id = String(held?.data.conversationId);
    run.ids('ShareReport', { conversationId: id, text: 'Foto van de kaart' });
    const correction = {
      eventId: held?.meta.id,
      field: '/attendance/0/count',
      before: 21,
      after: 19,
      reason: 'dubbel',
    };
    run.ids('CorrectFact', correction);
    expect(run.facts.conversations.get(id)).toMatchObject({
      attendance: [{ groupId, count: 19 }],
      reportSharedOn: '2026-02-02',
    });
    expect(talk(run, id)).toBe('reported');
  });

  it('is reported by a document or a text, one of the two', () => {
    const run = registered(kern);
    const report = { conversationId: hold(run) };
    expect(run.refusals('ShareReport', report)).toEqual(['invalid']);
    expect(run.refusals('ShareReport', { ...report, text: '' })).toEqual(['invalid']);
    expect(run.refusals('ShareReport', { ...report, text: 'Verslag', documentId: run.round })).toEqual(['unknown-id']);
    expect(run.refusals('ShareReport', { ...report, text: 'Verslag' })).toEqual([]);
  });
});

describe('closing a round of conversations', () => {
  it('needs every conversation held or called off, and reported', () => {
    const run = registered(kern);
    const [first, second] = [plan(run), plan(run)];
    hold(run, { conversationId: first });
    const refused = run.send('CompleteConversations', {});
    expect(refused).toMatchObject({
      kind: 'refused',
      refused: [
        { code: 'CONVERSATIONS_DONE', vars: { conversations: 'G2' } },
        { code: 'REPORTS_SHARED', vars: { conversations: 'G1' } },
      ],
    });
    expect(run.refusals('CloseRoundForInput', {})).toEqual(['CONVERSATIONS_DONE']);
    run.ids('CancelConversation', { conversationId: second, reason: 'Storm', participantsTold: true });
    run.ids('CloseRoundForInput', {});
    expect(round(run)).toBe('reporting');
    run.ids('ShareReport', { conversationId: first, text: 'Verslag' });
    expect(run.refusals('CompleteConversations', {})).toEqual([]);
    expect(round(run)).toBe('closed');
    hold(run, { conversationId: second });
    expect([talk(run, second), round(run)]).toEqual(['held', 'closed']);
    expect(run.refusals('ReopenRound', { reason: '' })).toEqual(['REASON_GIVEN']);
    run.ids('ReopenRound', { reason: 'Er was toch nog een gesprek.' });
    expect(round(run)).toBe('programming');
  });

  it('adds up who was heard, and names required groups under their minimum', () => {
    const run = registered(strict);
    const [many, few, asked] = [
      group(run, 'bewoners'),
      group(run, 'jongeren'),
      group(run, 'winkeliers', { required: false }),
    ];
    const once = hold(run, { attendance: [{ groupId: many, count: 6 }] });
    const twice = hold(run, {
      attendance: [
        { groupId: many, count: 4 },
        { groupId: few, count: 9 },
      ],
    });
    for (const conversationId of [once, twice]) run.ids('ShareReport', { conversationId, text: 'Verslag' });
    const decision = run.send('CompleteConversations', {});
    expect(decision).toMatchObject({ refused: [{ code: 'REQUIRED_GROUPS_HEARD', vars: { groups: 'jongeren' } }] });
    run.ids('WaiveGroup', { groupId: few, reason: 'De school doet niet mee.' }, { as: 'client' });
    const completed = run.events('CompleteConversations', {});
    expect(completed[0]?.data).toMatchObject({
      heard: [
        { groupId: many, count: 10 },
        { groupId: few, count: 9 },
      ],
      notHeard: [{ groupId: few, reason: 'te weinig gehoord' }],
    });
    expect(JSON.stringify(completed[0]?.data)).not.toContain(asked);
  });

  it('asks a later round only of its own groups and those it asks again', () => {
    const run = registered(strict);
    const [first, again] = [group(run, 'bewoners'), group(run, 'jongeren')];
    const { roundId } = run.ids('PlanRound', { title: 'Twee', groupIds: [again] });
    const conversationId = hold(run, { roundId });
    run.ids('ShareReport', { conversationId, text: 'Verslag' });
    expect(run.send('CompleteConversations', { roundId })).toMatchObject({
      refused: [{ vars: { groups: 'jongeren' } }],
    });
    expect(run.send('CompleteConversations', { roundId, heard: [{ groupId: first, count: 1 }] })).toMatchObject({
      kind: 'refused',
    });
  });
});
