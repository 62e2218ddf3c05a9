// Commands of the approval phase: who may give them, what they need, and what a form may leave out.
import type { Facts } from '../../facts/facts.js';
import { defineCommands, type Data } from '../../kit/commands.js';
import { numberFor } from '../../kit/settings.js';
import { addDays } from '../../kit/time.js';
import { events } from './approval.events.js';

const phase = 'approval';
const makers = ['processCoordinator', 'projectLeader'] as const;
const sum = (data: Data, field: 'hours' | 'cents'): number | undefined => {
  const lines = data.lines as { hours: number; cents: number }[] | undefined;
  return lines?.reduce((total, line) => total + line[field], 0);
};

export const commands = defineCommands<Facts>('approval', events, {
  MakeEstimate: {
    event: 'EstimateMade',
    by: makers,
    phase,
    needs: ['PHASE_OPEN'],
    makes: ['estimateId'],
    defaults: { startOn: ({ today }) => today, basis: () => 'expert' },
    engine: { totalHours: (_view, data) => sum(data, 'hours'), totalCents: (_view, data) => sum(data, 'cents') },
  },
  RequestApproval: {
    event: 'ApprovalRequested',
    by: makers,
    phase,
    needs: ['PHASE_OPEN', 'ESTIMATE_COVERS_ALL'],
    defaults: {
      estimateId: ({ facts }) => [...facts.estimates.keys()].at(-1),
      approverRef: ({ approverOf, facts }) => approverOf?.(facts.municipalityIds),
      decideBy: ({ today, settings }) => addDays(today, numberFor(settings, [], 'approval.decideDays', 14, today)),
    },
  },
  ReturnApproval: {
    event: 'ApprovalReturned',
    by: ['approver'],
    phase,
    needs: ['REASON_GIVEN'],
    defaults: { missing: () => [] },
  },
  ApproveTimeAndMoney: {
    event: 'TimeAndMoneyApproved',
    by: ['approver'],
    phase,
    needs: ['APPROVER_NOT_REQUESTER'],
    defaults: {
      hours: ({ facts }) => facts.estimates.get(facts.request?.estimateId ?? '')?.totalHours,
      cents: ({ facts }) => facts.estimates.get(facts.request?.estimateId ?? '')?.totalCents,
      startOn: ({ facts }) => facts.estimates.get(facts.request?.estimateId ?? '')?.startOn,
      endOn: ({ facts }) => facts.estimates.get(facts.request?.estimateId ?? '')?.endOn,
      conditions: () => [],
    },
  },
  RejectTimeAndMoney: { event: 'TimeAndMoneyRejected', by: ['approver'], phase, needs: ['REASON_GIVEN'] },
  RequestSupplement: { event: 'SupplementRequested', by: makers, phase, needs: ['REASON_GIVEN'] },
  ApproveSupplement: {
    event: 'SupplementApproved',
    by: ['approver'],
    phase,
    needs: ['APPROVER_NOT_REQUESTER'],
    defaults: {
      hours: ({ facts }) => facts.supplement?.hours,
      cents: ({ facts }) => facts.supplement?.cents,
      endOn: ({ facts }) => facts.approval && addDays(facts.approval.endOn, facts.supplement?.days ?? 0),
    },
  },
  RejectSupplement: { event: 'SupplementRejected', by: ['approver'], phase, needs: ['REASON_GIVEN'] },
});
