// One conversation as it went: who came, how it felt, what was brought in and promised, and the report afterwards.
import { addDays } from '../../../workflows/kit/time.js';
import { agreement } from './agreements.js';
import type { Idea, Round, Story } from './story.js';

type Conversation = Round['conversations'][number];

/** Records the conversation, that evening or days later, and plans its report; `finish` is called whenever the round may be ready. */
export async function hold(
  story: Story,
  round: Round,
  conversation: Conversation,
  finish: () => Promise<void>,
): Promise<void> {
  const { life } = story;
  if (life.over) return;
  const late = life.slips(0.18) ? life.chance.int(2, 16) : 0;
  const happened = life.now;
  if (late > 0)
    return life.plan(
      addDays(life.today, late),
      '09:50',
      () => record(story, round, conversation, finish, happened),
      true,
    );
  return record(story, round, conversation, finish, happened);
}

async function record(
  story: Story,
  round: Round,
  conversation: Conversation,
  finish: () => Promise<void>,
  happened: string,
): Promise<void> {
  const { life } = story;
  const { chance } = life;
  if (life.over) return;
  const then = { occurredAt: happened };
  const mood = chance.weighted([
    ['calm', 78],
    ['tense', 16],
    ['escalated', 10],
  ]);
  const attendance = round.groups.map(({ id, min, target, required }) => ({
    groupId: id,
    count:
      required && life.slips(0.1)
        ? Math.floor(min * 0.6)
        : Math.max(2, Math.round(target * (0.55 + chance.next() * 0.7))),
  }));
  await life.send(
    'processCoordinator',
    'HoldConversation',
    { conversationId: conversation.id, attendance, mood },
    then,
  );
  conversation.done = true;
  const held = life.lastEvent;
  for (let left = chance.int(2, life.outline.size === 'small' ? 4 : 7); left > 0; left -= 1)
    await receive(story, round, conversation, happened);
  if (chance.happens(0.55)) await agreement(story, conversation.id, round.groups[0]?.id);
  if (mood === 'escalated') await emotion(story, round, conversation);
  reporting(story, conversation, finish);
  const [first] = attendance;
  if (first && chance.happens(0.15)) life.after(chance.int(2, 9), () => correct(story, held, first.count));
  // A letter about it comes later; someone has to say to which round it belongs.
  if (chance.happens(0.25)) life.after(1, () => letter(story, round));
}

async function receive(story: Story, round: Round, conversation: Conversation, happened: string): Promise<void> {
  const { life } = story;
  const { chance, outline } = life;
  const kind = chance.weighted<Idea['kind']>([
    ['idea', 62],
    ['objection', 16],
    ['question', 12],
    ['remark', 10],
  ]);
  const group = chance.happens(0.8) ? round.groups[chance.int(0, round.groups.length - 1)] : undefined;
  const text = {
    idea: () => chance.pick(outline.theme.ideas),
    objection: () => chance.pick(outline.theme.objections),
    question: () => chance.pick(outline.theme.questions),
    remark: () => 'fijn dat er geluisterd wordt',
  }[kind]();
  const made = await life.send(
    'processCoordinator',
    'ReceiveContribution',
    { conversationId: conversation.id, kind, text, ...(group ? { groupId: group.id } : {}) },
    { occurredAt: happened },
  );
  round.ideas.push({ id: made.contributionId ?? '', kind, receivedOn: conversation.day, text, state: 'open' });
}

async function letter(story: Story, round: Round): Promise<void> {
  const { life } = story;
  if (life.over || round.feedbackSent) return;
  const source = life.chance.pick(['letter', 'email', 'phone']);
  const text = life.chance.pick(life.outline.theme.ideas);
  const made = await life.send('singleContact', 'ReceiveContribution', { source, kind: 'idea', text });
  const idea: Idea = { id: made.contributionId ?? '', kind: 'idea', receivedOn: life.today, text, state: 'unplaced' };
  round.ideas.push(idea);
}

/** Tension is noted at once; aftercare follows, or is forgotten. */
async function emotion(story: Story, round: Round, conversation: Conversation): Promise<void> {
  const { life } = story;
  await life.send('processCoordinator', 'SignalEmotion', {
    conversationId: conversation.id,
    level: life.chance.int(2, 3),
    helpCalled: 'gebiedsmanager',
    action: 'gesprek onderbroken en apart verder gepraat',
  });
  if (life.slips(0.15)) return;
  life.after(life.chance.int(1, 8), async () => {
    if (life.over) return;
    await life.send('areaManager', 'RecordAftercare', {
      conversationId: conversation.id,
      roundId: round.roundId,
      action: 'langs geweest bij wie boos wegging',
    });
  });
}

function reporting(story: Story, conversation: Conversation, finish: () => Promise<void>): void {
  const { life } = story;
  const { chance } = life;
  const never = life.slips(0.05);
  const days = life.slips(0.15) ? chance.int(16, 34) : chance.int(1, 9);
  life.after(days, async () => {
    if (life.over) return;
    if (!never) {
      await life.send('teamMember', 'ShareReport', {
        conversationId: conversation.id,
        text: `Verslag van het gesprek: wie er was, wat er is gezegd over ${life.outline.place}, en hoe het verdergaat.`,
      });
      conversation.reported = true;
    }
    await finish();
  });
  // Without a report the round is completed all the same, with a reason.
  if (never) life.after(days + 12, () => shareAfterAll(story, conversation, finish));
}

async function shareAfterAll(story: Story, conversation: Conversation, finish: () => Promise<void>): Promise<void> {
  const { life } = story;
  if (life.over || conversation.reported) return;
  await life.send('processCoordinator', 'ShareReport', {
    conversationId: conversation.id,
    text: 'Kort verslag, achteraf opgemaakt.',
  });
  conversation.reported = true;
  await finish();
}

async function correct(story: Story, held: string, before: number): Promise<void> {
  const { life } = story;
  if (life.over) return;
  await life.send('processCoordinator', 'CorrectFact', {
    eventId: held,
    field: '/attendance/0/count',
    before,
    after: Math.max(1, before - life.chance.int(1, 3)),
    reason: 'namen dubbel geteld op de lijst',
  });
}
