// The command with which somebody who saw a signal lets it wait.
import type { Facts } from '../../facts/facts.js';
import { defineCommands, type Data, type View } from '../../kit/commands.js';
import { addDays } from '../../kit/time.js';
import { TEAM, type Rejection } from '../../kit/types.js';
import { events } from './acknowledge.events.js';

/** A day that has passed lets nothing wait. */
function notAhead({ today }: View<Facts>, { snoozeUntil }: Data): Rejection | undefined {
  return String(snoozeUntil) > today
    ? undefined
    : { code: 'invalid', pointer: '/payload/snoozeUntil', detail: { issue: 'not-ahead', expected: today } };
}

export const commands = defineCommands<Facts>('signal', events, {
  AcknowledgeSignal: {
    event: 'SignalAcknowledged',
    by: [...TEAM, 'client', 'approver', 'areaManager'],
    needs: ['REASON_GIVEN', 'SNOOZE_LIMIT'],
    defaults: {
      subjectId: ({ trajectory }) => trajectory.id,
      snoozeUntil: ({ today }) => addDays(today, 7),
    },
    conflict: notAhead,
  },
});
