// A row for each phase and round: its word and exact state, planned and real dates, hours and money.
import { approvedForPhase } from '../../workflows/facts/approved-by-phase.js';
import type { Facts } from '../../workflows/facts/facts.js';
import { localDay } from '../../workflows/kit/time.js';
import type { StateLabel } from '../../workflows/kit/labels.js';
import type { PhasePlace, Stood } from '../kit/projection.js';
import type { Row } from '../kit/tables.js';
import { plannedPhase, plannedSpan } from '../kit/plan.js';

/** What a screen says of a state that no machine has. */
const NOT_YET = { nl: 'Nog niet begonnen', en: 'Not started' };
const SKIPPED = { nl: 'Overgeslagen', en: 'Skipped' };

export interface Stand {
  state: string;
  nl: StateLabel;
  en: StateLabel;
}

/** State of one phase: before it opened `nog niet`, when skipped `klaar`, else what its machine says. */
export function standOf({ trajectory, words }: Stood, { key, phase }: PhasePlace): Stand {
  const life = trajectory.phases.get(key);
  if (life?.skipped)
    return { state: 'skipped', nl: { word: 'klaar', label: SKIPPED.nl }, en: { word: 'klaar', label: SKIPPED.en } };
  const cell = trajectory.cells.get(key);
  if (life?.startedAt === undefined || !cell) {
    return {
      state: cell?.value ?? 'none',
      nl: { word: 'nog niet', label: NOT_YET.nl },
      en: { word: 'nog niet', label: NOT_YET.en },
    };
  }
  return { state: cell.value, nl: words.nl.state(phase, cell.value), en: words.en.state(phase, cell.value) };
}

/** The rows of all phases, in the order of the workflow. */
export function phaseRows(stood: Stood): Row[] {
  const { trajectory } = stood;
  const span = plannedSpan(trajectory.facts);
  return stood.phases.map((place, ord) => {
    const stand = standOf(stood, place);
    const life = trajectory.phases.get(place.key);
    const planned = plannedPhase(place.phase, span);
    const day = (at: string | undefined): string | null => (at ? localDay(at) : null);
    const since = trajectory.cells.get(place.key)?.context.since;
    const money = moneyOf(trajectory.facts, place);
    return {
      trajectory_id: trajectory.id,
      ord,
      phase: place.phase,
      round: place.round ?? null,
      round_nr: trajectory.facts.rounds.get(place.round ?? '')?.nr ?? null,
      state: stand.state,
      word: stand.nl.word,
      label_nl: stand.nl.label,
      label_en: stand.en.label,
      who_nl: stand.nl.who ?? null,
      who_en: stand.en.who ?? null,
      since: since || (life?.startedAt ?? null),
      planned_start_on: planned?.startOn ?? null,
      planned_end_on: planned?.endOn ?? null,
      planned_by: planned ? 'norm' : null,
      started_on: day(life?.startedAt),
      first_event_on: day(life?.firstEventAt),
      completed_on: stand.nl.word === 'klaar' ? day(life?.completedAt) : null,
      skipped: life?.skipped ? 1 : 0,
      under_review: life?.underReview ? 1 : 0,
      hours_approved: money.hoursApproved,
      hours_booked: money.hoursBooked,
      cents_approved: money.centsApproved,
      cents_booked: money.centsBooked,
    };
  });
}

/** Approved by the rule of domain.md section 7; booked on the phase, and on the round where a booking names one. */
function moneyOf(
  facts: Facts,
  { phase, round }: PhasePlace,
): { hoursApproved: number | null; hoursBooked: number; centsApproved: number | null; centsBooked: number } {
  const approved = approvedForPhase(facts, phase);
  const hours = [...facts.hours.values()].filter(
    (one) => one.phase === phase && (one.roundId ?? firstRound(facts)) === (round ?? one.roundId ?? firstRound(facts)),
  );
  const costs = [...facts.costs.values()].filter(
    (one) => one.phase === phase && (round ?? firstRound(facts)) === firstRound(facts),
  );
  return {
    hoursApproved: approved?.hours ?? null,
    hoursBooked: hours.reduce((sum, one) => sum + one.hours, 0),
    centsApproved: wholeCents(approved?.cents),
    centsBooked: costs.reduce((sum, one) => sum + one.cents, 0),
  };
}

/** A booking that names no round stands under the first. */
const firstRound = (facts: Facts): string | undefined => facts.rounds.keys().next().value;

/** Money is counted in whole cents. */
const wholeCents = (cents: number | null | undefined): number | null =>
  typeof cents === 'number' ? Math.round(cents) : null;
