// English words of decisions by the board.
import type { Labels } from '../../kit/labels.js';

interface Judged {
  contributionId: string;
  outcome: string;
}

export const en: Labels = {
  name: 'Decision',
  commands: { RecordDecision: 'Record a decision' },
  fields: {
    decisionId: 'Decision',
    body: 'Who decided?',
    municipalityId: 'Municipality',
    on: 'Date',
    outcome: 'Outcome',
    deviates: 'Does it deviate from the outcome of the participation?',
    motivation: 'Motivation',
    perItem: 'Per idea',
    contributionId: 'Contribution',
    text: 'Text',
    channel: 'Channel',
    last: 'Everything is explained',
  },
  choices: {
    body: { college: 'executive board', raad: 'council', mandaat: 'mandate' },
    outcome: {
      asProposed: 'as proposed',
      amended: 'amended',
      rejected: 'rejected',
      deferred: 'deferred',
      asAdvised: 'as advised',
      changed: 'other than advised',
    },
  },
  events: {
    DecisionTaken: (data, names) => {
      const items = ((data.perItem as Judged[] | undefined) ?? []).map(
        (one) => ` ${names.contribution(one.contributionId)}: ${names.choice('outcome', one.outcome)}.`,
      );
      const deviates = data.deviates === true ? ' The decision deviates from the outcome.' : '';
      const why = typeof data.motivation === 'string' && data.motivation !== '' ? ` ${data.motivation}` : '';
      const head = `Decision of the ${names.choice('body', data.body)} on ${names.date(data.on)}: ${names.choice('outcome', data.outcome)}.`;
      return `${head}${deviates}${why}${items.join('')}`;
    },
    DecisionExplained: (data, names) =>
      `The decision was explained to participants on ${names.date(data.on)} (${String(data.channel)}).`,
  },
  needs: {
    MOTIVATION_IF_DEVIATING: 'The decision deviates from the outcome; write down why.',
    ITEMS_JUDGED: 'Say of each adopted idea what the decision does with it: {contributions}.',
  },
};
