// How signals look in the answers of the API: codes and days for programs, name and sentence in the reader's language for people.
import type { ListedSignal, SignalGroup, SignalView } from '../../projections/status-overview/signals/views.js';
import { signalName, signalSentence, type Told } from '../signal-words.js';
import type { AsOf } from '../trajectories/past.js';
import type { Language } from './problem-texts.js';
import { commandLabel } from './wording.js';

type Json = Record<string, unknown>;

/** Name and sentence. */
export const signalWords = (told: Told, language: Language): Json => ({
  label: signalName(told.code, language),
  text: signalSentence(told, language),
});

/** A signal with its words, the name of the command that clears it, and for one over several trajectories the list of those, on the same day. */
export const signalView = (signal: SignalView | ListedSignal, language: Language, asOf?: AsOf): Json => ({
  ...signal,
  ...signalWords(signal, language),
  commandLabel: commandLabel(signal.command, language),
  ...(signal.trajectoryIds ? { list: listOf(signal, asOf) } : {}),
});

const listOf = ({ code, subjectId }: SignalView, asOf: AsOf | undefined): string =>
  `/api/v1/trajectories?${new URLSearchParams({
    signal: code,
    coordinator: subjectId,
    ...(asOf ? { asOf: asOf.day, known: asOf.knownThen ? 'then' : 'now' } : {}),
  })}`;

/** How many of one kind, with its name. */
export const groupView = (group: SignalGroup, language: Language): Json => ({
  ...group,
  label: signalName(group.code, language),
});
