// Signals after the conversations, and those of promises, questions and entries: cause, days until raised, and what clears each.
import { addDays } from '../../../../workflows/kit/time.js';
import * as routes from '../routes.js';
import { take, type Route } from '../routes.js';
import type { Payload } from '../samples.js';
import type { World } from '../world.js';
import { after, both, clears, give, pass, type SignalCase } from './row.js';

const agreed = after(routes.held, (world) => take(world, 'MakeAgreement', { dueOn: addDays(world.today, 10) }));
const negative = after(routes.sent, give('RecordReaction', { tone: 'negative', count: 5 }));
const decided = (change: Payload): Route => after(routes.sent, pass(20), give('RecordDecision', change));
const explain = (world: World): unknown => take(world, 'SendFeedback', { about: world.id('decisionId') });

export const afterHearing: readonly SignalCase[] = [
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
