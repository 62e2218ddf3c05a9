// The English label files of all parts of the workflows, by part.
import type { Labels } from '../workflows/kit/labels.js';
import { en as agreement } from '../workflows/entities/agreement/agreement.labels.en.js';
import { en as contribution } from '../workflows/entities/contribution/contribution.labels.en.js';
import { en as conversation } from '../workflows/entities/conversation/conversation.labels.en.js';
import { en as document } from '../workflows/entities/document/document.labels.en.js';
import { en as lesson } from '../workflows/entities/lesson/lesson.labels.en.js';
import { en as advice } from '../workflows/facts/advice/advice.labels.en.js';
import { en as board } from '../workflows/facts/board/board.labels.en.js';
import { en as decision } from '../workflows/facts/decision/decision.labels.en.js';
import { en as emotions } from '../workflows/facts/emotions/emotions.labels.en.js';
import { en as frames } from '../workflows/facts/frames/frames.labels.en.js';
import { en as groups } from '../workflows/facts/groups/groups.labels.en.js';
import { en as intake } from '../workflows/facts/intake/intake.labels.en.js';
import { en as invitations } from '../workflows/facts/invitations/invitations.labels.en.js';
import { en as logbook } from '../workflows/facts/logbook/logbook.labels.en.js';
import { en as money } from '../workflows/facts/money/money.labels.en.js';
import { en as question } from '../workflows/facts/question/question.labels.en.js';
import { en as roles } from '../workflows/facts/roles/roles.labels.en.js';
import { en as organisationStream } from '../workflows/organisation/organisation.labels.en.js';
import { en as approval } from '../workflows/phases/approval/approval.labels.en.js';
import { en as conversations } from '../workflows/phases/conversations/conversations.labels.en.js';
import { en as feedback } from '../workflows/phases/feedback/feedback.labels.en.js';
import { en as interpreting } from '../workflows/phases/interpreting/interpreting.labels.en.js';
import { en as organisation } from '../workflows/phases/organisation/organisation.labels.en.js';
import { en as root } from '../workflows/root/root.labels.en.js';
import { en as signal } from '../workflows/signals/signals.labels.en.js';

/** Keyed by phase, entity, `root`, or the name of a group of facts. */
export const en: ReadonlyMap<string, Labels> = new Map<string, Labels>([
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
