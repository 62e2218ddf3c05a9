// Dutch words of all trajectory facts and the logbook, by group: a field such as `accepted` or `channel` has the words of its own group.
import type { Labels } from '../kit/labels.js';
import { nl as advice } from './advice/advice.labels.nl.js';
import { nl as board } from './board/board.labels.nl.js';
import { nl as emotions } from './emotions/emotions.labels.nl.js';
import { nl as frames } from './frames/frames.labels.nl.js';
import { nl as groups } from './groups/groups.labels.nl.js';
import { nl as intake } from './intake/intake.labels.nl.js';
import { nl as invitations } from './invitations/invitations.labels.nl.js';
import { nl as logbook } from './logbook/logbook.labels.nl.js';
import { nl as money } from './money/money.labels.nl.js';
import { nl as question } from './question/question.labels.nl.js';
import { nl as roles } from './roles/roles.labels.nl.js';

/** Keyed by group; spread into the label parts of a workflow. */
export const nl: Record<string, Labels> = {
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
