// The findings of a round when nobody wrote them: one per outcome, with the contributions that have it.
import type { Facts } from '../../facts/facts.js';
import { contributionsOf } from '../../facts/rounds.js';
import type { View } from '../../kit/commands.js';
import { CONTRIBUTIONS_MAX } from '../../kit/fields.js';
import type { Id } from '../../kit/types.js';

/** What a finding says of each outcome: stored text, so in the language of the municipality. */
const TEXTS: Readonly<Record<string, string>> = {
  adopted: 'Overgenomen',
  partlyAdopted: 'Deels overgenomen',
  notChosen: 'Niet gekozen',
  rejected: 'Afgewezen',
  answered: 'Beantwoord',
  noted: 'Voor kennisgeving',
  passedOn: 'Doorgegeven',
  escalated: 'Voorgelegd aan opdrachtgever',
};

/** One finding per outcome; an outcome of more contributions than a list holds takes several. */
export function findingsOf(view: View<Facts>, roundId: string): { text: string; contributionIds: Id[] }[] {
  const byOutcome = new Map<string, Id[]>(Object.keys(TEXTS).map((state) => [state, []]));
  for (const { id } of contributionsOf(view.facts, roundId)) {
    byOutcome.get(view.trajectory.cells.get(`contribution/${id}`)?.value ?? '')?.push(id);
  }
  return [...byOutcome].flatMap(([state, ids]) =>
    chunks(ids).map((contributionIds) => ({ text: TEXTS[state] ?? state, contributionIds })),
  );
}

function chunks(ids: Id[]): Id[][] {
  const count = Math.ceil(ids.length / CONTRIBUTIONS_MAX);
  return Array.from({ length: count }, (_none, index) =>
    ids.slice(index * CONTRIBUTIONS_MAX, (index + 1) * CONTRIBUTIONS_MAX),
  );
}
