// Events as their readers see them: sealed fields hidden by right, internal ones left out for the public, corrections like what they correct.
import { describe, expect, it } from '@jest/globals';
import { emptyTrajectory } from '../../workflows/kit/evolve.js';
import { idOf } from '../../workflows/kit/ids.js';
import type { Recorded, Role } from '../../workflows/kit/types.js';
import { kern, type AnyWorkflow } from '../../workflows/registry.js';
import { sightOf } from './reading.js';
import { HIDDEN, visibleEvent } from './visible.js';

const workflow = kern as unknown as AnyWorkflow;
const trajectory = emptyTrajectory(workflow, 'trajectory-x');

function recorded(type: string, data: Record<string, unknown>, id = idOf(type)): Recorded {
  const actor = { kind: 'person', ref: idOf('someone'), role: 'processCoordinator' } as const;
  const meta = {
    id,
    stream: 'trajectory-x',
    revision: 0,
    position: '1',
    occurredAt: '',
    recordedAt: '',
    actor,
    organisationId: '',
    municipalityIds: [],
    commandId: '',
    commandHash: '',
    correlationId: '',
    causationId: '',
  };
  return { type, version: 1, data, meta };
}
const shown = (event: Recorded, role: Role): Recorded['data'] =>
  visibleEvent(workflow, trajectory, event, sightOf([role])).data;

const paused = recorded('TrajectoryPaused', {
  reason: 'Ruzie in de straat',
  participantsTold: true,
  decidedOn: '2026-04-07',
});

describe('an event', () => {
  it('is whole for who may see everything', () => {
    expect(shown(paused, 'processCoordinator')).toEqual(paused.data);
  });

  it('keeps its figures and hides its texts from who has no right to the internal edition', () => {
    expect(shown(paused, 'approver')).toEqual({ reason: HIDDEN, participantsTold: true, decidedOn: '2026-04-07' });
    expect(shown(paused, 'client')).toEqual(paused.data);
  });

  it('has only its public fields for the public, and the stored event is left as it was', () => {
    expect(JSON.stringify(shown(paused, 'council'))).not.toContain('Ruzie');
    expect(shown(paused, 'council')).not.toHaveProperty('reason');
    expect(paused.data.reason).toBe('Ruzie in de straat');
    expect(shown(recorded('TrajectoryRegistered', { title: 'Bankjes', clientRef: idOf('client') }), 'council')).toEqual(
      { title: 'Bankjes' },
    );
  });

  it('leaves a list of internal figures out, instead of showing it as empty', () => {
    const held = recorded('ConversationHeld', { attendance: [{ groupId: idOf('group'), count: 21 }], mood: 'calm' });
    expect(shown(held, 'council')).not.toHaveProperty('attendance');
    expect(shown(held, 'approver')).toEqual(held.data);
  });

  it('that corrects is hidden like what it corrects', () => {
    trajectory.events.set(paused.meta.id, paused);
    const text = recorded('FactCorrected', {
      eventId: paused.meta.id,
      field: '/reason',
      before: 'Ruzie',
      after: 'Overleg',
      reason: 'typefout',
    });
    expect(shown(text, 'approver')).toMatchObject({ before: HIDDEN, after: HIDDEN, reason: HIDDEN });
    const figure = recorded('FactCorrected', {
      eventId: paused.meta.id,
      field: '/participantsTold',
      before: true,
      after: false,
      reason: 'typefout',
    });
    expect(shown(figure, 'approver')).toMatchObject({ before: true, after: false, reason: HIDDEN });
  });

  it('of an unknown type shows nothing', () => {
    expect(shown(recorded('SomethingNew', { secret: 'x' }), 'client')).toEqual({});
  });
});
