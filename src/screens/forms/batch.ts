// What was typed in a form as one batch of commands, and the way back: from a place in a command to the field on the page.
import { rowNumbers, type FormValues } from '../../../web/parts/field-types.js';
import type { Command, DecidedBy, Evidence, Role, Trajectory } from '../../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../../workflows/registry.js';
import { CORRECT, decodeCorrection } from './corrections.js';
import { anyTyped, decodeFields, type Unreadable } from './decode.js';
import type { Section } from './sections.js';
import { mayDecide } from './sections.js';
import type { Shape } from './shape.js';
import { readDate, readMoment } from './typed.js';

/** Names of the fields that belong to the whole form. */
export const ON_BEHALF = {
  role: '_decidedRole',
  function: '_decidedFunction',
  ref: '_decidedRef',
  on: '_decidedOn',
  text: '_evidence',
  document: '_evidenceDoc',
} as const;
export const OCCURRED_AT = '_at';
/** Ticked for an optional command that is to be sent. */
export const SEND = '_send';

export interface Sent {
  section: Section;
  prefix: string;
  command: Command;
}

export interface Batch {
  sent: Sent[];
  faults: Record<string, Unreadable>;
}

/** What reading a form looks at besides what was typed. */
export interface Reading {
  workflow: AnyWorkflow;
  trajectory: Trajectory<unknown>;
  roles: readonly Role[];
}

/** The commands that were filled in, in the order of the form. `values` have no gaps in their rows. */
export function batchOf(
  sections: readonly Section[],
  values: FormValues,
  { workflow, trajectory, roles }: Reading,
): Batch {
  const faults: Batch['faults'] = {};
  const places = sections.flatMap((section) => prefixesOf(section, values).map((prefix) => ({ section, prefix })));
  const whole = wholeForm(values, faults);
  const sent: Sent[] = [];
  for (const { section, prefix } of places) {
    const decoded =
      section.command.name === CORRECT
        ? decodeCorrection(workflow, trajectory, values, prefix)
        : decodeFields(section.shapes, values, prefix);
    Object.assign(faults, decoded.faults);
    const payload = linked(section, decoded.payload, sent);
    const foreign = section.command.kind === 'decision' && !mayDecide(section.command, roles);
    sent.push({
      section,
      prefix,
      command: { type: section.command.name, payload, ...whole.dated, ...(foreign ? whole.behalf : {}) },
    });
  }
  return { sent, faults };
}

/** Where the filled-in commands of a part stand: its rows, or itself when it is required or ticked. */
function prefixesOf({ prefix, repeated, optional }: Section, values: FormValues): string[] {
  if (repeated)
    return rowNumbers(values, prefix)
      .map((row) => `${prefix}.${row}`)
      .filter((row) => anyTyped(values, row));
  return !optional || values[`${prefix}.${SEND}`] === 'true' ? [prefix] : [];
}

/** Fields that come from an earlier part: the id it will make, or the one that was chosen there. */
function linked(section: Section, payload: Record<string, unknown>, sent: readonly Sent[]): Record<string, unknown> {
  const result = resolved(payload, sent) as Record<string, unknown>;
  for (const [field, { step, field: made }] of section.links) {
    const at = sent.findLastIndex((one) => one.section.step === step);
    if (at < 0) continue;
    const chosen = (sent[at]?.command.payload as Record<string, unknown>)[made];
    const id = chosen ?? `$${at}.${made}`;
    result[field] = section.shapes.get(field)?.kind === 'list' ? [id] : id;
  }
  return result;
}

/** Choices such as `@0.1.frameId` mean the id that row 1 of part 0 makes. One that is not sent is left as it is: the engine names it as unknown. */
function resolved(value: unknown, sent: readonly Sent[]): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, sent));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one, sent)]));
  const parts = typeof value === 'string' ? /^@(\d+)\.(\d+)\.(\w+)$/.exec(value) : null;
  const at = parts ? sent.findIndex(({ prefix }) => prefix === `c${parts[1]}.${parts[2]}`) : -1;
  return at < 0 ? value : `$${at}.${parts?.[3]}`;
}

interface WholeForm {
  dated: Pick<Command, 'occurredAt'>;
  behalf: Pick<Command, 'decidedBy' | 'decidedOn' | 'evidence'>;
}

function wholeForm(values: FormValues, faults: Batch['faults']): WholeForm {
  const moment = text(values, OCCURRED_AT);
  const occurredAt = moment === undefined ? undefined : readMoment(moment);
  if (moment !== undefined && occurredAt === undefined) faults[OCCURRED_AT] = 'moment';
  return { dated: occurredAt === undefined ? {} : { occurredAt }, behalf: behalfOf(values, faults) };
}

function behalfOf(values: FormValues, faults: Batch['faults']): WholeForm['behalf'] {
  const role = text(values, ON_BEHALF.role);
  if (role === undefined) return {};
  const day = text(values, ON_BEHALF.on);
  const decidedOn = day === undefined ? undefined : readDate(day);
  if (day !== undefined && decidedOn === undefined) faults[ON_BEHALF.on] = 'date';
  const ref = text(values, ON_BEHALF.ref);
  const decidedBy: DecidedBy = {
    role: role as Role,
    function: text(values, ON_BEHALF.function) ?? role,
    ...(ref === undefined ? {} : { ref }),
  };
  const [words, documentId] = [text(values, ON_BEHALF.text), text(values, ON_BEHALF.document)];
  const evidence: Evidence = {
    ...(documentId === undefined ? {} : { documentId }),
    ...(words === undefined ? {} : { text: words }),
  };
  return {
    decidedBy,
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(Object.keys(evidence).length > 0 ? { evidence } : {}),
  };
}

function text(values: FormValues, name: string): string | undefined {
  const value = values[name];
  const typed = typeof value === 'string' ? value.trim() : '';
  return typed === '' ? undefined : typed;
}

/** The field on the page that a JSON Pointer into a command means: the deepest one that is there. */
export function fieldAt({ section, prefix }: Sent, pointer: string): string {
  if (pointer === '/occurredAt') return OCCURRED_AT;
  if (pointer === '/decidedOn') return ON_BEHALF.on;
  const steps = pointer.split('/').slice(2);
  if (section.command.name === CORRECT)
    return `${prefix}.${{ after: 'after', reason: 'reason' }[steps[0] ?? ''] ?? 'what'}`;
  const path: string[] = [];
  let fields: ReadonlyMap<string, Shape> | undefined = section.shapes;
  for (const step of steps) {
    const shape: Shape | undefined = fields?.get(step);
    if (shape) {
      path.push(step);
      fields = shape.kind === 'object' ? shape.fields : shape.item?.fields;
    } else if (/^\d+$/.test(step) && fields) {
      path.push(step);
    } else {
      break;
    }
  }
  return [prefix, ...path].join('.');
}
