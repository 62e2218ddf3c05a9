// The shapes that the OpenAPI document names more than once.
import { ROLES } from '../../workflows/kit/types.js';
import { ref, type Schema } from './openapi-kit.js';
import { LEARNING_SCHEMAS } from './openapi-learning.js';
import { PROBLEMS } from './problem-codes.js';

const id: Schema = { type: 'string', format: 'uuid' };
const instant: Schema = { type: 'string', format: 'date-time' };
const text = (maxLength: number): Schema => ({ type: 'string', maxLength });
const object = (required: string[], properties: Record<string, Schema>): Schema => ({
  type: 'object',
  required,
  properties,
});
const listOf = (items: Schema): Schema => ({ type: 'array', items });

export const SCHEMAS: Record<string, Schema> = {
  Problem: object(['type', 'title', 'status', 'detail', 'instance', 'code'], {
    type: text(200),
    title: text(200),
    status: { type: 'integer' },
    detail: text(4_000),
    instance: text(4_000),
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    errors: listOf(object(['pointer', 'code', 'text'], { pointer: text(4_000), code: text(200), text: text(4_000) })),
    missing: listOf(ref('MissingNeed')),
    index: { type: 'integer', description: 'Plaats van de opdracht in de reeks, geteld vanaf 0' },
  }),
  MissingNeed: object(['code', 'text', 'solvableBy', 'hard'], {
    code: text(60),
    text: text(4_000),
    solvableBy: listOf(text(60)),
    hard: { type: 'boolean' },
  }),
  DecidedBy: object(['role', 'function'], { role: { type: 'string', enum: ROLES }, function: text(200), ref: id }),
  Evidence: object([], { documentId: id, text: text(4_000) }),
  Envelope: object([], {
    occurredAt: instant,
    decidedBy: ref('DecidedBy'),
    decidedOn: { type: 'string', format: 'date' },
    evidence: ref('Evidence'),
    ifMatch: { type: 'integer', minimum: 0 },
    overrides: {
      type: 'array',
      maxItems: 20,
      items: object(['code', 'reason'], { code: text(60), reason: text(4_000) }),
    },
  }),
  Recorded: object(['type', 'version', 'data', 'meta'], {
    type: text(200),
    version: { type: 'integer' },
    data: { type: 'object' },
    meta: { type: 'object' },
  }),
  Accepted: object(['events', 'ids', 'revision', 'position'], {
    events: listOf(ref('Recorded')),
    ids: listOf({ type: 'object', additionalProperties: id }),
    revision: { type: 'integer' },
    position: text(40),
  }),
  PossibleCommand: object(['type', 'label', 'roles', 'missing', 'schema', 'address', 'revision'], {
    type: text(60),
    label: text(200),
    roles: listOf(text(60)),
    missing: listOf(ref('MissingNeed')),
    schema: { type: 'object' },
    address: object([], { phase: text(60), round: text(60), entity: text(60), id }),
    revision: { type: 'integer' },
  }),
  Trajectory: object(['trajectoryId', 'title', 'state', 'word', 'phases'], {
    trajectoryId: id,
    revision: { type: 'integer' },
    title: text(200),
    state: text(60),
    word: { type: 'string', enum: ['nog niet', 'bezig', 'wacht op', 'klaar'] },
    phases: listOf({ type: 'object' }),
  }),
  NotYet: object(['trajectoryId', 'asOf', 'known', 'exists', 'text'], {
    trajectoryId: id,
    asOf: { type: 'string', format: 'date' },
    known: { type: 'string', enum: ['then', 'now'] },
    exists: { const: false },
    text: text(200),
  }),
  LogbookEntry: object(['eventId', 'trajectoryId', 'text', 'eventIds', 'happenedOn', 'recordedAt'], {
    eventId: id,
    trajectoryId: id,
    text: { type: 'string' },
    eventIds: listOf(id),
    happenedOn: { type: 'string', format: 'date' },
    recordedAt: instant,
  }),
  ...LEARNING_SCHEMAS,
  Me: object(['personRef', 'role', 'roles', 'organisationId', 'municipalities'], {
    personRef: id,
    role: text(60),
    roles: listOf(text(60)),
    organisationId: id,
    municipalities: listOf(object(['id', 'name'], { id, name: text(200) })),
  }),
};
