// The figures about decisions of the naive count: what the board did with what came out, and which needs were passed over of the times they
// were asked. Which commands ask for a need is read from the rule table of the domain reference.
import { commands, eventOf } from '../domain/index.js';
import { count, half, known, most, part, type InPeriod, type Note } from './naive-numbers.js';
import { total } from './naive-people.js';
import { dateOf, daysApart, plusDays, type Plain, type Story } from './naive-story.js';

interface Decided {
  day: string;
  deviates: boolean;
  deferred: boolean;
  asAdvised: number;
  judged: number;
  told?: string;
}

function decidedIn(story: Story): Decided[] {
  return story.all('DecisionTaken').map(({ data }) => {
    const items = (data.perItem ?? []) as { outcome: string }[];
    const explained = story.all('DecisionExplained').find((one) => one.data.decisionId === data.decisionId);
    return {
      day: String(data.on),
      deviates: data.deviates === true,
      deferred: data.outcome === 'deferred',
      asAdvised: count(items, ({ outcome }) => outcome === 'asAdvised'),
      judged: items.length,
      ...(explained ? { told: dateOf(explained) } : {}),
    };
  });
}

export function decisions(stories: Story[], inPeriod: InPeriod, today: string, within: number, note: Note): void {
  const taken = stories
    .flatMap(decidedIn)
    .filter(inPeriod)
    .filter(({ deferred }) => !deferred);
  const deviating = count(taken, ({ deviates }) => deviates);
  note('decisions.deviate', taken.length, { deviates: part(deviating, taken.length), count: deviating });
  const due = taken.filter(({ day, told }) => told !== undefined || today > plusDays(day, within));
  const days = known(due.map(({ day, told }) => (told === undefined ? null : daysApart(day, told))));
  const inTime = count(due, ({ day, told }) => told !== undefined && told <= plusDays(day, within));
  note('decisions.explained', due.length, {
    onTime: part(inTime, due.length),
    p50Days: half(days),
    p80Days: most(days),
  });
  const judged = taken.filter((one) => one.judged > 0);
  const [followed, all] = [total(judged.map((one) => one.asAdvised)), total(judged.map((one) => one.judged))];
  note('decisions.influence', judged.length, {
    p50Influence: half(judged.map((one) => one.asAdvised / one.judged)),
    influence: part(followed, all),
    asAdvised: followed,
    judged: all,
  });
}

const phaseOf = ({ data, meta }: Plain): string => (data.phase as string | undefined) ?? meta.phase ?? '';

/** Whether the act for which an override was given came after it, in the same place. */
function wasUsed(story: Story, given: Plain): boolean {
  const { command, phase, roundId } = given.data;
  return story.events.some(
    ({ type, meta }) =>
      meta.revision > given.meta.revision &&
      type === eventOf(String(command)) &&
      (phase ?? meta.phase) === meta.phase &&
      (roundId ?? meta.round) === meta.round,
  );
}

function timesAsked(story: Story, need: string, phase: string): number {
  const types = commands.filter(({ needs }) => needs.includes(need)).map(({ name }) => eventOf(name));
  const acts = count(story.events, ({ type, meta }) => types.includes(type) && (meta.phase ?? '') === phase);
  const never = story
    .all('GuardOverridden')
    .filter((one) => (one.data.needs as string[]).includes(need) && phaseOf(one) === phase && !wasUsed(story, one));
  return acts + never.length;
}

export function overrides(stories: Story[], inPeriod: InPeriod, smallest: number, note: Note): void {
  const ended = stories.filter((story) => story.end && inPeriod(story.end));
  const passed = ended.map((story) => story.all('GuardOverridden'));
  note('overrides.trajectories', ended.length, {
    count: total(passed.map(({ length }) => length)),
    share: part(
      count(passed, ({ length }) => length > 0),
      ended.length,
    ),
  });
  const needs = passed.map((events) =>
    events.flatMap((one) => (one.data.needs as string[]).map((need) => `${need} ${phaseOf(one)}`)),
  );
  for (const place of new Set(needs.flat())) {
    const [need = '', phase = ''] = place.split(' ');
    const times = total(ended.map((story) => timesAsked(story, need, phase)));
    const own = count(needs.flat(), (one) => one === place);
    note(`overrides.needs need=${need}${phase === '' ? '' : ` phase=${phase}`}`, ended.length, {
      count: own,
      asked: times,
      part: times < smallest ? null : own / times,
      share: part(
        count(needs, (one) => one.includes(place)),
        ended.length,
      ),
    });
  }
}

/** Signals per year of ending, from the spans that the caller knows. */
export function signalsPerYear(
  stories: Story[],
  inPeriod: InPeriod,
  codesOf: (id: string) => readonly string[],
  smallest: number,
  note: Note,
): void {
  const ended = stories.flatMap((story) =>
    story.end && inPeriod(story.end)
      ? [{ year: Number(story.end.day.slice(0, 4)), codes: codesOf(story.registration.meta.stream.slice(11)) }]
      : [],
  );
  const rateIn = (year: number, code: string): number | null => {
    const own = ended.filter((one) => one.year === year);
    return own.length < smallest || own.length === 0
      ? null
      : count(own, ({ codes }) => codes.includes(code)) / own.length;
  };
  const often = [...new Set(ended.flatMap(({ codes }) => codes))].filter(
    (code) => count(ended, ({ codes }) => codes.includes(code)) >= 3,
  );
  for (const code of often)
    for (const year of new Set(ended.map((one) => one.year))) {
      const own = ended.filter((one) => one.year === year);
      const [rate, before] = [rateIn(year, code), rateIn(year - 1, code)];
      note(`signals.year signal=${code} year=${year}`, own.length, {
        rate,
        trajectories: count(own, ({ codes }) => codes.includes(code)),
        change: rate === null || before === null ? null : rate - before,
      });
    }
}
