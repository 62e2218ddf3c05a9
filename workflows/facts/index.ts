// All trajectory facts of domain.md 3.0b and the logbook: they belong to the trajectory, not to a phase, and both workflows have them.
import type { FactGroup } from '../kit/workflow.js';
import { advice } from './advice/advice.facts.js';
import { board } from './board/board.facts.js';
import { emotions } from './emotions/emotions.facts.js';
import type { Facts } from './facts.js';
import { frames } from './frames/frames.facts.js';
import { groups } from './groups/groups.facts.js';
import { intake } from './intake/intake.facts.js';
import { invitations } from './invitations/invitations.facts.js';
import { logbook } from './logbook/logbook.facts.js';
import { money } from './money/money.facts.js';
import { question } from './question/question.facts.js';
import { roles } from './roles/roles.facts.js';

/** In the order of the domain. */
export const factGroups: FactGroup<Facts>[] = [
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
];
