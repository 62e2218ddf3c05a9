// The root machine: the life of the trajectory as a whole. Phases open and close beneath it.
import { flatMachine, stay, to, when } from '../kit/machine.js';

const PHASE_EVENTS = ['PhaseStarted', 'PhaseCompleted', 'PhaseMarkedForReview'];
const BEFORE_END = when(['RoundPlanned', 'PhaseSkipped', 'PhaseReopened', 'GuardOverridden', 'FactCorrected'], stay);
const RUNNING = { ...BEFORE_END, ...when(PHASE_EVENTS, stay) };
/** Facts go on arriving after the end, and may open, close or review a phase. */
const ENDED = {
  ...when(['GuardOverridden', 'FactCorrected', ...PHASE_EVENTS], stay),
  TrajectoryReopened: to('active'),
  TrajectoryArchived: to('archived'),
};

export const rootMachine = flatMachine('root', 'none', {
  none: { on: { TrajectoryRegistered: to('registered') } },
  registered: { on: { ...BEFORE_END, PhaseStarted: to('active'), TrajectoryCancelled: to('cancelled') } },
  active: {
    on: {
      ...RUNNING,
      TrajectoryPaused: to('paused'),
      TrajectoryCancelled: to('cancelled'),
      TrajectoryCompleted: to('completed'),
    },
  },
  paused: {
    tags: ['waits:client'],
    on: { ...RUNNING, TrajectoryResumed: to('active'), TrajectoryCancelled: to('cancelled') },
  },
  completed: { tags: ['closed'], on: ENDED },
  cancelled: { tags: ['closed'], on: ENDED },
  archived: { tags: ['closed'] },
});
