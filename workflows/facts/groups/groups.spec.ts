// Groups, the question and invitations: who is asked what, and what must not be undone by a later correction.
import { describe, expect, it } from '@jest/globals';
import { registered } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';

const group = { name: 'bewoners Kersenlaan', required: true, size: 64, min: 10, target: 20 };
const coordinator = { as: 'processCoordinator' } as const;

describe('public groups', () => {
  it('take what a form leaves out from the domain', () => {
    const run = registered(kern);
    const [added] = run.events('AddPublicGroup', group);
    const roundId = [...run.trajectory.facts.rounds.keys()][0];
    expect(added?.data).toMatchObject({
      roundId,
      relation: 'affected',
      everyone: false,
      sender: 'De Drie Kogen',
      channels: [],
    });
  });

  it('leave only with the client when required: waived by the client, or passed with a reason', () => {
    const run = registered(kern);
    const { groupId } = run.ids('AddPublicGroup', group);
    const removal = { groupId, reason: 'verhuisd' };
    expect(run.refusals('RemovePublicGroup', removal, coordinator)).toEqual(['CLIENT_AGREES_GROUP']);
    expect(run.refusals('WaiveGroup', { groupId, reason: 'niemand woont er meer' }, coordinator)).toEqual([
      'DECIDER_KNOWN',
    ]);
    run.ids('WaiveGroup', { groupId, reason: 'niemand woont er meer' }, { as: 'client' });
    expect(run.refusals('RemovePublicGroup', { ...removal, reason: '' }, coordinator)).toEqual(['REASON_GIVEN']);
    expect(run.refusals('RemovePublicGroup', removal, coordinator)).toEqual([]);

    const free = run.ids('AddPublicGroup', { ...group, required: false });
    expect(run.refusals('RemovePublicGroup', { groupId: free.groupId, reason: 'dubbel' }, coordinator)).toEqual([]);
  });

  it('stay removed when their size is corrected', () => {
    const run = registered(kern);
    const [added] = run.events('AddPublicGroup', { ...group, required: false });
    const groupId = String(added?.data.groupId);
    run.ids('RemovePublicGroup', { groupId, reason: 'dubbel' });
    run.ids('CorrectFact', {
      eventId: added?.meta.id,
      field: '/size',
      before: 64,
      after: 46,
      reason: 'cijfers verwisseld',
    });
    expect(run.trajectory.facts.groups.get(groupId)).toMatchObject({ size: 46, removed: true });
    expect(
      run.refusals('CorrectFact', { eventId: added?.meta.id, field: '/min', before: 10, after: 5, reason: 'x' }),
    ).toEqual(['IS_A_FACT']);
  });

  it('may join late through the single contact', () => {
    const run = registered(kern);
    const { groupId = '' } = run.ids(
      'AdmitLateGroup',
      { name: 'jeu-de-boulesclub', required: false, min: 5 },
      { as: 'singleContact' },
    );
    run.ids('PlanExtraOutreach', { groupId, measure: 'langsgaan op de baan' });
    expect(run.trajectory.facts.groups.get(groupId)).toMatchObject({ min: 5, target: 5, extraOutreach: true });
  });
});

describe('question and invitation', () => {
  it('gives each round its question; the invitation takes the public one as topic', () => {
    const run = registered(kern);
    const { groupId } = run.ids('AddPublicGroup', group);
    run.ids('SetQuestion', { question: 'Waar passen vijf bankjes?', publicText: 'Waar wilt u zitten?' });
    const invitation = { groupId, channel: 'brief', addressed: 64 };
    expect(run.events('SendInvitation', invitation)[0]?.data).toMatchObject({
      conversationIds: [],
      says: { topic: 'Waar wilt u zitten?', timeNeeded: '', resultsWhen: '' },
    });
  });

  it('drops the public text of a question that was revised, also when it is corrected afterwards', () => {
    const run = registered(kern);
    const [set] = run.events('SetQuestion', {
      question: 'Waar passen vijf bankjes?',
      publicText: 'Waar wilt u zitten?',
    });
    const revised = { after: 'Waar passen zes bankjes?', reason: 'er is meer geld' };
    expect(run.events('ReviseQuestion', revised)[0]?.data).toMatchObject({ before: 'Waar passen vijf bankjes?' });
    run.ids('CorrectFact', {
      eventId: set?.meta.id,
      field: '/publicText',
      before: 'Waar wilt u zitten?',
      after: 'Waar zit u?',
      reason: 'kort',
    });
    const [round] = run.trajectory.facts.rounds.values();
    expect([round?.question, round?.publicQuestion]).toEqual(['Waar passen zes bankjes?', undefined]);
  });

  it('cannot revise a question that was never set', () => {
    const run = registered(kern);
    expect(run.send('ReviseQuestion', { after: 'Wat nu?', reason: 'x' })).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/payload/before' }],
    });
  });

  it('set without a round reaches the rounds that have none yet', () => {
    const run = registered(kern);
    run.ids('SetQuestion', { question: 'Eerste vraag?', publicText: '' });
    run.ids('PlanRound', { title: 'Tweede ronde' });
    run.ids('SetQuestion', { question: 'Tweede vraag?', publicText: '' });
    expect([...run.trajectory.facts.rounds.values()].map(({ question }) => question)).toEqual([
      'Eerste vraag?',
      'Tweede vraag?',
    ]);
  });
});
