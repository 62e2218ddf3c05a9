// What stands in a form before anybody types: the defaults of each command, as far as they can be told without the rest of the payload.
import type { Data, View } from '../../../workflows/kit/commands.js';
import type { Context, Trajectory } from '../../../workflows/kit/types.js';
import { viewOf } from '../../../workflows/kit/view.js';
import type { AnyWorkflow } from '../../../workflows/registry.js';
import type { FormValues } from '../../../web/parts/field-types.js';
import { encodeFields } from './encode.js';
import type { AnyCommand, Section } from './sections.js';

export interface Asking {
  workflow: AnyWorkflow;
  trajectory: Trajectory<unknown>;
  context: Context;
}

/** The defaults of one command as a payload. New ids are left out: they are made when the command is decided. */
export function defaultsOf({ workflow, trajectory, context }: Asking, command: AnyCommand): Data {
  const view: View<unknown> = viewOf(workflow, trajectory, command, { payload: {} }, context, context.now);
  const filled: Data = {};
  for (const [field, fill] of Object.entries(command.defaults ?? {})) {
    const value = attempt(() => fill(view, filled));
    if (value !== undefined && value !== view.makeId(field)) filled[field] = value;
  }
  return filled;
}

/** A default may look at what is not typed yet; then there is nothing to show. */
function attempt(fill: () => unknown): unknown {
  try {
    const value = fill();
    return typeof value === 'number' && Number.isNaN(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Values of all parts: defaults, given values over them, one row where a repeated command is required, and blank rows for the script. */
export function prefilled(asking: Asking, sections: readonly Section[], given: FormValues = {}): FormValues {
  const values = sections.flatMap((section) => {
    const defaults = defaultsOf(asking, section.command);
    const at = (prefix: string) => Object.entries(encodeFields(section.shapes, defaults, prefix));
    if (!section.repeated) return at(section.prefix);
    const first = section.optional ? [] : [[`${section.prefix}.0._row`, '1'] as const, ...at(`${section.prefix}.0`)];
    return [...first, ...blankRow(section, defaults)];
  });
  return { ...Object.fromEntries(values), ...given };
}

/** Values of the template from which the script adds a row (`RowList` names it after the list). */
export function blankRow(section: Section, defaults: Data): [string, string | readonly string[] | undefined][] {
  return Object.entries(encodeFields(section.shapes, defaults, `${section.prefix}.__${section.prefix}__`));
}

/** Values of a row that was just added without a script. */
export function newRow(asking: Asking, section: Section, row: number): FormValues {
  return {
    ...encodeFields(section.shapes, defaultsOf(asking, section.command), `${section.prefix}.${row}`),
    [`${section.prefix}.${row}._row`]: '1',
  };
}
