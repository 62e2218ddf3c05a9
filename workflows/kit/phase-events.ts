// The events by which every phase opens, closes, is skipped, reopened and put under review: the same for all workflows.
import { defineEvents } from './events.js';
import { choice, id, internal, line, phase, pub, txt } from './fields.js';

export const phaseEvents = defineEvents({
  PhaseStarted: { kind: 'automatic', data: { phase: pub(phase()), roundId: id().optional() } },
  PhaseCompleted: {
    kind: 'automatic',
    data: { phase: pub(phase()), roundId: id().optional(), outcome: internal(line()) },
  },
  PhaseMarkedForReview: {
    kind: 'automatic',
    data: {
      phase: pub(phase()),
      roundId: id().optional(),
      because: choice(['PhaseReopened', 'RoundReopened', 'FactCorrected', 'FeedbackCorrected']),
    },
  },
  PhaseSkipped: { kind: 'decision', data: { phase: pub(phase()), reason: txt() } },
  PhaseReopened: {
    kind: 'decision',
    data: { phase: pub(phase()), roundId: id().optional(), toState: internal(line()), reason: txt() },
  },
});
