// The learning report for this caller: figures over the municipalities in which the caller has a role that learns, and the cases behind them.
// Who is only an analyst sees nothing of small numbers. Titles and names of groups are public by choice: the list shows them too.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Estimate, Experience, Likeness } from '../../projections/learning-report/figures/experience.js';
import { SMALLEST, type Case, type Figure } from '../../projections/learning-report/figures/figure.js';
import type { SignalSpan } from '../../projections/learning-report/figures/signals.js';
import { learningReport } from '../../projections/learning-report/learning-report.projection.js';
import type { LearningFilter, Question } from '../../projections/learning-report/learning-report.queries.js';
import { logbook } from '../../projections/logbook/logbook.projection.js';
import { statusOverview } from '../../projections/status-overview/status-overview.projection.js';
import { FEEDBACK_NORMS } from '../../workflows/facts/feedback-clock.js';
import { localDay } from '../../workflows/kit/time.js';
import { eventsAsking } from '../../workflows/kit/asking.js';
import { kern } from '../../workflows/registry.js';
import { SIGNAL_NUMBERS } from '../../workflows/signals/norms.js';
import { numberFor } from '../../workflows/kit/settings.js';
import type { Id, LocalDate, Role, Settings } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import { rested } from './past.js';
import type { Caller } from '../trajectories/caller.js';
import { scopeOf } from '../trajectories/reading.js';

const EXPLAIN = 'norm.DECISION_UNEXPLAINED.final';
const EXPLAIN_STANDARD = SIGNAL_NUMBERS[EXPLAIN]?.standard ?? 0;
/** Which decisions ask for a need, by the commands of the workflow. */
const ASKED_BY = eventsAsking(kern);

/** Roles that may see the learning report: over all municipalities, or those in which they have the role. */
export const LEARNERS: readonly Role[] = [
  'management',
  'strategicAdviser',
  'analyst',
  'processCoordinator',
  'projectLeader',
];

export type SeenFigure = Figure & {
  /** Cases that are kept from the caller because there are too few. */
  withheld?: number;
};

export interface Learned {
  figures: SeenFigure[];
  municipalities: { id: Id; name: string }[];
  levels: string[];
  themes: string[];
  /** Days within which an answer is in time, as set now for the organisation, or for the municipality that was asked for. */
  norms: { target: number; final: number };
  today: string;
  /** Position of the last event that the rows know. */
  position: string;
}

/** Municipalities of which the caller sees figures, and those of which it sees also what there are few of. */
function reachOf(caller: Caller): { scope: readonly Id[] | 'all'; whole: readonly Id[] | 'all' } {
  const own = caller.grants.filter(({ role }) => LEARNERS.includes(role));
  const whole = own.filter(({ role }) => role !== 'analyst');
  const of = (grants: typeof own) => (grants.length === 0 ? [] : scopeOf({ ...caller, grants }));
  return { scope: of(own), whole: of(whole) };
}

export class ReadLearningReport extends Query<Learned | undefined> {
  constructor(
    readonly caller: Caller,
    readonly filter: LearningFilter,
    /** All of them unless some are named. */
    readonly questions?: readonly Question[],
  ) {
    super();
  }
}

@QueryHandler(ReadLearningReport)
export class ReadLearningReportHandler implements IQueryHandler<ReadLearningReport> {
  constructor(private readonly runtime: Runtime) {}

  /** Undefined for a municipality that is not the caller's. */
  async execute({ caller, filter, questions }: ReadLearningReport): Promise<Learned | undefined> {
    const { runner, settings, around } = this.runtime;
    const { scope, whole } = reachOf(caller);
    const organisation = await settings.of(caller.organisationId);
    const { municipalities } = organisation;
    const own = [...municipalities]
      .filter(([id]) => scope === 'all' || scope.includes(id))
      .sort(([, a], [, b]) => a.localeCompare(b, 'nl'));
    if (filter.municipality !== undefined && !own.some(([id]) => id === filter.municipality)) return undefined;
    const today = localDay(around.now());
    const normsOf = (ids: readonly Id[]) => ({
      target: norm(organisation, ids, 'target', today),
      final: norm(organisation, ids, 'final', today),
    });
    const norms = normsOf(filter.municipality === undefined ? [] : [filter.municipality]);
    const compared = filter.municipality === undefined ? own.map(([id]) => id) : [];
    const signalsOf = (id: Id) => this.signalsOf(id, today);
    const explainWithin = (ids: readonly Id[]) => numberFor(organisation, ids, EXPLAIN, EXPLAIN_STANDARD);
    const asked = { today, normsOf, municipalities: compared, signalsOf, explainWithin, askedBy: ASKED_BY };
    await rested(this.runtime, learningReport);
    const report = runner.ask(learningReport);
    const figures = report.figures(scope, { to: today, ...filter }, asked, questions);
    return {
      figures: figures.map((figure) => seen(figure, whole)),
      municipalities: own.map(([id, name]) => ({ id, name })),
      ...report.choices(scope),
      norms,
      today,
      position: runner.positionOf(learningReport),
    };
  }

  /** Signals of a trajectory, each with the events that raised and cleared it under the numbers that screens show. */
  private signalsOf(trajectoryId: Id, today: string): SignalSpan[] {
    const { runner } = this.runtime;
    const numbered = (id: Id) => ({ id, nr: (runner.ask(logbook).line(id, false)?.revision ?? -1) + 1 });
    return runner
      .ask(statusOverview)
      .signalHistory(trajectoryId, today)
      .map(({ code, subjectId, raisedOn, clearedOn, raisedBy, clearedBy }) => ({
        code,
        subjectId,
        raisedOn,
        ...(clearedOn === undefined ? {} : { clearedOn }),
        events: [...new Set([...raisedBy, ...clearedBy])].map(numbered).filter(({ nr }) => nr > 0),
      }));
  }
}

/** The norm that counts for these municipalities today. */
const norm = (settings: Settings, municipalities: readonly Id[], key: 'target' | 'final', today: LocalDate): number =>
  numberFor(settings, municipalities, `norm.FEEDBACK_OVERDUE.${key}`, FEEDBACK_NORMS[key], today);

export type SeenExperience = Omit<Experience, 'rows'> & { cases: Case[]; withheld?: number };

export class ReadExperience extends Query<SeenExperience> {
  constructor(
    readonly caller: Caller,
    readonly like: Likeness,
    readonly estimate: Estimate,
  ) {
    super();
  }
}

@QueryHandler(ReadExperience)
export class ReadExperienceHandler implements IQueryHandler<ReadExperience> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, like, estimate }: ReadExperience): Promise<SeenExperience> {
    const { scope, whole } = reachOf(caller);
    await rested(this.runtime, learningReport);
    const { rows, ...found } = this.runtime.runner.ask(learningReport).experience(scope, like, estimate);
    const cases = rows.map(({ trajectoryId, title, municipalities, day, data, events }) => {
      const { hours, cents, days } = data;
      return { trajectoryId, title, municipalities, day, events, values: { hours, cents, days } };
    });
    const figure = seen({ key: 'cost.estimate', of: {}, unit: 'trajectory', n: found.n, cases }, whole);
    return { ...found, cases: figure.cases, ...(figure.withheld ? { withheld: figure.withheld } : {}) };
  }
}

/** The figure as this caller may see it: of a small number an analyst sees neither figure nor cases. */
function seen(figure: Figure, whole: readonly Id[] | 'all'): SeenFigure {
  const seesFew = ({ municipalities }: Case): boolean =>
    whole === 'all' || municipalities.some((id) => whole.includes(id));
  const count = figure.cases.length;
  const isSmall = figure.n < SMALLEST || (count > 0 && count < SMALLEST);
  const shown = figure.cases.filter((one) => !isSmall || seesFew(one));
  const { values, ...rest } = figure;
  const withheld = count - shown.length;
  return {
    ...rest,
    ...(values && withheld === 0 ? { values } : {}),
    cases: shown,
    ...(withheld === 0 ? {} : { withheld }),
  };
}
