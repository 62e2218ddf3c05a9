// The trajectory as a whole: its needs and the facts that belong to no phase.
import type { Facts } from '../facts/facts.js';
import { feedbackClock } from '../facts/feedback-clock.js';
import { defineNeeds, type Data, type View } from '../kit/commands.js';
import { isFinished, place } from '../kit/react.js';
import { localDay } from '../kit/time.js';
import type { Recorded } from '../kit/types.js';
import type { FactHandlers } from '../kit/workflow.js';
import { isCorrectable } from './root.commands.js';
import type { RootData } from './root.events.js';

/** Feedback machines that still owe an answer: opened and not closed even after what fell due, or closed before something new was heard. */
export function openFeedback(view: View<Facts>): string[] {
  const due = new Set(
    view.workflow
      .due(view.trajectory, view.at, view.settings)
      .map(({ payload }) => `feedback/${String(payload.about)}`),
  );
  return [...view.trajectory.cells.keys()].filter((key) => {
    if (!key.startsWith('feedback/')) return false;
    const isClosed = due.has(key) || isFinished(view.workflow, view.trajectory, key);
    if (isClosed) return !feedbackClock(view.facts, place(key).round ?? '').nothingOwed;
    return view.trajectory.phases.get(key)?.startedAt !== undefined;
  });
}

function openAgreements(view: View<Facts>): string[] {
  const settled = ['fulfilled', 'told', 'transferred'];
  return [...view.facts.agreements.keys()].filter(
    (id) => !settled.includes(view.trajectory.cells.get(`agreement/${id}`)?.value ?? ''),
  );
}

const SKIPPABLE = ['conversations', 'interpreting', 'accountability'];
const softNeeds = (view: View<Facts>, data: Data): boolean =>
  (data.needs as string[]).every((code) => view.workflow.needs.get(code)?.hard === false);
const numberOf = (map: ReadonlyMap<string, unknown>, id: string): number => [...map.keys()].indexOf(id) + 1;
const unexplained = (facts: Facts) =>
  [...facts.decisions.values()].filter(
    (decision) => decision.outcome !== 'deferred' && decision.explainedOn === undefined,
  );

export const needs = defineNeeds<Facts>({
  CLIENT_AND_COORDINATOR_KNOWN: {
    hard: true,
    sees: 'payload',
    solvableBy: ['processCoordinator', 'admin'],
    met: (_view, data) => data.clientRef !== '' && data.coordinatorRef !== '',
  },
  STOP_MESSAGE_PLANNED: {
    hard: false,
    kern: true,
    sees: 'payload',
    solvableBy: ['processCoordinator', 'communicationAdviser'],
    met: ({ facts }, data) => facts.invitations.size === 0 || typeof data.messagePlannedOn === 'string',
  },
  ALL_FEEDBACK_CLOSED: {
    hard: true,
    sees: 'state',
    solvableBy: ['processCoordinator', 'communicationAdviser'],
    met: (view) => openFeedback(view).length === 0,
    vars: (view) => {
      const open = openFeedback(view).map((key) => place(key).round ?? '');
      const waiting = [...view.facts.contributions.values()].filter(
        (one) => one.toldOn === undefined && open.includes(one.roundId ?? ''),
      );
      return {
        rounds: open
          .map((about) =>
            view.facts.rounds.has(about)
              ? `R${numberOf(view.facts.rounds, about)}`
              : about === 'stopped'
                ? 'stoppen'
                : `D${numberOf(view.facts.decisions, about)}`,
          )
          .join(', '),
        contributions:
          waiting.map((one) => `B${numberOf(view.facts.contributions, one.id)}`).join(', ') || 'geen inbreng',
      };
    },
  },
  DECISIONS_EXPLAINED: {
    hard: true,
    sees: 'state',
    solvableBy: ['processCoordinator', 'communicationAdviser'],
    met: ({ facts }) => unexplained(facts).length === 0,
    vars: ({ facts }) => ({
      decision: unexplained(facts)
        .map(({ id }) => `D${numberOf(facts.decisions, id)}`)
        .join(', '),
    }),
  },
  AGREEMENTS_SETTLED: {
    hard: true,
    sees: 'state',
    solvableBy: ['owner', 'processCoordinator'],
    met: (view) => openAgreements(view).length === 0,
    vars: (view) => ({
      agreements: openAgreements(view)
        .map((id) => `A${numberOf(view.facts.agreements, id)}`)
        .join(', '),
    }),
  },
  RETENTION_SET: {
    hard: true,
    sees: 'payload',
    solvableBy: ['archivist'],
    met: (_view, data) => data.keepUntil !== '' && data.selectionCategory !== '',
  },
  SKIP_ALLOWED: {
    hard: true,
    sees: 'payload',
    solvableBy: ['client'],
    met: ({ facts }, data) => facts.level === 'inform' && SKIPPABLE.includes(String(data.phase)),
  },
  NEED_IS_SOFT: {
    hard: true,
    sees: 'payload',
    solvableBy: ['client', 'projectLeader', 'processCoordinator'],
    met: softNeeds,
  },
  IS_A_FACT: {
    hard: true,
    sees: 'payload',
    solvableBy: ['processCoordinator'],
    met: (view, data) => {
      const original = view.trajectory.events.get(String(data.eventId));
      return original !== undefined && isCorrectable(view, original, String(data.field));
    },
  },
});

const on = (event: Recorded): string => localDay(event.meta.occurredAt);

export const facts: FactHandlers<Facts> = {
  TrajectoryRegistered(facts, event) {
    const {
      title,
      theme,
      policyStage,
      municipalityIds,
      clientRef,
      coordinatorRef,
      lawBasis,
      startOn,
      logbookForm,
      level,
    } = event.data as RootData['TrajectoryRegistered'];
    Object.assign(facts, {
      title,
      theme,
      policyStage,
      municipalityIds,
      clientRef,
      coordinatorRef,
      lawBasis,
      logbookForm,
      level: level ?? 'consult',
    });
    facts.startOn = startOn ?? on(event);
    facts.registeredAt = event.meta.occurredAt;
    const roundId = event.meta.round ?? '';
    facts.rounds.set(roundId, { id: roundId, nr: 1, title: '', plannedAt: event.meta.occurredAt });
  },
  RoundPlanned(facts, event) {
    const { roundId, title, question, groupIds } = event.data as RootData['RoundPlanned'];
    const nr = facts.rounds.get(roundId)?.nr ?? facts.rounds.size + 1;
    facts.rounds.set(roundId, {
      id: roundId,
      nr,
      title,
      ...(question ? { question } : {}),
      ...(groupIds ? { groupIds } : {}),
      plannedAt: event.meta.occurredAt,
    });
  },
  TrajectoryPaused(facts, event) {
    const { expectedResumeOn } = event.data as RootData['TrajectoryPaused'];
    facts.paused = { since: on(event), ...(expectedResumeOn ? { expectedResumeOn } : {}) };
  },
  TrajectoryResumed(facts) {
    delete facts.paused;
  },
  TrajectoryCancelled(facts, event) {
    const { participantsInvolved, messagePlannedOn } = event.data as RootData['TrajectoryCancelled'];
    facts.stopped = { on: on(event), participantsInvolved, ...(messagePlannedOn ? { messagePlannedOn } : {}) };
  },
  TrajectoryReopened(facts) {
    delete facts.stopped;
  },
  GuardOverridden(facts, event) {
    const { command, needs: passed } = event.data as RootData['GuardOverridden'];
    facts.deviations.push({ command, needs: passed, at: event.meta.occurredAt });
  },
};
