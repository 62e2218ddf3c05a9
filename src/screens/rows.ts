// Rows of the status overview as screens show them: one state per phase, also where a phase has several rounds.
import type { PhaseView, StateView as RowState, StatusRow } from '../../projections/status-overview/views.js';
import type { StateView } from '../../web/parts/shapes.js';
import type { Lang } from '../../web/text/index.js';
import { ScreenWords, stateView } from './words.js';

/** A state of a row in the four words. */
export function rowState(state: RowState, lang: Lang): StateView {
  return stateView({ word: state.word, who: state.who?.[lang] });
}

/** One of each phase, in the order of the workflow: the round that goes on, else the last one. */
export function currentPhases(phases: readonly PhaseView[]): PhaseView[] {
  const keys = [...new Set(phases.map(({ phase }) => phase))];
  return keys.flatMap((key) => {
    const own = phases.filter(({ phase }) => phase === key);
    const going = own.find(({ state }) => state.word === 'wacht op' || state.word === 'bezig');
    return going ?? own.findLast(({ state }) => state.word !== 'nog niet') ?? own[0] ?? [];
  });
}

/** Names and states for the mini strip. */
export function rowPhases({ phases }: Pick<StatusRow, 'phases'>, lang: Lang): { name: string; state: StateView }[] {
  const words = new ScreenWords(lang);
  return currentPhases(phases).map(({ phase, state }) => ({ name: words.part(phase), state: rowState(state, lang) }));
}
