// English words of the trajectory as a whole: its states, commands, needs, the events of every phase, and the twelve forms.
import type { Labels } from '../kit/labels.js';

export const en: Labels = {
  name: 'Trajectory',
  states: {
    registered: { word: 'nog niet', label: 'Registered' },
    active: { word: 'bezig', label: 'Running' },
    paused: { word: 'wacht op', label: 'Paused', who: 'client' },
    completed: { word: 'klaar', label: 'Completed' },
    cancelled: { word: 'klaar', label: 'Stopped' },
    archived: { word: 'klaar', label: 'Archived' },
  },
  commands: {
    RegisterTrajectory: 'Register trajectory',
    PlanRound: 'Plan a round',
    SkipPhase: 'Skip phase',
    ReopenPhase: 'Reopen phase',
    OverrideGuard: 'Go on with a reason',
    CorrectFact: 'Correct a fact',
    PauseTrajectory: 'Pause trajectory',
    ResumeTrajectory: 'Resume trajectory',
    CancelTrajectory: 'Stop trajectory',
    CompleteTrajectory: 'Complete trajectory',
    ReopenTrajectory: 'Reopen trajectory',
    ArchiveTrajectory: 'Archive trajectory',
  },
  fields: {
    title: 'Name',
    theme: 'Theme',
    workflow: 'Workflow',
    version: 'Version',
    municipalityIds: 'Municipalities',
    policyStage: 'Stage of the policy',
    level: 'Level of participation',
    clientRef: 'Client',
    coordinatorRef: 'Process coordinator',
    lawBasis: 'Basis in law',
    startOn: 'Starts on',
    logbookForm: 'Form of the logbook',
    reason: 'Reason',
    publicReason: 'Reason for the public page',
    expectedResumeOn: 'Expected to go on from',
    participantsTold: 'Participants have been told',
    shiftDays: 'Days by which the planning shifts',
    participantsInvolved: 'People were already involved',
    messagePlannedOn: 'Participants hear it on',
    on: 'Date',
    selectionCategory: 'Category of the retention list',
    keepUntil: 'Keep until',
    roundId: 'Round',
    question: 'Question of the round',
    groupIds: 'Groups',
    phase: 'Phase',
    toState: 'Back to',
    command: 'Act',
    needs: 'Needs',
    eventId: 'Line of the logbook',
    field: 'Field',
    before: 'It now says',
    after: 'It should be',
    outcome: 'Outcome',
    because: 'Cause',
    role: 'Role',
    function: 'Function',
    ref: 'Who',
    decidedBy: 'Who decided this?',
    decidedOn: 'Decided when?',
    evidence: 'Where is that written?',
    documentId: 'Document',
    text: 'Text',
  },
  hints: {
    participantsTold: 'Only if you really told them.',
    keepUntil: 'A date, or permanent.',
    shiftDays: 'Feedback terms and agreements do not shift.',
    reason: 'The reason stays visible in the logbook.',
  },
  choices: {
    workflow: { kern: 'Core (five phases)', volledig: 'Full (nine phases)' },
    policyStage: {
      agenda: 'agenda',
      policy: 'policy',
      design: 'design',
      execution: 'execution',
      maintenance: 'maintenance',
    },
    level: {
      inform: 'inform',
      consult: 'consult',
      advise: 'advise',
      coproduce: 'coproduce',
      codecide: 'decide together',
      selfGovern: 'self-government',
    },
    lawBasis: {
      environmentVision: 'environment vision',
      environmentProgramme: 'environment programme',
      environmentPlan: 'environment plan',
      projectDecision: 'project decision',
      permit: 'environment permit',
      permitOutsidePlan: 'activity outside the plan',
      ordinance: 'participation ordinance',
    },
    logbookForm: { internal: 'internal', transparent: 'public', both: 'internal and public' },
    keepUntil: { permanent: 'for ever' },
    // What has to come before a phase opens: `{entry}` of PHASE_OPEN.
    entry: {
      approval: 'the start date of the trajectory',
      organisation: 'the approval of time and money',
      conversations: 'confirm the organisation',
      interpreting: 'a conversation or contribution in this round',
      feedback: 'a conversation or contribution in this round',
    },
    because: {
      PhaseReopened: 'an earlier phase was reopened',
      RoundReopened: 'the round was reopened',
      FactCorrected: 'a fact was corrected',
      FeedbackCorrected: 'feedback is being put right',
    },
  },
  events: {
    TrajectoryRegistered: (data, names) =>
      `Trajectory '${String(data.title)}' was registered, at level ${names.choice('level', data.level)}.`,
    TrajectoryPaused: (data) => `The trajectory was paused: ${String(data.reason)}`,
    TrajectoryResumed: (data, names) =>
      Number(data.shiftDays) > 0
        ? `The trajectory goes on. The planning shifts by ${names.number(data.shiftDays)} days.`
        : 'The trajectory goes on.',
    TrajectoryCancelled: (data) => `The trajectory was stopped: ${String(data.reason)}`,
    TrajectoryCompleted: () => 'The trajectory was completed.',
    TrajectoryReopened: (data) => `The trajectory was reopened: ${String(data.reason)}`,
    TrajectoryArchived: (data, names) =>
      data.keepUntil === 'permanent'
        ? 'The trajectory was archived and is kept for ever.'
        : `The trajectory was archived and is kept until ${names.date(data.keepUntil)}.`,
    RoundPlanned: (data, names) => `A new round ${names.round(data.roundId)} was planned: ${String(data.title)}.`,
    GuardOverridden: (data, names) =>
      `Went on with '${names.command(data.command)}' all the same, because: ${String(data.reason)} (${(data.needs as unknown[]).map((code) => names.need(code)).join(' ')})`,
    FactCorrected: (data) =>
      `A fact was corrected from '${shown(data.before)}' to '${shown(data.after)}'${typeof data.reason === 'string' && data.reason !== '' ? `: ${data.reason}` : ''}.`,
    PhaseStarted: (data, names) => `Phase '${names.phase(data.phase)}'${ofRound(data, names)} began.`,
    PhaseCompleted: (data, names) => `Phase '${names.phase(data.phase)}'${ofRound(data, names)} is done.`,
    PhaseMarkedForReview: (data, names) =>
      `Phase '${names.phase(data.phase)}'${ofRound(data, names)} must be looked at again, since ${names.choice('because', data.because)}.`,
    PhaseSkipped: (data, names) => `Phase '${names.phase(data.phase)}' was skipped: ${String(data.reason)}`,
    PhaseReopened: (data, names) =>
      `Phase '${names.phase(data.phase)}'${ofRound(data, names)} was reopened: ${String(data.reason)}`,
  },
  needs: {
    NOT_ARCHIVED: 'This trajectory is archived and can no longer change.',
    ROLE_ALLOWED: 'Your role may not do this; ask {by}.',
    STATE_FITS: "This cannot be done in this step: it now stands at '{state}'.",
    PHASE_OPEN: 'This phase has not begun: first {entry}.',
    NOT_PAUSED: 'The trajectory is paused.',
    DECIDER_KNOWN: 'Say who decided this, when, and where that is written.',
    NOT_IN_FUTURE: 'The date lies in the future; record it once it has happened.',
    REASON_GIVEN: 'Write down why.',
    CLIENT_AND_COORDINATOR_KNOWN: 'Choose a client and a process coordinator.',
    STOP_MESSAGE_PLANNED: 'People were invited; say when they hear that it stops.',
    ALL_FEEDBACK_CLOSED: 'Not everyone has had an answer: {rounds, contributions}.',
    DECISIONS_EXPLAINED: 'This decision was not yet explained to the participants: {decision}.',
    AGREEMENTS_SETTLED: 'These agreements are still open: {agreements}.',
    RETENTION_SET: 'Choose how long the file is kept.',
    SKIP_ALLOWED: 'This phase cannot be skipped.',
    NEED_IS_SOFT: 'This need always holds; going on is not possible.',
    IS_A_FACT: 'This is a decision; reopen it or return it.',
  },
  forms: {
    register: 'Register',
    'ask-time-and-money': 'Ask for time and money',
    approve: 'Approve',
    'who-does-what': 'Who does what',
    'plan-conversation': 'Plan a conversation',
    invite: 'Invite',
    'conversation-held': 'Conversation held',
    report: 'Report',
    'weigh-ideas': 'Weigh ideas',
    'give-feedback': 'Give feedback',
    'agreements-hours-corrections': 'Agreements, hours, corrections',
    complete: 'Complete',
  },
};

const shown = (value: unknown): string =>
  typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : 'empty';
/** The round of a phase. Feedback is also about decisions, which have no number. */
function ofRound({ roundId }: Record<string, unknown>, names: { round(id: unknown): string }): string {
  if (roundId === undefined) return '';
  const round = names.round(roundId);
  return round.endsWith('?') ? ' about a decision' : ` of round ${round}`;
}
