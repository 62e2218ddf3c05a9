// Every figure of the learning report counted once more, slowly and plainly, from exported events. Shares no code with the product.
import { count, half, known, most, part, type InPeriod, type Note } from './naive-numbers.js';
import { decisions, overrides, signalsPerYear } from './naive-decisions.js';
import { agreements, outcomes, reach } from './naive-people-figures.js';
import { costOfPhases, costOfWhole, linesOf, plannedEnd, type Money } from './naive-money.js';
import { answeredRounds, ideasOf, promisedBy, toldOn, total, type Norms } from './naive-people.js';
import { daysOf, stretchesOf } from './naive-phases.js';
import { dateOf, daysApart, plusDays, storiesOf, type Plain, type Story } from './naive-story.js';

export interface Wanted {
  from?: string;
  to?: string;
  municipality?: string;
  level?: string;
  theme?: string;
  today: string;
  norms: Norms;
  /** Days within which a decision is to be explained. */
  explainWithin: number;
  /** Codes of the signals that a trajectory had. */
  codesOf: (id: string) => readonly string[];
  /** Municipalities to compare. */
  municipalities: string[];
}
export interface Counted {
  n: number;
  values: Record<string, number | null>;
}
export type Figures = Map<string, Counted>;

export function naiveFigures(log: readonly Plain[], wanted: Wanted): Figures {
  const stories = storiesOf(log).filter(
    (story) =>
      (wanted.municipality === undefined || story.municipalities.includes(wanted.municipality)) &&
      (wanted.level === undefined || story.level === wanted.level) &&
      (wanted.theme === undefined || story.registration.data.theme === wanted.theme),
  );
  const inPeriod = ({ day }: { day: string }): boolean => day >= (wanted.from ?? '') && day <= (wanted.to ?? '9999');
  const figures: Figures = new Map();
  const note = (key: string, n: number, values: Counted['values']): unknown => n > 0 && figures.set(key, { n, values });
  cost(stories, inPeriod, note);
  duration(stories, inPeriod, note);
  feedback(stories, inPeriod, wanted, note);
  reach(stories, inPeriod, note);
  outcomes(stories, inPeriod, note);
  agreements(stories, inPeriod, wanted.today, note);
  decisions(stories, inPeriod, wanted.today, wanted.explainWithin, note);
  overrides(stories, inPeriod, 1, note);
  signalsPerYear(stories, inPeriod, wanted.codesOf, 1, note);
  return figures;
}

function spent(all: Money[]): Counted['values'] {
  const hours = all.filter((one) => one.approvedHours !== undefined);
  const cents = all.filter((one) => one.approvedCents !== undefined);
  const approvedHours = total(hours.map((one) => one.approvedHours ?? 0));
  const approvedCents = total(cents.map((one) => one.approvedCents ?? 0));
  const less = (booked: number, approved: number): number | null => (approved === 0 ? null : booked / approved - 1);
  return {
    p50Hours: half(all.map((one) => one.hours)),
    p80Hours: most(all.map((one) => one.hours)),
    p50Cents: half(all.map((one) => one.cents)),
    p80Cents: most(all.map((one) => one.cents)),
    p50Days: half(all.map((one) => one.days)),
    p80Days: most(all.map((one) => one.days)),
    bookedHours: total(all.map((one) => one.hours)),
    bookedCents: total(all.map((one) => one.cents)),
    approvedHours: hours.length === 0 ? null : approvedHours,
    approvedCents: cents.length === 0 ? null : approvedCents,
    budgeted: hours.length,
    devHours: less(total(hours.map((one) => one.hours)), approvedHours),
    devCents: less(total(cents.map((one) => one.cents)), approvedCents),
  };
}

function cost(stories: Story[], inPeriod: InPeriod, note: Note): void {
  const phases = stories
    .flatMap((story) => costOfPhases(story).map((one) => ({ ...one, level: story.level })))
    .filter(inPeriod);
  const wholes = stories
    .flatMap((story) => {
      const whole = costOfWhole(story);
      return whole ? [{ ...whole, level: story.level, perPhase: linesOf(story).length > 0 }] : [];
    })
    .filter(inPeriod);
  const levels = new Set([...phases, ...wholes].map(({ level }) => level));
  for (const level of [undefined, ...(levels.size > 1 ? levels : [])]) {
    const ending = level === undefined ? '' : ` level=${level}`;
    const here = (one: { level: string }): boolean => level === undefined || one.level === level;
    for (const phase of new Set(phases.map((one) => one.phase))) {
      const own = phases.filter((one) => here(one) && one.phase === phase);
      note(`cost.phase${ending} phase=${phase}`, own.length, spent(own));
    }
    const own = wholes.filter(here);
    note(`cost.total${ending}`, own.length, {
      ...spent(own),
      unphasedHours: total(own.map((one) => one.unphasedHours)),
      unphasedCents: total(own.map((one) => one.unphasedCents)),
      perPhase: count(own, (one) => one.perPhase),
    });
  }
}

function duration(stories: Story[], inPeriod: InPeriod, note: Note): void {
  const all = stories.flatMap((story) =>
    stretchesOf(story).flatMap((stretch) => {
      const days = daysOf(story, stretch);
      const { first, begun, closed, phase } = stretch;
      if (days === undefined || !first || begun === undefined || closed === undefined) return [];
      const planned = plannedEnd(story, phase);
      const wait = daysApart(begun, dateOf(first));
      return [{ day: closed, phase, days, wait, within: planned === undefined ? null : Number(closed <= planned) }];
    }),
  );
  for (const phase of new Set(all.map((one) => one.phase))) {
    const own = all.filter((one) => one.phase === phase && inPeriod(one));
    const planned = known(own.map(({ within }) => within));
    note(`duration.phase phase=${phase}`, own.length, {
      p50Days: half(own.map(({ days }) => days)),
      p80Days: most(own.map(({ days }) => days)),
      p50Wait: half(own.map(({ wait }) => wait)),
      p80Wait: most(own.map(({ wait }) => wait)),
      withinPlan: part(total(planned), planned.length),
    });
  }
}

function feedback(stories: Story[], inPeriod: InPeriod, { norms, municipalities }: Wanted, note: Note): void {
  const rounds = stories
    .flatMap((story) => answeredRounds(story).map((one) => ({ ...one, at: story.municipalities })))
    .filter(inPeriod);
  for (const municipality of [undefined, ...(municipalities.length > 1 ? municipalities : [])]) {
    const own = rounds.filter(({ at }) => municipality === undefined || at.includes(municipality));
    const late = count(own, (one) => !one.onTime(norms.final));
    note(`feedback.rounds${municipality === undefined ? '' : ` municipality=${municipality}`}`, own.length, {
      p50Days: half(own.map(({ days }) => days)),
      p80Days: most(own.map(({ days }) => days)),
      onTarget: part(
        count(own, (one) => one.onTime(norms.target)),
        own.length,
      ),
      onFinal: part(own.length - late, own.length),
      late,
    });
  }
  const ideas = stories
    .flatMap((story) => {
      const days = new Map(answeredRounds(story).map(({ round, day }) => [round, day]));
      return ideasOf(story).flatMap((idea) => {
        const day = idea.round === undefined ? story.end?.day : days.get(idea.round);
        const told = toldOn(story, idea.id);
        if (day === undefined || told === undefined || idea.withdrawn) return [];
        return [{ day, told, received: idea.received, by: promisedBy(story, idea.id) }];
      });
    })
    .filter(inPeriod);
  note('feedback.contributions', ideas.length, {
    p50Days: half(ideas.map(({ received, told }) => daysApart(received, told))),
    p80Days: most(ideas.map(({ received, told }) => daysApart(received, told))),
    onTarget: part(
      count(ideas, ({ received, told }) => told <= plusDays(received, norms.target)),
      ideas.length,
    ),
    onFinal: part(
      count(ideas, ({ received, told }) => told <= plusDays(received, norms.final)),
      ideas.length,
    ),
  });
  const promised = ideas.filter(({ by }) => by !== undefined);
  note('feedback.promised', promised.length, {
    onTime: part(
      count(promised, ({ told, by }) => told <= (by ?? '')),
      promised.length,
    ),
  });
}
