// The field types of the domain as zod schemas that also say how a field is classed, shown and referred to.
// One place for limits: every string and every list has a maximum.
import { z } from 'zod';
import { isLocalDate, toInstant } from './time.js';
import { ROLES } from './types.js';

export type FieldClass = 'public' | 'internal' | 'personal';
export type FieldKind =
  | 'id'
  | 'person'
  | 'date'
  | 'instant'
  | 'cents'
  | 'hours'
  | 'int'
  | 'decimal'
  | 'boolean'
  | 'choice'
  | 'line'
  | 'text'
  | 'letter'
  | 'list'
  | 'object';

declare module 'zod' {
  interface GlobalMeta {
    kind?: FieldKind;
    fieldClass?: FieldClass;
    /** What the id refers to; an id that does not exist there is malformed input. */
    ref?: string;
    /** The field of a decision that may be corrected as a fact. */
    fact?: boolean;
    /** Personal, unless the event says that its subject is public (agreements). */
    openable?: boolean;
  }
}

export const TXT_MAX = 4_000;
export const LETTER_MAX = 100_000;
export const LINE_MAX = 200;
export const LIST_MAX = 500;
export const CONTRIBUTIONS_MAX = 2_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** NUL and lone surrogates cannot be stored and shown faithfully. */
export const isStorable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed();
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isStorable, { params: { code: 'bad-text' } });

/** Id of another thing of the trajectory or organisation; `ref` names which register must know it. */
export const id = (ref?: string) =>
  z
    .string()
    .regex(UUID)
    .meta({ kind: 'id', fieldClass: 'internal', ...(ref ? { ref } : {}) });
/** A person; need not have an account. */
export const person = () => z.string().regex(UUID).meta({ kind: 'person', fieldClass: 'internal' });
export const date = () =>
  z
    .string()
    .refine(isLocalDate, { params: { code: 'bad-date' } })
    .meta({ kind: 'date', fieldClass: 'internal' });
export const instant = () =>
  z
    .string()
    .refine((value) => toInstant(value) !== undefined, { params: { code: 'bad-instant' } })
    .meta({ kind: 'instant', fieldClass: 'internal' });
export const cents = () => z.int().min(0).max(100_000_000_000).meta({ kind: 'cents', fieldClass: 'internal' });
export const hours = () =>
  z.number().min(0).max(1_000_000).multipleOf(0.25).meta({ kind: 'hours', fieldClass: 'internal' });
export const int = (min = 0, max = 100_000_000) =>
  z.int().min(min).max(max).meta({ kind: 'int', fieldClass: 'internal' });
export const bool = () => z.boolean().meta({ kind: 'boolean', fieldClass: 'internal' });
export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).meta({ kind: 'choice', fieldClass: 'internal' });
export const role = () => choice(ROLES);
/** Names, titles, codes: at most 200 characters. */
export const line = (min = 0) => text(LINE_MAX).min(min).meta({ kind: 'line', fieldClass: 'internal' });
/** Free Dutch text: personal unless said otherwise. */
export const txt = () => text(TXT_MAX).meta({ kind: 'text', fieldClass: 'personal' });
/** A reason: free text that REASON_GIVEN asks for. Absent and empty both mean that it was not given. */
export const letter = () => text(LETTER_MAX).meta({ kind: 'letter', fieldClass: 'personal' });
export const list = <T extends z.ZodType>(item: T, max = LIST_MAX) => z.array(item).max(max).meta({ kind: 'list' });
export const ids = (ref?: string) => list(id(ref), ref === 'contribution' ? CONTRIBUTIONS_MAX : LIST_MAX);
export const object = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).meta({ kind: 'object' });

/** The same field, in the public edition. */
export const pub = <T extends z.ZodType>(schema: T): T => schema.meta({ ...schema.meta(), fieldClass: 'public' });
/** The same field, seen by everyone who may see the trajectory. */
export const internal = <T extends z.ZodType>(schema: T): T =>
  schema.meta({ ...schema.meta(), fieldClass: 'internal' });
/** The same field, sealed. */
export const personal = <T extends z.ZodType>(schema: T): T =>
  schema.meta({ ...schema.meta(), fieldClass: 'personal' });
/** May come in empty, so that a need can say what is missing instead of the schema; the need is hard, so it is never stored empty. */
export const orEmpty = <T extends z.ZodType>(schema: T) => z.union([schema, z.literal('')]).meta({ ...schema.meta() });
/** Public when the event's subject is public; otherwise as classed. */
export const openable = <T extends z.ZodType>(schema: T): T => schema.meta({ ...schema.meta(), openable: true });
/** A field of a decision that may be corrected like a fact. */
export const fact = <T extends z.ZodType>(schema: T): T => schema.meta({ ...schema.meta(), fact: true });

export const LEVELS = ['inform', 'consult', 'advise', 'coproduce', 'codecide', 'selfGovern'] as const;
export type Level = (typeof LEVELS)[number];
export const level = () => pub(choice(LEVELS));
export const PHASES = [
  'preparation',
  'approval',
  'organisation',
  'outreach',
  'conversations',
  'interpreting',
  'feedback',
  'accountability',
  'evaluation',
] as const;
export type Phase = (typeof PHASES)[number];
export const phase = () => choice(PHASES);
export const LAW_BASES = [
  'environmentVision',
  'environmentProgramme',
  'environmentPlan',
  'projectDecision',
  'permit',
  'permitOutsidePlan',
  'ordinance',
] as const;
