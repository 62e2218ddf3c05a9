// The row of a trajectory as a whole.
import type { Facts } from '../../workflows/facts/facts.js';
import { leaderOf } from '../../workflows/facts/leader.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Stood } from '../kit/projection.js';
import type { Row } from '../kit/tables.js';
import { plannedSpan } from '../kit/plan.js';

/** The row of the trajectory. */
export function trajectoryRow({ trajectory, words, last }: Stood): Row {
  const { facts, root } = trajectory;
  const nl = words.nl.state('root', root.value);
  const en = words.en.state('root', root.value);
  const question = questionOf(facts);
  return {
    trajectory_id: trajectory.id,
    revision: trajectory.revision,
    title: facts.title,
    theme: facts.theme,
    needle: [facts.title, facts.theme, question ?? ''].join('\n').toLocaleLowerCase('nl'),
    workflow: trajectory.workflow.name,
    version: trajectory.workflow.version,
    level: facts.level,
    question: question ?? null,
    client_ref: facts.clientRef,
    coordinator_ref: leaderOf(facts),
    state: root.value,
    word: nl.word,
    label_nl: nl.label,
    label_en: en.label,
    who_nl: nl.who ?? null,
    who_en: en.who ?? null,
    since: root.context.since,
    registered_on: localDay(facts.registeredAt),
    start_on: facts.startOn,
    planned_end_on: plannedSpan(facts)?.endOn ?? null,
    completed_on: nl.word === 'klaar' ? localDay(root.context.since) : null,
    hours_approved: facts.approval?.hours ?? null,
    hours_booked: [...facts.hours.values()].reduce((sum, one) => sum + one.hours, 0),
    cents_approved: facts.approval?.cents ?? null,
    cents_booked: [...facts.costs.values()].reduce((sum, one) => sum + one.cents, 0),
    contact_name: facts.singleContact?.publicName ?? null,
    contact_channel: facts.singleContact?.channel ?? null,
    overrides: facts.deviations.length,
    last_entry_on: latest([...facts.logEntries.values()].map(({ happenedOn }) => happenedOn)),
    last_event_at: last.meta.recordedAt,
  };
}

/** A row for each municipality it lies in. */
export function municipalityRows({ trajectory: { id, facts } }: Stood): Row[] {
  return [...new Set(facts.municipalityIds)].map((municipality) => ({
    municipality_id: municipality,
    trajectory_id: id,
  }));
}

/** The question of the round planned last that has one. */
function questionOf(facts: Facts): string | undefined {
  return [...facts.rounds.values()].findLast(({ question }) => question !== undefined)?.question;
}

const latest = (days: readonly string[]): string | null =>
  days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
