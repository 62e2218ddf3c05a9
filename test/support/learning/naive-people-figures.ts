// The figures about people of the naive count: who was reached, what became of their ideas, promises, and what was passed over.
import { count, half, known, most, part, type InPeriod, type Note } from './naive-numbers.js';
import { judgedOf, type Judged } from './naive-outcomes.js';
import { agreementsOf, groupsOf, type GroupCount } from './naive-people.js';
import type { Story } from './naive-story.js';

export function reach(stories: Story[], inPeriod: InPeriod, note: Note): void {
  const per = stories.flatMap((story) => groupsOf(story) ?? []).filter(inPeriod);
  const all = per.flatMap(({ groups }) => groups);
  const reached = known(all.map(({ attended, target }) => part(attended, target)));
  const responded = known(all.map(({ accepted, addressed }) => part(accepted, addressed)));
  note('reach.groups', all.length, {
    p50Reach: half(reached),
    p80Reach: most(reached),
    p50Response: half(responded),
    p80Response: most(responded),
    neverHeard: part(
      count(all, ({ attended }) => attended === 0),
      all.length,
    ),
  });
  const required = all.filter((group) => group.required);
  note('reach.required', required.length, {
    heard: part(
      count(required, ({ attended, min }) => attended >= min),
      required.length,
    ),
  });
  const least = ({ attended, min }: GroupCount): number => (min === 0 ? 1 : Math.min(1, attended / min));
  const balances = per
    .map(({ groups }) => groups.filter((group) => group.required))
    .filter((groups) => groups.length > 0)
    .map((groups) => Math.min(...groups.map(least)));
  note('reach.balance', balances.length, { p50Balance: half(balances) });
}

export function outcomes(stories: Story[], inPeriod: InPeriod, note: Note): void {
  const all: Judged[] = stories.flatMap(judgedOf).filter(inPeriod);
  note('outcomes.all', all.length, {
    p50Days: half(all.map(({ days }) => days)),
    p80Days: most(all.map(({ days }) => days)),
  });
  for (const outcome of new Set(all.map((one) => one.outcome))) {
    const own = count(all, (one) => one.outcome === outcome);
    note(`outcomes.share outcome=${outcome}`, all.length, { count: own, share: own / all.length });
  }
  const rejected = all.filter(({ announced }) => announced !== undefined);
  note('outcomes.rejected', rejected.length, {
    announced: part(
      count(rejected, ({ announced }) => announced === true),
      rejected.length,
    ),
  });
  const passed = all.filter(({ outcome }) => outcome === 'passedOn');
  note('outcomes.passedOn', passed.length, {
    accepted: part(
      count(passed, ({ accepted }) => accepted === true),
      passed.length,
    ),
  });
}

export function agreements(stories: Story[], inPeriod: InPeriod, today: string, note: Note): void {
  const all = stories
    .flatMap(agreementsOf)
    .filter(({ due, state }) => inPeriod({ day: due }) && (state !== 'open' || due < today));
  const are = (state: string): number => count(all, (one) => one.state === state);
  note('agreements.due', all.length, {
    onTime: part(are('onTime'), all.length),
    kept: are('onTime'),
    late: are('late'),
    broken: are('broken') + are('explained'),
    open: are('open'),
    transferred: 0,
  });
  const broken = are('broken') + are('explained');
  note('agreements.broken', broken, { explained: part(are('explained'), broken) });
}
