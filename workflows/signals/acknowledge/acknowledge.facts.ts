// Acknowledging as part of a workflow: how long a signal may wait depends on how urgent it is on that day.
import type { Facts } from '../../facts/facts.js';
import { defineNeeds, type Data, type View } from '../../kit/commands.js';
import { daysBetween } from '../../kit/time.js';
import type { Id } from '../../kit/types.js';
import type { FactGroup } from '../../kit/workflow.js';
import { SIGNALS } from '../catalogue.js';
import { numberOfSignals } from '../norms.js';
import { signalRows, standsOn } from '../signals.js';
import { commands } from './acknowledge.commands.js';
import { events } from './acknowledge.events.js';

const needs = defineNeeds<Facts>({
  SNOOZE_LIMIT: {
    hard: true,
    sees: 'payload',
    solvableBy: ['processCoordinator'],
    met: (view, data) => {
      const { facts, settings, today } = view;
      const limit = numberOfSignals(settings, facts.municipalityIds, 'signal.snoozeDays', today);
      return daysBetween(today, String(data.snoozeUntil)) <= limit || !isFinal(view, data);
    },
  },
});

/** As it stands today; a signal that does not stand is as urgent as it can become. */
function isFinal({ trajectory, settings, today }: View<Facts>, { code, subjectId }: Data): boolean {
  const standing = signalRows(trajectory, settings).filter(
    (span) => span.code === code && span.subjectId === subjectId && standsOn(span, today),
  );
  return standing.length === 0
    ? SIGNALS[String(code)]?.severity !== 'target'
    : standing.some(({ severity }) => severity === 'final');
}

export const acknowledge: FactGroup<Facts> = { events, commands, needs, facts: {} };

/** Whether a signal can be about this id: the trajectory, somebody who leads it, or a thing of it. */
export function isSubject({ trajectory, facts }: View<Facts>, id: Id): boolean {
  const things = [
    facts.rounds,
    facts.groups,
    facts.conversations,
    facts.contributions,
    facts.agreements,
    facts.feedbacks,
    facts.decisions,
    facts.directRoutes,
    facts.questions,
    facts.opinions,
    facts.logEntries,
  ];
  return id === trajectory.id || id === facts.coordinatorRef || things.some((known) => known.has(id));
}
