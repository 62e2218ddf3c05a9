// Second chapter: the estimate, the answer to it (also no, or not like this), and the supplement that some need later.
import { addDays } from '../../../workflows/kit/time.js';
import { bookingsFrom } from './bookings.js';
import { stopping } from './ending.js';
import { organising } from './organising.js';
import type { Story } from './story.js';
import { WORDS } from './subjects.js';

const HOURS = { small: [16, 48], middle: [60, 150], large: [160, 380] } as const;
const DAYS = { small: [60, 100], middle: [110, 170], large: [180, 290] } as const;
/** How an estimate with lines spreads hours and money over the phases. */
const SHARES = [
  ['approval', 0.06, 0],
  ['organisation', 0.08, 0],
  ['conversations', 0.44, 0.75],
  ['interpreting', 0.22, 0.1],
  ['feedback', 0.2, 0.15],
] as const;

const quarter = (hours: number): number => Math.round(hours * 4) / 4;

/** Makes the estimate and asks for approval. */
export async function approving(story: Story, part = 1): Promise<void> {
  const { life } = story;
  const { chance, outline } = life;
  if (story.endOn === '') {
    const [low, high] = HOURS[outline.size];
    story.approved = { hours: chance.int(low, high), cents: chance.int(low, high) * 4_500 };
    const [shortest, longest] = DAYS[outline.size];
    story.endOn = addDays(life.today, chance.int(shortest, longest));
    story.hasLines = chance.happens(0.6);
    if (chance.happens(0.25)) await life.send('processCoordinator', 'BookHours', { phase: 'approval', hours: 2 });
  }
  const hours = quarter(story.approved.hours * part);
  const cents = Math.round((story.approved.cents * part) / 100) * 100;
  const lines = SHARES.map(([phase, ofHours, ofCents]) => ({
    phase,
    role: phase === 'interpreting' ? 'projectLeader' : 'processCoordinator',
    hours: quarter(hours * ofHours),
    cents: Math.round(cents * ofCents),
  }));
  const experienced = chance.happens(0.3);
  await life.send('processCoordinator', 'MakeEstimate', {
    ...(story.hasLines ? { lines } : { totalHours: hours, totalCents: cents }),
    endOn: story.endOn,
    basis: experienced ? 'experience' : chance.pick(['expert', 'quote']),
    ...(experienced
      ? {
          sample: {
            n: chance.int(3, 9),
            p50h: quarter(hours * 0.9),
            p80h: quarter(hours * 1.3),
            p50c: cents,
            p80c: Math.round(cents * 1.4),
          },
        }
      : {}),
  });
  await life.send('processCoordinator', 'RequestApproval', { approverRef: life.person('approver') });
  if (life.slips(0.06)) await life.send('processCoordinator', 'BookHours', { phase: 'conversations', hours: 3 });
  life.after(life.slips(0.15) ? chance.int(20, 34) : chance.int(2, 12), () => answer(story, part));
}

async function answer(story: Story, part: number): Promise<void> {
  const { life } = story;
  const { chance, outline } = life;
  if (part === 1 && outline.ending === 'refused') return refuse(story, true);
  if (part === 1 && chance.happens(0.06)) return refuse(story, false);
  if (part === 1 && chance.happens(0.14)) {
    await life.send('approver', 'ReturnApproval', {
      reason: chance.pick(WORDS.returnReasons),
      missing: ['een regel per fase'],
    });
    return life.after(chance.int(2, 7), () => approving(story, 1.05));
  }
  const less = chance.happens(0.25);
  const terms = less
    ? { hours: quarter(story.approved.hours * part * 0.9), conditions: ['Meld het als driekwart van de uren op is.'] }
    : {};
  if (chance.happens(0.35)) await onBehalf(story, terms);
  else await life.send('approver', 'ApproveTimeAndMoney', terms);
  story.approvedOn = life.today;
  story.approved = {
    hours: quarter(story.approved.hours * part * (less ? 0.9 : 1)),
    cents: Math.round((story.approved.cents * part) / 100) * 100,
  };
  bookingsFrom(story);
  if (chance.happens(0.22)) life.after(chance.int(45, 80), () => supplement(story));
  life.after(life.slips(0.12) ? chance.int(18, 26) : chance.int(1, 8), () => organising(story));
}

/** The approver said yes by mail; the coordinator records it. */
async function onBehalf(story: Story, terms: Record<string, unknown>): Promise<void> {
  const { life } = story;
  await life.send('processCoordinator', 'ApproveTimeAndMoney', terms, {
    decidedBy: { role: 'approver', function: 'budgethouder', ref: life.person('approver') },
    decidedOn: life.today,
    evidence: { text: 'Mail van de budgethouder: akkoord.' },
  });
}

async function refuse(story: Story, stop: boolean): Promise<void> {
  const { life } = story;
  const { chance } = life;
  await life.send('approver', 'RejectTimeAndMoney', {
    reason: chance.pick(WORDS.rejectReasons),
    wayOut: stop ? 'stop' : chance.pick(['smallerScope', 'lowerLevel']),
  });
  if (stop) life.after(chance.int(3, 12), () => stopping(story, 'het geld is er dit jaar niet'));
  else life.after(chance.int(4, 12), () => approving(story, 0.7));
}

async function supplement(story: Story): Promise<void> {
  const { life } = story;
  const { chance } = life;
  if (life.over) return;
  const hours = quarter(story.approved.hours * (0.1 + chance.next() * 0.2));
  const cents = chance.int(2, 20) * 10_000;
  await life.send('processCoordinator', 'RequestSupplement', {
    hours,
    cents,
    days: chance.int(0, 30),
    reason: chance.pick(WORDS.supplementReasons),
  });
  life.after(life.slips(0.2) ? chance.int(18, 30) : chance.int(2, 11), async () => {
    if (life.over) return;
    if (chance.happens(0.2)) {
      await life.send('approver', 'RejectSupplement', { reason: 'vang het op binnen het akkoord' });
      return;
    }
    await life.send('approver', 'ApproveSupplement', {});
    story.approved = { hours: story.approved.hours + hours, cents: story.approved.cents + cents };
  });
}
