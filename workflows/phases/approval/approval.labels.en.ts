// English words of the approval phase.
import type { Labels } from '../../kit/labels.js';

export const en: Labels = {
  name: 'Approval of time and money',
  states: {
    estimating: { word: 'bezig', label: 'Estimating' },
    submitted: { word: 'wacht op', label: 'Submitted', who: 'approver' },
    rejected: { word: 'bezig', label: 'Rejected' },
    approved: { word: 'klaar', label: 'Approved' },
    supplementPending: { word: 'wacht op', label: 'Supplement requested', who: 'approver' },
  },
  commands: {
    MakeEstimate: 'Make an estimate',
    RequestApproval: 'Ask for approval',
    ReturnApproval: 'Return the estimate',
    ApproveTimeAndMoney: 'Approve time and money',
    RejectTimeAndMoney: 'Reject time and money',
    RequestSupplement: 'Ask for a supplement',
    ApproveSupplement: 'Approve the supplement',
    RejectSupplement: 'Reject the supplement',
  },
  fields: {
    estimateId: 'Estimate',
    lines: 'Lines per phase',
    phase: 'Phase',
    role: 'Role',
    hours: 'Hours',
    cents: 'Amount',
    totalHours: 'Hours in total',
    totalCents: 'Amount in total',
    startOn: 'Starts on',
    endOn: 'Done on',
    basis: 'What does the estimate rest on?',
    sample: 'Experience figures',
    n: 'Number of trajectories',
    p50h: 'Hours, half lie below',
    p80h: 'Hours, 80% lie below',
    p50c: 'Amount, half lie below',
    p80c: 'Amount, 80% lie below',
    approverRef: 'Approver',
    decideBy: 'Answer before',
    missing: 'What is missing',
    conditions: 'Conditions',
    reason: 'Reason',
    wayOut: 'What now?',
    days: 'Extra days',
  },
  choices: {
    basis: { experience: 'experience figures', expert: 'estimate of an expert', quote: 'quote' },
    wayOut: { smallerScope: 'make it smaller', lowerLevel: 'ask for less influence', stop: 'stop' },
  },
  events: {
    EstimateMade: (data, names) =>
      `An estimate was made: ${names.number(data.totalHours)} hours and ${names.euros(data.totalCents)}, ` +
      `from ${names.date(data.startOn)} to ${names.date(data.endOn)}.`,
    ApprovalRequested: (data, names) =>
      `Approval of time and money was asked: to be decided before ${names.date(data.decideBy)}.`,
    ApprovalReturned: (data) => `The estimate was returned: ${String(data.reason)}`,
    TimeAndMoneyApproved: (data, names) =>
      `Time and money were approved: ${names.number(data.hours)} hours and ${names.euros(data.cents)}.`,
    TimeAndMoneyRejected: (data, names) =>
      `Time and money were rejected: ${String(data.reason)} Next: ${names.choice('wayOut', data.wayOut)}.`,
    SupplementRequested: (data, names) =>
      `A supplement was asked of ${names.number(data.hours)} hours and ${names.euros(data.cents)}: ${String(data.reason)}`,
    SupplementApproved: (data, names) =>
      `The supplement was approved: ${names.number(data.hours)} hours and ${names.euros(data.cents)} more, done on ${names.date(data.endOn)}.`,
    SupplementRejected: (data) => `The supplement was rejected: ${String(data.reason)}`,
  },
  needs: {
    ESTIMATE_COVERS_ALL: 'There are no hours for interpreting or feedback.',
    APPROVER_NOT_REQUESTER: 'Who asked for it cannot approve it.',
  },
};
