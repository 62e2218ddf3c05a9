// The payload of every event of the reference as a tree of typed fields, read from the code spans of sections 3 to 5.
import { parsePayload, type Field, type FieldType, type RawField, type RawType } from './payload-language.js';
import { defaultType, namedType, sameAs } from './payload-types.js';
import { section } from './source.js';

const span = /`([A-Z]\w+) (\{[^`]*\})`/g;

/** The spans in order, `…Id` and `…Ids` written out: they stand for the id of the entity that the section is about. */
function rawPayloads(): [string, RawField[]][] {
  let entityId = '';
  return (['03-phases', '04-entities', '05-logbook'] as const).flatMap((file) =>
    [...section(file).replaceAll('\\|', '|').matchAll(span)].map(([, event = '', text = '']): [string, RawField[]] => {
      const fields = parsePayload(text);
      const first = fields[0]?.name ?? '';
      if (first.endsWith('Id') && !first.startsWith('…')) entityId = first;
      return [event, fields.map((field) => ({ ...field, name: field.name.replace('…Id', entityId) }))];
    }),
  );
}

function typed(event: string, path: string, raw: RawType | undefined): FieldType {
  if (!raw) return defaultType(event, path);
  switch (raw.kind) {
    case 'named':
      return namedType(raw.name);
    case 'list':
      return { kind: 'list', of: typed(event, path, raw.of) };
    case 'object':
      return { kind: 'object', fields: raw.fields.map((field) => typedField(event, `${path}.${field.name}`, field)) };
    case 'record': {
      const keys = typed(event, path, raw.keys);
      return { kind: 'record', keys: keysOf(keys), of: typed(event, path, raw.of) };
    }
    case 'either':
      return { kind: 'either', of: raw.of.map((one) => typed(event, path, one)) };
    case 'choice':
    case 'range':
      return raw;
  }
}

function keysOf(type: FieldType): string[] {
  if (type.kind === 'choice') return type.values;
  if (type.kind !== 'range') throw new Error(`a record cannot be keyed by ${type.kind}`);
  const { min, max } = type;
  return Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
}

function typedField(event: string, path: string, { name, optional, type }: RawField): Field {
  return { name, optional, type: typed(event, path, type) };
}

function fieldIn(fields: Field[], path: string): Field | undefined {
  const [name, ...rest] = path.split('.');
  const field = fields.find((one) => one.name === name);
  if (!field || rest.length === 0) return field;
  const type = field.type.kind === 'list' ? field.type.of : field.type;
  return type.kind === 'object' ? fieldIn(type.fields, rest.join('.')) : undefined;
}

function readPayloads(): Map<string, Field[]> {
  const found = new Map<string, Field[]>();
  for (const [event, fields] of rawPayloads()) {
    if (found.has(event)) throw new Error(`the fixture gives the payload of ${event} twice`);
    found.set(
      event,
      fields.map((field) => typedField(event, field.name, field)),
    );
  }
  for (const [there, here] of Object.entries(sameAs)) {
    const [event = '', path = ''] = there.split('.');
    const [otherEvent = '', otherPath = ''] = here.split('.');
    const field = fieldIn(found.get(event) ?? [], path);
    const other = fieldIn(found.get(otherEvent) ?? [], otherPath);
    if (!field || !other) throw new Error(`the fixture no longer has ${there} or ${here}`);
    field.type = other.type;
  }
  return found;
}

/** Payload by event, for every event type of the reference. Fields of events in kern are exact; of the others the best reading. */
export const eventPayloads: ReadonlyMap<string, readonly Field[]> = readPayloads();

/** A leaf of a payload: its path with list positions and record keys left out, such as `attendance.count`. */
export interface Leaf {
  path: string;
  /** The field itself or a part above it may be left out. */
  optional: boolean;
  type: FieldType;
}

function leaves(path: string, optional: boolean, type: FieldType): Leaf[] {
  if (type.kind === 'list' || type.kind === 'record') return leaves(path, optional, type.of);
  if (type.kind !== 'object') return [{ path, optional, type }];
  return type.fields.flatMap((field) => leaves(`${path}.${field.name}`, optional || field.optional, field.type));
}

/** The fields of an event. Throws for an event that the reference does not have. */
export function payloadOf(event: string): readonly Field[] {
  const fields = eventPayloads.get(event);
  if (!fields) throw new Error(`the reference has no payload of ${event}`);
  return fields;
}

/** The leaves of an event's payload, in order. */
export function leavesOf(event: string): Leaf[] {
  return payloadOf(event).flatMap(({ name, optional, type }) => leaves(name, optional, type));
}

/** The leaf at a path such as `frames.version`. Throws when the event has none there. */
export function leafAt(event: string, path: string): Leaf {
  const leaf = leavesOf(event).find((one) => one.path === path);
  if (!leaf) throw new Error(`${event} has no field ${path}`);
  return leaf;
}
