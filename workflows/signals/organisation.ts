// Who does what: content and process each need somebody who said yes.
import { endOf, periods, shared, without } from './intervals.js';
import { rolesHeld } from './roles-held.js';
import type { Story } from './story.js';
import type { Case, Interval } from './types.js';

/** NO_ROLE_DIVISION: a responsibility that nobody accepted, once people are spoken to or time and money are there. */
export function noRoleDivision(story: Story): Case[] {
  const missing = ['content', 'process'].flatMap((responsibility) =>
    without({ from: '' }, acceptedTimes(story, responsibility)),
  );
  const one = {
    subjectId: story.trajectory.id,
    subject: '',
    phase: 'organisation',
    code: 'NO_ROLE_DIVISION',
    command: 'AssignRole',
    severity: 'final',
  } as const;
  const contact = story.firstContact;
  const approved = story.all('TimeAndMoneyApproved')[0];
  return missing.flatMap((time): Case[] => [
    ...(contact
      ? shared(time, { from: endOf(contact.day) }).map((part) => ({
          ...one,
          ...part,
          base: part.from.slice(0, -1),
          raisedBy: [contact.id],
          clearedBy: endedBy(story, part),
        }))
      : []),
    ...(approved
      ? [
          {
            ...one,
            ...time,
            base: approved.day,
            norm: 'norm.NO_ROLE_DIVISION.final',
            raisedBy: [approved.id],
            clearedBy: endedBy(story, time),
          },
        ]
      : []),
  ]);
}

/** Times in which somebody holds the responsibility and said yes. */
const acceptedTimes = (story: Story, responsibility: string): Interval[] =>
  periods(
    rolesHeld(story).map(({ day, roles }) => ({
      day,
      on: roles.some((held) => held.responsibility === responsibility && held.accepted),
    })),
  );

const endedBy = (story: Story, { to }: Interval): string[] =>
  story
    .all('RoleAssigned', 'RoleAccepted')
    .filter(({ day }) => endOf(day) === to)
    .map(({ id }) => id);
