// Trajectories that people could have lived, made through commands by a seed: with detours, late answers, corrections, pauses and stops.
// Whatever the workflow refuses simply did not happen.
import { addDays } from '../../../workflows/kit/time.js';
import type { Decision, Id, Recorded, Role } from '../../../workflows/kit/types.js';
import { kern } from '../../../workflows/registry.js';
import { asAnother } from '../projecting/stage.js';
import { OOSTERKOOG, personOf, World, type Extra } from '../kern/world.js';
import { idOf } from '../../../workflows/kit/ids.js';
import { detour } from './random-detours.js';
import { converse, judge, tell } from './random-rounds.js';

export const TOWNS = [OOSTERKOOG, idOf('test-municipality', 'Middelkoog'), idOf('test-municipality', 'Zuiderkoog')];

const WHO: Role[] = ['client', 'processCoordinator', 'projectLeader', 'areaManager'];
const reason = 'omdat het zo liep';

/** Chance by a seed (mulberry32). */
export class Chance {
  constructor(private state: number) {}
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number from `from` up to and including `to`. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
  odds(percent: number): boolean {
    return this.next() * 100 < percent;
  }
  one<T>(all: readonly T[]): T {
    return all[this.int(0, all.length - 1)] as T;
  }
}

/** One trajectory under way, and the dice. */
export class Life {
  readonly world = new World(kern);
  readonly groups: Id[] = [];
  readonly agreements: Id[] = [];
  readonly ideas: Id[] = [];

  constructor(readonly chance: Chance) {}

  /** Sends a command; answers the ids it made, or nothing when it was not accepted. */
  try(type: string, payload: object, as: Role | Role[] = WHO, extra: Extra = {}): Record<string, Id> | undefined {
    const decision: Decision = this.world.send(as, type, payload, extra);
    return decision.kind === 'accepted' ? decision.ids : undefined;
  }

  /** Some days go by, and what the clock does in them is done. */
  pass(days: number): void {
    this.world.pass(days);
    const { world } = this;
    for (const { command, payload, at } of kern.due(
      world.trajectory,
      world.now,
      world.contextOf('system', '').settings,
    ))
      this.try(command, payload, 'system', { occurredAt: at });
    if (this.chance.odds(6) && this.try('PauseTrajectory', { reason }) !== undefined) {
      world.pass(this.chance.int(1, 30));
      this.try('ResumeTrajectory', {});
    }
    if (this.chance.odds(25)) this.book();
  }

  book(): void {
    const { chance } = this;
    const phase = chance.odds(80)
      ? { phase: chance.one(['approval', 'organisation', 'conversations', 'interpreting', 'feedback']) }
      : {};
    if (chance.odds(70)) this.try('BookHours', { ...phase, hours: chance.int(1, 60) / 4 });
    else this.try('BookCost', { ...phase, cents: chance.int(100, 90_000), category: 'drukwerk' });
  }

  /** Sets right what was recorded wrong. */
  correct(type: string, field: string, change: (before: unknown) => unknown): void {
    const all = [...this.world.trajectory.events.values()].filter((event) => event.type === type);
    if (all.length === 0) return;
    const event = this.chance.one(all);
    const steps = field.split('/').slice(1);
    const before = steps.reduce<unknown>(
      (inner, step) => (inner as Record<string, unknown> | undefined)?.[step],
      event.data,
    );
    this.try('CorrectFact', { eventId: event.meta.id, field, before, after: change(before), reason });
  }
}

function begin(life: Life, day: string): void {
  const { chance, world } = life;
  world.now = `${day}T08:00:00.000Z`;
  life.try('RegisterTrajectory', {
    title: `Traject ${chance.int(1, 9_999)}`,
    theme: chance.one(['groen', 'verkeer', 'wonen']),
    workflow: 'kern',
    municipalityIds: [OOSTERKOOG],
    level: chance.one(['consult', 'consult', 'advise', 'inform']),
    clientRef: personOf('client'),
    coordinatorRef: personOf('processCoordinator'),
    ...(chance.odds(20) ? { startOn: addDays(day, chance.int(1, 10)) } : {}),
  });
  if (chance.odds(20)) life.pass(chance.int(1, 14));
  life.try('SetQuestion', { question: 'Waar?', publicText: 'Waar?' });
  for (let nr = chance.int(1, 3); nr > 0; nr -= 1) {
    const min = chance.int(0, 15);
    const counts = { size: 100, min, target: chance.odds(10) ? 0 : min + chance.int(0, 20) };
    const made = life.try('AddPublicGroup', { name: `groep ${nr}`, required: chance.odds(60), ...counts });
    if (made?.groupId) life.groups.push(made.groupId);
  }
  if (chance.odds(30)) life.try('SetLevel', { level: chance.one(['advise', 'consult']) });
}

function approve(life: Life): void {
  const { chance, world } = life;
  const lines = ['approval', 'conversations', 'interpreting', 'feedback'].map((phase) => ({
    phase,
    role: 'processCoordinator',
    hours: chance.int(2, 20),
    cents: chance.int(0, 20_000),
  }));
  const endOn = addDays(world.today, chance.int(20, 200));
  const totals = { totalHours: chance.int(10, 80), totalCents: chance.int(0, 90_000) };
  const estimate = () => life.try('MakeEstimate', { ...(chance.odds(65) ? { lines } : totals), endOn });
  estimate();
  life.pass(chance.int(0, 9));
  life.try('RequestApproval', { approverRef: personOf('approver') });
  life.pass(chance.int(0, 20));
  if (chance.odds(20) && life.try('ReturnApproval', { reason }, 'approver') !== undefined) {
    estimate();
    life.try('RequestApproval', { approverRef: personOf('approver') });
  }
  const more = chance.odds(40) ? { hours: chance.int(10, 90), cents: chance.int(1_000, 99_000) } : {};
  life.try('ApproveTimeAndMoney', more, 'approver');
}

function organise(life: Life): void {
  const { chance } = life;
  life.pass(chance.int(0, 12));
  const role = (name: Role, responsibility: string) =>
    life.try('AssignRole', {
      role: name,
      assigneeRef: personOf(name),
      department: 'Groen',
      responsibility,
      accepted: true,
    });
  role('projectLeader', 'content');
  if (chance.odds(80)) role('processCoordinator', 'process');
  if (chance.odds(80))
    life.try('AppointSingleContact', { assigneeRef: personOf('client'), publicName: 'Groenloket', channel: 'mail' });
  life.pass(chance.int(0, 6));
  const codes = ['CONTENT_ROLE_ACCEPTED', 'PROCESS_ROLE_ACCEPTED', 'SINGLE_CONTACT_NAMED'];
  if (life.try('ConfirmOrganisation', {}) !== undefined) return;
  for (const code of codes)
    life.try('OverrideGuard', { command: 'ConfirmOrganisation', phase: 'organisation', needs: [code], reason });
  life.try('ConfirmOrganisation', {});
}

function supplement(life: Life): void {
  const { chance } = life;
  life.try('RequestSupplement', { hours: chance.int(1, 20), cents: chance.int(0, 9_000), days: 14, reason });
  life.pass(chance.int(1, 10));
  life.try(
    chance.odds(70) ? 'ApproveSupplement' : 'RejectSupplement',
    chance.odds(70) ? { endOn: addDays(life.world.today, 60) } : { reason },
    'approver',
  );
}

function finish(life: Life): void {
  const { chance } = life;
  for (const agreementId of life.agreements) {
    life.pass(chance.int(0, 20));
    if (chance.odds(20)) life.try('RescheduleAgreement', { agreementId, dueOn: addDays(life.world.today, 15), reason });
    const due = life.world.facts.agreements.get(agreementId)?.dueOn ?? '';
    const onDueDay = due <= life.world.today && chance.odds(40) ? { on: due } : {};
    if (chance.odds(75)) life.try('FulfilAgreement', { agreementId, ...onDueDay });
    else if (chance.odds(80)) {
      life.try('BreakAgreement', { agreementId, reason });
      if (chance.odds(75)) life.try('TellBrokenAgreement', { agreementId, explanation: reason });
    }
  }
  if (chance.odds(30)) life.correct('HoursBooked', '/hours', (before) => Number(before) + 1.25);
  if (chance.odds(20))
    life.correct('ConversationHeld', '/attendance/0/count', (before) => Math.max(0, Number(before) - 3));
  if (chance.odds(20)) life.correct('ConversationHeld', '/on', (before) => addDays(String(before), -1));
  if (chance.odds(20)) life.correct('FeedbackSent', '/on', (before) => addDays(String(before), -2));
  if (chance.odds(50)) life.correct('FramesAnnounced', '/on', (before) => addDays(String(before), chance.int(5, 40)));
  if (chance.odds(20)) life.correct('AgreementFulfilled', '/on', (before) => addDays(String(before), -4));
  life.pass(chance.int(8, 20));
  if (chance.odds(85)) life.try('CompleteTrajectory', {});
  if (chance.odds(10)) life.try('ReopenTrajectory', { reason });
}

/** One trajectory from registration until it ended, was stopped, or stuck half-way. */
export function randomLife(chance: Chance, day: string): World {
  const life = new Life(chance);
  begin(life, day);
  const steps = [
    approve,
    organise,
    converse,
    judge,
    tell,
    supplement,
    ...(chance.odds(30) ? [converse, judge, tell] : []),
    finish,
  ];
  const stopAt = chance.odds(25) ? chance.int(1, steps.length) : steps.length;
  for (const step of steps.slice(0, stopAt)) {
    if (step !== supplement || chance.odds(25)) step(life);
    if (chance.odds(20)) detour(life);
    life.pass(chance.int(0, 15));
  }
  if (chance.odds(15)) life.try('CancelTrajectory', { reason, messagePlannedOn: life.world.today });
  return life.world;
}

/** So many trajectories in three towns, over three years; some belong to two towns. */
export function randomHistory(seed: number, trajectories: number): Recorded[] {
  return Array.from({ length: trajectories }, (_unused, nr) => {
    const chance = new Chance(seed * 10_007 + nr);
    const world = randomLife(chance, addDays('2023-01-09', chance.int(0, 1_000)));
    const towns = chance.odds(15) ? TOWNS.slice(0, 2) : [chance.one(TOWNS)];
    const listed = towns.map((town) => `"${town}"`).join(',');
    const text = JSON.stringify(world.events)
      .replaceAll(`["${OOSTERKOOG}"]`, `[${listed}]`)
      .replaceAll(`"${OOSTERKOOG}"`, `"${towns[0]}"`);
    return asAnother(JSON.parse(text) as Recorded[], nr + 1);
  }).flat();
}
