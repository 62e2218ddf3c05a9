// The event catalogue: every event that can be stored, its fields with type and class, as a page and as one JSON Schema.
import { z } from 'zod';
import { DECIDED_FIELDS, type EventDef } from '../../workflows/kit/events.js';
import { PHASES } from '../../workflows/kit/fields.js';
import { bare, type Leaf } from '../../workflows/kit/leaves.js';
import { ROLES } from '../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import { payloadSchema } from '../http/command-schemas.js';
import { code, codes, page, table } from './markdown.js';

/** All events of these workflows by type, in order of the alphabet. */
export function eventsOf(workflows: readonly AnyWorkflow[]): EventDef[] {
  const all = new Map(workflows.flatMap(({ events }) => [...events]));
  return [...all.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** The page with all events. */
export function eventsPage(workflows: readonly AnyWorkflow[]): string {
  const events = eventsOf(workflows);
  const decided = events.find(({ kind }) => kind === 'decision')?.leaves.filter(isDecided) ?? [];
  return page('Event catalogue', 'the events of the workflows', [
    `${events.length} events; the same as JSON Schema in [events.schema.json](events.schema.json). ` +
      'The class of a field says who sees it: `public` also stands in the public edition, `internal` is for who may see the trajectory, ' +
      '`personal` is sealed under a key that can be destroyed. `*` stands for every item of a list.',
    `## On every decision\n\n${table(
      FIELD_HEAD,
      decided.map((leaf) => fieldRow(events.find(({ kind }) => kind === 'decision')?.schema, leaf)),
    )}`,
    `## Events\n\n${table(
      ['event', 'version', 'kind', 'made by', 'steps'],
      events.map((event) => eventRow(workflows, event)),
    )}`,
    ...events.map((event) => eventSection(event)),
  ]);
}

const FIELD_HEAD = ['field', 'type', 'required', 'class'];
const isDecided = ({ path }: Leaf): boolean => DECIDED_FIELDS.includes(path[0] ?? '');

function eventRow(workflows: readonly AnyWorkflow[], { type, version, kind, standsAlone }: EventDef): string[] {
  const commands = workflows.flatMap(({ commands: all }) =>
    [...all.values()].filter(({ event }) => event === type).map(({ name }) => name),
  );
  const machines = workflows.flatMap(({ takers }) => {
    const takes = takers.get(type);
    return takes
      ? [
          ...(takes.root ? ['root'] : []),
          ...takes.phases.map(({ key }) => key),
          ...takes.entities.map(({ key }) => key),
        ]
      : [];
  });
  return [
    `[${code(type)}](#${type.toLowerCase()})`,
    String(version),
    kind,
    codes(commands) || 'the engine',
    codes(machines) || (standsAlone ? 'facts only' : ''),
  ];
}

function eventSection({ type, kind, version, schema, leaves }: EventDef): string {
  const own = leaves.filter((leaf) => kind !== 'decision' || !isDecided(leaf));
  return `### ${type}\n\n${kind}, version ${version}\n\n${table(
    FIELD_HEAD,
    own.map((leaf) => fieldRow(schema, leaf)),
  )}`;
}

function fieldRow(schema: z.ZodType | undefined, leaf: Leaf): string[] {
  const { fieldClass = '', openable } = leaf.meta;
  return [
    code(leaf.path.join('/')),
    typeOf(leaf),
    isRequired(schema, leaf.path) ? 'yes' : 'no',
    `${fieldClass}${openable ? ', public when its subject is' : ''}`,
  ];
}

function typeOf({ meta, schema }: Leaf): string {
  const { kind = '', ref } = meta;
  if (ref) return `${kind} of ${ref}`;
  if (!(schema instanceof z.ZodEnum)) return kind;
  const options = schema.options.map(String);
  if (options.length === ROLES.length) return 'role';
  return options.length === PHASES.length && options.includes('preparation') ? 'phase' : options.map(code).join(' ');
}

/** Whether the field and everything around it must be there. */
function isRequired(schema: z.ZodType | undefined, path: readonly string[]): boolean {
  const [head, ...rest] = path;
  if (schema === undefined || head === undefined) return true;
  if (schema instanceof z.ZodOptional) return false;
  const inner = bare(schema);
  if (head === '*') return isRequired(itemOf(inner), rest);
  const field = inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>)[head] : undefined;
  return !(field instanceof z.ZodOptional) && isRequired(field, rest);
}

function itemOf(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : undefined;
}

/** One JSON Schema (draft 2020-12) for every stored event, by its type. `meta` is the envelope, the same for all. */
export function eventsSchema(workflows: readonly AnyWorkflow[]): object {
  const events = eventsOf(workflows);
  const defs = events.map(({ type, version, kind, schema }) => [
    type,
    {
      type: 'object',
      required: ['type', 'version', 'data', 'meta'],
      properties: {
        type: { const: type },
        version: { const: version },
        data: payloadSchema({ payload: schema }),
        meta: { type: 'object' },
      },
      'x-kind': kind,
    },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Events of Rode Draad',
    description: 'A stored event: what happened (type, version, data) in its envelope (meta).',
    oneOf: events.map(({ type }) => ({ $ref: `#/$defs/${type}` })),
    $defs: Object.fromEntries(defs) as object,
  };
}
