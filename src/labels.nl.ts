// The Dutch label files of all parts of the workflows, by part.
import type { Labels } from '../workflows/kit/labels.js';
import { nl as agreement } from '../workflows/entities/agreement/agreement.labels.nl.js';
import { nl as contribution } from '../workflows/entities/contribution/contribution.labels.nl.js';
import { nl as conversation } from '../workflows/entities/conversation/conversation.labels.nl.js';
import { nl as document } from '../workflows/entities/document/document.labels.nl.js';
import { nl as lesson } from '../workflows/entities/lesson/lesson.labels.nl.js';
import { nl as advice } from '../workflows/facts/advice/advice.labels.nl.js';
import { nl as board } from '../workflows/facts/board/board.labels.nl.js';
import { nl as decision } from '../workflows/facts/decision/decision.labels.nl.js';
import { nl as emotions } from '../workflows/facts/emotions/emotions.labels.nl.js';
import { nl as frames } from '../workflows/facts/frames/frames.labels.nl.js';
import { nl as groups } from '../workflows/facts/groups/groups.labels.nl.js';
import { nl as intake } from '../workflows/facts/intake/intake.labels.nl.js';
import { nl as invitations } from '../workflows/facts/invitations/invitations.labels.nl.js';
import { nl as logbook } from '../workflows/facts/logbook/logbook.labels.nl.js';
import { nl as money } from '../workflows/facts/money/money.labels.nl.js';
import { nl as question } from '../workflows/facts/question/question.labels.nl.js';
import { nl as roles } from '../workflows/facts/roles/roles.labels.nl.js';
import { nl as organisationStream } from '../workflows/organisation/organisation.labels.nl.js';
import { nl as approval } from '../workflows/phases/approval/approval.labels.nl.js';
import { nl as conversations } from '../workflows/phases/conversations/conversations.labels.nl.js';
import { nl as feedback } from '../workflows/phases/feedback/feedback.labels.nl.js';
import { nl as interpreting } from '../workflows/phases/interpreting/interpreting.labels.nl.js';
import { nl as organisation } from '../workflows/phases/organisation/organisation.labels.nl.js';
import { nl as root } from '../workflows/root/root.labels.nl.js';
import { nl as signal } from '../workflows/signals/signals.labels.nl.js';

/** Keyed by phase, entity, `root`, or the name of a group of facts. */
export const nl: ReadonlyMap<string, Labels> = new Map<string, Labels>([
  ['agreement', agreement],
  ['contribution', contribution],
  ['conversation', conversation],
  ['document', document],
  ['lesson', lesson],
  ['advice', advice],
  ['board', board],
  ['decision', decision],
  ['emotions', emotions],
  ['frames', frames],
  ['groups', groups],
  ['intake', intake],
  ['invitations', invitations],
  ['logbook', logbook],
  ['money', money],
  ['question', question],
  ['roles', roles],
  ['organisation-stream', organisationStream],
  ['approval', approval],
  ['conversations', conversations],
  ['feedback', feedback],
  ['interpreting', interpreting],
  ['organisation', organisation],
  ['root', root],
  ['signal', signal],
]);
