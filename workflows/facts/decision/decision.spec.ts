// Decisions of the board: deviating asks for reasons where advice was promised, and participants decide only where that was promised.
import { describe, expect, it } from '@jest/globals';
import { OOSTERKOOG, registered } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';
import { defineWorkflow } from '../../kit/workflow.js';

const decision = { body: 'college', outcome: 'amended' };
const deviating = { ...decision, deviates: true };

describe('recording a decision', () => {
  it('is a fact of the trajectory that fills in the only municipality and today', () => {
    const run = registered(kern);
    const event = run.on('2026-07-07').events('RecordDecision', decision, { as: 'alderman' })[0];
    expect(event).toMatchObject({
      type: 'DecisionTaken',
      data: { municipalityId: OOSTERKOOG, on: '2026-07-07', deviates: false },
    });
    expect(run.refusals('RecordDecision', decision, { as: 'teamMember' })).toEqual(['ROLE_ALLOWED']);
  });

  it.each([
    ['inform', []],
    ['consult', []],
    ['advise', ['MOTIVATION_IF_DEVIATING']],
    ['coproduce', ['MOTIVATION_IF_DEVIATING']],
  ])('at level %s asks for a motivation when it deviates: %j', (level, refused) => {
    const run = registered(kern, { level });
    expect(run.refusals('RecordDecision', { ...deviating, motivation: ' ' }, { as: 'clerk' })).toEqual(refused);
    expect(run.refusals('RecordDecision', { ...deviating, motivation: 'Veiligheid.' }, { as: 'clerk' })).toEqual([]);
  });

  it.each([
    ['coproduce', 'ROLE_ALLOWED', 'DECIDER_KNOWN'],
    ['codecide', undefined, undefined],
    ['selfGovern', undefined, undefined],
  ])('by participants is for the levels that promise it: %s', (level, self, onBehalf) => {
    const run = registered(kern, { level });
    const evidence = { text: 'Uitslag van de stemming' };
    const decidedBy = { role: 'participant', function: 'bewonersberaad' } as const;
    const none = (code: string | undefined): string[] => (code === undefined ? [] : [code]);
    expect(run.refusals('RecordDecision', decision, { as: 'participant' })).toEqual(none(self));
    const recorded = { as: 'projectLeader', decidedBy, evidence } as const;
    expect(run.refusals('RecordDecision', decision, recorded)).toEqual(none(onBehalf));
  });

  it('says of each adopted idea what it does with it, where soft needs count', () => {
    const run = registered(defineWorkflow({ ...kern, asks: (need) => need.hard || need.code === 'ITEMS_JUDGED' }));
    const [b1, b2] = [1, 2].map((nr) => String(run.ids('ReceiveContribution', { text: `Idee ${nr}` }).contributionId));
    run.ids('AdoptContributionPartly', { contributionIds: [b2], what: 'a', whatNot: 'b', reason: 'c' });
    run.ids('LeaveContribution', { contributionIds: [b1], reason: 'c' });
    expect(run.send('RecordDecision', decision, { as: 'clerk' })).toMatchObject({
      kind: 'refused',
      refused: [{ code: 'ITEMS_JUDGED', vars: { contributions: 'B2' } }],
    });
    expect(run.refusals('RecordDecision', { ...decision, outcome: 'deferred' }, { as: 'clerk' })).toEqual([]);
    const perItem = [{ contributionId: b2, outcome: 'asAdvised', text: '' }];
    expect(run.refusals('RecordDecision', { ...decision, perItem }, { as: 'clerk' })).toEqual([]);
  });

  it('is explained by the feedback about it, in the same append', () => {
    const run = registered(kern);
    const { decisionId = '' } = run.ids('RecordDecision', decision, { as: 'alderman' });
    const about = { about: decisionId, channel: 'brief', groupIds: [], recipients: 21 };
    const events = run.on('2026-02-10').events('SendFeedback', about);
    expect(events.find(({ type }) => type === 'DecisionExplained')?.data).toEqual({
      decisionId,
      on: '2026-02-10',
      channel: 'brief',
      last: true,
    });
    expect(run.facts.decisions.get(decisionId)?.explainedOn).toBe('2026-02-10');
  });
});
