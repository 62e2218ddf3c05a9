// One row per signal: what brings its cause about, how many days later it is raised, and the command that clears it.
import { addDays, atLocal } from '../../../workflows/kit/time.js';
import type { Severity } from '../../../workflows/signals/types.js';
import * as routes from './routes.js';
import { take, type Route } from './routes.js';
import type { Payload } from './samples.js';
import type { World } from './world.js';

export interface SignalCase {
  code: string;
  severity: Severity;
  /** Ends on the day of the cause. */
  cause: Route;
  /** Days from the cause to the first day on which it stands. */
  after: number;
  clear: (world: World) => unknown;
  /** The command of the reference that clears it, where `clear` gives another one for a reason. */
  with: string;
}

const after =
  (route: Route, ...acts: ((world: World) => unknown)[]): Route =>
  (workflow) => {
    const world = route(workflow);
    for (const act of acts) act(world);
    return world;
  };
const give =
  (command: string, change: Payload = {}) =>
  (world: World): unknown =>
    take(world, command, change);
const pass =
  (days: number) =>
  (world: World): unknown =>
    world.pass(days);
/** Sent before anything is arranged. */
const invited = after(routes.active, give('SendInvitation', { conversationIds: [] }));
const clears = (command: string, change: Payload = {}): Pick<SignalCase, 'clear' | 'with'> => ({
  clear: give(command, change),
  with: command,
});
const both = (code: string, target: number, final: number, rest: Omit<SignalCase, 'code' | 'severity' | 'after'>) => [
  { code, severity: 'target' as const, after: target, ...rest },
  { code, severity: 'final' as const, after: final, ...rest },
];
const agreed = after(routes.held, (world) => take(world, 'MakeAgreement', { dueOn: addDays(world.today, 10) }));
const negative = after(routes.sent, give('RecordReaction', { tone: 'negative', count: 5 }));
const decided = (change: Payload): Route => after(routes.sent, pass(20), give('RecordDecision', change));
const explain = (world: World): unknown => take(world, 'SendFeedback', { about: world.id('decisionId') });

const supplemented: Pick<SignalCase, 'clear' | 'with'> = {
  clear: (world) => take(take(world, 'RequestSupplement'), 'ApproveSupplement'),
  with: 'RequestSupplement',
};

export const signalCases: readonly SignalCase[] = [
  { code: 'FRAMES_NOT_ANNOUNCED', severity: 'final', cause: invited, after: 0, ...clears('AnnounceFrames') },
  {
    code: 'START_WITHOUT_APPROVAL',
    severity: 'final',
    cause: after(routes.submitted, give('BookHours', { phase: 'conversations' })),
    after: 0,
    ...clears('ApproveTimeAndMoney'),
  },
  {
    code: 'BUDGET_OVERRUN',
    severity: 'target',
    cause: after(routes.held, give('BookHours', { hours: 17 })),
    after: 0,
    ...supplemented,
  },
  {
    code: 'BUDGET_OVERRUN',
    severity: 'final',
    cause: after(routes.approved, give('BookHours', { hours: 20.25 })),
    after: 0,
    ...supplemented,
  },
  { code: 'APPROVAL_LATE', severity: 'target', cause: routes.submitted, after: 15, ...clears('ApproveTimeAndMoney') },
  {
    code: 'NO_ROLE_DIVISION',
    severity: 'final',
    cause: routes.approved,
    after: 15,
    clear: (world) => {
      take(world, 'AssignRole');
      take(world, 'AssignRole', { role: 'processCoordinator', responsibility: 'process' });
    },
    with: 'AssignRole',
  },
  { code: 'NO_SINGLE_CONTACT', severity: 'final', cause: invited, after: 0, ...clears('AppointSingleContact') },
  {
    code: 'QUESTION_MISSING',
    severity: 'final',
    cause: after(routes.registered, give('AddPublicGroup'), give('SendInvitation', { conversationIds: [] })),
    after: 0,
    ...clears('SetQuestion'),
  },
  {
    code: 'INVITATION_TOO_LATE',
    severity: 'target',
    cause: after(routes.organised, give('PlanConversation'), pass(8), (world) =>
      take(world, 'SendInvitation', { conversationIds: [world.id('conversationId')] }),
    ),
    after: 0,
    ...clears('RescheduleConversation'),
  },
  ...both('REPORT_MISSING', 15, 29, { cause: routes.held, ...clears('ShareReport') }),
  {
    code: 'GROUP_NOT_HEARD',
    severity: 'final',
    cause: after(
      routes.planned,
      give('AddPublicGroup', { name: 'jongeren', required: true, min: 5 }),
      pass(21),
      give('HoldConversation', { attendance: [] }),
      give('ShareReport'),
      (world) => routes.force(world, 'CompleteConversations'),
    ),
    after: 0,
    ...clears('WaiveGroup'),
  },
  {
    code: 'TENSION',
    severity: 'final',
    cause: after(routes.planned, pass(21), give('HoldConversation', { mood: 'escalated' })),
    after: 0,
    ...clears('RecordAftercare'),
  },
  // Noticed on a Wednesday: the working days after it are Thursday, Friday and Monday.
  ...both('DIRECT_ROUTE', 2, 6, {
    cause: after(routes.active, (world) => {
      world.now = atLocal('2026-04-08', '09:00');
      take(world, 'NoteDirectRoute');
    }),
    ...clears('HandleDirectRoute'),
  }),
  {
    code: 'RESULTS_NOT_INTERPRETED',
    severity: 'final',
    cause: routes.conversed,
    after: 29,
    clear: (world) => {
      take(world, 'AdoptContribution', { contributionIds: [world.id('contributionId'), world.id('otherId')] });
      take(world, 'InterpretResults');
      take(world, 'ValidateInterpretation');
    },
    with: 'ValidateInterpretation',
  },
  {
    code: 'QUESTION_NOT_ANSWERED',
    severity: 'target',
    cause: after(routes.weighed, give('InterpretResults', { answered: 'no' })),
    after: 0,
    ...clears('PlanRound'),
  },
  {
    // A letter at intake: it belongs to no round, so no clock of a round runs for it.
    code: 'CONTRIBUTION_UNANSWERED',
    severity: 'target',
    cause: after(routes.active, (world) =>
      world.must('processCoordinator', 'ReceiveContribution', { source: 'letter', text: 'graag een bankje' }),
    ),
    after: 43,
    ...clears('AdoptContribution'),
  },
  {
    code: 'ESCALATION_WAITING',
    severity: 'target',
    cause: after(routes.held, give('EscalateContribution')),
    after: 15,
    ...clears('MakeClientChoice'),
  },
  {
    code: 'PASSED_ON_LOST',
    severity: 'target',
    cause: after(routes.held, give('PassOnContribution')),
    after: 29,
    ...clears('AcceptPassedOn'),
  },
  ...both('FEEDBACK_OVERDUE', 29, 43, {
    cause: routes.held,
    clear: (world) => take(world, 'SendFeedback', { answered: [world.id('contributionId'), world.id('otherId')] }),
    with: 'SendFeedback',
  }),
  { code: 'FEEDBACK_NEGATIVE', severity: 'target', cause: negative, after: 0, ...clears('CorrectFeedback') },
  {
    code: 'STOP_NOT_TOLD',
    severity: 'final',
    cause: routes.cancelled,
    after: 15,
    ...clears('SendFeedback', { about: 'stopped' }),
  },
  ...both('AGREEMENT_OVERDUE', 11, 25, { cause: agreed, ...clears('FulfilAgreement') }),
  {
    code: 'AGREEMENT_BROKEN',
    severity: 'final',
    cause: after(agreed, give('BreakAgreement')),
    after: 0,
    ...clears('TellBrokenAgreement'),
  },
  {
    code: 'DECISION_DEVIATES',
    severity: 'final',
    cause: decided({ deviates: true }),
    after: 0,
    clear: explain,
    with: 'SendFeedback',
  },
  {
    code: 'DECISION_UNEXPLAINED',
    severity: 'final',
    cause: decided({}),
    after: 15,
    clear: explain,
    with: 'SendFeedback',
  },
  {
    code: 'ADVICE_WAITING',
    severity: 'target',
    cause: after(routes.active, give('AskAdviser')),
    after: 8,
    ...clears('AnswerAdviser'),
  },
  {
    code: 'ADVICE_WAITING',
    severity: 'target',
    cause: after(routes.active, give('RequestSecondOpinion')),
    after: 15,
    ...clears('GiveSecondOpinion'),
  },
  {
    code: 'ENTRY_INCOMPLETE',
    severity: 'target',
    cause: after(routes.active, give('WriteLogEntry', { incomplete: true })),
    after: 8,
    clear: (world) => {
      const entry = world.events.findLast(({ type }) => type === 'LogEntryWritten')!;
      const correct = (field: string, before: unknown, value: unknown): unknown =>
        take(world, 'CorrectFact', { eventId: entry.meta.id, field, before, after: value });
      correct('/yield', '', 'zij komen');
      correct('/withWhom/0/label', null, 'een bewoner');
    },
    with: 'CorrectFact',
  },
  {
    code: 'PRIVACY_RISK',
    severity: 'final',
    cause: after(routes.active, give('WriteLogEntry', { visibility: 'public', hasPersonalData: true })),
    after: 0,
    clear: (world) => {
      const entry = world.events.findLast(({ type }) => type === 'LogEntryWritten')!;
      take(world, 'CorrectFact', {
        eventId: entry.meta.id,
        field: '/hasPersonalData',
        before: true,
        after: false,
      });
    },
    with: 'CorrectFact',
  },
];
