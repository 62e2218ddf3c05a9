// The technical rules of the Dutch API Design Rules as functions from an OpenAPI document to complaints, so that the tests can hold
// our document to them, and the rules themselves to a document that breaks each.

interface Parameter {
  name: string;
  in: string;
}

interface Answer {
  headers?: Record<string, unknown>;
  content?: Record<string, { schema?: { $ref?: string } }>;
}

interface Operation {
  operationId?: string;
  parameters?: Parameter[];
  responses?: Record<string, Answer>;
}

interface Document {
  openapi?: string;
  info?: { version?: string; contact?: { name?: string; url?: string } };
  servers?: { url: string }[];
  paths?: Record<string, Record<string, unknown>>;
  components?: { schemas?: Record<string, { required?: string[] }> };
}

/** A complaint in words; none means that the document keeps to the rule. */
export type Rule = (document: Document) => string[];

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const BESIDE_METHODS = ['parameters', 'summary', 'description', 'servers', '$ref'];

const unless = (holds: boolean, complaint: string): string[] => (holds ? [] : [complaint]);
const pathsOf = ({ paths = {} }: Document): string[] => Object.keys(paths);

/** Every operation with its place in words. */
function operationsOf({
  paths = {},
}: Document): { at: string; path: string; method: string; operation: Operation; shared: Parameter[] }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => ({
      at: `${method} ${path}`,
      path,
      method,
      operation: item[method] as Operation,
      shared: (item.parameters ?? []) as Parameter[],
    })),
  );
}

function answersOf(document: Document, statuses: RegExp): { at: string; answer: Answer }[] {
  return operationsOf(document).flatMap(({ at, operation }) =>
    Object.entries(operation.responses ?? {})
      .filter(([status]) => statuses.test(status))
      .map(([status, answer]) => ({ at: `${at} ${status}`, answer })),
  );
}

/** /core/doc-openapi */
export const isOpenApi3: Rule = ({ openapi = '' }) =>
  unless(/^3(\.\d+){1,2}$/.test(openapi), `openapi is '${openapi}'`);

/** /core/semver */
export const hasSemanticVersion: Rule = ({ info }) =>
  unless(/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(info?.version ?? ''), `version is '${info?.version}'`);

/** /core/doc-openapi-contact, without the e-mail address: who runs the product is not known to the product. */
export const namesContact: Rule = ({ info }) =>
  (['name', 'url'] as const).flatMap((key) => unless(Boolean(info?.contact?.[key]), `no contact ${key}`));

/** /core/uri-version, of the same major version as the document. */
export const hasVersionInServer: Rule = ({ servers = [], info }) => {
  const major = info?.version?.split('.')[0] ?? '';
  return servers.length === 0
    ? ['no server']
    : servers.flatMap(({ url }) => unless(new RegExp(`/v${major}$`).test(url), `server ${url}`));
};

/** /core/path-segments-kebab-case; the document itself is called openapi.json by another rule. */
export const hasKebabCasePaths: Rule = (document) =>
  pathsOf(document).filter(
    (path) => path !== '/openapi.json' && !/^(\/([a-z0-9]+(-[a-z0-9]+)*|\{\w+\}))+\/?$/.test(path),
  );

/** /core/no-trailing-slash */
export const hasNoTrailingSlash: Rule = (document) =>
  pathsOf(document).filter((path) => path.length > 1 && path.endsWith('/'));

/** /core/publish-openapi: the document stands at a fixed place under the API. */
export const describesItself: Rule = ({ paths = {} }) =>
  unless('get' in (paths['/openapi.json'] ?? {}), 'no GET /openapi.json');

/** /core/http-methods */
export const hasStandardMethods: Rule = ({ paths = {} }) =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => ![...METHODS, ...BESIDE_METHODS].includes(key))
      .map((key) => `${key} ${path}`),
  );

/** Every operation has a name of its own, from which clients make the name of a function. */
export const hasUniqueOperationIds: Rule = (document) => {
  const ids = operationsOf(document).map(({ operation }) => operation.operationId ?? '');
  return ids.filter((id, index) => !/^[a-z][A-Za-z0-9]*$/.test(id) || ids.indexOf(id) !== index);
};

/** /core/version-header, on refusals as well: a client reads it before anything else. */
export const documentsVersionHeader: Rule = (document) =>
  answersOf(document, /^[2-5]\d\d$/).flatMap(({ at, answer }) => unless('API-Version' in (answer.headers ?? {}), at));

/** /core/error-handling/problem-details */
export const answersWithProblems: Rule = (document) =>
  answersOf(document, /^[45]\d\d$/).flatMap(({ at, answer }) =>
    unless(Object.keys(answer.content ?? {}).join() === 'application/problem+json', at),
  );

/** /core/error-handling/problem-details: what a problem says at least. */
export const describesProblems: Rule = (document) => {
  const names = answersOf(document, /^[45]\d\d$/).map(
    ({ answer }) => answer.content?.['application/problem+json']?.schema?.$ref?.split('/').at(-1) ?? '',
  );
  return [...new Set(names)].flatMap((name) => {
    const required = document.components?.schemas?.[name]?.required ?? [];
    return ['status', 'title', 'detail'].flatMap((member) =>
      unless(required.includes(member), `${name || 'a problem without a schema'}: ${member}`),
    );
  });
};

/** /core/error-handling/invalid-input: what takes input can say that the input is wrong. */
export const canRefuseInput: Rule = (document) =>
  operationsOf(document)
    .filter(
      ({ method, operation, shared }) => method === 'post' || [...(operation.parameters ?? []), ...shared].length > 0,
    )
    .flatMap(({ at, operation }) => unless('400' in (operation.responses ?? {}), at));

/** /core/query-keys-camel-case */
export const hasCamelCaseQueryKeys: Rule = (document) =>
  operationsOf(document).flatMap(({ at, operation }) =>
    (operation.parameters ?? [])
      .filter((one) => one.in === 'query' && !/^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/.test(one.name))
      .map(({ name }) => `${at}: ${name}`),
  );

/** Every part of a path in braces is described, and nothing else is called a part of the path. */
export const describesPathParameters: Rule = (document) =>
  operationsOf(document).flatMap(({ at, path, operation, shared }) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const described = [...shared, ...(operation.parameters ?? [])]
      .filter((one) => one.in === 'path')
      .map(({ name }) => name);
    return unless(named.join() === described.sort().join(), at);
  });

/** Names of schemas become names of types. */
export const hasTypeNames: Rule = ({ components }) =>
  Object.keys(components?.schemas ?? {}).filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name));

/** No reference leads nowhere. */
export const resolvesReferences: Rule = (document) => {
  const known = Object.keys(document.components?.schemas ?? {});
  const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  );
  return [...new Set(named)].filter((name) => !known.includes(name));
};
