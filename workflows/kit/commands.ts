// Commands as data: who may give them, which event they become, what they need, and which fields may be left out.
// The payload schema is derived from the event's schema, so the two cannot drift apart.
import { z } from 'zod';
import { DECIDED_FIELDS, type EventDef } from './events.js';
import { list, object } from './fields.js';
import type {
  Address,
  Command,
  Context,
  Id,
  Instant,
  LocalDate,
  Named,
  Rejection,
  Role,
  Settings,
  Trajectory,
} from './types.js';
import type { Workflow } from './workflow.js';

export type Data = Record<string, unknown>;

/** What defaults and needs look at: the trajectory as it is, who asks, and the moment the command is dated. */
export interface View<F> {
  workflow: Workflow<F>;
  command: CommandDef<F>;
  /** The command as it was given; without a payload when only asking what is possible. */
  given: Partial<Command>;
  trajectory: Trajectory<F>;
  facts: F;
  settings: Settings;
  actor: Context['actor'];
  /** The role and person that decide: the actor, or whom the actor records for. */
  decider: { role: Role; ref?: Id };
  now: Instant;
  /** When the command is dated, and its local day. */
  at: Instant;
  today: LocalDate;
  address: Address;
  approverOf?: (municipalityIds: readonly Id[]) => Id | undefined;
  /** A new id of this command for a field. */
  makeId(field: string, index?: number): Id;
}

export type Fill<F> = (view: View<F>, payload: Data) => unknown;
export type ItemFill<F> = (view: View<F>, payload: Data, item: Data, index: number) => unknown;

export interface CommandSpec<F> {
  event: string;
  by: readonly (Role | Named)[];
  needs?: readonly string[];
  /** Fields with a new id, always made here and never accepted from outside. */
  makes?: readonly string[];
  /** Fields that may be left out, and what then stands there (undefined = the field stays away). */
  defaults?: Record<string, Fill<F>>;
  /** The same for fields of the items of a list: list -> field -> what stands there. */
  itemDefaults?: Record<string, Record<string, ItemFill<F>>>;
  /** Fields the engine knows; given, they must agree. */
  engine?: Record<string, Fill<F>>;
  /** The phase whose table the decision stands in: it waits for that phase to open. */
  phase?: string;
  /** One command, several events: the payload holds a list of these under the named field. */
  each?: string;
  /** With `each`: what an item is called outside, and whether it is here already. Those, and repeats within the command, are left out. */
  once?: (data: Data, facts: F) => { key: string; known: boolean } | undefined;
  /** Narrows `by`: whether this role may decide as things stand. */
  allows?: (role: Role, facts: F) => boolean;
  /** What fell due by the clock before this command is written first, in the same append. */
  settlesDue?: boolean;
  /** The first event of a new stream; its envelope carries the id of round R1. */
  opensStream?: boolean;
  /** Phase and round in the envelope where they differ from the address (corrections name those of the corrected event). */
  phaseOf?: (payload: Data, facts: F, trajectory: Trajectory<F>) => { phase?: string; round?: string } | undefined;
  /** Where REASON_GIVEN looks, when it is not `reason`, `remarks` or `motivation`, and when it looks at all. */
  reason?: { field?: string; when?: (view: View<F>, data: Data) => boolean };
  /** Contradicts what is stored (409), apart from needs. */
  conflict?: (view: View<F>, data: Data) => Rejection | undefined;
  /** Where the command lands; default: what its event addresses. */
  address?: (payload: Data, facts: F) => Address;
}

export interface CommandDef<F> extends CommandSpec<F> {
  name: string;
  group: string;
  kind: 'decision' | 'fact';
  needs: readonly string[];
  makes: readonly string[];
  payload: z.ZodObject;
  /** The fields of the event that the payload's schema has not checked yet: ids made here, what was filled in, who decided. */
  added: z.ZodObject;
}

/** Commands of one group. `events` are the definitions they become. */
export function defineCommands<F>(
  group: string,
  events: Record<string, EventDef>,
  specs: Record<string, CommandSpec<F>>,
): Record<string, CommandDef<F>> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const event = events[spec.event];
      if (!event) throw new Error(`Command '${name}' becomes '${spec.event}', which is not an event of its group.`);
      if (event.kind === 'automatic')
        throw new Error(`Command '${name}' may not become the automatic event '${spec.event}'.`);
      return [
        name,
        {
          needs: [],
          makes: [],
          ...spec,
          name,
          group,
          kind: event.kind,
          payload: payloadOf(name, event, spec),
          added: addedOf(event, spec),
        },
      ];
    }),
  );
}

/** Items of one command: an append holds 500 events, and what follows by itself needs room as well. */
const EACH_MAX = 400;

function payloadOf<F>(name: string, event: EventDef, spec: CommandSpec<F>): z.ZodObject {
  const shape = event.schema.shape as Record<string, z.ZodType>;
  const left = [...(spec.makes ?? []), ...DECIDED_FIELDS];
  const optional = [...Object.keys(spec.defaults ?? {}), ...Object.keys(spec.engine ?? {})];
  const unknown = [...optional, ...(spec.makes ?? [])].find((field) => !(field in shape));
  if (unknown) throw new Error(`Command '${name}' names the field '${unknown}', which '${event.type}' does not have.`);
  const fields = Object.entries(shape)
    .filter(([key]) => !left.includes(key))
    .map(([key, schema]) => [key, withOptionalItems(schema, Object.keys(spec.itemDefaults?.[key] ?? {}))] as const)
    .map(([key, schema]) => [key, optional.includes(key) ? schema.optional() : schema] as const);
  const one = z.strictObject(Object.fromEntries(fields));
  return spec.each ? z.strictObject({ [spec.each]: z.array(one).min(1).max(EACH_MAX).meta({ kind: 'list' }) }) : one;
}

/** Everything that is not in the event just as the payload brought it. */
function addedOf<F>({ schema }: EventDef, { makes = [], defaults, itemDefaults, engine }: CommandSpec<F>): z.ZodObject {
  const filled = [defaults, itemDefaults, engine].flatMap((fills) => Object.keys(fills ?? {}));
  const added = new Set([...makes, ...filled, ...DECIDED_FIELDS]);
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).filter(([key]) => added.has(key));
  return z.object(Object.fromEntries(fields));
}

/** A list whose items may leave these fields out. */
function withOptionalItems(schema: z.ZodType, fields: string[]): z.ZodType {
  if (fields.length === 0) return schema;
  const item = schema instanceof z.ZodArray ? schema.element : undefined;
  if (!(item instanceof z.ZodObject))
    throw new Error(`Only a list of objects can have items with defaults (${fields.join(', ')}).`);
  const shape = item.shape as Record<string, z.ZodType>;
  const loose = Object.entries(shape).map(
    ([key, field]) => [key, fields.includes(key) ? field.optional() : field] as const,
  );
  return list(object(Object.fromEntries(loose)));
}

export interface NeedSpec<F> {
  hard: boolean;
  /** A soft need that holds in kern too. Hard ones always do. */
  kern?: boolean;
  /** `state`: can be told beforehand; `payload`: only once something is filled in. */
  sees: 'state' | 'payload';
  solvableBy: readonly (Role | Named)[];
  met(view: View<F>, data: Data): boolean;
  /** Values for the sentence, asked only when the need is not met. */
  vars?(view: View<F>, data: Data): Record<string, string>;
}
export interface NeedDef<F> extends NeedSpec<F> {
  code: string;
}

/** Needs by code. */
export function defineNeeds<F>(specs: Record<string, NeedSpec<F>>): Record<string, NeedDef<F>> {
  return Object.fromEntries(Object.entries(specs).map(([code, spec]) => [code, { ...spec, code }]));
}
