// The five blocks of the phase strip: state, dates as bars and in words, and the gate with what it still needs.
import { addDays, daysBetween } from '../../../workflows/kit/time.js';
import type { LocalDate } from '../../../workflows/kit/types.js';
import { date } from '../../../projections/kit/format.js';
import type { PhaseView, StatusDetail } from '../../../projections/status-overview/views.js';
import type { PhaseBlock } from '../../../web/parts/strip.js';
import type { DaySpan } from '../../../web/parts/strip-bars.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import { needViews } from '../needs.js';
import type { Standing } from '../reader.js';
import { currentPhases, rowState } from '../rows.js';
import { ScreenWords } from '../words.js';
import { gateOf } from './gates.js';

/** Blocks in the order of the workflow, one per phase; of several rounds the one that goes on. */
export function stripBlocks(standing: Standing, status: StatusDetail, lang: Lang): PhaseBlock[] {
  const phases = currentPhases(status.phases);
  const current = currentPhase(phases)?.phase;
  return phases.map((phase) => block(standing, phase, lang, phase.phase === current));
}

/** The phase where the trajectory is: the first that goes on or waits, else the last that is done. */
export function currentPhase(phases: readonly PhaseView[]): PhaseView | undefined {
  return (
    phases.find(({ state }) => state.word === 'bezig' || state.word === 'wacht op') ??
    phases.findLast(({ state }) => state.word === 'klaar') ??
    phases[0]
  );
}

function block(standing: Standing, phase: PhaseView, lang: Lang, current: boolean): PhaseBlock {
  const words = new ScreenWords(lang);
  const gate = gateOf(standing, phase);
  const base = `/trajecten/${standing.id}`;
  return {
    id: phase.phase,
    name: words.part(phase.phase),
    state: rowState(phase.state, lang),
    exact: [
      phase.state.label[lang],
      phase.roundNr === undefined ? '' : screenTexts(lang).trajectory.round(phase.roundNr),
    ]
      .filter(Boolean)
      .join(' · '),
    current,
    sentence: sentenceOf(phase, lang),
    gate: gate.gate,
    needs: needViews(gate.missing, { words, workflow: standing.workflow, roles: standing.roles, base }),
    bars: barsOf(phase, standing.today),
    dates: datesOf(phase, standing.today, lang),
  };
}

function sentenceOf({ state, skipped, underReview, completedOn, planned, startedOn }: PhaseView, lang: Lang): string {
  const words = screenTexts(lang).trajectory.sentences;
  if (skipped) return words.skipped;
  if (underReview) return words.review;
  if (state.word === 'klaar' && completedOn) return words.doneOn(date(completedOn, lang));
  if (planned) return words.planned(date(planned.endOn, lang));
  return startedOn ? words.since(date(startedOn, lang)) : words.none;
}

/** In days from the first date of the phase. */
function barsOf(phase: PhaseView, today: LocalDate): PhaseBlock['bars'] {
  const actual = actualDates(phase, today);
  const first = [phase.planned?.startOn, actual?.from].filter((day) => day !== undefined).sort()[0];
  if (first === undefined) return undefined;
  const span = (from: LocalDate, to: LocalDate): DaySpan => ({
    from: daysBetween(first, from),
    to: Math.max(daysBetween(first, from), daysBetween(first, to)),
  });
  return {
    ...(phase.planned ? { plan: span(phase.planned.startOn, phase.planned.endOn) } : {}),
    ...(actual ? { actual: [span(actual.from, addDays(actual.to, 1))] } : {}),
  };
}

function actualDates(
  { startedOn, firstEventOn, completedOn, state, skipped }: PhaseView,
  today: LocalDate,
): { from: LocalDate; to: LocalDate } | undefined {
  const from = startedOn ?? firstEventOn;
  if (from === undefined || skipped || state.word === 'nog niet') return undefined;
  return { from, to: completedOn ?? today };
}

function datesOf(phase: PhaseView, today: LocalDate, lang: Lang): PhaseBlock['dates'] {
  const words = screenTexts(lang).trajectory;
  const actual = actualDates(phase, today);
  return {
    ...(phase.planned ? { plan: words.from(date(phase.planned.startOn, lang), date(phase.planned.endOn, lang)) } : {}),
    ...(actual ? { actual: words.from(date(actual.from, lang), date(actual.to, lang)) } : {}),
  };
}
