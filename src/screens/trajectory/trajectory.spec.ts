// What screens make of a trajectory: the gate of each phase, what can be sent now, what stands in a form, the path through a machine.
import { describe, expect, it } from '@jest/globals';
import { OOSTERKOOG, personOf, SETTINGS, World } from '../../../test/support/kern/world.js';
import type { PhaseView } from '../../../projections/status-overview/views.js';
import type { Word } from '../../../workflows/kit/labels.js';
import type { Role } from '../../../workflows/kit/types.js';
import { kern, workflowFor, type AnyWorkflow } from '../../../workflows/registry.js';
import { correctables } from '../forms/corrections.js';
import { formModel, valuesBefore } from '../forms/form-model.js';
import type { Standing } from '../reader.js';
import { currentPhases } from '../rows.js';
import { ScreenWords } from '../words.js';
import { sendableForms } from './acts.js';
import { chartOf, chartSource } from './charts.js';
import { gateOf } from './gates.js';

const SIGHT = { internal: true, text: true, contact: true };
const words = new ScreenWords('nl');

function registered(): World {
  const world = new World(kern);
  world.must('processCoordinator', 'RegisterTrajectory', {
    title: 'Vijf bankjes',
    theme: 'groen',
    workflow: 'kern',
    municipalityIds: [OOSTERKOOG],
    clientRef: personOf('client'),
  });
  return world;
}

function standing(world: World, role: Role): Standing {
  return {
    id: world.trajectory.id,
    stream: world.trajectory.stream,
    workflow: workflowFor('kern') as AnyWorkflow,
    trajectory: world.trajectory,
    settings: SETTINGS,
    roles: [role],
    sight: SIGHT,
    context: world.contextOf(role, 'x'),
    today: world.today,
  };
}

const phaseView = (phase: string, value: string, word: Word, round?: string): PhaseView => ({
  phase,
  ...(round === undefined ? {} : { round }),
  state: { value, word, label: { nl: value, en: value } },
  skipped: false,
  underReview: false,
  hours: { booked: 0 },
  cents: { booked: 0 },
});

describe('the gate of a phase', () => {
  it('names what the next decision still needs, whoever looks', () => {
    const world = registered();
    const { gate, command, missing } = gateOf(
      standing(world, 'council'),
      phaseView('organisation', 'designing', 'nog niet'),
    );
    expect(command).toBe('ConfirmOrganisation');
    expect(missing.map(({ code }) => code)).toContain('SINGLE_CONTACT_NAMED');
    expect(missing.map(({ code }) => code)).not.toContain('ROLE_ALLOWED');
    expect(gate).toEqual({ kind: 'closed', needed: missing.length });
  });

  it('is open when the phase is done, and crossed when it was skipped', () => {
    const world = registered();
    expect(gateOf(standing(world, 'client'), phaseView('approval', 'approved', 'klaar')).gate).toEqual({
      kind: 'open',
    });
    expect(
      gateOf(standing(world, 'client'), { ...phaseView('approval', 'approved', 'klaar'), skipped: true }).gate,
    ).toEqual({ kind: 'reason' });
  });
});

describe('forms that can be sent now', () => {
  const keys = (world: World, role: Role): string[] => sendableForms(standing(world, role)).map(({ key }) => key);

  it('follow the state and the role', () => {
    const world = registered();
    expect(keys(world, 'processCoordinator')).toContain('ask-time-and-money');
    expect(keys(world, 'processCoordinator')).not.toContain('approve');
    expect(keys(world, 'council')).not.toContain('ask-time-and-money');
    world.must('processCoordinator', 'MakeEstimate', { totalHours: 20, totalCents: 25_000, endOn: '2026-06-19' });
    world.must('processCoordinator', 'RequestApproval', { approverRef: personOf('approver') });
    expect(keys(world, 'approver')).toContain('approve');
    expect(keys(world, 'processCoordinator')).toContain('approve');
    expect(keys(world, 'teamMember')).not.toContain('approve');
  });
});

describe('what stands in a form beforehand', () => {
  it('is what the domain fills in when it is left out', () => {
    const world = registered();
    const source = {
      standing: standing(world, 'processCoordinator'),
      form: formNamed('ask-time-and-money'),
      words,
      people: [],
    };
    const values = valuesBefore(source, formModel(source), 'RequestApproval');
    expect(values).toMatchObject({
      'c0.startOn': '2026-04-07',
      'c0.basis': 'expert',
      'c1.decideBy': '2026-04-21',
      'c1._send': 'true',
    });
    expect(values).not.toHaveProperty('c0.estimateId');
  });

  it('a group that is the only one is chosen already, and brings its row of attendance', () => {
    const world = registered();
    world.must('processCoordinator', 'AddPublicGroup', {
      name: 'bewoners',
      required: true,
      size: 64,
      min: 10,
      target: 20,
    });
    const source = {
      standing: standing(world, 'processCoordinator'),
      form: formNamed('conversation-held'),
      words,
      people: [],
    };
    expect(valuesBefore(source, formModel(source), undefined)).toMatchObject({
      'c0.attendance.0.groupId': world.id('groupId'),
      'c0.mood': 'calm',
    });
  });

  const formNamed = (key: string) => kern.forms.find((one) => one.key === key) ?? { commands: [] };
});

describe('what can be set right', () => {
  it('is any fact, and of a decision only what is marked', () => {
    const world = registered();
    world.must('processCoordinator', 'BookHours', { hours: 8 });
    const found = correctables(workflowFor('kern') as AnyWorkflow, world.trajectory, SIGHT);
    expect(found.map(({ event, field }) => `${event.type}${field}`)).toEqual([
      'HoursBooked/role',
      'HoursBooked/hours',
      'HoursBooked/on',
    ]);
  });

  it('is hidden from who may not read it', () => {
    const world = registered();
    world.must('processCoordinator', 'SelectTool', { tool: 'kaart', purpose: 'stickers plakken' });
    const open = correctables(workflowFor('kern') as AnyWorkflow, world.trajectory, { ...SIGHT, text: false });
    expect(open.map(({ field }) => field)).toEqual(['/tool', '/on']);
  });
});

describe('the statechart', () => {
  it('draws the path that was taken, where it is, and what can come next', async () => {
    const world = registered();
    world.must('processCoordinator', 'MakeEstimate', { totalHours: 20, totalCents: 25_000, endOn: '2026-06-19' });
    world.must('processCoordinator', 'RequestApproval', { approverRef: personOf('approver') });
    const source = chartSource(standing(world, 'processCoordinator'), {
      ...phaseView('approval', 'submitted', 'wacht op'),
      startedOn: '2026-04-07',
    });
    if (!source) throw new Error('There is no machine for the phase.');
    const { nodes, edges } = await chartOf(source, 'nl');
    expect(Object.fromEntries(nodes.map(({ id, status }) => [id, status]))).toEqual({
      estimating: 'visited',
      submitted: 'current',
      rejected: 'possible',
      approved: 'possible',
      supplementPending: 'not-reached',
    });
    expect(edges.filter(({ status }) => status === 'taken').map(({ id }) => id)).toEqual(['estimating-submitted']);
    expect(nodes.every(({ x, width }) => x >= 0 && width > 0)).toBe(true);
  });
});

describe('one state per phase', () => {
  it('is that of the round that goes on, else of the last one that began', () => {
    const phases = [
      phaseView('conversations', 'closed', 'klaar', 'r1'),
      phaseView('conversations', 'running', 'bezig', 'r2'),
      phaseView('feedback', 'closed', 'klaar', 'r1'),
      phaseView('feedback', 'preparing', 'nog niet', 'r2'),
    ];
    expect(currentPhases(phases).map(({ phase, round }) => `${phase} ${round}`)).toEqual([
      'conversations r2',
      'feedback r1',
    ]);
  });
});
