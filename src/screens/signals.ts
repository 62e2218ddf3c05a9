// Signals as screens show them: a chip by urgency with its age, the sentence, and the button that clears it for who may give that command.
import { date } from '../../projections/kit/format.js';
import type { ListedSignal, SignalGroup, SignalView } from '../../projections/status-overview/signals/views.js';
import { daysBetween } from '../../workflows/kit/time.js';
import type { LocalDate } from '../../workflows/kit/types.js';
import { workflowFor } from '../../workflows/registry.js';
import type { ChipView } from '../../web/parts/chips.js';
import type { SignalLineView } from '../../web/parts/signals.js';
import { screenTexts } from '../../web/screens/text/index.js';
import type { Lang } from '../../web/text/index.js';
import { signalName, signalSentence } from '../signal-words.js';
import { commandHref } from './needs.js';
import { addressWith } from './answer.js';
import type { AsOf } from '../trajectories/past.js';
import { dayQuery, onDay } from './past.js';
import type { ScreenWords } from './words.js';

/** 'te laat, 12 dagen': dark for what is past its final date, outlined for what asks attention. */
export function signalChip({ severity }: Pick<SignalView, 'severity'>, days: number, lang: Lang): ChipView {
  const words = screenTexts(lang).signals;
  return severity === 'final'
    ? { kind: 'late', text: words.final(days) }
    : { kind: 'attention', text: words.target(days) };
}

/** The chip of the worst signal in a list: its name. */
export const worstChip = ({ severity, code }: Pick<SignalView, 'severity' | 'code'>, lang: Lang): ChipView => ({
  kind: severity === 'final' ? 'late' : 'attention',
  text: signalName(code, lang),
});

/** The list of the trajectories that a signal over several is about, on the same day. */
export const listOfSignal = ({ code, subjectId }: Pick<SignalView, 'code' | 'subjectId'>, past?: AsOf): string =>
  addressWith('/trajecten', dayQuery(past), { signaal: code, procescoordinator: subjectId });

export interface Reading {
  words: ScreenWords;
  today: LocalDate;
  /** Roles of the reader there. */
  roles: readonly string[];
  /** The reason of a snooze, for who may read it. */
  reasonOf?: (eventId: string) => string | undefined;
  /** The past day that is looked at: nothing can be done there, and links stay on it. */
  past?: AsOf;
}

/** A signal as a line of its trajectory, or, with a title, of a list over trajectories. */
export function signalLine(
  signal: SignalView | ListedSignal,
  trajectoryId: string,
  { words, today, roles, reasonOf, past }: Reading,
  title?: string,
): SignalLineView {
  const { lang } = words;
  const texts = screenTexts(lang).signals;
  const { severity, raisedOn, snoozed, count, command, trajectoryIds } = signal;
  const base = `/trajecten/${trajectoryId}`;
  const workflow = workflowFor('kern');
  const may = (name: string): boolean =>
    !past && (workflow?.commands.get(name)?.by ?? []).some((role) => roles.includes(role));
  const note = snoozed
    ? texts.waits(date(snoozed.until, lang), reasonOf?.(snoozed.eventId) ?? '')
    : count > 1
      ? texts.count(count)
      : undefined;
  const wait = addressWith(
    `${base}/handelingen/AcknowledgeSignal`,
    {},
    { signaal: signal.code, over: signal.subjectId },
  );
  return {
    key: `${trajectoryId}-${signal.code}-${signal.subjectId}`,
    ...titleOf(signal, onDay(base, past), title, { words, ...(past ? { past } : {}) }),
    reason: signalSentence(signal, lang),
    chip: signalChip(signal, daysBetween(raisedOn, today), lang),
    ...(note === undefined ? {} : { note }),
    ...(trajectoryIds && title === undefined
      ? { more: { label: texts.seeLed(trajectoryIds.length), href: listOfSignal(signal, past) } }
      : {}),
    ...(workflow && may(command)
      ? {
          act: { label: words.command(command), href: commandHref(workflow, base, command) },
          solid: severity === 'final' && !snoozed,
        }
      : {}),
    ...(may('AcknowledgeSignal') && !snoozed && title === undefined
      ? { wait: { label: texts.letWait, href: wait } }
      : {}),
  };
}

/** In a list of one kind the trajectory, or the trajectories, it is about; on the page of one the name of the signal. */
function titleOf(
  signal: SignalView,
  href: string,
  title: string | undefined,
  { words: { lang }, past }: Pick<Reading, 'words' | 'past'>,
): { title: string; href?: string } {
  if (title === undefined) return { title: signalName(signal.code, lang) };
  if (!signal.trajectoryIds) return { title, href };
  return { title: screenTexts(lang).signals.led(signal.trajectoryIds.length), href: listOfSignal(signal, past) };
}

/** Cells of a table of kinds: name, number, oldest, who. */
export const groupCells = (group: SignalGroup, words: ScreenWords): string[] => [
  signalName(group.code, words.lang),
  String(group.count),
  date(group.oldestOn, words.lang),
  words.roles(group.solvableBy),
];
