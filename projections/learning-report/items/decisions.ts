// Decisions of the board on what came out of a trajectory: whether they deviate, what they say of each contribution, and when they were explained.
import type { Item } from './item.js';
import { dayOf, type Source } from './source.js';

/** Every decision, by the day on which it was taken. */
export function decisionItems(source: Source): Item<'decision'>[] {
  const explained = source.of('DecisionExplained');
  return source.of('DecisionTaken').map((taken, index) => {
    const { data, meta } = taken;
    const perItem = (data.perItem ?? []) as { outcome: string }[];
    const told = explained.find((one) => one.data.decisionId === data.decisionId);
    return {
      kind: 'decision',
      day: dayOf(taken),
      data: {
        nr: index + 1,
        outcome: String(data.outcome),
        deviates: data.deviates === true,
        judged: perItem.length,
        asAdvised: perItem.filter(({ outcome }) => outcome === 'asAdvised').length,
        explained: told ? dayOf(told) : null,
      },
      events: [meta.id, ...(told ? [told.meta.id] : [])],
    } satisfies Item<'decision'>;
  });
}
