// Sixth chapter, per round: people hear what happened with their ideas; in time, late, told to be late, or not well enough the first time.
import { addDays } from '../../../workflows/kit/time.js';
import { closing } from './ending.js';
import { openRound, stateOf, type Idea, type Round, type Story } from './story.js';
import { WORDS } from './subjects.js';

/** Prepares the feedback of a round and plans its sending. */
export async function answering(story: Story, round: Round): Promise<void> {
  const { life } = story;
  const { chance } = life;
  if (life.over || round.answering) return;
  round.answering = true;
  if (!round.feedbackSent && life.slips(0.35)) return delayed(story, round);
  const waiting = waitingFor(round);
  await prepare(story, round, waiting);
  if (chance.happens(0.1)) {
    await life.send('client', 'ReturnFeedback', {
      about: round.roundId,
      remarks: 'noem de datum waarop het werk begint',
    });
    await prepare(story, round, waiting);
  }
  if (chance.happens(0.5)) await life.send('client', 'ApproveFeedback', { about: round.roundId });
  life.after(chance.int(1, 6), () => send(story, round, waiting));
}

/** Ideas on which the client still has to choose. */
const waitingFor = ({ ideas }: Round): string[] =>
  ideas.filter((idea) => stateOf(idea) === 'escalated').map(({ id }) => id);

async function prepare({ life }: Story, round: Round, waiting: string[]): Promise<void> {
  const made = await life.send('processCoordinator', 'PrepareFeedback', {
    about: round.roundId,
    items: round.ideas
      .filter((idea) => stateOf(idea) === 'settled')
      .map((idea) => ({ contributionIds: [idea.id], ...reasonOf(idea) })),
    owed: waiting.length === 0 ? [] : [{ contributionIds: waiting, by: addDays(life.today, life.chance.int(14, 35)) }],
    whatNext: 'het ontwerp wordt afgemaakt en komt in de buurt te hangen',
    whenNext: addDays(life.today, 60),
  });
  round.feedbackId = made.feedbackId ?? '';
}

const reasonOf = ({ into, reason }: Idea): { reason?: string } => {
  const told = into ? into.reason : reason;
  return told === undefined ? {} : { reason: told };
};

/** It takes longer; some tell so, some do not. */
async function delayed(story: Story, round: Round): Promise<void> {
  const { life } = story;
  const days = life.chance.int(10, 40);
  await life.send('communicationAdviser', 'DelayFeedback', {
    about: round.roundId,
    newDate: addDays(life.today, days + 3),
    reason: 'de kostenraming is later klaar',
    participantsTold: life.chance.happens(0.5),
  });
  life.after(days, async () => {
    if (life.over) return;
    const waiting = waitingFor(round);
    await prepare(story, round, waiting);
    await send(story, round, waiting);
  });
}

async function send(story: Story, round: Round, waiting: string[]): Promise<void> {
  const { life } = story;
  const { chance } = life;
  if (life.over) return;
  const first = !round.feedbackSent;
  round.feedbackSent = true;
  round.answering = false;
  // What the client chose meanwhile is told in a next message.
  const chosen = waiting.some((id) => !waitingFor(round).includes(id));
  round.owed = waiting;
  const late = life.slips(0.08) ? chance.int(1, 4) : 0;
  await life.send(
    'communicationAdviser',
    'SendFeedback',
    {
      about: round.roundId,
      channel: chance.pick(WORDS.channels),
      recipients: round.groups.reduce((sum, { target }) => sum + target, 4),
    },
    late > 0 ? { occurredAt: new Date(Date.parse(life.now) - late * 3_600_000).toISOString() } : {},
  );
  story.lastSentOn = life.today;
  reactions(story, round, round.feedbackId);
  if (chosen) life.after(chance.int(1, 8), () => answering(story, round));
  if (first) life.after(chance.int(3, 12), () => next(story, round));
}

/** What people say back; when most are unhappy the feedback is set right and sent again. */
function reactions(story: Story, round: Round, feedbackId: string): void {
  const { life } = story;
  const { chance } = life;
  if (!chance.happens(0.45)) return;
  const bad = life.slips(0.15);
  life.after(chance.int(1, 4), async () => {
    if (life.over) return;
    const about = round.roundId;
    await life.send('singleContact', 'RecordReaction', {
      feedbackId,
      about,
      tone: chance.pick(['positive', 'neutral']),
      text: 'fijn om te horen wat ermee gebeurt',
      count: chance.int(1, 4),
    });
    if (!bad) return;
    await life.send('singleContact', 'RecordReaction', {
      feedbackId,
      about,
      tone: 'negative',
      text: 'mijn vraag staat er niet bij',
      count: chance.int(6, 14),
    });
    if (!chance.happens(0.6) || round.answering) return;
    round.answering = true;
    await life.send('processCoordinator', 'CorrectFeedback', {
      feedbackId,
      about,
      reason: 'een antwoord was niet duidelijk',
    });
    const waiting = waitingFor(round);
    await prepare(story, round, waiting);
    await send(story, round, waiting);
  });
}

/** Another round, or the end. */
async function next(story: Story, round: Round): Promise<void> {
  const { life } = story;
  if (life.over) return;
  if (round.nr >= life.outline.rounds) return closing(story);
  const made = await life.send('processCoordinator', 'PlanRound', {
    title: 'Tweede ronde: het ontwerp',
    groupIds: round.groups.map(({ id }) => id),
  });
  const second = openRound(story, made.roundId ?? '', round.nr + 1, round.groups);
  const question = `Wat vindt u van het ontwerp voor ${life.outline.place}?`;
  await life.send('processCoordinator', 'SetQuestion', { roundId: second.roundId, question, publicText: question });
  life.after(life.chance.int(1, 8), () => story.talk(second));
}
