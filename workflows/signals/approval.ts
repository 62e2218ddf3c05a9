// Time and money: started without a yes, waiting for one, or running out of what was given.
import type { LocalDate } from '../kit/types.js';
import { endOf, shared } from './intervals.js';
import { notValidated } from './rounds.js';
import { ended, next, type Happened, type Story } from './story.js';
import type { Case } from './types.js';

const about = (story: Story): Pick<Case, 'subjectId' | 'subject' | 'phase'> => ({
  subjectId: story.trajectory.id,
  subject: '',
  phase: 'approval',
});
const BEFORE_APPROVAL = ['preparation', 'approval'];

/** START_WITHOUT_APPROVAL: somebody was spoken to, or hours went into the work, before there was a yes. */
export function startWithoutApproval(story: Story): Case[] {
  const booking = story
    .all('HoursBooked', 'CostBooked')
    .find(({ data }) => typeof data.phase === 'string' && !BEFORE_APPROVAL.includes(data.phase));
  const first = [story.firstContact, booking]
    .filter((one) => one !== undefined)
    .sort((a, b) => a.day.localeCompare(b.day))[0];
  if (!first) return [];
  return [
    {
      ...about(story),
      code: 'START_WITHOUT_APPROVAL',
      command: 'ApproveTimeAndMoney',
      severity: 'final',
      base: first.day,
      raisedBy: [first.id],
      ...ended(story.all('TimeAndMoneyApproved')[0]),
    },
  ];
}

/** APPROVAL_LATE: an estimate or a supplement waits for its answer. */
export function approvalLate(story: Story): Case[] {
  const waits = (asked: string, command: string, ...answers: string[]): Case[] =>
    story.all(asked).map((request) => ({
      ...about(story),
      code: 'APPROVAL_LATE',
      command,
      severity: 'target',
      base: request.day,
      norm: 'norm.APPROVAL_LATE.target',
      days: 'official',
      raisedBy: [request.id],
      ...ended(next(story.all(...answers), request)),
    }));
  return [
    ...waits(
      'ApprovalRequested',
      'ApproveTimeAndMoney',
      'TimeAndMoneyApproved',
      'ApprovalReturned',
      'TimeAndMoneyRejected',
    ),
    ...waits('SupplementRequested', 'ApproveSupplement', 'SupplementApproved', 'SupplementRejected'),
  ];
}

interface Sum {
  hours: number;
  cents: number;
}

/** Steps below this share of what was approved interest no setting. */
const LEAST = 50;

const shareOf = (booked: number, approved: number): number =>
  booked === 0 ? 0 : approved === 0 ? Number.MAX_SAFE_INTEGER : (booked / approved) * 100;

/** BUDGET_OVERRUN: more booked than a share of what was approved while a round is unfinished, or more than all of it. */
export function budgetOverrun(story: Story): Case[] {
  const steps = shares(story);
  return steps.flatMap(({ day, share, id }, index): Case[] => {
    const after = steps[index + 1];
    if (share <= LEAST || after?.day === day) return [];
    const one: Omit<Case, 'severity'> = {
      ...about(story),
      code: 'BUDGET_OVERRUN',
      command: 'RequestSupplement',
      base: day,
      raisedBy: [id],
      ...(after ? { to: endOf(after.day), clearedBy: [after.id] } : {}),
    };
    const measure = (norm: string): Case['measures'] => [{ value: share, is: 'above', norm }];
    const unfinished = notValidated(story).flatMap((time) =>
      shared(time, { from: endOf(day), ...(one.to === undefined ? {} : { to: one.to }) }),
    );
    return [
      { ...one, severity: 'final', measures: measure('norm.BUDGET_OVERRUN.final') },
      ...unfinished.map((part): Case => {
        const byValidation = part.to !== one.to;
        return {
          ...one,
          ...part,
          severity: 'target',
          measures: measure('norm.BUDGET_OVERRUN.target'),
          ...(byValidation ? { clearedBy: [] } : {}),
        };
      }),
    ];
  });
}

/** After each booking or approval the share that is booked, of hours or of money, whichever is more. */
function shares(story: Story): { day: LocalDate; share: number; id: string }[] {
  const booked: Sum = { hours: 0, cents: 0 };
  let approved: Sum | undefined;
  const events = story.all('HoursBooked', 'CostBooked', 'TimeAndMoneyApproved', 'SupplementApproved');
  return events.flatMap(({ type, day, data, id }: Happened) => {
    const { hours = 0, cents = 0 } = data as Partial<Sum>;
    if (type === 'TimeAndMoneyApproved') approved = { hours, cents };
    else if (type === 'SupplementApproved')
      approved = approved && { hours: approved.hours + hours, cents: approved.cents + cents };
    else {
      booked.hours += hours;
      booked.cents += cents;
    }
    if (!approved) return [];
    const share = Math.max(shareOf(booked.hours, approved.hours), shareOf(booked.cents, approved.cents));
    return [{ day, share: Math.round(share * 100) / 100, id }];
  });
}
