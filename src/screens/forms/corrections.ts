// Setting a fact right: which values of the history can be corrected, as choices that carry the value in force, and what was typed in its place.
import type { Facts } from '../../../workflows/facts/facts.js';
import { valuesAt, type Leaf } from '../../../workflows/kit/leaves.js';
import type { Id, Recorded, Trajectory } from '../../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../../workflows/registry.js';
import { maySee, type Sight } from '../../trajectories/reading.js';
import type { FormValues } from '../../../web/parts/field-types.js';
import { decodeFields, type Decoded } from './decode.js';
import { shapeOf, type Shape } from './shape.js';

export const CORRECT = 'CorrectFact';

export interface Correctable {
  event: Recorded;
  leaf: Leaf;
  /** JSON Pointer into the data of the event. */
  field: string;
  value: unknown;
}

/** Values offered at once, newest events first. */
const OFFERED_MAX = 250;
/** Ids of things and people are not typed over. */
const NOT_TYPED: readonly string[] = ['id'];

/** The values that can be corrected and that this reader may see; of one event when it is given. */
export function correctables(
  workflow: AnyWorkflow,
  trajectory: Trajectory<Facts>,
  sight: Sight,
  eventId?: Id,
): Correctable[] {
  const events =
    eventId === undefined
      ? [...trajectory.events.values()].reverse()
      : [trajectory.events.get(eventId)].filter((event) => event !== undefined);
  const found: Correctable[] = [];
  for (const event of events) {
    if (found.length >= OFFERED_MAX) break;
    found.push(...ofEvent(workflow, event, sight));
  }
  return found.slice(0, OFFERED_MAX);
}

function ofEvent(workflow: AnyWorkflow, event: Recorded, sight: Sight): Correctable[] {
  const def = workflow.events.get(event.type);
  if (!def || event.type === 'FactCorrected') return [];
  const leaves = def.leaves.filter(
    ({ meta }) =>
      (def.kind === 'fact' || meta.fact === true) &&
      !NOT_TYPED.includes(meta.kind ?? '') &&
      maySee(sight, meta.fieldClass ?? 'personal', meta.kind),
  );
  return leaves.flatMap((leaf) =>
    valuesAt(event.data, leaf.path).map(({ pointer, value }) => ({ event, leaf, field: pointer, value })),
  );
}

/** A choice as one value: event, place, and what stood there when the page was made. */
export const choiceOf = ({ event, field, value }: Pick<Correctable, 'event' | 'field' | 'value'>): string =>
  [event.meta.id, field, JSON.stringify(value ?? null)].join('|');

/** How the new value is typed and read. */
export const afterShape = ({ leaf }: Pick<Correctable, 'leaf'>): Shape => ({
  ...shapeOf(leaf.schema),
  optional: false,
});

/** The payload of a correction typed under `prefix`. */
export function decodeCorrection(
  workflow: AnyWorkflow,
  trajectory: Trajectory<unknown>,
  values: FormValues,
  prefix: string,
): Decoded {
  const text = (name: string): string => {
    const value = values[`${prefix}.${name}`];
    return typeof value === 'string' ? value : '';
  };
  const [eventId = '', field = '', ...rest] = text('what').split('|');
  const reason = text('reason');
  const before = parsed(rest.join('|'));
  if (eventId === '') return { payload: { reason }, faults: {} };
  const event = trajectory.events.get(eventId);
  const leaf =
    event &&
    workflow.events
      .get(event.type)
      ?.leaves.find(({ path }) => valuesAt(event.data, path).some(({ pointer }) => pointer === field));
  if (!leaf) return { payload: { eventId, field, before, after: text('after'), reason }, faults: {} };
  const { payload, faults } = decodeFields(
    new Map([['after', afterShape({ leaf })]]),
    spokenBoolean(values, prefix, leaf),
    prefix,
  );
  return { payload: { eventId, field, before, ...payload, reason }, faults };
}

/** Where a yes or no is typed as text, both languages are read. */
function spokenBoolean(values: FormValues, prefix: string, { meta }: Leaf): FormValues {
  const name = `${prefix}.after`;
  const value = values[name];
  if (meta.kind !== 'boolean' || typeof value !== 'string') return values;
  return { ...values, [name]: /^(ja|yes|true)$/i.test(value.trim()) ? 'true' : '' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
