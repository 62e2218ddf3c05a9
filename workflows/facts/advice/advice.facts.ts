// Questions and opinions as facts: when asked and when answered.
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts } from '../facts.js';
import { isLatest } from '../latest.js';
import { commands } from './advice.commands.js';
import { events, type AdviceData } from './advice.events.js';

export const advice: FactGroup<Facts> = {
  events,
  commands,
  needs: {},
  facts: {
    AdviserAsked(facts, event) {
      const { questionId, on } = event.data as AdviceData['AdviserAsked'];
      facts.questions.set(questionId, { ...facts.questions.get(questionId), on });
    },
    AdviserAnswered(facts, event) {
      const { questionId, on } = event.data as AdviceData['AdviserAnswered'];
      const asked = facts.questions.get(questionId);
      if (asked && isLatest(facts, `adviser/${questionId}`, event)) asked.answeredOn = on;
    },
    SecondOpinionRequested(facts, event) {
      const { opinionId, about, on } = event.data as AdviceData['SecondOpinionRequested'];
      facts.opinions.set(opinionId, { ...facts.opinions.get(opinionId), about, on });
    },
    SecondOpinionGiven(facts, event) {
      const { opinionId, on } = event.data as AdviceData['SecondOpinionGiven'];
      const requested = facts.opinions.get(opinionId);
      if (requested && isLatest(facts, `opinion/${opinionId}`, event)) requested.givenOn = on;
    },
  },
};
