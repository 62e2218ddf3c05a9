// First chapter of a generated trajectory: registered, what is asked and of whom, what is fixed, and the approval of time and money.
import { addDays } from '../../../workflows/kit/time.js';
import { approving } from './approving.js';
import type { Life } from './life.js';
import type { Level } from './outline.js';
import { openRound, type Round, type Story } from './story.js';

/** Registers it and plans what follows. */
export async function begin(story: Story): Promise<void> {
  const { life } = story;
  const { outline, chance } = life;
  const startsLater = chance.happens(0.08) ? chance.int(7, 21) : 0;
  const made = await life.send(
    outline.secondTown === undefined ? 'processCoordinator' : 'admin',
    'RegisterTrajectory',
    {
      title: outline.title,
      theme: outline.theme.theme,
      workflow: 'kern',
      municipalityIds: life.municipalityIds,
      policyStage: chance.pick(['policy', 'design', 'execution', 'maintenance']),
      level: outline.level,
      clientRef: life.person('client'),
      coordinatorRef: life.person('processCoordinator'),
      logbookForm: chance.pick(['internal', 'transparent', 'both']),
      ...(startsLater > 0 ? { startOn: addDays(outline.start, startsLater) } : {}),
    },
  );
  const round = openRound(story, made.roundId ?? '', 1);
  if (chance.happens(0.6)) await intake(life);
  if (outline.level !== 'inform') await asking(story, round);
  await groups(story, round);
  await framing(story);
  life.after(startsLater + chance.int(1, 6), () => approving(story));
}

const SCORES: Record<Level, [number, number]> = {
  inform: [5, 19],
  consult: [20, 39],
  advise: [40, 74],
  coproduce: [75, 96],
  codecide: [60, 90],
  selfGovern: [70, 95],
};

async function intake(life: Life): Promise<void> {
  const { outline, chance } = life;
  const [low, high] = SCORES[outline.level];
  const deviates = chance.happens(0.15);
  await life.send('processCoordinator', 'RecordIntake', {
    cause: `Bewoners vragen al langer om een oplossing bij ${outline.place}.`,
    policyGoal: `Programma ${outline.theme.theme}`,
    room: outline.level === 'inform' ? 'limited' : chance.pick(['limited', 'wide']),
    impactScore: deviates ? chance.int(15, 95) : chance.int(low, high),
    level: outline.level,
    levelReason: 'Zo gekozen met de opdrachtgever, omdat de planning vastligt.',
  });
}

async function asking(story: Story, round: Round): Promise<void> {
  const { life } = story;
  const question = life.outline.theme.question.replace('{plek}', life.outline.place);
  const ask = async (): Promise<void> => {
    await life.send('processCoordinator', 'SetQuestion', { roundId: round.roundId, question, publicText: question });
  };
  if (life.slips(0.1)) life.after(life.chance.int(40, 75), ask);
  else await ask();
  if (life.chance.happens(0.3))
    await life.send('processCoordinator', 'SetGoals', {
      participationGoal: `Een keuze voor ${life.outline.place} die gebruikt en onderhouden wordt.`,
      othersMustKnow: ['wat vastligt', 'wanneer het besluit valt'],
      weWantToKnow: ['wat mensen nodig hebben'],
      councilRole: life.chance.pick(['setsFrames', 'decides', 'informed']),
    });
}

async function groups(story: Story, round: Round): Promise<void> {
  const { life } = story;
  const { chance, outline } = life;
  const count = outline.size === 'small' ? 1 : outline.size === 'middle' ? 2 : 3;
  for (const [index, name] of chance.some(outline.theme.groups, count).entries()) {
    const size = chance.int(4, 60) * (outline.size === 'large' ? 12 : 6);
    const target = Math.max(6, Math.round(size * (0.08 + chance.next() * 0.15)));
    const min = Math.max(3, Math.round(target * 0.5));
    const required = index === 0 || chance.happens(0.4);
    const made = await life.send('processCoordinator', 'AddPublicGroup', {
      roundId: round.roundId,
      name: `${name} ${outline.place}`,
      required,
      everyone: count === 1 && life.slips(0.12),
      size,
      min,
      target,
      channels: chance.some(['brief', 'buurtapp', 'mail', 'huis-aan-huisblad'], 2),
    });
    round.groups.push({ id: made.groupId ?? '', required, size, min, target });
  }
}

async function framing(story: Story): Promise<void> {
  const { life } = story;
  const frames = life.chance.some(life.outline.theme.frames, life.chance.int(1, 2));
  for (const [kind, text, source] of frames) {
    const made = await life.send('projectLeader', 'DefineFrame', {
      kind,
      text,
      negotiable: life.chance.happens(0.2),
      source,
    });
    story.frames.push({ id: made.frameId ?? '', text });
  }
  if (life.chance.happens(0.2))
    await life.send('communicationAdviser', 'SelectTool', {
      tool: 'online kaart',
      purpose: 'ideeën op de plek zetten',
    });
}
