// Third chapter: who does what, and what goes on beside it from then on: the logbook, a pause, a stop.
import { talking } from './talking.js';
import { meanwhile } from './meanwhile.js';
import type { Life } from './life.js';
import type { Story } from './story.js';

/** Divides the roles and confirms them. */
export async function organising(story: Story): Promise<void> {
  const { life } = story;
  const { chance, outline } = life;
  await assign(life, 'projectLeader', outline.theme.department, 'content');
  await assign(life, 'processCoordinator', 'Participatie', 'process');
  if (outline.size === 'large' && chance.happens(0.4)) await assign(life, 'teamMember', 'Gebiedsteam', 'support');
  const noContact = life.slips(0.1);
  if (!noContact)
    await life.send('processCoordinator', 'AppointSingleContact', {
      assigneeRef: life.person('singleContact'),
      publicName: `Loket ${outline.theme.department}`,
      channel: chance.pick(['telefoon en mail', 'mail', 'inloopspreekuur']),
    });
  if (chance.happens(0.3))
    await life.send('client', 'GrantMandate', {
      holderRef: life.person('projectLeader'),
      scope: 'planning en inhoud',
      limits: 'binnen het akkoord',
    });
  if (chance.happens(0.3)) await life.send('alderman', 'AgreeAldermanLine', { everyDays: 14, form: 'kwartier' });
  if (chance.happens(0.25))
    await life.send('clerk', 'CommunicateCouncilRole', {
      text: 'De raad stelt de kaders vast en wordt daarna geïnformeerd.',
      audience: 'raad en deelnemers',
    });
  await confirm(story, noContact);
  meanwhile(story);
}

/** Some say yes at once, others a few days later. */
async function assign(
  life: Life,
  role: 'projectLeader' | 'processCoordinator' | 'teamMember',
  department: string,
  responsibility: 'content' | 'process' | 'support',
): Promise<void> {
  const waits = life.chance.happens(0.15);
  const assigneeRef = life.person(role);
  const payload = { role, assigneeRef, department, responsibility, accepted: !waits };
  await life.send('client', 'AssignRole', payload);
  if (waits) await life.send(role, 'AcceptRole', { role, assigneeRef });
}

async function confirm(story: Story, noContact: boolean): Promise<void> {
  const { life } = story;
  const { chance } = life;
  const overrides = noContact
    ? [{ code: 'SINGLE_CONTACT_NAMED', reason: 'Het loket wordt nog ingericht; tot dan belt men de coördinator.' }]
    : [];
  await life.send('processCoordinator', 'ConfirmOrganisation', {}, { overrides });
  const [first] = story.rounds;
  if (first) life.after(chance.int(1, 6), () => talking(story, first));
  if (chance.happens(0.07)) life.after(chance.int(20, 50), () => vacancy(story));
}

/** Someone leaves halfway; the role stands open for some time. */
async function vacancy(story: Story): Promise<void> {
  const { life } = story;
  if (life.over) return;
  const role = 'projectLeader';
  await life.send('management', 'ReleaseRole', {
    role,
    assigneeRef: life.person(role),
    responsibility: 'content',
    reason: 'andere functie binnen de organisatie',
  });
  life.after(life.slips(0.3) ? life.chance.int(20, 35) : life.chance.int(3, 10), async () => {
    if (life.over) return;
    await assign(life, role, life.outline.theme.department, 'content');
    const overrides = [{ code: 'SINGLE_CONTACT_NAMED', reason: 'Het loket wordt nog ingericht.' }];
    await life.send('processCoordinator', 'ConfirmOrganisation', {}, { overrides });
  });
}
