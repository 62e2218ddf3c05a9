// Who was reached, group by group, once all conversations are finished; and the agreements that were made with people.
import type { Group } from '../../../workflows/facts/facts.js';
import type { Id } from '../../../workflows/kit/types.js';
import type { Item } from './item.js';
import { finishedOn } from './phases.js';
import type { Source } from './source.js';

/** Planned and reached per group in force, over all conversations. */
export function groupItems(source: Source): Item<'group'>[] {
  const day = finishedOn(source, 'conversations');
  if (day === undefined) return [];
  const all = [...source.trajectory.facts.groups.values()];
  return all.flatMap((group, index) => {
    if (group.removed) return [];
    const { name, required, min, target } = group;
    const counts = countsOf(source, group);
    const data = { nr: index + 1, name, required, min, target, ...counts.data };
    return [{ kind: 'group', day, data, events: counts.events } satisfies Item<'group'>];
  });
}

function countsOf(
  source: Source,
  group: Group,
): { data: { addressed: number; accepted: number; attended: number }; events: Id[] } {
  const { facts } = source.trajectory;
  const isOwn = ({ groupId }: { groupId: Id }): boolean => groupId === group.id;
  const added = [...source.of('PublicGroupAdded'), ...source.of('LateGroupAdmitted')].filter(
    ({ data }) => data.groupId === group.id,
  );
  const invited = [...facts.invitations].filter(([, one]) => isOwn(one));
  // Responses are running totals: the last one says it all.
  const response = [...facts.responses].findLast(([, one]) => isOwn(one));
  const held = source.of('ConversationHeld').flatMap(({ data, meta }) => {
    const conversation = facts.conversations.get(String(data.conversationId));
    const counts = conversation?.attendance.filter(isOwn) ?? [];
    return counts.length > 0 ? [{ id: meta.id, conversation, counts }] : [];
  });
  const attended = new Map(held.map(({ conversation, counts }) => [conversation?.id, counts]));
  const data = {
    addressed: sum(invited.map(([, { addressed }]) => addressed)),
    accepted: response?.[1].accepted ?? 0,
    attended: sum([...attended.values()].flat().map(({ count }) => count)),
  };
  const events = [...added.map(({ meta }) => meta.id), ...invited.map(([id]) => id)];
  return { data, events: [...events, ...(response ? [response[0]] : []), ...held.map(({ id }) => id)] };
}

/** Every agreement, by the day on which it was to be kept. */
export function agreementItems(source: Source): Item<'agreement'>[] {
  const { facts, cells } = source.trajectory;
  const events = TYPES.flatMap((type) => source.of(type));
  return [...facts.agreements.values()].map(({ id, dueOn }, index) => {
    const own = events.filter(({ data }) => data.agreementId === id);
    const fulfilled = own.findLast(({ type }) => type === 'AgreementFulfilled');
    const data = {
      nr: index + 1,
      state: cells.get(`agreement/${id}`)?.value ?? 'open',
      due: dueOn,
      fulfilled: fulfilled ? String(fulfilled.data.on) : null,
    };
    return { kind: 'agreement', day: dueOn, data, events: own.map(({ meta }) => meta.id) } satisfies Item<'agreement'>;
  });
}

const TYPES = [
  'AgreementMade',
  'AgreementRescheduled',
  'AgreementFulfilled',
  'AgreementBroken',
  'BrokenAgreementTold',
  'AgreementTransferred',
];

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
