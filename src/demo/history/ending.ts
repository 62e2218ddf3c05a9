// Last chapter: the decision and its explanation, the lessons, completing when nothing is open any more; or stopping halfway.
import { addDays } from '../../../workflows/kit/time.js';
import type { Id } from '../../../workflows/kit/types.js';
import { stateOf, type Story } from './story.js';
import { WORDS } from './subjects.js';

/** After the feedback of the last round. */
export async function closing(story: Story): Promise<void> {
  const { life } = story;
  const { chance, outline } = life;
  if (life.over) return;
  if (outline.level !== 'inform' && outline.level !== 'consult' && chance.happens(0.55)) {
    await decision(story);
    life.after(chance.int(8, 25), () => completing(story));
    return;
  }
  life.after(chance.int(6, 25), () => completing(story));
}

async function decision(story: Story): Promise<void> {
  const { life } = story;
  const { chance } = life;
  const deviates = chance.happens(0.18);
  const adopted = story.rounds.flatMap(({ ideas }) => ideas).slice(0, 4);
  const made = await life.send('alderman', 'RecordDecision', {
    body: chance.pick(['college', 'raad', 'mandaat']),
    municipalityId: life.municipalityIds[0],
    outcome: deviates
      ? 'amended'
      : chance.weighted([
          ['asProposed', 80],
          ['amended', 20],
        ]),
    deviates,
    motivation: deviates ? 'de raad geeft voorrang aan de veiligheid' : 'volgt de uitkomst van de gesprekken',
    perItem: adopted.map(({ id }) => ({
      contributionId: id,
      outcome: chance.happens(deviates ? 0.5 : 0.9) ? 'asAdvised' : 'changed',
      text: 'zo besloten',
    })),
  });
  story.unexplained += 1;
  life.after(life.slips(0.25) ? chance.int(16, 40) : chance.int(2, 11), () => explain(story, made.decisionId ?? ''));
}

async function explain(story: Story, about: Id): Promise<void> {
  const { life } = story;
  if (life.over) return;
  await life.send('processCoordinator', 'PrepareFeedback', {
    about,
    whatNext: 'de uitvoering begint',
    whenNext: addDays(life.today, 45),
  });
  await life.send('communicationAdviser', 'SendFeedback', {
    about,
    channel: 'brief',
    recipients: life.chance.int(20, 90),
  });
  story.unexplained -= 1;
  story.lastSentOn = life.today;
}

/** Completes as soon as nothing is open; looks again two weeks later otherwise. */
async function completing(story: Story): Promise<void> {
  const { life } = story;
  const { chance } = life;
  if (life.over) return;
  const waits = story.rounds.some(
    ({ owed, answering, ideas }) => answering || owed.length > 0 || ideas.some((idea) => stateOf(idea) !== 'settled'),
  );
  if (story.openAgreements > 0 || story.unexplained > 0 || waits || recentlySent(story))
    return life.after(chance.int(9, 15), () => completing(story));
  if (chance.happens(0.6)) await lesson(story);
  await life.send('processCoordinator', 'CompleteTrajectory', {});
  life.end();
  if (chance.happens(0.3))
    life.after(chance.int(200, 500), async () => {
      await life.send('archivist', 'ArchiveTrajectory', {
        selectionCategory: 'participatie B5',
        keepUntil: addDays(life.today, 3_650),
      });
    });
}

/** People may still react for a week; the clock closes the feedback after that. */
function recentlySent({ life, lastSentOn }: Story): boolean {
  return lastSentOn !== undefined && addDays(lastSentOn, 8) > life.today;
}

async function lesson({ life }: Story): Promise<void> {
  await life.send(life.chance.pick(['processCoordinator', 'strategicAdviser', 'projectLeader']), 'RecordLesson', {
    text: life.chance.pick(WORDS.lessons),
    kind: life.chance.pick(['keep', 'improve']),
    phase: life.chance.pick(['conversations', 'interpreting', 'feedback', 'approval']),
    keyNo: life.chance.int(1, 8),
  });
}

/** It stops; who was invited hears so, or does not. */
export async function stopping(story: Story, reason: string): Promise<void> {
  const { life } = story;
  const { chance, outline } = life;
  if (life.over) return;
  const told = outline.ending !== 'stoppedUntold';
  const messagePlannedOn = addDays(life.today, chance.int(3, 10));
  await life.send('client', 'CancelTrajectory', { reason, publicReason: reason, messagePlannedOn });
  life.end();
  if (!told || !story.invited) return;
  life.plan(messagePlannedOn, '11:45', async () => {
    await life.send('communicationAdviser', 'SendFeedback', {
      about: 'stopped',
      channel: 'brief',
      recipients: chance.int(15, 120),
    });
  });
}
