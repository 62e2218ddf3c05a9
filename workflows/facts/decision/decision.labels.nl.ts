// Dutch words of decisions by the board.
import type { Labels } from '../../kit/labels.js';

interface Judged {
  contributionId: string;
  outcome: string;
}

export const nl: Labels = {
  name: 'Besluit',
  commands: { RecordDecision: 'Besluit vastleggen' },
  fields: {
    decisionId: 'Besluit',
    body: 'Wie besloot?',
    municipalityId: 'Gemeente',
    on: 'Datum',
    outcome: 'Uitkomst',
    deviates: 'Wijkt het af van de uitkomst van de participatie?',
    motivation: 'Motivering',
    perItem: 'Per idee',
    contributionId: 'Inbreng',
    text: 'Tekst',
    channel: 'Kanaal',
    last: 'Alles is uitgelegd',
  },
  choices: {
    body: { college: 'college', raad: 'raad', mandaat: 'mandaat' },
    outcome: {
      asProposed: 'zoals voorgesteld',
      amended: 'gewijzigd',
      rejected: 'afgewezen',
      deferred: 'aangehouden',
      asAdvised: 'zoals geadviseerd',
      changed: 'anders dan geadviseerd',
    },
  },
  events: {
    DecisionTaken: (data, names) => {
      const items = ((data.perItem as Judged[] | undefined) ?? []).map(
        (one) => ` ${names.contribution(one.contributionId)}: ${names.choice('outcome', one.outcome)}.`,
      );
      const deviates = data.deviates === true ? ' Het besluit wijkt af van de uitkomst.' : '';
      const why = typeof data.motivation === 'string' && data.motivation !== '' ? ` ${data.motivation}` : '';
      const head = `Besluit (${names.choice('body', data.body)}) op ${names.date(data.on)}: ${names.choice('outcome', data.outcome)}.`;
      return `${head}${deviates}${why}${items.join('')}`;
    },
    DecisionExplained: (data, names) =>
      `Het besluit is op ${names.date(data.on)} uitgelegd aan de deelnemers (${String(data.channel)}).`,
  },
  needs: {
    MOTIVATION_IF_DEVIATING: 'Het besluit wijkt af van de uitkomst; schrijf op waarom.',
    ITEMS_JUDGED: 'Zeg per overgenomen idee wat het besluit ermee doet: {contributions}.',
  },
};
