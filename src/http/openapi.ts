// The OpenAPI 3 document, made from the table of operations and the schemas of every command, so that it cannot say anything else.
import type { CommandDef } from '../../workflows/kit/commands.js';
import { kern, organisationWorkflow } from '../../workflows/registry.js';
import { payloadSchema } from './command-schemas.js';
import { BATCH_MAX } from './envelope.dto.js';
import { API_VERSION } from './headers.js';
import { ref, type Operation, type Schema } from './openapi-kit.js';
import { OPERATIONS } from './openapi-operations.js';
import { SCHEMAS } from './openapi-schemas.js';

const COMMANDS = {
  trajectory: [...kern.commands.values()].filter(({ opensStream }) => !opensStream),
  register: [...kern.commands.values()].filter(({ opensStream }) => opensStream),
  organisation: [...organisationWorkflow.commands.values()],
} as const satisfies Record<string, readonly Pick<CommandDef<never>, 'name' | 'payload'>[]>;

/** The document; `publicUrl` is where the API is reached. */
export function openApiDocument(publicUrl: string): Schema {
  const paths: Record<string, Schema> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: described(operation),
      ...pathParameters(operation.path),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rode Draad',
      version: API_VERSION,
      description: 'Participatietrajecten van gemeenten: opdrachten vastleggen, en lezen wat daaruit volgt.',
      contact: { name: 'Functioneel beheer van uw organisatie', url: publicUrl },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { ...SCHEMAS, ...commandSchemas() },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'rode_draad' },
      },
    },
  };
}

function commandSchemas(): Record<string, Schema> {
  const all = Object.values(COMMANDS).flat();
  return Object.fromEntries(all.map((command) => [command.name, commandSchema(command)]));
}

/** One command with its envelope. */
function commandSchema({ name, payload }: Pick<CommandDef<never>, 'name' | 'payload'>): Schema {
  const own = {
    type: 'object',
    required: ['type', 'payload'],
    properties: { type: { const: name }, payload: payloadSchema({ payload }) },
  };
  return { allOf: [ref('Envelope'), own] };
}

function described(operation: Operation): Schema {
  const { id, tag, summary, open, query = {}, sends, answer, contentType = 'application/json' } = operation;
  const parameters = [
    ...Object.entries(query).map(([name, schema]) => ({ name, in: 'query', required: false, schema })),
    ...(sends ? KEY_HEADERS : []),
    ...(open
      ? []
      : [
          {
            name: 'X-Min-Position',
            in: 'header',
            required: false,
            schema: { type: 'string', pattern: '^[0-9]{1,39}$' },
          },
        ]),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: summary,
    ...(open ? { security: [] } : {}),
    parameters,
    ...(sends ? { requestBody: { required: true, content: { 'application/json': { schema: bodyOf(sends) } } } } : {}),
    responses: {
      [sends ? '201' : '200']: {
        description: 'Gelukt',
        headers: VERSION_HEADER,
        content: { [contentType]: { schema: answer } },
      },
      ...problems(operation),
    },
  };
}

const VERSION_HEADER = { 'API-Version': { description: 'Versie van de API', schema: { type: 'string' } } };
const KEY_HEADERS = [
  { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 1, maxLength: 200 } },
  { name: 'If-Match', in: 'header', required: false, schema: { type: 'string', pattern: '^"[0-9]{1,15}"$' } },
];

function bodyOf(sends: keyof typeof COMMANDS): Schema {
  const own = COMMANDS[sends].map(({ name }) => ref(name));
  const inBatch = sends === 'register' ? [...own, ...COMMANDS.trajectory.map(({ name }) => ref(name))] : own;
  const batch = {
    type: 'object',
    required: ['commands'],
    properties: { commands: { type: 'array', minItems: 1, maxItems: BATCH_MAX, items: { oneOf: inBatch } } },
  };
  return { oneOf: [...own, batch] };
}

function problems({ open, sends, path }: Operation): Record<string, Schema> {
  const statuses = [
    '400',
    ...(open ? [] : ['401', '403']),
    ...(path.includes('{') ? ['404'] : []),
    ...(sends ? ['409', '412', '413', '415'] : []),
    '503',
  ];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: 'Zie code en detail',
        headers: VERSION_HEADER,
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  );
}

function pathParameters(path: string): Schema {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return names.length === 0
    ? {}
    : {
        parameters: names.map((name) => ({
          name,
          in: 'path',
          required: true,
          schema: { type: 'string', format: 'uuid' },
        })),
      };
}
