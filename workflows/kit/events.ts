// Events as data: a schema owns the shape, versions are read through upcasts, and every field is classed.
import { z } from 'zod';
import { internal, date, id, line, object, person, role, txt, type FieldClass } from './fields.js';
import { leavesOf, valuesAt, valueAt, pointerMatches, type Leaf } from './leaves.js';
import type { Recorded, Trajectory } from './types.js';

export type EventKind = 'decision' | 'fact' | 'automatic';

/** On every decision: who decided, beside the actor who recorded it. */
const DECIDED = {
  decidedBy: object({ role: role(), function: internal(line()), ref: person().optional() }),
  decidedOn: date(),
  evidence: object({ documentId: id('document').optional(), text: txt().optional() }).optional(),
};
export const DECIDED_FIELDS = Object.keys(DECIDED);

export interface EventSpec<S extends z.ZodRawShape> {
  kind: EventKind;
  data: S;
  /** Written version; older ones are lifted by `upcasts[n]` (from n to n + 1). Default 1. */
  version?: number;
  upcasts?: Record<number, (data: Record<string, unknown>) => Record<string, unknown>>;
  /** Belongs to the trajectory: taken also when no machine steps. */
  standsAlone?: boolean;
  /** Whether the openable fields of this event are public; asked with the facts before the event. */
  open?: (data: Record<string, unknown>, facts: unknown) => boolean;
}

export interface EventDef {
  type: string;
  kind: EventKind;
  version: number;
  schema: z.ZodObject;
  leaves: Leaf[];
  standsAlone: boolean;
  upcasts: Record<number, (data: Record<string, unknown>) => Record<string, unknown>>;
  open: (data: Record<string, unknown>, facts: unknown) => boolean;
}

type DecidedShape = typeof DECIDED;
/** The data type of each event in a `defineEvents` result. */
export type DataOf<T extends Record<string, EventSpec<z.ZodRawShape>>> = {
  [K in keyof T]: z.infer<z.ZodObject<T[K]['kind'] extends 'decision' ? T[K]['data'] & DecidedShape : T[K]['data']>>;
};

/** Turns specs into definitions. Refuses a field without a class, naming event and field. */
export function defineEvents<T extends Record<string, EventSpec<z.ZodRawShape>>>(
  specs: T,
): { [K in keyof T]: EventDef } {
  const defs = Object.entries(specs).map(([type, spec]) => {
    const shape = spec.kind === 'decision' ? { ...spec.data, ...DECIDED } : spec.data;
    const schema = z.strictObject(shape);
    const leaves = leavesOf(schema);
    const unclassed = leaves.find((leaf) => leaf.meta.fieldClass === undefined);
    if (unclassed)
      throw new Error(
        `Event '${type}': field '/${unclassed.path.join('/')}' has no class; use the types of kit/fields.`,
      );
    const def: EventDef = {
      type,
      kind: spec.kind,
      version: spec.version ?? 1,
      schema,
      leaves,
      standsAlone: spec.standsAlone ?? false,
      upcasts: spec.upcasts ?? {},
      open: spec.open ?? (() => false),
    };
    return [type, def];
  });
  return Object.fromEntries(defs) as { [K in keyof T]: EventDef };
}

export interface PersonalField {
  pointer: string;
  /** The person whose key seals it; without one the entry gets a key of its own. */
  subject?: string;
}

/** The personal fields of an event that is about to be stored, given the state before it. */
export function personalFields<F>(
  def: EventDef,
  event: Recorded,
  before: Trajectory<F> | undefined,
  defs: ReadonlyMap<string, EventDef>,
): PersonalField[] {
  if (event.type === 'FactCorrected') return personalCorrection(event, before, defs);
  const leaves = personalLeaves(def);
  if (leaves.length === 0) return [];
  const open = def.open(event.data, before?.facts);
  return leaves
    .filter((leaf) => classOf(leaf, open) === 'personal')
    .flatMap((leaf) => valuesAt(event.data, leaf.path))
    .filter((found) => found.value !== '')
    .map(({ pointer }) => ({ pointer, ...subjectAt(event.data, pointer) }));
}

/** The leaves that may be personal: all of them where the subject is not open. */
function personalLeaves(def: EventDef): Leaf[] {
  const known = PERSONAL.get(def) ?? def.leaves.filter((leaf) => classOf(leaf, false) === 'personal');
  PERSONAL.set(def, known);
  return known;
}
const PERSONAL = new WeakMap<EventDef, Leaf[]>();

/** The person named closest to a field: beside it in the same item of a list, or by the event as a whole. */
function subjectAt(data: Record<string, unknown>, pointer: string): { subject?: string } {
  const path = pointer.split('/');
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const subject = valueAt(data, [...path.slice(0, depth), 'personRef'].join('/'));
    if (typeof subject === 'string' && subject !== '') return { subject };
  }
  return {};
}

/** The class of a leaf; openable ones are public when their subject is. */
export function classOf(leaf: Leaf, open: boolean): FieldClass {
  return open && leaf.meta.openable ? 'public' : (leaf.meta.fieldClass ?? 'personal');
}

/** `before` and `after` have the class of the field they correct; the reason is always free text. */
function personalCorrection<F>(
  event: Recorded,
  before: Trajectory<F> | undefined,
  defs: ReadonlyMap<string, EventDef>,
): PersonalField[] {
  const { eventId, field } = event.data as { eventId: string; field: string };
  const original = before?.events.get(eventId);
  const def = original && defs.get(original.type);
  const leaf = def?.leaves.find((candidate) => pointerMatches(field, candidate.path));
  const sealed = !leaf || !def || classOf(leaf, def.open(original.data, before?.facts)) === 'personal';
  const subject = original ? subjectAt(original.data, field) : {};
  return ['/before', '/after', '/reason']
    .filter(
      (pointer) =>
        (pointer === '/reason' || sealed) &&
        !['', undefined].includes(valueAt(event.data, pointer) as string | undefined),
    )
    .map((pointer) => ({ pointer, ...subject }));
}

/** The event lifted to the version of its definition. Throws when a step is missing. */
export function upcast(event: Recorded, def: EventDef): Recorded {
  let { version, data } = event;
  while (version < def.version) {
    const lift = def.upcasts[version];
    if (!lift) throw new Error(`Event '${event.type}' version ${version} has no upcast to ${version + 1}.`);
    data = lift(data);
    version += 1;
  }
  return version === event.version ? event : { ...event, version, data };
}
