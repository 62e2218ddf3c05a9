// Which part of the reference the first form of workflow kern covers. The other groups that the reference gives to kern come later;
// then this list grows, and every test that compares with the reference asks for more.
import { commandRow, commands, eventOf } from './rules.js';

const wholeGroups = [
  'root',
  'facts',
  'advice',
  'approval',
  'organisation',
  'conversations',
  'interpreting',
  'feedback',
  'contribution',
  'agreement',
];
const except = ['MoveTrajectoryToWorkflow', 'TransferAgreement'];
const besides = [
  'RecordLesson',
  'RegisterDocument',
  'WriteLogEntry',
  'RecordDecision',
  'RegisterMunicipality',
  'ChangeSetting',
  'SetCalendar',
  'AcknowledgeSignal',
];

/** Whether the command belongs to what kern does now. Throws for a command that section 11 does not know. */
export function kernNow(command: string): boolean {
  return besides.includes(command) || (wholeGroups.includes(commandRow(command).group) && !except.includes(command));
}

/** The commands of kern as it is now, in the order of section 11. */
export const kernCommands: readonly string[] = commands.map(({ name }) => name).filter(kernNow);

/**
 * The events of kern as it is now. Of the automatic ones DecisionExplained too: feedback about a decision is part of it,
 * although kern has no accountability machine that it could move.
 */
export const kernEvents: readonly string[] = [
  ...new Set([
    ...kernCommands.map(eventOf),
    'PhaseStarted',
    'PhaseCompleted',
    'PhaseMarkedForReview',
    'DecisionExplained',
  ]),
];
