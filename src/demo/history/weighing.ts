// Fifth chapter, per round: each idea gets its outcome with a reason, the results are read, and the reading is agreed on or contested.
import { idOf } from '../../../workflows/kit/ids.js';
import type { Id } from '../../../workflows/kit/types.js';
import { answering } from './answering.js';
import type { Idea, Round, Story } from './story.js';
import { WORDS } from './subjects.js';

/** Weighs what came in and interprets it. */
export async function weighing(story: Story, round: Round): Promise<void> {
  const { life } = story;
  const { chance } = life;
  if (life.over) return;
  await place(story, round);
  if (round.ideas.length > 2 && chance.happens(0.4)) await cluster(story, round);
  if (chance.happens(0.06) && round.ideas.length > 2) await merge(story, round);
  for (const idea of round.ideas) if (idea.state === 'open') await outcome(story, round, idea);
  await interpret(story, round);
  life.after(chance.int(1, 9), () => validate(story, round));
}

/** Letters and calls are put with the round they are about. */
async function place({ life }: Story, round: Round): Promise<void> {
  const unplaced = round.ideas.filter(({ state }) => state === 'unplaced');
  if (unplaced.length === 0) return;
  await life.send('processCoordinator', 'AssignContributionToRound', {
    contributionIds: unplaced.map(({ id }) => id),
    roundId: round.roundId,
  });
  for (const idea of unplaced) idea.state = 'open';
}

async function cluster({ life }: Story, round: Round): Promise<void> {
  const ids = round.ideas.map(({ id }) => id);
  const half = Math.ceil(ids.length / 2);
  await life.send('projectLeader', 'ClusterContributions', {
    roundId: round.roundId,
    clusters: [
      { theme: 'inrichting', contributionIds: ids.slice(0, half) },
      { theme: 'beheer en gebruik', contributionIds: ids.slice(half) },
    ],
  });
}

async function merge({ life }: Story, round: Round): Promise<void> {
  const [into, ...others] = round.ideas.filter(({ state, kind }) => state === 'open' && kind === 'idea');
  const twin = others.find(({ text }) => text === into?.text) ?? others[0];
  if (!into || !twin) return;
  await life.send('projectLeader', 'MergeContributions', { contributionId: twin.id, intoId: into.id });
  twin.state = 'settled';
  twin.into = into;
}

async function outcome(story: Story, round: Round, idea: Idea): Promise<void> {
  const { life } = story;
  const { chance } = life;
  const contributionIds = [idea.id];
  idea.state = 'settled';
  if (idea.kind === 'question')
    return void (await life.send('projectLeader', 'AnswerContribution', {
      contributionIds,
      answer: 'In het najaar; de planning staat op de projectpagina.',
    }));
  if (idea.kind === 'remark')
    return void (await life.send('processCoordinator', 'NoteContribution', {
      contributionIds,
      reply: 'Dank, dit gaat mee in het verslag.',
    }));
  const known = story.frames.find(({ announcedOn }) => announcedOn !== undefined && announcedOn < idea.receivedOn);
  if (chance.happens(0.6)) await assess(story, idea, known?.id);
  const kind = chance.weighted([
    ['adopt', 40],
    ['partly', 20],
    ['leave', 22],
    ['reject', known ? 8 : 0],
    ['passOn', 6],
    ['escalate', 6],
  ]);
  await OUTCOMES[kind]?.(story, round, idea, contributionIds, known?.id ?? '');
}

async function assess({ life }: Story, idea: Idea, frameId: Id | undefined): Promise<void> {
  await life.send('projectLeader', 'AssessContribution', {
    contributionIds: [idea.id],
    verdict: life.chance.weighted([
      ['within', 80],
      ['outside', 12],
      ['unclear', 8],
    ]),
    frames: frameId === undefined ? [] : [{ frameId, version: 1 }],
    motivation: 'getoetst aan wat vastligt',
  });
}

type Outcome = (story: Story, round: Round, idea: Idea, contributionIds: Id[], frameId: Id) => Promise<unknown>;

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  adopt: ({ life }, _round, { text }, contributionIds) =>
    life.send('projectLeader', 'AdoptContribution', { contributionIds, how: `opgenomen in het ontwerp: ${text}` }),
  partly: ({ life }, _round, { text }, contributionIds) =>
    life.send('projectLeader', 'AdoptContributionPartly', {
      contributionIds,
      what: text,
      whatNot: 'niet overal',
      reason: life.chance.pick(WORDS.leaveReasons),
    }),
  leave: ({ life }, _round, _idea, contributionIds) =>
    life.send('projectLeader', 'LeaveContribution', { contributionIds, reason: life.chance.pick(WORDS.leaveReasons) }),
  reject: ({ life }, _round, _idea, contributionIds, frameId) =>
    life.send('projectLeader', 'RejectContribution', { contributionIds, frameId, reason: 'dit lag vooraf vast' }),
  passOn: passOn,
  escalate: escalate,
};

/** The area team gets it, and takes it up in its own time or never. */
async function passOn({ life }: Story, _round: Round, idea: Idea, contributionIds: Id[]): Promise<void> {
  idea.reason = 'doorgegeven aan het gebiedsteam';
  await life.send('projectLeader', 'PassOnContribution', {
    contributionIds,
    toArea: idOf('area', life.municipalityIds[0] ?? ''),
    receiverRef: life.person('areaManager'),
  });
  if (life.slips(0.15)) return;
  life.plan(
    later(life.today, life.chance.int(4, life.slips(0.2) ? 45 : 20)),
    '14:10',
    async () => {
      if (!life.over) await life.send('areaManager', 'AcceptPassedOn', { contributionIds });
    },
    true,
  );
}

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);

async function escalate(story: Story, round: Round, idea: Idea, contributionIds: Id[]): Promise<void> {
  const { life } = story;
  idea.state = 'escalated';
  await life.send('projectLeader', 'EscalateContribution', { contributionIds, question: `Mag dit: ${idea.text}?` });
  life.after(life.slips(0.3) ? life.chance.int(16, 35) : life.chance.int(2, 12), async () => {
    if (life.over) return;
    await life.send('client', 'MakeClientChoice', {
      contributionIds,
      choice: life.chance.pick(['adopt', 'partly', 'notChosen']),
      motivation: 'afgewogen met het college',
    });
    idea.state = 'settled';
    if (round.owed.includes(idea.id)) life.after(life.chance.int(1, 8), () => answering(story, round));
  });
}

async function interpret({ life }: Story, round: Round): Promise<void> {
  await life.send('projectLeader', 'InterpretResults', {
    roundId: round.roundId,
    answered: life.chance.weighted([
      ['yes', 70],
      ['partly', 22],
      ['no', 8],
    ]),
    method: life.chance.pick(['gesprek', 'clusteren met het team', 'stemmen met stickers']),
  });
}

async function validate(story: Story, round: Round): Promise<void> {
  const { life } = story;
  const { chance } = life;
  if (life.over) return;
  const together = ['coproduce', 'codecide', 'selfGovern'].includes(life.outline.level);
  const overrides = [{ code: 'QUESTION_ANSWERED', reason: 'De buurt kiest ervoor om verder te gaan met wat er ligt.' }];
  const alone = together && life.slips(0.12);
  if (alone)
    overrides.push({
      code: 'WITH_PARTICIPANTS',
      reason: 'Deelnemers konden niet; zij lezen mee in de terugkoppeling.',
    });
  await life.send(
    'processCoordinator',
    'ValidateInterpretation',
    { roundId: round.roundId, by: ['projectLeader', 'processCoordinator'], withParticipants: together && !alone },
    { overrides },
  );
  if (!chance.happens(0.06)) return life.after(chance.int(1, 8), () => answering(story, round));
  life.after(chance.int(2, 6), async () => {
    if (life.over) return;
    await life.send('singleContact', 'ContestInterpretation', {
      roundId: round.roundId,
      ground: 'dit is niet wat wij zeiden',
    });
    await life.send('projectLeader', 'ReviseInterpretation', {
      roundId: round.roundId,
      reason: 'samen met de buurt opnieuw gelezen',
    });
    await interpret(story, round);
    life.after(chance.int(2, 9), () => validate(story, round));
  });
}
