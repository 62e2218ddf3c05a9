// Signals over HTTP: who may read them and of which municipality, every filter, any day on both axes, and letting one wait. A question that
// is not well asked is refused with the place of the fault.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from '../../workflows/kit/ids.js';
import { TestApp, type Answer } from '../support/app.js';

let app: TestApp;
type Town = 'Oosterkoog' | 'Middelkoog';
const ids: Record<string, string> = {};
let coordinator = '';
const token = (role: string, town?: Town): string => app.token(role, town);
const pc = (town: Town = 'Oosterkoog'): string => token('processCoordinator', town);

interface Line {
  code: string;
  severity: string;
  trajectoryId: string;
  raisedOn: string;
  raisedBy: string[];
  snoozed?: { until: string };
}
const refOf = async (who: string): Promise<string> =>
  String((await app.ask('/api/v1/me', { token: who })).body.personRef);
const read = async (query = '', who = pc()): Promise<Line[]> => {
  const answer = await app.ask(`/api/v1/signals${query}`, { token: who });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.items as Line[];
};
const codes = async (query = '', who = pc()): Promise<string[]> => [
  ...new Set((await read(query, who)).map(({ code }) => code)),
];
const at = (day: string): void => app.clock.moveTo(`${day}T08:00:00.000Z`);
const give = async (id: string, who: string, type: string, payload: object, more: object = {}): Promise<Answer> =>
  app.send(`/api/v1/trajectories/${id}/commands`, who, { type, payload, ...more });

async function register(name: string, town: Town): Promise<string> {
  const payload = {
    title: name,
    theme: 'groen',
    workflow: 'kern',
    municipalityIds: [app.municipalities[town]],
    clientRef: await refOf(token('client', town)),
    coordinatorRef: coordinator,
  };
  const answer = await app.send('/api/v1/trajectories', pc(town), {
    commands: [{ type: 'RegisterTrajectory', payload }],
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return (ids[name] = String(answer.headers.get('location')).split('/').at(-1) ?? '');
}

beforeAll(async () => {
  app = await TestApp.start('2026-04-07T08:00:00.000Z');
  coordinator = await refOf(pc());
  const plein = await register('Plein', 'Oosterkoog');
  const haven = await register('Haven', 'Middelkoog');
  at('2026-04-14');
  // Work that began on 9 April is written down on the 14th: a final signal from the 9th on, known from the 14th on.
  const early = { occurredAt: '2026-04-09T08:00:00.000Z' };
  await give(plein, pc(), 'BookHours', { hours: 1, phase: 'conversations' }, early);
  for (const [id, town] of [
    [plein, 'Oosterkoog'],
    [haven, 'Middelkoog'],
  ] as const) {
    const startOn = '2026-04-14';
    await give(id, pc(town), 'MakeEstimate', { totalHours: 20, totalCents: 25_000, startOn, endOn: '2026-06-19' });
    await give(id, pc(town), 'RequestApproval', { approverRef: await refOf(token('approver', town)) });
  }
  at('2026-05-01');
}, 120_000);
afterAll(() => app.stop());

describe('signals', () => {
  it('are read as lines, worst first, with why, since when, who can solve it, and the events that raised them', async () => {
    const answer = await app.ask('/api/v1/signals', { token: pc() });
    expect(answer.body).toMatchObject({ page: 1, pageSize: 50, total: 2 });
    expect(answer.body.items).toMatchObject([
      {
        code: 'START_WITHOUT_APPROVAL',
        severity: 'final',
        raisedOn: '2026-04-09',
        ageDays: 22,
        label: 'Gestart zonder akkoord',
        text: expect.stringContaining('9 april'),
        command: 'ApproveTimeAndMoney',
        solvableBy: ['approver'],
        trajectoryId: ids.Plein,
        title: 'Plein',
      },
      { code: 'APPROVAL_LATE', severity: 'target', raisedOn: '2026-04-29', trajectoryId: ids.Plein },
    ]);
    const events = (await app.ask(`/api/v1/trajectories/${ids.Plein}/events`, { token: pc() })).body.items as {
      type: string;
      meta: { id: string };
    }[];
    const types = (await read()).map(({ raisedBy }) =>
      raisedBy.map((id) => events.find(({ meta }) => meta.id === id)?.type),
    );
    expect(types).toEqual([['HoursBooked'], ['ApprovalRequested']]);
  });

  it.each([
    'client',
    'approver',
    'projectLeader',
    'processCoordinator',
    'teamMember',
    'communicationAdviser',
    'areaManager',
    'singleContact',
    'wooContact',
  ])('are shown to %s of the municipality, and not those of another', async (role) => {
    expect((await read('', token(role, 'Oosterkoog'))).map(({ trajectoryId }) => trajectoryId)).toEqual([
      ids.Plein,
      ids.Plein,
    ]);
    expect((await read('', token(role, 'Middelkoog'))).map(({ trajectoryId }) => trajectoryId)).toEqual([ids.Haven]);
  });

  it.each(['management', 'strategicAdviser', 'analyst', 'privacyOfficer', 'archivist'])(
    'of the whole organisation are shown to %s',
    async (role) => expect(await read('', token(role))).toHaveLength(3),
  );

  it('are not shown to who sees only what is public, and to nobody without a login', async () => {
    for (const role of ['alderman', 'council', 'clerk'] as const)
      expect([role, await read('', token(role, 'Oosterkoog'))]).toEqual([role, []]);
    expect(await read('', token('admin'))).toEqual([]);
    for (const who of [undefined, 'geen-token']) {
      const answer = await app.ask('/api/v1/signals', who ? { token: who } : {});
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        401,
        expect.stringContaining('application/problem+json'),
      ]);
    }
  });
});

describe('the overview', () => {
  it('counts them by kind, and apart those past their final date', async () => {
    const { body } = await app.ask('/api/v1/overview', { token: token('management') });
    expect(body.signals).toMatchObject([
      { code: 'START_WITHOUT_APPROVAL', count: 1, finals: 1, trajectories: 1, label: 'Gestart zonder akkoord' },
      { code: 'APPROVAL_LATE', count: 2, finals: 0, trajectories: 2, oldestOn: '2026-04-29' },
    ]);
  });
});

describe('filters', () => {
  it('choose by code, urgency, trajectory and municipality, and cut pages', async () => {
    const wide = token('management');
    expect(await codes('?code=APPROVAL_LATE', wide)).toEqual(['APPROVAL_LATE']);
    expect(await codes('?severity=final', wide)).toEqual(['START_WITHOUT_APPROVAL']);
    expect(await codes(`?trajectory=${ids.Haven}`, wide)).toEqual(['APPROVAL_LATE']);
    expect(await read(`?municipality=${app.municipalities.Oosterkoog}`, wide)).toHaveLength(2);
    expect(await read(`?municipality=${app.municipalities.Oosterkoog}&severity=target`, wide)).toHaveLength(1);
    const pages = [1, 2, 3].map((page) => read(`?pageSize=1&page=${page}`, wide));
    expect((await Promise.all(pages)).flat()).toEqual(await read('', wide));
    expect(await read('?page=9', wide)).toEqual([]);
  });

  it('do not tell a municipality of others from one that is not there, and nothing of a trajectory elsewhere', async () => {
    for (const municipality of [app.municipalities.Middelkoog, idOf('nowhere')]) {
      const answer = await app.ask(`/api/v1/signals?municipality=${municipality}`, { token: pc() });
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    }
    for (const trajectory of [ids.Haven, idOf('nowhere')]) expect(await read(`?trajectory=${trajectory}`)).toEqual([]);
  });

  it.each([
    'colour=red',
    'toString=1',
    'code=NO_SUCH_CODE',
    'code=APPROVAL_LATE&code=TENSION',
    'severity=worst',
    'trajectory=1',
    'municipality=Oosterkoog',
    'snoozed=yes',
    'page=0',
    'page=een',
    'pageSize=201',
    'asOf=gisteren',
    'asOf=2026-02-30',
    'asOf=2026-04-20&known=later',
  ])('refuse %s with the place and a reason', async (query) => {
    const answer = await app.ask(`/api/v1/signals?${query}`, { token: pc() });
    expect([answer.status, answer.body.code]).toEqual([400, 'bad-query']);
    expect(answer.body.errors).toMatchObject([
      {
        pointer: query
          .split('=')
          .at(query.includes('known') ? 1 : 0)
          ?.split('&')
          .at(-1),
      },
    ]);
  });
});

describe('signals of a past day', () => {
  it('stand by what was so, and by what was known then', async () => {
    const on = async (day: string) => [await codes(`?asOf=${day}`), await codes(`?asOf=${day}&known=then`)];
    expect(await on('2026-04-08')).toEqual([[], []]);
    expect(await on('2026-04-09')).toEqual([['START_WITHOUT_APPROVAL'], []]);
    expect(await on('2026-04-13')).toEqual([['START_WITHOUT_APPROVAL'], []]);
    expect(await on('2026-04-14')).toEqual([['START_WITHOUT_APPROVAL'], ['START_WITHOUT_APPROVAL']]);
    const late = ['START_WITHOUT_APPROVAL', 'APPROVAL_LATE'];
    expect(await on('2026-04-28')).toEqual([late.slice(0, 1), late.slice(0, 1)]);
    expect(await on('2026-04-29')).toEqual([late, late]);
    const { body } = await app.ask('/api/v1/signals?asOf=2026-04-20&known=then', { token: pc() });
    expect(body).toMatchObject({ asOf: '2026-04-20', known: 'then', items: [{ ageDays: 11 }] });
    expect(await read('?asOf=2026-04-20', pc('Middelkoog'))).toEqual([]);
    expect(await read('?asOf=2026-04-20', token('council', 'Oosterkoog'))).toEqual([]);
  });
});

describe('a signal that is let wait', () => {
  const wait = (who: string, code: string, snoozeUntil: string, reason = 'de budgethouder is terug op maandag') =>
    give(ids.Plein ?? '', who, 'AcknowledgeSignal', { code, subjectId: ids.Plein, reason, snoozeUntil });

  it('is for who works in it, needs a reason, and a final one waits at most 14 days', async () => {
    const code = 'START_WITHOUT_APPROVAL';
    expect((await wait(token('analyst'), code, '2026-05-10')).status).toBe(403);
    expect((await wait(pc('Middelkoog'), code, '2026-05-10')).status).toBe(404);
    expect((await wait(pc(), code, '2026-05-10', ' ')).status).toBeGreaterThanOrEqual(400);
    const tooLong = await wait(pc(), code, '2026-05-16');
    expect([tooLong.status, tooLong.body.missing]).toMatchObject([409, [{ code: 'SNOOZE_LIMIT' }]]);
    expect(await read()).toHaveLength(2);
  });

  it('leaves the list until its day, and stands among those that wait', async () => {
    const answer = await wait(pc(), 'START_WITHOUT_APPROVAL', '2026-05-10');
    expect(answer.status).toBe(201);
    expect(await codes()).toEqual(['APPROVAL_LATE']);
    expect(await read('?snoozed=only')).toMatchObject([
      { code: 'START_WITHOUT_APPROVAL', snoozed: { until: '2026-05-10' } },
    ]);
    expect(await codes('?snoozed=too')).toEqual(['START_WITHOUT_APPROVAL', 'APPROVAL_LATE']);
    // The days before it was said are as they were.
    expect(await codes('?asOf=2026-04-30')).toContain('START_WITHOUT_APPROVAL');
    at('2026-05-10');
    expect(await codes()).toContain('START_WITHOUT_APPROVAL');
  });

  it('goes with the command that clears it', async () => {
    await give(ids.Plein ?? '', token('approver', 'Oosterkoog'), 'ApproveTimeAndMoney', {});
    expect(await codes()).not.toContain('START_WITHOUT_APPROVAL');
    expect(await codes('?asOf=2026-05-09&snoozed=too')).toContain('START_WITHOUT_APPROVAL');
  });
});
