// The small language in which the reference writes payloads, `Name {field:Type, other?:{a, b}[]}`, read into trees.
// Types that are not written stay undefined here; payloads.ts fills them in.

export type Scalar =
  | 'Id'
  | 'Date'
  | 'Instant'
  | 'Cents'
  | 'Hours'
  | 'Role'
  | 'Level'
  | 'Phase'
  | 'LawBasis'
  | 'Txt'
  | 'Letter'
  | 'String200'
  | 'boolean'
  | 'int'
  | 'number'
  | 'code'
  | 'any';

export type FieldType =
  | { kind: Scalar }
  | { kind: 'choice'; values: string[] }
  | { kind: 'range'; min: number; max: number }
  | { kind: 'list'; of: FieldType }
  | { kind: 'object'; fields: Field[] }
  | { kind: 'record'; keys: string[]; of: FieldType }
  | { kind: 'either'; of: FieldType[] };

export interface Field {
  name: string;
  optional: boolean;
  type: FieldType;
}

/** A field as written: a type, a bare list (`agenda[]`) or nothing. */
export type RawType =
  | { kind: 'named'; name: string }
  | { kind: 'choice'; values: string[] }
  | { kind: 'range'; min: number; max: number }
  | { kind: 'list'; of?: RawType }
  | { kind: 'object'; fields: RawField[] }
  | { kind: 'record'; keys: RawType; of: RawType }
  | { kind: 'either'; of: RawType[] };

export interface RawField {
  name: string;
  optional: boolean;
  type?: RawType;
}

/** A reader that takes the text from the left. */
class Reader {
  constructor(private rest: string) {}

  peek(start: string): boolean {
    return this.rest.startsWith(start);
  }

  /** Takes what the pattern matches at the very start, or nothing. */
  take(pattern: RegExp): string[] | undefined {
    const match = new RegExp(`^(?:${pattern.source})`).exec(this.rest);
    if (!match) return undefined;
    this.rest = this.rest.slice(match[0].length);
    return [...match];
  }

  need(pattern: RegExp): string[] {
    const found = this.take(pattern);
    if (!found) throw new Error(`expected ${pattern.source} before: ${this.rest.slice(0, 60)}`);
    return found;
  }
}

function fieldsOf(reader: Reader): RawField[] {
  reader.need(/\{/);
  const fields: RawField[] = [];
  do fields.push(...fieldOf(reader));
  while (reader.take(/, ?/));
  reader.need(/\}/);
  return fields;
}

/** One field, or several when they are written as alternatives: `agreementId|text` = one of the two. */
function fieldOf(reader: Reader): RawField[] {
  const names: { name: string; optional: boolean; list: boolean }[] = [];
  do {
    const [, name = '', optional, list] = reader.need(/(…?\w+)(\?)?(\[\])?/);
    names.push({ name, optional: optional !== undefined, list: list !== undefined });
  } while (reader.take(/ ?\| ?/));
  const type = reader.take(/:/) ? typeOf(reader) : undefined;
  reader.take(/ \([^)]*\)/);
  const either = names.length > 1;
  return names.map(({ name, optional, list }) => ({
    name,
    optional: optional || either,
    ...(list ? { type: { kind: 'list' as const, of: type } } : type ? { type } : {}),
  }));
}

function typeOf(reader: Reader): RawType {
  const found: RawType[] = [];
  do found.push(oneType(reader));
  while (reader.take(/\|/));
  const values = found.flatMap((type) => (type.kind === 'choice' ? type.values : []));
  const others = found.filter((type) => type.kind !== 'choice');
  const all: RawType[] = values.length > 0 ? [...others, { kind: 'choice', values }] : others;
  return all.length === 1 ? all[0]! : { kind: 'either', of: all };
}

function oneType(reader: Reader): RawType {
  const type = plainType(reader);
  return reader.take(/\[\]/) ? { kind: 'list', of: type } : type;
}

function plainType(reader: Reader): RawType {
  if (reader.peek('{')) return { kind: 'object', fields: fieldsOf(reader) };
  if (reader.take(/Record</)) {
    const keys = typeOf(reader);
    reader.need(/,/);
    const of = typeOf(reader);
    reader.need(/>/);
    return { kind: 'record', keys, of };
  }
  const quoted = reader.take(/'(\w+)'/);
  if (quoted) return { kind: 'choice', values: [quoted[1]!] };
  const range = reader.take(/(\d+)(?:-|\.\.)(\d+)/);
  if (range) return { kind: 'range', min: Number(range[1]), max: Number(range[2]) };
  const number = reader.take(/(\d+)/);
  if (number) return { kind: 'range', min: Number(number[1]), max: Number(number[1]) };
  return { kind: 'named', name: reader.need(/([A-Za-z]\w*)/)[1]! };
}

/** The fields of `{…}`. Throws when the text is not in the payload language. */
export function parsePayload(text: string): RawField[] {
  return fieldsOf(new Reader(text));
}
