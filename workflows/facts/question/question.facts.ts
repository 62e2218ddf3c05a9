// The question of each round as a fact. Without a round a question is that of every round which has none yet.
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts, Round } from '../facts.js';
import { isLatest } from '../latest.js';
import { commands } from './question.commands.js';
import { events, type QuestionData } from './question.events.js';

function meant(facts: Facts, roundId: string | undefined, fits: (round: Round) => boolean): Round[] {
  const round = roundId === undefined ? undefined : facts.rounds.get(roundId);
  return roundId === undefined ? [...facts.rounds.values()].filter(fits) : round ? [round] : [];
}

export const question: FactGroup<Facts> = {
  events,
  commands,
  needs: {},
  facts: {
    QuestionSet(facts, event) {
      const data = event.data as QuestionData['QuestionSet'];
      const own = ({ id, question }: Round): boolean =>
        question === undefined || facts.latest.get(`question/${id}`) === event.meta.revision;
      for (const round of meant(facts, data.roundId, own)) {
        if (!isLatest(facts, `question/${round.id}`, event)) continue;
        round.question = data.question;
        round.publicQuestion = data.publicText;
      }
    },
    QuestionRevised(facts, event) {
      const { roundId, before, after } = event.data as QuestionData['QuestionRevised'];
      for (const round of meant(facts, roundId, (one) => one.question === before)) {
        if (!isLatest(facts, `question/${round.id}`, event)) continue;
        round.question = after;
        // The public text was of the question before; nobody wrote a new one.
        delete round.publicQuestion;
      }
    },
  },
};
