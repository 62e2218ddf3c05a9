// The organisation stands when content and process said yes and people know whom to call; it opens again when one of them leaves.
import { describe, expect, it } from '@jest/globals';
import { personOf, registered, type TrajectoryRun } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';

const held = (role: string, responsibility: string, accepted = true) => ({
  role,
  assigneeRef: personOf(role),
  department: 'Groen',
  responsibility,
  accepted,
});
const contact = { assigneeRef: personOf('singleContact'), publicName: 'Groenloket', channel: 'loket@example.org' };

function approved(): TrajectoryRun {
  const run = registered(kern);
  const lines = [{ phase: 'conversations', role: 'processCoordinator', hours: 20, cents: 25_000 }];
  run.ids('MakeEstimate', { lines, endOn: '2026-06-19' });
  run.ids('RequestApproval', { approverRef: personOf('approver') });
  run.ids('ApproveTimeAndMoney', {}, { as: 'approver' });
  return run;
}

function confirmed(): TrajectoryRun {
  const run = approved();
  run.ids('AssignRole', held('projectLeader', 'content'));
  run.ids('AssignRole', held('processCoordinator', 'process'));
  run.ids('AppointSingleContact', contact);
  run.ids('ConfirmOrganisation', {});
  return run;
}

const release = (role: string, responsibility: string) => ({
  role,
  assigneeRef: personOf(role),
  responsibility,
  reason: 'andere baan',
});

describe('the organisation phase', () => {
  it('names everything that kern still asks, and not what only volledig asks', () => {
    const run = approved();
    expect(run.refusals('ConfirmOrganisation', {})).toEqual([
      'CONTENT_ROLE_ACCEPTED',
      'PROCESS_ROLE_ACCEPTED',
      'SINGLE_CONTACT_NAMED',
    ]);
    run.ids('AssignRole', held('projectLeader', 'content', false));
    run.ids('AssignRole', held('processCoordinator', 'process'));
    run.ids('AppointSingleContact', contact);
    expect(run.refusals('ConfirmOrganisation', {})).toEqual(['CONTENT_ROLE_ACCEPTED']);
    run.ids('AcceptRole', { role: 'projectLeader', assigneeRef: personOf('projectLeader') }, { as: 'projectLeader' });
    expect(run.events('ConfirmOrganisation', {})[0]?.data.roles).toEqual(['projectLeader', 'processCoordinator']);
    expect(run.state('organisation')).toBe('confirmed');
  });

  it('waits for the approval, and takes parts before it without opening', () => {
    const run = registered(kern);
    run.ids('AssignRole', held('projectLeader', 'content'));
    expect(run.trajectory.phases.get('organisation')?.startedAt).toBeUndefined();
    expect(run.refusals('ConfirmOrganisation', {})).toContain('PHASE_OPEN');
  });

  it('opens a vacancy when content or process leaves, and not for another responsibility', () => {
    const run = confirmed();
    run.ids('ReleaseRole', release('teamMember', 'support'));
    expect(run.state('organisation')).toBe('confirmed');
    run.ids('ReleaseRole', release('projectLeader', 'content'));
    expect(run.state('organisation')).toBe('vacancy');
    expect(run.refusals('ConfirmOrganisation', {})).toEqual(['CONTENT_ROLE_ACCEPTED']);
    run.ids('AssignRole', held('projectLeader', 'content'));
    expect(run.state('organisation')).toBe('vacancy');
    run.ids('ConfirmOrganisation', {});
    run.ids('ReleaseRole', release('processCoordinator', 'process'));
    expect(run.state('organisation')).toBe('vacancy');
  });

  it('reopens to designing only, and is not confirmed twice', () => {
    const run = confirmed();
    expect(run.refusals('ConfirmOrganisation', {})).toEqual(['STATE_FITS']);
    expect(run.refusals('ReopenPhase', { phase: 'organisation', toState: 'vacancy', reason: 'anders' })).toEqual([
      'STATE_FITS',
    ]);
    run.ids('ReopenPhase', { phase: 'organisation', toState: 'designing', reason: 'anders' });
    expect(run.state('organisation')).toBe('designing');
  });

  it('judges what only volledig asks: mandate of the leader in force, line with the alderman, role of the council', () => {
    const run = confirmed();
    const met = (code: string): boolean | undefined => {
      const need = kern.needs.get(code);
      return need?.met({ facts: run.trajectory.facts } as Parameters<typeof need.met>[0], {});
    };
    const codes = ['MANDATE_GRANTED', 'ALDERMAN_LINE_AGREED', 'COUNCIL_ROLE_TOLD'];
    run.ids('GrantMandate', { holderRef: personOf('predecessor'), scope: 'park', limits: '' });
    expect(codes.map(met)).toEqual([false, false, false]);
    run.ids('GrantMandate', { holderRef: personOf('projectLeader'), scope: 'park', limits: '' });
    run.ids('AgreeAldermanLine', { everyDays: 14, form: 'bellen' }, { as: 'alderman' });
    run.ids('CommunicateCouncilRole', { text: 'De raad besluit.', audience: 'bewoners' });
    expect(codes.map(met)).toEqual([true, true, true]);
  });
});
