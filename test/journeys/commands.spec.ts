// From a command over HTTP to the log, the projections and every read: what is stored shows everywhere at once, and only to who may see it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp, type Answer } from '../support/app.js';

let app: TestApp;
let coordinator: string;

beforeAll(async () => {
  app = await TestApp.start();
  coordinator = app.token('processCoordinator', 'Oosterkoog');
});
afterAll(() => app.stop());

const registration = (title = 'Vijf bankjes') => ({
  type: 'RegisterTrajectory',
  payload: {
    title,
    workflow: 'kern',
    municipalityIds: [app.municipalities.Oosterkoog],
    theme: 'groen',
    policyStage: 'execution',
    clientRef: '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c11',
  },
});

async function registered(title?: string): Promise<string> {
  const answer = await app.send('/api/v1/trajectories', coordinator, registration(title));
  expect(answer).toMatchObject({ status: 201 });
  return (answer.headers.get('location') ?? '').split('/').at(-1) ?? '';
}

describe('a command over HTTP', () => {
  it('opens a trajectory that every read shows right away', async () => {
    const answer = await app.send('/api/v1/trajectories', coordinator, registration('Een plein met bomen'));
    expect(answer.body).toMatchObject({
      revision: expect.any(Number),
      position: expect.stringMatching(/^\d+$/),
      ids: [{ roundId: expect.any(String) }],
    });
    const id = (answer.headers.get('location') ?? '').split('/').at(-1);
    const state = await app.ask(`/api/v1/trajectories/${id}`, { token: coordinator });
    expect(state.body).toMatchObject({
      trajectoryId: id,
      title: 'Een plein met bomen',
      state: 'active',
      root: { state: 'active' },
    });
    expect(state.headers.get('etag')).toMatch(/^"\d+"$/);
    const list = await app.ask('/api/v1/trajectories?q=plein', { token: coordinator });
    expect(list.body).toMatchObject({ total: 1, page: 1, items: [{ trajectoryId: id, state: 'active' }] });
    const lines = await app.ask(`/api/v1/trajectories/${id}/logbook`, { token: coordinator });
    expect((lines.body.items as object[]).length).toBeGreaterThan(0);
    expect(await ownEventsOf(id ?? '')).toContain('TrajectoryRegistered');
  });

  it('answers without position and chain per event', async () => {
    const answer = await app.send('/api/v1/trajectories', coordinator, registration());
    const [event] = answer.body.events as { meta: object }[];
    expect(Object.keys(event?.meta ?? {})).toEqual(
      expect.arrayContaining(['id', 'stream', 'revision', 'recordedAt', 'actor', 'commandHash']),
    );
    expect(Object.keys(event?.meta ?? {})).not.toEqual(expect.arrayContaining(['position']));
    expect(Object.keys(event?.meta ?? {})).not.toEqual(expect.arrayContaining(['chain']));
  });

  it('says everything that is missing, and writes nothing', async () => {
    const id = await registered();
    const head = await app.head();
    const answer = await app.send(`/api/v1/trajectories/${id}/commands`, coordinator, {
      type: 'RequestApproval',
      payload: { estimateId: '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c11' },
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'unknown-id' });
    const asked = await app.send(`/api/v1/trajectories/${id}/commands`, coordinator, {
      type: 'ConfirmOrganisation',
      payload: {},
    });
    expect(asked.status).toBe(409);
    expect(asked.body.code).toBe('needs-missing');
    expect(asked.body.missing).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'PHASE_OPEN', hard: false }),
        {
          code: 'SINGLE_CONTACT_NAMED',
          text: 'Er is geen aanspreekpunt voor bewoners.',
          solvableBy: ['processCoordinator'],
          hard: false,
        },
      ]),
    );
    expect(await app.head()).toBe(head);
  });

  it('refuses with 403 when only the role is missing', async () => {
    const id = await registered();
    const answer = await app.send(`/api/v1/trajectories/${id}/commands`, app.token('teamMember', 'Oosterkoog'), {
      type: 'PauseTrajectory',
      payload: { reason: 'Wachten op het college' },
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'needs-missing', missing: [{ code: 'ROLE_ALLOWED', hard: true }] });
  });

  it('lists what can be done with schema, address and revision', async () => {
    const id = await registered();
    const { body } = await app.ask(`/api/v1/trajectories/${id}/commands`, { token: coordinator });
    const estimate = (body as unknown as Record<string, unknown>[]).find(({ type }) => type === 'MakeEstimate');
    expect(estimate).toMatchObject({
      address: { phase: 'approval' },
      revision: expect.any(Number),
      schema: { type: 'object' },
      missing: [],
    });
    expect(estimate?.label).toBe('Begroting maken');
  });

  it('resolves references in a batch, all or nothing', async () => {
    const token = app.token('processCoordinator', 'Oosterkoog');
    const frame = { type: 'DefineFrame', payload: { statement: 'De weg blijft open', kind: 'boundary' } };
    const id = await registered();
    const head = await app.head();
    const forward = await app.send(`/api/v1/trajectories/${id}/commands`, token, {
      commands: [{ type: 'SetQuestion', payload: { text: '$1.frameId' } }, frame],
    });
    expect(forward.status).toBe(400);
    expect(JSON.stringify(forward.body.errors)).toContain('/commands/0/payload/text');
    expect(await app.head()).toBe(head);
  });
});

async function ownEventsOf(id: string): Promise<string[]> {
  const { body } = await app.ask(`/api/v1/trajectories/${id}/events?from=0`, { token: coordinator });
  return (body.items as { type: string }[]).map(({ type }) => type);
}

describe('rights over HTTP', () => {
  it('answers 404 for another municipality, in the same words as for nothing', async () => {
    const id = await registered();
    const foreign = app.token('processCoordinator', 'Middelkoog');
    const nothing = '00000000-0000-4000-8000-000000000000';
    const plain = (answer: Answer, own: string): string => answer.text.replaceAll(own, 'X');
    for (const path of ['', '/commands', '/events', '/logbook']) {
      const [known, unknown] = await Promise.all(
        [id, nothing].map((one) => app.ask(`/api/v1/trajectories/${one}${path}`, { token: foreign })),
      );
      expect(known?.status).toBe(404);
      expect(known && plain(known, id)).toBe(unknown && plain(unknown, nothing));
    }
    const sent = await app.send(`/api/v1/trajectories/${id}/commands`, foreign, {
      type: 'PauseTrajectory',
      payload: {},
    });
    expect(sent.status).toBe(404);
    const list = await app.ask('/api/v1/trajectories', { token: foreign });
    expect(JSON.stringify(list.body)).not.toContain(id);
  });

  it('shows the council public fields only', async () => {
    const id = await registered('Openbaar plan');
    const council = app.token('council', 'Oosterkoog');
    const state = await app.ask(`/api/v1/trajectories/${id}`, { token: council });
    expect(state.body.title).toBe('Openbaar plan');
    expect(state.body).not.toHaveProperty('clientRef');
    const edition = await app.ask(`/api/v1/trajectories/${id}/logbook?edition=internal`, { token: council });
    expect(edition.status).toBe(403);
    expect((await app.ask(`/api/v1/trajectories/${id}/logbook`, { token: council })).status).toBe(200);
  });
});
