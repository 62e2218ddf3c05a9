// How rows and machines look in the answers of the API: states as plain words, texts in the reader's language, and for readers without the
// right to internal figures only what is public.
import type { LogbookEntry } from '../../projections/logbook/logbook.queries.js';
import type {
  OwedView,
  PhaseView,
  StateView,
  StatusDetail,
  StatusRow,
} from '../../projections/status-overview/views.js';
import type { Possible } from '../../workflows/kit/possible.js';
import type { Cell } from '../../workflows/kit/types.js';
import type { AsOf } from '../trajectories/past.js';
import type { TrajectoryState } from '../queries/trajectory-state.query.js';
import type { Sight } from '../trajectories/reading.js';
import { payloadSchema } from './command-schemas.js';
import type { Language } from './problem-texts.js';
import { signalView, signalWords } from './signal-views.js';
import { commandLabel, missingNeed, missingNeeds } from './wording.js';

type Json = Record<string, unknown>;

function stateOf({ value, word, label, who, since }: StateView, language: Language): Json {
  return {
    state: value,
    word,
    label: label[language],
    ...(who ? { who: who[language] } : {}),
    ...(since === undefined ? {} : { since }),
  };
}

function phaseOf({ state, hours, cents, ...phase }: PhaseView, sight: Sight, language: Language): Json {
  return { ...phase, ...stateOf(state, language), ...(sight.internal ? { hours, cents } : {}) };
}

/** One row of the list. Money, persons and what is owed are internal. */
export function rowView(
  { state, phases, hours, cents, clientRef, coordinatorRef, overrides, owed, worst, ...row }: StatusRow,
  sight: Sight,
  language: Language,
): Json {
  return {
    ...row,
    ...stateOf(state, language),
    phases: phases.map((phase) => phaseOf(phase, sight, language)),
    ...(sight.internal
      ? {
          hours,
          cents,
          clientRef,
          coordinatorRef,
          overrides,
          owed,
          ...(worst ? { worstSignal: signalView(worst, language) } : {}),
        }
      : {}),
  };
}

/** The state of one trajectory. */
export function trajectoryView(
  { status, root, cells, revision, sight }: TrajectoryState,
  language: Language,
  asOf?: AsOf,
): Json {
  const { groups, contributions, agreements, clocks, deadlines, owedActs, signals, phases, ...row } = status;
  const entities = [...cells].filter(([key]) => !isPhase(status, key)).map(([key, cell]) => entityView(key, cell));
  const shown = phases.map((phase) => ({
    ...phaseOf(phase, sight, language),
    revision: cells.get(phase.round === undefined ? phase.phase : `${phase.phase}/${phase.round}`)?.revision ?? 0,
  }));
  return {
    ...rowView({ ...row, phases: [] }, sight, language),
    revision,
    root: { state: root.value, revision: root.revision, since: root.context.since },
    phases: shown,
    entities: sight.internal ? entities : [],
    ...(sight.internal
      ? {
          groups,
          contributions,
          agreements,
          clocks,
          deadlines,
          owedActs: owedActs.map((act) => owedView(act, language)),
          signals: signals.map((signal) => signalView(signal, language, asOf)),
        }
      : {}),
  };
}

function isPhase({ phases }: StatusDetail, key: string): boolean {
  const slash = key.indexOf('/');
  return phases.some(({ phase }) => phase === (slash < 0 ? key : key.slice(0, slash)));
}

function entityView(key: string, { value, revision, context }: Cell): Json {
  const [entity = '', id = ''] = key.split('/');
  return { entity, id, state: value, revision, since: context.since };
}

/** A decision that is owed. */
export function owedView({ missing, signal, ...act }: OwedView, language: Language): Json {
  return {
    ...act,
    ...(signal ? { signal: { ...signal, ...signalWords(signal, language) } } : {}),
    label: commandLabel(act.command, language),
    missing: missing.map((need) => missingNeed(need, language)),
  };
}

/** A line of the logbook, in one language. */
export function entryView({ text, ...entry }: LogbookEntry, language: Language): Json {
  return { ...entry, text: text[language] };
}

/** A command that can be asked for, with all that it still needs. */
export function possibleView({ command, address, revision, missing }: Possible<unknown>, language: Language): Json {
  return {
    type: command.name,
    label: commandLabel(command.name, language),
    roles: command.by,
    missing: missingNeeds(missing, language),
    schema: payloadSchema(command),
    address,
    revision,
  };
}
