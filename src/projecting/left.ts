// What remains of an event for readers who may not see what is personal in it, and once the key of a person is gone.
import type { Left } from '../../projections/kit/projection.js';
import { markOf } from '../../projections/kit/marks.js';
import { HIDDEN_TEXT } from '../../projections/kit/words.js';
import { personalFields } from '../../workflows/kit/events.js';
import { valueAt, withValues } from '../../workflows/kit/leaves.js';
import type { Recorded } from '../../workflows/kit/types.js';
import type { Fold } from './folds.js';

/** The event as it reads without its personal fields, and what of it goes with the key of each person. */
export function leftOf({ workflow, trajectory }: Fold, event: Recorded): Left {
  const def = workflow.events.get(event.type);
  const fields = def ? personalFields(def, event, trajectory, workflow.events) : [];
  if (fields.length === 0) return { open: event.data, personal: [], sealed: [], marked: event.data };
  const sealed = fields.flatMap(({ pointer, subject }, index) =>
    subject === undefined
      ? []
      : [{ person: subject, pointer, mark: markOf(index), value: valueAt(event.data, pointer) }],
  );
  return {
    open: replaced(event.data, fields, () => HIDDEN_TEXT),
    personal: fields.map(({ pointer }) => pointer),
    sealed,
    marked: replaced(event.data, sealed, ({ mark }) => mark),
  };
}

const replaced = <T extends { pointer: string }>(
  data: Record<string, unknown>,
  fields: readonly T[],
  textOf: (field: T) => string,
): Record<string, unknown> =>
  withValues(
    data,
    fields.map((field) => [field.pointer, textOf(field)]),
  );
