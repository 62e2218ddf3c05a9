// What became of contributions whose round was interpreted, or whose trajectory ended: the outcome, how long it took, and on what it rested.
import type { Contribution, Facts } from '../../../workflows/facts/facts.js';
import { localDay } from '../../../workflows/kit/time.js';
import type { Id, LocalDate, Recorded } from '../../../workflows/kit/types.js';
import type { Item } from './item.js';
import { dayOf, daysFrom, type Source } from './source.js';

/** The state of a contribution after each event that gives it an outcome; a choice of the client says it in its payload. */
const STATES: Readonly<Record<string, string>> = {
  ContributionAdopted: 'adopted',
  ContributionPartlyAdopted: 'partlyAdopted',
  ContributionNotChosen: 'notChosen',
  ContributionRejected: 'rejected',
  ContributionAnswered: 'answered',
  ContributionNoted: 'noted',
  ContributionPassedOn: 'passedOn',
  ClientChoiceMade: '',
};
/** The outcomes in the order in which people ask for them. */
export const OUTCOMES: readonly string[] = Object.values(STATES).filter((state) => state !== '');

export function outcomeItems(source: Source): Item<'outcome'>[] {
  const interpreted = new Map(
    source.phases.flatMap(({ phase, round, closed }) =>
      phase === 'interpreting' && round !== undefined && closed ? [[round, closed.day] as const] : [],
    ),
  );
  if (interpreted.size === 0 && !source.ended) return [];
  const given = lastOutcomes(source);
  const accepted = firstAccepted(source);
  return source.contributions().flatMap(({ nr, one, event }) => {
    const day = interpreted.get(one.roundId ?? '') ?? source.ended?.day;
    const outcome = source.trajectory.cells.get(`contribution/${one.id}`)?.value ?? '';
    const by = given.get(one.id);
    if (day === undefined || !by || !OUTCOMES.includes(outcome)) return [];
    const on = localDay(by.meta.occurredAt);
    const taken = outcome === 'passedOn' ? accepted.get(one.id) : undefined;
    const data = {
      nr,
      outcome,
      days: daysFrom(localDay(one.receivedAt), on),
      announced: by.type === 'ContributionRejected' ? wasAnnounced(source.trajectory.facts, one, by) : null,
      ...(outcome === 'passedOn' ? { acceptedAfter: taken ? daysFrom(on, dayOf(taken)) : null } : {}),
    };
    const events = [event, by.meta.id, ...(taken ? [taken.meta.id] : [])];
    return [{ kind: 'outcome', day, data, events } satisfies Item<'outcome'>];
  });
}

/** By contribution the event that gave its last outcome. */
function lastOutcomes(source: Source): Map<Id, Recorded> {
  const events = Object.keys(STATES).flatMap((type) => source.of(type));
  const last = new Map<Id, Recorded>();
  for (const event of events.sort((a, b) => a.meta.revision - b.meta.revision))
    for (const id of event.data.contributionIds as Id[]) last.set(id, event);
  return last;
}

function firstAccepted(source: Source): Map<Id, Recorded> {
  const first = new Map<Id, Recorded>();
  for (const event of source.of('PassedOnAccepted'))
    for (const id of event.data.contributionIds as Id[]) if (!first.has(id)) first.set(id, event);
  return first;
}

/** Whether the frame was announced on an earlier day than the contribution came, or in the opening of the same conversation. */
function wasAnnounced(facts: Facts, one: Contribution, { data }: Recorded): boolean {
  const received: LocalDate = localDay(one.receivedAt);
  return [...facts.announcements.values()].some(
    ({ frames, on, conversationId }) =>
      frames.some(({ frameId, version }) => frameId === data.frameId && version === data.frameVersion) &&
      (on < received || (conversationId !== undefined && conversationId === one.conversationId)),
  );
}
