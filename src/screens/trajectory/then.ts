// The page of a trajectory on a past day: acts that are locked, needs without a way to them, and what changed afterwards.
import { daysBetween } from '../../../workflows/kit/time.js';
import { date, number } from '../../../projections/kit/format.js';
import type { StatusDetail } from '../../../projections/status-overview/views.js';
import type { ActLineView } from '../../../web/parts/card.js';
import type { InlineText } from '../../../web/parts/inline.js';
import type { NeedView } from '../../../web/parts/needs.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import type { AsOf } from '../../trajectories/past.js';
import { ScreenWords } from '../words.js';

/** Needs as they can be read, without the way to meet them. */
export const readOnly = (needs: readonly NeedView[] = []): NeedView[] =>
  needs.map(({ action: _action, ...need }) => need);

/** What could be done then: to read, not to do. */
export const lockedLines = (lines: readonly ActLineView[]): ActLineView[] =>
  lines.map(({ act, solid: _solid, href: _href, needs, ...line }) => ({
    ...line,
    ...(act ? { locked: true } : {}),
    ...(needs ? { needs: readOnly(needs) } : {}),
  }));

/** What changed between that day and now, most telling first; figures only for who may see what is internal. */
export function changesSince(
  then: StatusDetail,
  now: StatusDetail,
  past: AsOf,
  internal: boolean,
  lang: Lang,
): { finding: InlineText; lines: string[] } {
  const words = screenTexts(lang).past;
  const level = (value: string): string => new ScreenWords(lang).anyChoice('level', value);
  const day = date(past.day, lang);
  const events = now.revision - then.revision;
  const [before, count, after] = words.afterEvents(day, events);
  const moved = then.plannedEndOn && now.plannedEndOn ? daysBetween(then.plannedEndOn, now.plannedEndOn) : 0;
  return {
    finding: events > 0 ? [before, { text: count, mark: 'strong' }, after] : words.afterNone(day),
    lines: [
      ...(then.state.value === now.state.value
        ? []
        : [words.afterState(then.state.label[lang], now.state.label[lang])]),
      ...(moved === 0 ? [] : [words.afterEnd(moved)]),
      ...(then.level === now.level ? [] : [words.afterLevel(level(then.level), level(now.level))]),
      ...(internal ? reached(then, now, lang) : []),
    ],
  };
}

/** Groups of which another number was reached since, or is known to be. */
function reached(then: StatusDetail, now: StatusDetail, lang: Lang): string[] {
  return then.groups.flatMap((group) => {
    const later = now.groups.find(({ groupId }) => groupId === group.groupId);
    return later && later.reached !== group.reached
      ? [screenTexts(lang).past.afterReached(group.name, number(group.reached, lang), number(later.reached, lang))]
      : [];
  });
}
