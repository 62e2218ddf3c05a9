// English words of all trajectory facts and the logbook, by group: a field such as `accepted` or `channel` has the words of its own group.
import type { Labels } from '../kit/labels.js';
import { en as advice } from './advice/advice.labels.en.js';
import { en as board } from './board/board.labels.en.js';
import { en as emotions } from './emotions/emotions.labels.en.js';
import { en as frames } from './frames/frames.labels.en.js';
import { en as groups } from './groups/groups.labels.en.js';
import { en as intake } from './intake/intake.labels.en.js';
import { en as invitations } from './invitations/invitations.labels.en.js';
import { en as logbook } from './logbook/logbook.labels.en.js';
import { en as money } from './money/money.labels.en.js';
import { en as question } from './question/question.labels.en.js';
import { en as roles } from './roles/roles.labels.en.js';

/** Keyed by group; spread into the label parts of a workflow. */
export const en: Record<string, Labels> = {
  intake,
  frames,
  question,
  groups,
  invitations,
  money,
  roles,
  board,
  advice,
  emotions,
  logbook,
};
