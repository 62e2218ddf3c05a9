// Logbook lines and overview rows as the golden files write them: names instead of ids, sentences instead of codes, null for absent.
import type { LogbookEntry } from '../../projections/logbook/logbook.queries.js';
import type { OwedView, PhaseView, StatusDetail } from '../../projections/status-overview/views.js';
import { LABELS } from '../../src/labels.js';
import { filled } from '../../workflows/kit/labels.js';
import { localDay } from '../../workflows/kit/time.js';
import type { Id } from '../../workflows/kit/types.js';

type Plain = Record<string, unknown>;

export interface Line {
  on: string;
  text: string;
  auto: boolean;
  daysLate: number;
  mark: string | null;
  /** `label: before → after`, one for each. */
  corrections: string[];
}

/** One step of the golden rows: what its event changes. */
export interface GoldenStep {
  event: string;
  line: Partial<Line>;
  earlier?: Record<string, Partial<Line>>;
  row: Plain;
}

export interface GoldenRows {
  everyLine: Partial<Line>;
  first: Plain;
  steps: GoldenStep[];
}

/** The whole row and all lines after each step, from the changes. Throws when a change names a path that is not there. */
export function unfolded({ everyLine, first, steps }: GoldenRows): { row: Plain; lines: Partial<Line>[] }[] {
  let row = first;
  let lines: Partial<Line>[] = [];
  return steps.map((step) => {
    row = structuredClone(row);
    for (const [path, value] of Object.entries(step.row)) put(row, path.split('.'), value);
    lines = [
      ...lines.map((line, index) => ({ ...line, ...step.earlier?.[String(index + 1)] })),
      { ...everyLine, ...step.line },
    ];
    return { row, lines };
  });
}

function put(target: Plain, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) target[key] = value;
  else if (typeof target[key] === 'object' && target[key] !== null) put(target[key] as Plain, rest, value);
  else throw new Error(`The golden rows change '${key}', which is not there.`);
}

/** A line as the golden rows write it. */
export const lineOf = (entry: LogbookEntry): Line => ({
  on: entry.happenedOn,
  text: entry.text.nl,
  auto: entry.auto,
  daysLate: entry.daysLate,
  mark: entry.mark ?? null,
  corrections: entry.corrections.map(({ label, before, after }) => `${label.nl}: ${String(before)} → ${String(after)}`),
});

/** A row as the golden rows write it. `names` has the short name of each id in it. */
export function rowOf(detail: StatusDetail, names: ReadonlyMap<Id, string>): Plain {
  const named = (id: Id): string => names.get(id) ?? id;
  return {
    title: detail.title,
    theme: detail.theme,
    workflow: `${detail.workflow} ${detail.version}`,
    level: detail.level,
    question: detail.question ?? null,
    word: detail.state.word,
    state: detail.state.value,
    label: detail.state.label.nl,
    registeredOn: detail.registeredOn,
    startOn: detail.startOn,
    plannedEndOn: detail.plannedEndOn ?? null,
    completedOn: detail.completedOn ?? null,
    ...budgetOf(detail),
    contactPoint: detail.singleContact ?? null,
    lastWrittenEntryOn: detail.lastEntryOn ?? null,
    overrides: detail.overrides,
    phases: Object.fromEntries(detail.phases.map((phase) => [phaseName(phase, named), phaseOf(phase)])),
    groups: Object.fromEntries(
      detail.groups.map(({ groupId, round, ...group }) => [
        named(groupId),
        { ...group, round: round === undefined ? null : named(round) },
      ]),
    ),
    contributions: Object.fromEntries(
      detail.contributions.map(({ round, state, ...counts }) => [`${named(round)} ${state}`, counts]),
    ),
    agreements: Object.fromEntries(
      detail.agreements.map(({ agreementId, state, dueOn, public: isPublic }) => [
        named(agreementId),
        { state, dueOn, public: isPublic },
      ]),
    ),
    clocks: Object.fromEntries(detail.clocks.map((clock) => [named(clock.about), clockOf(clock)])),
    deadlines: detail.deadlines.map(({ on, kind, subject }) =>
      [on, kind, subject.split('/').map(named).join(' ')].join(' ').trim(),
    ),
    owed: detail.owedActs.map(owedOf),
  };
}

const budgetOf = ({ hours, cents }: Pick<StatusDetail, 'hours' | 'cents'>): Plain => ({
  hours: { approved: hours.approved ?? null, booked: hours.booked },
  cents: { approved: cents.approved ?? null, booked: cents.booked },
});

const phaseName = ({ phase, round }: PhaseView, named: (id: Id) => string): string =>
  round === undefined ? phase : `${phase} ${named(round)}`;

const phaseOf = (phase: PhaseView): Plain => ({
  word: phase.state.word,
  state: phase.state.value,
  label: phase.state.label.nl,
  who: phase.state.who?.nl ?? null,
  planned: phase.planned ?? null,
  startedOn: phase.startedOn ?? null,
  firstEventOn: phase.firstEventOn ?? null,
  completedOn: phase.completedOn ?? null,
  skipped: phase.skipped,
  underReview: phase.underReview,
  ...budgetOf(phase),
});

const clockOf = (clock: StatusDetail['clocks'][number]): Plain => ({
  startOn: clock.startOn ?? null,
  targetOn: clock.targetOn ?? null,
  finalOn: clock.finalOn ?? null,
  toldDelay: clock.toldDelay ?? null,
  open: clock.openContributions,
  owed: clock.owed,
});

const SENTENCES = new Map([...LABELS.nl.values()].flatMap(({ needs = {} }) => Object.entries(needs)));

const owedOf = ({ command, by, since, missing, count }: OwedView): Plain => ({
  command,
  by: [...by].sort(),
  since: localDay(since),
  missing: missing.map(({ code, vars }) => filled(SENTENCES.get(code) ?? code, vars)),
  count,
});

/** The golden row with the roles of its owed acts in the order of `rowOf`: who acts is a set. */
export function comparable(row: Plain): Plain {
  const owed = row.owed as { by: string[] }[];
  return { ...row, owed: owed.map((act) => ({ ...act, by: [...act.by].sort() })) };
}
