// Who does what: only the person asked can say yes, and the roles in force follow from all that was said.
import { describe, expect, it } from '@jest/globals';
import { personOf, registered } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';
import { looksLikeFunction } from './function-name.js';

const content = {
  role: 'projectLeader',
  assigneeRef: personOf('projectLeader'),
  department: 'Groen',
  responsibility: 'content',
  accepted: false,
};
const contact = { assigneeRef: personOf('singleContact'), publicName: 'Groenloket Oosterkoog', channel: '14 0123' };

describe('roles', () => {
  it('ask why when the content lies with a communication department', () => {
    const run = registered(kern);
    expect(run.refusals('AssignRole', { ...content, isCommunication: true })).toEqual([
      'CONTENT_NOT_WITH_COMMUNICATION',
    ]);
    expect(run.refusals('AssignRole', { ...content, isCommunication: true, responsibility: 'process' })).toEqual([]);
    expect(run.refusals('AssignRole', content)).toEqual([]);
  });

  it('are accepted by the person asked and by nobody else', () => {
    const run = registered(kern);
    const yes = { role: 'projectLeader', assigneeRef: personOf('projectLeader') };
    const self = { as: 'projectLeader' } as const;
    expect(run.refusals('AcceptRole', yes, self)).toEqual(['IS_ASSIGNEE']);
    run.ids('AssignRole', content);
    expect(run.refusals('AcceptRole', yes, { as: 'processCoordinator' })).toContain('IS_ASSIGNEE');
    expect(run.refusals('AcceptRole', { ...yes, role: 'teamMember' }, self)).toEqual(['IS_ASSIGNEE']);
    expect(run.refusals('AcceptRole', yes, self)).toEqual([]);
    expect(run.trajectory.facts.roles).toMatchObject([{ role: 'projectLeader', accepted: true }]);
  });

  it('stay accepted and stay released when an earlier act is corrected', () => {
    const run = registered(kern);
    const [assigned] = run.events('AssignRole', content);
    run.ids('AcceptRole', { role: 'projectLeader', assigneeRef: content.assigneeRef }, { as: 'projectLeader' });
    const correction = (before: string, after: string) => ({
      eventId: assigned?.meta.id,
      field: '/department',
      before,
      after,
      reason: 'tikfout',
    });
    run.ids('CorrectFact', correction('Groen', 'Groen en water'));
    expect(run.trajectory.facts.roles).toMatchObject([{ department: 'Groen en water', accepted: true }]);

    const { role, assigneeRef, responsibility } = content;
    const [released] = run.events('ReleaseRole', { role, assigneeRef, responsibility, reason: 'andere baan' });
    run.ids('CorrectFact', correction('Groen en water', 'Groen'));
    expect(run.trajectory.facts.roles).toEqual([]);
    run.ids('CorrectFact', {
      eventId: released?.meta.id,
      field: '/responsibility',
      before: 'content',
      after: 'support',
      reason: 'verkeerd gekozen',
    });
    expect(run.trajectory.facts.roles).toHaveLength(1);
  });

  it('end the single contact when that person leaves', () => {
    const run = registered(kern);
    run.ids('AppointSingleContact', contact);
    expect(run.trajectory.facts.singleContact?.publicName).toBe('Groenloket Oosterkoog');
    run.ids('ReleaseRole', {
      role: 'singleContact',
      assigneeRef: contact.assigneeRef,
      responsibility: 'support',
      reason: 'pensioen',
    });
    expect(run.trajectory.facts.singleContact).toBeUndefined();
  });

  it('give the single contact the name of a function, or a reason', () => {
    const run = registered(kern);
    const person = { ...contact, publicName: 'Mevrouw Bakker' };
    expect(run.refusals('AppointSingleContact', person)).toEqual(['FUNCTION_NAME']);
    expect(
      run.refusals('AppointSingleContact', person, {
        overrides: [{ code: 'FUNCTION_NAME', reason: 'zij wil dat zelf' }],
      }),
    ).toEqual([]);
    expect(run.refusals('AppointSingleContact', contact)).toEqual([]);
  });
});

describe('a public name', () => {
  it.each([
    'Contactpunt woonvisie',
    'Parkcontact De Wending',
    'Projectloket Havenweg',
    'Groenloket Oosterkoog',
    'Team Wonen',
    'Gebiedsmanager Noord',
    'Gemeente Middelkoog',
    'Vragen over de Havenweg',
    'procescoördinator',
  ])('%s reads like a function', (name) => {
    expect(looksLikeFunction(name)).toBe(true);
  });
  it.each([
    'Mevrouw Bakker',
    'dhr. Bakker',
    'J. Bakker',
    'J.P. van den Berg',
    'Jan de Vries',
    'Fatima',
    'Jan Bakker',
    'Jan Bakker, procescoördinator',
    'Team Jan de Vries',
    'drs. A. Bakker',
  ])('%s reads like a person', (name) => {
    expect(looksLikeFunction(name)).toBe(false);
  });
});
