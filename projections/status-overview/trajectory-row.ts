// The row of a trajectory as a whole.
import type { Facts } from '../../workflows/facts/facts.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Settled, Value, Write } from '../kit/projection.js';
import { plannedSpan } from './plan.js';

/** Writes the row of the trajectory and its municipalities. */
export function putTrajectory(settled: Settled, write: Write): void {
  const { trajectory, words, last } = settled;
  const { facts, root } = trajectory;
  const nl = words.nl.state('root', root.value);
  const en = words.en.state('root', root.value);
  const question = questionOf(facts);
  const row: Record<string, Value> = {
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
    coordinator_ref: facts.coordinatorRef,
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
  const columns = Object.keys(row);
  write.run(
    `INSERT INTO trajectory (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...Object.values(row),
  );
  for (const id of new Set(facts.municipalityIds))
    write.run('INSERT INTO trajectory_municipality (municipality_id, trajectory_id) VALUES (?, ?)', id, trajectory.id);
}

/** The question of the round planned last that has one. */
function questionOf(facts: Facts): string | undefined {
  return [...facts.rounds.values()].findLast(({ question }) => question !== undefined)?.question;
}

const latest = (days: readonly string[]): string | null =>
  days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
