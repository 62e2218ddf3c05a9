// Fourth chapter, per round: conversations planned, people invited, frames told, and what happens until each conversation is there.
import { addDays, atLocal } from '../../../workflows/kit/time.js';
import { hold } from './conversation.js';
import { closing } from './ending.js';
import { workday } from './outline.js';
import type { Group, Round, Story } from './story.js';
import { WORDS } from './subjects.js';
import { weighing } from './weighing.js';

type Conversation = Round['conversations'][number];

/** Plans the conversations of a round; at level inform nothing is asked, so there are none. */
export async function talking(story: Story, round: Round): Promise<void> {
  const { life } = story;
  const { chance, outline } = life;
  if (outline.level === 'inform') return informing(story);
  const count = outline.size === 'small' ? 1 : outline.size === 'middle' ? chance.int(1, 2) : chance.int(2, 3);
  const first = addDays(life.today, chance.int(18, 40));
  for (let nr = 0; nr < count; nr += 1) {
    const day = workday(addDays(first, nr * chance.int(6, 12)));
    const time = chance.pick(['14:00', '16:00', '19:30', '20:00']);
    const made = await life.send('processCoordinator', 'PlanConversation', {
      roundId: round.roundId,
      startsAt: atLocal(day, time),
      venue: chance.pick(WORDS.venues),
      groupIds: round.groups.map(({ id }) => id),
    });
    round.conversations.push({ id: made.conversationId ?? '', day, time, done: false, reported: false });
  }
  await programmes(story, round);
  announcing(story, first);
  inviting(story, round, first);
  for (const conversation of round.conversations) upcoming(story, round, conversation);
}

/** People are told, not asked. */
async function informing(story: Story): Promise<void> {
  const { life } = story;
  const reason = 'Er is niets te kiezen; bewoners worden goed geïnformeerd.';
  for (const phase of ['conversations', 'interpreting'])
    await life.send('processCoordinator', 'SkipPhase', { phase, reason });
  for (const [index, group] of (story.rounds[0]?.groups ?? []).entries())
    life.after(5 + index, () => invitation(story, story.rounds[0], group, []));
  life.after(life.chance.int(25, 60), () => closing(story));
}

async function programmes(story: Story, round: Round): Promise<void> {
  const { life } = story;
  if (!life.chance.happens(0.5)) return;
  for (const { id } of round.conversations)
    await life.send('teamMember', 'SetProgramme', {
      conversationId: id,
      agenda: ['welkom en wat vastligt', 'aan tafels in gesprek', 'wat nemen we mee'],
      tasks: [{ task: 'gespreksleider', role: 'processCoordinator' }],
      tasksComplete: true,
    });
  const conversationIds = round.conversations.map(({ id }) => id);
  await life.send('processCoordinator', 'ReleaseProgramme', { roundId: round.roundId, conversationIds });
}

/** What is fixed is told before the first conversation, or only afterwards. */
function announcing(story: Story, first: string): void {
  const { life } = story;
  const waiting = story.frames.filter(({ announcedOn }) => announcedOn === undefined);
  if (waiting.length === 0) return;
  const days = life.slips(0.12) ? life.chance.int(5, 25) : -life.chance.int(3, 14);
  life.plan(workday(addDays(first, days)), '10:10', async () => {
    await life.send('communicationAdviser', 'AnnounceFrames', {
      frames: waiting.map(({ id }) => ({ frameId: id, version: 1 })),
      channel: 'brief en projectpagina',
      publicText: `Dit ligt vast: ${waiting.map(({ text }) => text).join(' ')}`,
    });
    for (const frame of waiting) frame.announcedOn = life.today;
  });
}

function inviting(story: Story, round: Round, first: string): void {
  const { life } = story;
  for (const group of round.groups) {
    const ahead = life.slips(0.15) ? life.chance.int(2, 6) : life.chance.int(9, 21);
    const ids = round.conversations.map(({ id }) => id);
    life.plan(addDays(first, -ahead), '11:20', () => invitation(story, round, group, ids));
    if (!life.chance.happens(0.7)) continue;
    life.plan(addDays(first, -Math.min(ahead - 1, 6)), '15:05', async () => {
      const low = life.slips(0.15);
      const accepted = Math.round(group.target * (low ? 0.2 : 0.5 + life.chance.next() * 0.8));
      await life.send('teamMember', 'RecordResponse', { groupId: group.id, accepted, declined: life.chance.int(0, 9) });
      if (low && life.chance.happens(0.6))
        await life.send('processCoordinator', 'PlanExtraOutreach', { groupId: group.id, measure: 'langs de deuren' });
    });
  }
}

async function invitation(
  story: Story,
  round: Round | undefined,
  group: Group,
  conversationIds: string[],
): Promise<void> {
  const { life } = story;
  if (life.over) return;
  story.invited = true;
  await life.send('communicationAdviser', 'SendInvitation', {
    groupId: group.id,
    ...(round ? { roundId: round.roundId } : {}),
    conversationIds,
    channel: life.chance.pick(WORDS.channels),
    addressed: group.size,
    says: {
      topic: life.outline.theme.question.replace('{plek}', life.outline.place),
      timeNeeded: 'twee uur',
      resultsWhen: 'binnen vier weken na het gesprek',
    },
  });
}

/** The conversation on its day, unless it is put off or called off first. */
function upcoming(story: Story, round: Round, conversation: Conversation): void {
  const { life } = story;
  const { chance } = life;
  const several = round.conversations.length > 1 && conversation !== round.conversations[0];
  const fate = chance.weighted([
    ['held', 86],
    ['moved', 9],
    ['calledOff', several ? 8 : 0],
  ]);
  const next = (): Promise<void> => hold(story, round, conversation, () => finish(story, round));
  if (fate === 'held') return life.plan(conversation.day, endOf(conversation.time), next, true);
  life.plan(addDays(conversation.day, -chance.int(1, 5)), '09:40', async () => {
    if (fate === 'calledOff') {
      const told = !life.slips(0.2);
      await life.send('processCoordinator', 'CancelConversation', {
        conversationId: conversation.id,
        reason: 'te weinig aanmeldingen',
        participantsTold: told,
      });
      conversation.done = conversation.reported = true;
      return finish(story, round);
    }
    await life.send('processCoordinator', 'PostponeConversation', {
      conversationId: conversation.id,
      reason: 'de zaal is niet beschikbaar',
    });
    conversation.day = workday(addDays(conversation.day, chance.int(7, 20)));
    await life.send('processCoordinator', 'RescheduleConversation', {
      conversationId: conversation.id,
      startsAt: atLocal(conversation.day, conversation.time),
      participantsTold: !life.slips(0.25),
    });
    life.plan(conversation.day, endOf(conversation.time), next, true);
  });
}

/** Two hours later. */
const endOf = (time: string): string => `${String(Number(time.slice(0, 2)) + 2)}${time.slice(2)}`;

/** When every conversation was held or called off the round is completed, and what was heard is weighed. */
async function finish(story: Story, round: Round): Promise<void> {
  const { life } = story;
  if (life.over || round.talked || round.conversations.some(({ done }) => !done)) return;
  const missing = round.conversations.some(({ reported }) => !reported);
  if (missing && !life.slips(0.1)) return;
  round.talked = true;
  if (life.chance.happens(0.35))
    await life.send('processCoordinator', 'CloseRoundForInput', { roundId: round.roundId });
  const overrides = missing
    ? [{ code: 'REPORTS_SHARED', reason: 'Het verslag volgt; de deelnemers vonden de foto van de flap genoeg.' }]
    : [];
  await life.send('processCoordinator', 'CompleteConversations', { roundId: round.roundId }, { overrides });
  life.after(life.slips(0.2) ? life.chance.int(29, 45) : life.chance.int(4, 18), () => weighing(story, round));
}
