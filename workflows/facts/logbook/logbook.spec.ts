// A quick entry asks one thing; a whole entry answers the four questions; neither is written about tomorrow.
import { describe, expect, it } from '@jest/globals';
import { registered } from '../../../test/support/trajectory-run.js';
import { idOf } from '../../kit/ids.js';
import { kern } from '../../kern/v1.workflow.js';

const whole = { discussed: 'De bankjes', withWhom: [{ label: 'bewoner' }], yield: 'Eén bij de speelplek' };

describe('writing a log entry', () => {
  it('needs only what was discussed, and says that it is incomplete', () => {
    const run = registered(kern);
    const [event] = run.events('WriteLogEntry', { discussed: 'Gebeld over de bankjes' });
    expect(event?.data).toMatchObject({
      happenedOn: '2026-02-02',
      step: 'approval',
      form: 'phone',
      withWhom: [],
      yield: '',
      incomplete: true,
    });
    expect([...run.trajectory.facts.logEntries.values()]).toMatchObject([{ incomplete: true, visibility: 'internal' }]);
  });

  it('is complete with all four answers, and may not claim to be without them', () => {
    const run = registered(kern);
    expect(run.events('WriteLogEntry', whole)[0]?.data).not.toHaveProperty('incomplete');
    expect(run.refusals('WriteLogEntry', { ...whole, withWhom: [], incomplete: false })).toEqual(['invalid']);
    expect(run.refusals('WriteLogEntry', { ...whole, yield: '', incomplete: false })).toEqual(['invalid']);
    expect(run.refusals('WriteLogEntry', { withWhom: [], yield: 'iets' })).toEqual(['invalid']);
  });

  it('becomes complete by filling in what was missing', () => {
    const run = registered(kern);
    const [event] = run.events('WriteLogEntry', { ...whole, yield: '' });
    run.ids('CorrectFact', { eventId: event?.meta.id, field: '/yield', before: '', after: 'Vijf plekken', reason: '' });
    expect([...run.trajectory.facts.logEntries.values()]).toMatchObject([{ incomplete: false, yield: 'Vijf plekken' }]);

    const [quick] = run.events('WriteLogEntry', { discussed: 'Gebeld' });
    const fill = (field: string, after: string) => ({
      eventId: quick?.meta.id,
      field,
      before: null,
      after,
      reason: '',
    });
    expect(run.refusals('CorrectFact', fill('/withWhom/1/label', 'bewoner'))).toEqual(['invalid']);
    run.ids('CorrectFact', fill('/withWhom/0/label', 'bewoner'));
    expect([...run.trajectory.facts.logEntries.values()][1]?.withWhom).toEqual([{ label: 'bewoner' }]);
  });

  it('is dated on the day it happened, and never in the future', () => {
    const run = registered(kern).on('2026-02-09');
    const [event] = run.events('WriteLogEntry', { ...whole, happenedOn: '2026-02-05' });
    expect(event?.meta.occurredAt).toBe('2026-02-05T11:00:00.000Z');
    expect(run.refusals('WriteLogEntry', { ...whole, happenedOn: '2026-02-10' })).toEqual(['NOT_IN_FUTURE']);
    expect(
      run.refusals('WriteLogEntry', { ...whole, happenedOn: '2026-02-05' }, { occurredAt: '2026-02-06T10:00:00Z' }),
    ).toEqual(['dates-differ']);
  });

  it('links to what exists, and takes one of the alternatives', () => {
    const run = registered(kern);
    const { entryId } = run.ids('WriteLogEntry', whole);
    const groupId = run.ids('AddPublicGroup', {
      name: 'bewoners',
      required: true,
      size: 64,
      min: 10,
      target: 20,
    }).groupId;
    expect(run.refusals('WriteLogEntry', { ...whole, linkedIds: [entryId, groupId] })).toEqual([]);
    expect(run.refusals('WriteLogEntry', { ...whole, linkedIds: [entryId, idOf('nothing')] })).toEqual(['unknown-id']);
    expect(
      run.refusals('WriteLogEntry', { ...whole, withWhom: [{ groupId, role: 'alderman', label: 'beide' }] }),
    ).toEqual(['invalid']);
    expect(run.refusals('WriteLogEntry', { ...whole, followUp: { dueOn: '2026-03-01' } })).toEqual(['invalid']);
    expect(run.refusals('WriteLogEntry', { ...whole, followUp: { text: 'terugbellen', dueOn: '2026-03-01' } })).toEqual(
      [],
    );
  });
});
