// Agreements are facts that are never refused, and show their words to the public only when they are public.
import { describe, expect, it } from '@jest/globals';
import { personOf, registered, type TrajectoryRun } from '../../../test/support/trajectory-run.js';
import { kern } from '../../kern/v1.workflow.js';
import { classOf, personalFields } from '../../kit/events.js';
import type { Recorded } from '../../kit/types.js';

const make = (run: TrajectoryRun, extra: object = {}): Recorded => {
  const [event] = run.events('MakeAgreement', { text: 'Bankjes voor de zomer', dueOn: '2026-06-19', ...extra });
  if (!event) throw new Error('No agreement was made.');
  return event;
};
const sealed = (run: TrajectoryRun, event: Recorded): string[] => {
  const def = kern.events.get(event.type);
  return def ? personalFields(def, event, run.trajectory, kern.events).map(({ pointer }) => pointer) : [];
};
const publicLeaves = (run: TrajectoryRun, event: Recorded): string[] => {
  const def = kern.events.get(event.type);
  const open = def?.open(event.data, run.facts) ?? false;
  return (def?.leaves ?? []).filter((leaf) => classOf(leaf, open) === 'public').map(({ path }) => path.join('/'));
};

describe('an agreement', () => {
  it('is settled when it was kept, or broken and explained', () => {
    const run = registered(kern);
    const [kept, broken] = [make(run), make(run)].map(({ data }) => String(data.agreementId));
    run.ids('FulfilAgreement', { agreementId: kept });
    run.ids('BreakAgreement', { agreementId: broken, reason: 'geen geld' });
    expect(run.state(`agreement/${kept ?? ''}`)).toBe('fulfilled');
    expect(run.state(`agreement/${broken ?? ''}`)).toBe('broken');
    run.ids('TellBrokenAgreement', { agreementId: broken, explanation: 'Er is geen geld.' });
    expect(run.state(`agreement/${broken ?? ''}`)).toBe('told');
  });

  it('takes every fact in every state without losing its own', () => {
    const run = registered(kern);
    const agreementId = String(make(run).data.agreementId);
    run.ids('TellBrokenAgreement', { agreementId, explanation: 'Te vroeg.' });
    expect(run.state(`agreement/${agreementId}`)).toBe('open');
    run.ids('FulfilAgreement', { agreementId });
    run.ids('BreakAgreement', { agreementId, reason: 'toch niet' });
    run.ids('RescheduleAgreement', { agreementId, dueOn: '2026-07-01', reason: 'levertijd' });
    expect(run.state(`agreement/${agreementId}`)).toBe('fulfilled');
  });

  it('belongs to who made it unless said otherwise, and is for named roles', () => {
    const run = registered(kern);
    const { data } = make(run);
    expect(data).toMatchObject({ ownerRef: personOf('processCoordinator'), public: false });
    expect(run.refusals('MakeAgreement', { text: 'x', dueOn: '2026-06-19' }, { as: 'alderman' })).toEqual([
      'ROLE_ALLOWED',
    ]);
    expect(run.refusals('FulfilAgreement', { agreementId: data.agreementId, on: '2026-12-01' })).toEqual([
      'NOT_IN_FUTURE',
    ]);
  });

  it('keeps its last date when an older event is corrected', () => {
    const run = registered(kern);
    const made = make(run);
    const agreementId = String(made.data.agreementId);
    const dueOn = (): string | undefined => run.facts.agreements.get(agreementId)?.dueOn;
    const correct = (before: string, after: string): unknown =>
      run.ids('CorrectFact', { eventId: made.meta.id, field: '/dueOn', before, after, reason: 'tikfout' });
    correct('2026-06-19', '2026-06-20');
    expect(dueOn()).toBe('2026-06-20');
    run.ids('RescheduleAgreement', { agreementId, dueOn: '2026-07-01', reason: 'levertijd' });
    correct('2026-06-20', '2026-06-21');
    expect(dueOn()).toBe('2026-07-01');
  });

  it('shows its words and dates to the public only when it is public', () => {
    const run = registered(kern);
    const shown = make(run, { public: true });
    const hidden = make(run);
    expect([sealed(run, shown), sealed(run, hidden)]).toEqual([[], ['/text']]);
    expect([publicLeaves(run, shown), publicLeaves(run, hidden)]).toEqual([['text', 'dueOn', 'public'], ['public']]);
    const explained = [shown, hidden].map(
      ({ data }) => run.events('TellBrokenAgreement', { agreementId: data.agreementId, explanation: 'Te duur.' })[0],
    );
    expect(explained.map((event) => event && sealed(run, event))).toEqual([[], ['/explanation']]);
    expect(explained.map((event) => event && publicLeaves(run, event))).toEqual([['explanation', 'on'], []]);
  });
});
