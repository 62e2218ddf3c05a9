// What goes on beside the phases once a trajectory is organised: the logbook, questions to the adviser and the board, a pause, a stop.
import { addDays } from '../../../workflows/kit/time.js';
import type { Role } from '../../../workflows/kit/types.js';
import { stopping } from './ending.js';
import type { Story } from './story.js';
import { WORDS } from './subjects.js';

/** Plans the first of everything that recurs or may happen. */
export function meanwhile(story: Story): void {
  const { life } = story;
  const { chance, outline } = life;
  life.after(chance.int(5, 20), () => logEntry(story));
  if (chance.happens(0.14)) life.after(chance.int(15, 70), () => directRoute(story));
  if (chance.happens(0.14)) life.after(chance.int(3, 40), () => adviser(story));
  if (chance.happens(0.05)) life.after(chance.int(10, 50), () => secondOpinion(story));
  if (outline.pause) life.after(outline.pause.afterDays, () => pause(story));
  if (outline.ending === 'stoppedTold' || outline.ending === 'stoppedUntold')
    life.after(chance.int(30, 110), () => stopping(story, chance.pick(WORDS.stopReasons)));
}

async function logEntry(story: Story): Promise<void> {
  const { life } = story;
  const { chance } = life;
  if (life.over) return;
  const quick = chance.happens(0.22);
  const role = chance.pick<Role>(['processCoordinator', 'projectLeader', 'teamMember', 'areaManager', 'singleContact']);
  const back = chance.happens(0.15) ? chance.int(1, 6) : 0;
  const happened = back > 0 ? { occurredAt: new Date(Date.parse(life.now) - back * 86_400_000).toISOString() } : {};
  const discussed = chance.pick(WORDS.phoneCalls);
  if (quick) {
    await life.send(role, 'WriteLogEntry', { discussed }, happened);
    if (!life.slips(0.3)) complete(story, role, life.lastEvent);
  } else
    await life.send(
      role,
      'WriteLogEntry',
      {
        discussed,
        yield: chance.pick(WORDS.yields),
        withWhom: [whom(story)],
        form: chance.pick(['meeting', 'phone', 'mail', 'visit']),
        ...(chance.happens(0.3) ? { consideration: 'de toon was goed, de zorg zit in het beheer' } : {}),
      },
      happened,
    );
  life.after(life.slips(0.2) ? chance.int(24, 45) : chance.int(9, 20), () => logEntry(story));
}

function whom({ life, rounds }: Story): Record<string, string> {
  const group = rounds[0]?.groups[0];
  if (life.chance.happens(0.25)) return { role: 'alderman', label: 'wethouder' };
  return group ? { groupId: group.id, label: 'een paar deelnemers' } : { role: 'client', label: 'opdrachtgever' };
}

/** A quick entry is filled in some days later. */
function complete({ life }: Story, role: Role, eventId: string): void {
  life.after(life.chance.int(1, 10), async () => {
    if (life.over) return;
    await life.send(role, 'CorrectFact', {
      eventId,
      field: '/yield',
      before: '',
      after: life.chance.pick(WORDS.yields),
      reason: '',
    });
  });
}

/** Residents go to the board directly. */
async function directRoute(story: Story): Promise<void> {
  const { life } = story;
  if (life.over) return;
  const made = await life.send('alderman', 'NoteDirectRoute', {
    to: life.chance.pick(['alderman', 'council']),
    topic: 'parkeren voor de deur',
  });
  life.after(life.slips(0.3) ? life.chance.int(4, 15) : 1, async () => {
    if (life.over) return;
    await life.send('processCoordinator', 'HandleDirectRoute', {
      routeId: made.routeId,
      action: 'gebeld en uitgenodigd voor het gesprek',
    });
  });
}

async function adviser(story: Story): Promise<void> {
  const { life } = story;
  if (life.over) return;
  const made = await life.send('processCoordinator', 'AskAdviser', {
    question: 'Welke werkvorm past bij een kleine groep?',
  });
  if (life.slips(0.2)) return;
  life.after(life.chance.int(1, 12), async () => {
    if (life.over) return;
    await life.send('strategicAdviser', 'AnswerAdviser', {
      questionId: made.questionId,
      answer: 'Ga langs de deuren en neem een kaart mee.',
    });
  });
}

async function secondOpinion(story: Story): Promise<void> {
  const { life } = story;
  if (life.over) return;
  const made = await life.send('client', 'RequestSecondOpinion', {
    about: 'design',
    question: 'Is dit plan haalbaar in de tijd die er is?',
  });
  life.after(life.chance.int(6, 24), async () => {
    if (life.over) return;
    await life.send('strategicAdviser', 'GiveSecondOpinion', {
      opinionId: made.opinionId,
      view: life.chance.pick(['agree', 'adjust', 'reconsider']),
      text: 'De planning is krap; begin eerder met uitnodigen.',
    });
  });
}

/** It stands still for a while. */
async function pause(story: Story): Promise<void> {
  const { life } = story;
  const { pause: planned } = life.outline;
  if (life.over || !planned) return;
  await life.send('client', 'PauseTrajectory', {
    reason: life.chance.pick(WORDS.pauseReasons),
    expectedResumeOn: addDays(life.today, planned.days),
    participantsTold: planned.told,
  });
  life.putOff(planned.days + 1);
  life.plan(
    addDays(life.today, planned.days),
    '09:15',
    async () => {
      if (!life.over) await life.send('client', 'ResumeTrajectory', { shiftDays: planned.days });
    },
    true,
  );
}
