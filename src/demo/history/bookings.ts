// Hours and money of a generated trajectory, written off every few weeks from the approval on: mostly within what was agreed, sometimes over it.
import type { Story } from './story.js';

const PHASES = ['approval', 'organisation', 'conversations', 'interpreting', 'feedback'] as const;
const quarter = (hours: number): number => Math.round(hours * 4) / 4;

/** Plans the first booking; each plans the next. */
export function bookingsFrom(story: Story): void {
  const { life } = story;
  const { chance } = life;
  const overrun = chance.weighted([
    [0.75, 3],
    [0.95, 4],
    [1.15, 2],
    [1.4, 1],
  ]);
  const planned = { small: 4, middle: 6, large: 9 }[life.outline.size];
  const share = overrun / planned;
  const book = async (done: number): Promise<void> => {
    if (life.over) return;
    await hours(story, share * (0.6 + chance.next() * 0.8), phaseAt(done, planned));
    if (chance.happens(0.5)) await money(story, share * (0.5 + chance.next() * 1.5));
    if (done + 1 < planned) life.plan(nextDay(story), '16:40', () => book(done + 1), true);
  };
  life.plan(nextDay(story), '16:40', () => book(0), true);
}

/** What the hours went to, about in the order of the phases; some forget to say. */
function phaseAt(done: number, planned: number): string {
  return PHASES[Math.min(PHASES.length - 1, Math.floor((done / planned) * PHASES.length))] ?? 'conversations';
}

async function hours({ life, approved }: Story, share: number, phase: string): Promise<void> {
  const { chance } = life;
  const whole = quarter(Math.max(0.5, approved.hours * share));
  const led = phase === 'interpreting' || chance.happens(0.3);
  await life.send(led ? 'projectLeader' : 'processCoordinator', 'BookHours', {
    ...(chance.happens(0.88) ? { phase } : {}),
    hours: whole,
  });
}

async function money({ life, approved }: Story, share: number): Promise<void> {
  const { chance } = life;
  await life.send('processCoordinator', 'BookCost', {
    ...(chance.happens(0.8) ? { phase: 'conversations' } : {}),
    cents: Math.max(500, Math.round((approved.cents * share) / 500) * 500),
    category: chance.pick(['zaal', 'drukwerk', 'koffie en thee', 'gespreksleider', 'tolk', 'materiaal']),
  });
}

function nextDay({ life }: Story): string {
  const step = { small: [9, 18], middle: [14, 24], large: [18, 30] } as const;
  const [low, high] = step[life.outline.size];
  return new Date(Date.parse(`${life.today}T00:00:00.000Z`) + life.chance.int(low, high) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
