// What a story cost and what was approved for it, from plain events, by the rule of section 7 of the domain reference.
import { daysOf, PHASES, phaseFinished, stretchesOf, type Phase } from './naive-phases.js';
import { total } from './naive-people.js';
import { daysApart, type Plain, type Story } from './naive-story.js';

export interface Money {
  day: string;
  hours: number;
  cents: number;
  days: number;
  approvedHours?: number;
  approvedCents?: number;
}

const hoursOf = (events: Plain[]): number => total(events.map(({ data }) => Number(data.hours)));
const centsOf = (events: Plain[]): number => total(events.map(({ data }) => Number(data.cents)));

/** Total that was approved, supplements since then included, and the estimate it rests on. */
function approval(story: Story): { hours: number; cents: number; estimate?: Plain } | undefined {
  const at = story.events.findLastIndex(({ type }) => type === 'TimeAndMoneyApproved');
  const approved = story.events[at];
  if (!approved) return undefined;
  const requested = story.events.slice(0, at).findLast(({ type }) => type === 'ApprovalRequested');
  const estimate = story.all('EstimateMade').find(({ data }) => data.estimateId === requested?.data.estimateId);
  const more = story.events.slice(at).filter(({ type }) => type === 'SupplementApproved');
  return {
    hours: Number(approved.data.hours) + hoursOf(more),
    cents: Number(approved.data.cents) + centsOf(more),
    ...(estimate ? { estimate } : {}),
  };
}

export function linesOf(story: Story): { phase: string; hours: number; cents: number }[] {
  return (approval(story)?.estimate?.data.lines ?? []) as { phase: string; hours: number; cents: number }[];
}

export function costOfPhases(story: Story): (Money & { phase: Phase })[] {
  const approved = approval(story);
  const lines = linesOf(story);
  return PHASES.flatMap((phase) => {
    const day = phaseFinished(story, phase);
    if (day === undefined) return [];
    const own = ({ data }: Plain): boolean => data.phase === phase;
    const part = (unit: 'hours' | 'cents', approvedTotal: number, estimated: number): number | undefined =>
      lines.length === 0 || estimated === 0
        ? undefined
        : (total(lines.filter((line) => line.phase === phase).map((line) => line[unit])) / estimated) * approvedTotal;
    const { estimate } = approved ?? {};
    return [
      {
        phase,
        day,
        hours: hoursOf(story.all('HoursBooked').filter(own)),
        cents: centsOf(story.all('CostBooked').filter(own)),
        days: total(
          stretchesOf(story)
            .filter((one) => one.phase === phase)
            .map((one) => daysOf(story, one) ?? 0),
        ),
        approvedHours: part('hours', approved?.hours ?? 0, Number(estimate?.data.totalHours ?? 0)),
        approvedCents: part('cents', approved?.cents ?? 0, Number(estimate?.data.totalCents ?? 0)),
      },
    ];
  });
}

export interface Whole extends Money {
  unphasedHours: number;
  unphasedCents: number;
}

export function costOfWhole(story: Story): Whole | undefined {
  const { end } = story;
  if (!end) return undefined;
  const hours = story.all('HoursBooked');
  const costs = story.all('CostBooked');
  const loose = ({ data }: Plain): boolean => data.phase === undefined;
  const approved = approval(story);
  return {
    day: end.day,
    hours: hoursOf(hours),
    cents: centsOf(costs),
    days: Math.max(0, daysApart(story.start, end.day) - story.pausedBetween(story.start, end.day)),
    ...(approved ? { approvedHours: approved.hours, approvedCents: approved.cents } : {}),
    unphasedHours: hoursOf(hours.filter(loose)),
    unphasedCents: centsOf(costs.filter(loose)),
  };
}

const NORM: [Phase, number][] = [
  ['approval', 14],
  ['organisation', 14],
  ['conversations', 21],
  ['interpreting', 28],
  ['feedback', 28],
];

/** Planned last day of a phase: from start to end of the approval, before it of the last estimate, split by the norms of section 6. */
export function plannedEnd(story: Story, phase: Phase): string | undefined {
  const approved = story.last('TimeAndMoneyApproved') ?? story.last('EstimateMade');
  if (!approved) return undefined;
  const later = story
    .all('SupplementApproved')
    .filter(({ meta }) => meta.revision > approved.meta.revision)
    .at(-1);
  const start = String(approved.data.startOn);
  const end = String((later ?? approved).data.endOn);
  const before = NORM.slice(0, NORM.findIndex(([name]) => name === phase) + 1);
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000;
  const part = Math.floor((days * total(before.map(([, norm]) => norm))) / 105);
  return new Date(Date.parse(start) + part * 86_400_000).toISOString().slice(0, 10);
}
