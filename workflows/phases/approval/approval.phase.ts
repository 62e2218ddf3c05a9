// Approval of time and money: nothing starts on borrowed hours. Estimate, ask, answer; later a supplement when it was not enough.
import type { Facts } from '../../facts/facts.js';
import { defineNeeds } from '../../kit/commands.js';
import { flatMachine, to } from '../../kit/machine.js';
import { localDay } from '../../kit/time.js';
import type { Recorded } from '../../kit/types.js';
import { definePhase } from '../../kit/workflow.js';
import { commands } from './approval.commands.js';
import { events, type ApprovalData } from './approval.events.js';

export const approvalMachine = flatMachine('approval', 'estimating', {
  estimating: { on: { EstimateMade: to('estimating'), ApprovalRequested: to('submitted') } },
  submitted: {
    tags: ['waits:approver'],
    on: {
      ApprovalReturned: to('estimating'),
      TimeAndMoneyApproved: to('approved'),
      TimeAndMoneyRejected: to('rejected'),
    },
  },
  rejected: { on: { EstimateMade: to('estimating') } },
  approved: {
    tags: ['closed'],
    on: {
      SupplementRequested: to('supplementPending'),
      PhaseReopened: to('estimating', ({ event }) => event.data.toState === 'estimating'),
    },
  },
  supplementPending: {
    tags: ['waits:approver'],
    on: { SupplementApproved: to('approved'), SupplementRejected: to('approved') },
  },
});

const needs = defineNeeds<Facts>({
  ESTIMATE_COVERS_ALL: {
    hard: false,
    sees: 'state',
    solvableBy: ['processCoordinator', 'projectLeader'],
    met: ({ facts }) => {
      const lines = [...facts.estimates.values()].at(-1)?.lines;
      return (
        lines === undefined ||
        ['interpreting', 'feedback'].every((phase) => lines.some((line) => line.phase === phase && line.hours > 0))
      );
    },
  },
  APPROVER_NOT_REQUESTER: {
    hard: true,
    sees: 'state',
    solvableBy: ['approver'],
    met: ({ facts, decider, trajectory }) => {
      const asked = trajectory.cells.get('approval')?.value === 'supplementPending' ? facts.supplement : facts.request;
      return asked === undefined || decider.ref !== asked.requesterRef;
    },
  },
});

type Data<K extends keyof ApprovalData> = ApprovalData[K];
const on = (event: Recorded): string => localDay(event.meta.occurredAt);
const requester = (event: Recorded): string => (event.data.decidedBy as { ref?: string }).ref ?? event.meta.actor.ref;

export const approval = definePhase<Facts>({
  key: 'approval',
  machine: approvalMachine,
  per: 'trajectory',
  events,
  commands,
  needs,
  facts: {
    EstimateMade(facts, event) {
      const data = event.data as Data<'EstimateMade'>;
      facts.estimates.set(data.estimateId, {
        id: data.estimateId,
        lines: data.lines,
        totalHours: data.totalHours,
        totalCents: data.totalCents,
        startOn: data.startOn,
        endOn: data.endOn,
        basis: data.basis,
        madeAt: event.meta.occurredAt,
      });
    },
    ApprovalRequested(facts, event) {
      const { estimateId, approverRef, decideBy } = event.data as Data<'ApprovalRequested'>;
      facts.request = { estimateId, approverRef, decideBy, requesterRef: requester(event), on: on(event) };
    },
    TimeAndMoneyApproved(facts, event) {
      const { hours, cents, startOn, endOn, conditions } = event.data as Data<'TimeAndMoneyApproved'>;
      facts.approval = {
        hours,
        cents,
        startOn,
        endOn,
        conditions,
        on: on(event),
        estimateId: facts.request?.estimateId,
      };
    },
    SupplementRequested(facts, event) {
      const { hours, cents, days } = event.data as Data<'SupplementRequested'>;
      facts.supplement = { hours, cents, days, requesterRef: requester(event), on: on(event) };
    },
    SupplementApproved(facts, event) {
      const { hours, cents, endOn } = event.data as Data<'SupplementApproved'>;
      if (facts.approval)
        facts.approval = {
          ...facts.approval,
          hours: facts.approval.hours + hours,
          cents: facts.approval.cents + cents,
          endOn,
        };
    },
  },
});
