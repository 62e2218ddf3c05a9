// Signals up to and with the conversations: what brings each about, how many days later it is raised, and the command that clears it.
import { atLocal } from '../../../../workflows/kit/time.js';
import * as routes from '../routes.js';
import { take } from '../routes.js';
import { after, both, clears, give, invited, pass, type SignalCase } from './row.js';

const supplemented: Pick<SignalCase, 'clear' | 'with'> = {
  clear: (world) => take(take(world, 'RequestSupplement'), 'ApproveSupplement'),
  with: 'RequestSupplement',
};

export const untilHeard: readonly SignalCase[] = [
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
];
