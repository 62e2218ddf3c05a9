// A row for each phase and round: its word and exact state, planned and real dates, hours and money.
import type { Facts } from '../../workflows/facts/facts.js';
import { localDay } from '../../workflows/kit/time.js';
import type { StateLabel } from '../../workflows/kit/labels.js';
import type { PhasePlace, Settled, Write } from '../kit/projection.js';
import { plannedPhase, plannedSpan } from './plan.js';

/** What a screen says of a state that no machine has. */
const NOT_YET = { nl: 'Nog niet begonnen', en: 'Not started' };
const SKIPPED = { nl: 'Overgeslagen', en: 'Skipped' };

export interface Stand {
  state: string;
  nl: StateLabel;
  en: StateLabel;
}

/** State of one phase: before it opened `nog niet`, when skipped `klaar`, else what its machine says. */
export function standOf({ trajectory, words }: Settled, { key, phase }: PhasePlace): Stand {
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

/** Writes the rows of all phases, in the order of the workflow. */
export function putPhases(settled: Settled, write: Write): void {
  const { trajectory } = settled;
  const span = plannedSpan(trajectory.facts);
  settled.phases.forEach((place, ord) => {
    const stand = standOf(settled, place);
    const life = trajectory.phases.get(place.key);
    const planned = plannedPhase(place.phase, span);
    const day = (at: string | undefined): string | null => (at ? localDay(at) : null);
    const since = trajectory.cells.get(place.key)?.context.since;
    const money = moneyOf(trajectory.facts, place);
    write.run(
      `INSERT INTO phase (trajectory_id, ord, phase, round, round_nr, state, word, label_nl, label_en, who_nl, who_en, since, planned_start_on,
        planned_end_on, planned_by, started_on, first_event_on, completed_on, skipped, under_review, hours_approved, hours_booked, cents_approved,
        cents_booked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      trajectory.id,
      ord,
      place.phase,
      place.round ?? null,
      trajectory.facts.rounds.get(place.round ?? '')?.nr ?? null,
      stand.state,
      stand.nl.word,
      stand.nl.label,
      stand.en.label,
      stand.nl.who ?? null,
      stand.en.who ?? null,
      since || (life?.startedAt ?? null),
      planned?.startOn ?? null,
      planned?.endOn ?? null,
      planned ? 'norm' : null,
      day(life?.startedAt),
      day(life?.firstEventAt),
      stand.nl.word === 'klaar' ? day(life?.completedAt) : null,
      life?.skipped ? 1 : 0,
      life?.underReview ? 1 : 0,
      money.hoursApproved,
      money.hoursBooked,
      money.centsApproved,
      money.centsBooked,
    );
  });
}

/** Approved by the lines of the estimate that was approved; booked on the phase, and on the round where a booking names one. */
function moneyOf(
  facts: Facts,
  { phase, round }: PhasePlace,
): { hoursApproved: number | null; hoursBooked: number; centsApproved: number | null; centsBooked: number } {
  const lines = facts.estimates.get(facts.approval?.estimateId ?? '')?.lines?.filter((line) => line.phase === phase);
  const hours = [...facts.hours.values()].filter(
    (one) => one.phase === phase && (one.roundId ?? firstRound(facts)) === (round ?? one.roundId ?? firstRound(facts)),
  );
  const costs = [...facts.costs.values()].filter(
    (one) => one.phase === phase && (round ?? firstRound(facts)) === firstRound(facts),
  );
  return {
    hoursApproved: lines ? lines.reduce((sum, line) => sum + line.hours, 0) : null,
    hoursBooked: hours.reduce((sum, one) => sum + one.hours, 0),
    centsApproved: lines ? lines.reduce((sum, line) => sum + line.cents, 0) : null,
    centsBooked: costs.reduce((sum, one) => sum + one.cents, 0),
  };
}

/** A booking that names no round stands under the first. */
const firstRound = (facts: Facts): string | undefined => facts.rounds.keys().next().value;
