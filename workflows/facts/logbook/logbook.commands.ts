// Writing a log entry. A quick entry asks only what was discussed; what is missing makes it incomplete and is filled in later.
import { defineCommands, type Data, type View } from '../../kit/commands.js';
import { TEAM, type Rejection } from '../../kit/types.js';
import type { Facts } from '../facts.js';
import { events } from './logbook.events.js';

type WithWhom = { groupId?: string; role?: string; personRef?: string }[];
const isMissing = (data: Data): boolean => (data.withWhom as WithWhom).length === 0 || String(data.yield).trim() === '';

/** The phase that opened last; before any opened, the first of the workflow. */
function openedLast({ trajectory, workflow }: View<Facts>): string | undefined {
  const opened = [...trajectory.phases].filter(([, life]) => life.startedAt !== undefined);
  const last = opened.sort(([, a], [, b]) => (a.startedAt ?? '').localeCompare(b.startedAt ?? '')).at(-1);
  return last?.[0].split('/')[0] ?? workflow.phases[0]?.key;
}

/** What the schema cannot say: one answer where there are alternatives, links to things that exist, and an entry that is what it claims. */
function malformed({ facts }: View<Facts>, data: Data): Rejection | undefined {
  const invalid = (field: string, issue: string): Rejection => ({
    code: 'invalid',
    pointer: `/payload/${field}`,
    detail: { issue },
  });
  if (data.incomplete !== true && isMissing(data))
    return invalid((data.withWhom as WithWhom).length === 0 ? 'withWhom' : 'yield', 'absent');
  const crowded = (data.withWhom as WithWhom).findIndex(
    (one) => [one.groupId, one.role, one.personRef].filter(Boolean).length > 1,
  );
  if (crowded >= 0) return invalid(`withWhom/${crowded}`, 'one-of');
  const follow = data.followUp as { agreementId?: string; text?: string } | undefined;
  if (follow && (follow.agreementId === undefined) === (follow.text === undefined))
    return invalid('followUp', 'one-of');
  const unknown = (data.linkedIds as string[]).findIndex((id) => !LINKED.some((things) => facts[things].has(id)));
  return unknown < 0
    ? undefined
    : { code: 'unknown-id', pointer: `/payload/linkedIds/${unknown}`, detail: { register: 'linked' } };
}
const LINKED = [
  'conversations',
  'contributions',
  'agreements',
  'documents',
  'frames',
  'groups',
  'rounds',
  'logEntries',
  'lessons',
  'feedbacks',
  'decisions',
  'directRoutes',
] as const;

export const commands = defineCommands<Facts>('log', events, {
  WriteLogEntry: {
    event: 'LogEntryWritten',
    by: [...TEAM, 'client', 'areaManager', 'singleContact', 'alderman', 'clerk', 'strategicAdviser'],
    makes: ['entryId'],
    conflict: malformed,
    defaults: {
      happenedOn: ({ today }) => today,
      step: openedLast,
      form: () => 'phone',
      withWhom: () => [],
      yield: () => '',
      incomplete: (_view, data) => (isMissing(data) ? true : undefined),
      linkedIds: () => [],
      visibility: () => 'internal',
      hasPersonalData: () => false,
    },
  },
});
