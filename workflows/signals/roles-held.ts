// Who held which responsibility, act after act, by day: so an act that is recorded late or corrected counts on its own day.
import type { RoleHeld } from '../facts/facts.js';
import type { Id, LocalDate } from '../kit/types.js';
import type { Happened, Story } from './story.js';

export type Held = Pick<RoleHeld, 'role' | 'assigneeRef' | 'responsibility' | 'accepted'>;

/** The roles after one act, and the event that says it. */
export interface HeldAfter {
  day: LocalDate;
  id: Id;
  roles: readonly Held[];
}

/** The roles after each act, in the order of their days; roles in the order in which they were assigned. */
export function rolesHeld(story: Story): HeldAfter[] {
  let roles: readonly Held[] = [];
  return story.all('RoleAssigned', 'RoleAccepted', 'RoleReleased').map((act) => {
    roles = after(roles, act);
    return { day: act.day, id: act.id, roles };
  });
}

function after(roles: readonly Held[], { type, data }: Happened): readonly Held[] {
  const { role, assigneeRef, responsibility, accepted } = data as unknown as Held;
  const isTheirs = (held: Held): boolean => held.role === role && held.assigneeRef === assigneeRef;
  const others = (): Held[] => roles.filter((held) => !(isTheirs(held) && held.responsibility === responsibility));
  if (type === 'RoleAccepted') return roles.map((held) => (isTheirs(held) ? { ...held, accepted: true } : held));
  return type === 'RoleReleased' ? others() : [...others(), { role, assigneeRef, responsibility, accepted }];
}
