// Rounds as signals see them: their short names, and when what was said in them is not interpreted yet.
import { numberOf } from '../facts/numbers.js';
import { endOf, periods, without } from './intervals.js';
import { ended, next, type Story } from './story.js';
import type { Case, Interval } from './types.js';

/** A round as the subject of a signal. */
export const ofRound = (story: Story, roundId: string): Pick<Case, 'subjectId' | 'subject' | 'round'> => ({
  subjectId: roundId,
  subject: numberOf('R', story.facts.rounds, roundId),
  round: roundId,
});

/** Conversation numbers as people see them. */
export const conversationName = (story: Story, id: string): string => numberOf('G', story.facts.conversations, id);

const REOPENING = ['InterpretationReopened', 'MoreInputRequested', 'RoundReopened'];

/** Per round with a conversation held: the times in which its interpretation is not validated. */
export function notValidated(story: Story): Interval[] {
  return [...story.facts.rounds.keys()].flatMap((roundId) => {
    const held = story.about('roundId', roundId, 'ConversationHeld')[0];
    if (!held) return [];
    const moments = story
      .about('roundId', roundId, 'InterpretationValidated', ...REOPENING)
      .map(({ day, type }) => ({ day, on: type === 'InterpretationValidated' }));
    return without({ from: endOf(held.day) }, periods(moments));
  });
}

/** RESULTS_NOT_INTERPRETED: the round is closed, and nobody agreed on what it means. */
export function resultsNotInterpreted(story: Story): Case[] {
  const closings = ['RoundClosedForInput', 'ConversationsCompleted'];
  return [...story.facts.rounds.keys()].flatMap((roundId) => {
    const closed = story.about('roundId', roundId, ...closings);
    const answers = story.about('roundId', roundId, 'InterpretationValidated', 'RoundReopened');
    // Closing for input and completing are one closing: the second does not start the term again.
    return closed
      .filter(
        (one, index) =>
          index === 0 || answers.some(({ day }) => day >= (closed[index - 1]?.day ?? '') && day <= one.day),
      )
      .map((one): Case => ({
        ...ofRound(story, roundId),
        code: 'RESULTS_NOT_INTERPRETED',
        command: 'ValidateInterpretation',
        phase: 'interpreting',
        severity: 'final',
        base: one.day,
        norm: 'norm.RESULTS_NOT_INTERPRETED.final',
        raisedBy: [one.id],
        ...ended(next(answers, one)),
      }));
  });
}

/** QUESTION_NOT_ANSWERED: the last reading says no. */
export function questionNotAnswered(story: Story): Case[] {
  return story
    .all('ResultsInterpreted')
    .filter(({ data }) => data.answered === 'no')
    .map((reading): Case => {
      const roundId = String(reading.data.roundId);
      const again = next(story.about('roundId', roundId, 'ResultsInterpreted'), reading);
      const round = next(story.all('RoundPlanned'), reading);
      const end = [again, round].filter((one) => one !== undefined).sort((a, b) => a.day.localeCompare(b.day))[0];
      return {
        ...ofRound(story, roundId),
        code: 'QUESTION_NOT_ANSWERED',
        command: 'PlanRound',
        phase: 'interpreting',
        severity: 'target',
        base: reading.day,
        raisedBy: [reading.id],
        ...ended(end),
      };
    });
}
