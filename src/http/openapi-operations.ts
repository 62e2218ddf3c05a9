// Every operation of the API in one table: a test holds it to the routes that exist, and the OpenAPI document is made from it.

export interface Operation {
  method: 'get' | 'post';
  /** As in OpenAPI, with `{name}` for parameters, below `/api/v1`. */
  path: string;
  id: string;
  tag: 'Trajecten' | 'Organisatie' | 'Overzicht' | 'Beheer';
  summary: string;
  /** Without login. */
  open?: boolean;
  query?: Record<string, Schema>;
  /** Sends commands: headers, body and refusals as all of those have. */
  sends?: 'trajectory' | 'organisation' | 'register';
  answer: Schema;
  /** Other than JSON. */
  contentType?: string;
}

export type Schema = Record<string, unknown>;

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text = (maxLength = 200): Schema => ({ type: 'string', maxLength });
const whole = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const pageOf = (items: Schema): Schema => ({
  type: 'object',
  required: ['items', 'page', 'pageSize', 'total'],
  properties: {
    items: listOf(items),
    page: { type: 'integer' },
    pageSize: { type: 'integer' },
    total: { type: 'integer' },
  },
});
const id: Schema = { type: 'string', format: 'uuid' };
const paging = { page: whole(1, 1_000_000), pageSize: whole(1, 200) };
const anything: Schema = { type: 'object' };

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/trajectories',
    id: 'listTrajectories',
    tag: 'Trajecten',
    summary: 'Trajecten die u mag zien',
    query: { phase: text(), state: text(40), municipality: id, level: text(), q: text(), sort: text(), ...paging },
    answer: pageOf(ref('Trajectory')),
  },
  {
    method: 'post',
    path: '/trajectories',
    id: 'registerTrajectory',
    tag: 'Trajecten',
    summary: 'Een traject aanmelden',
    sends: 'register',
    answer: ref('Accepted'),
  },
  {
    method: 'get',
    path: '/trajectories/{id}',
    id: 'readTrajectory',
    tag: 'Trajecten',
    summary: 'De stand van een traject',
    answer: ref('Trajectory'),
  },
  {
    method: 'get',
    path: '/trajectories/{id}/commands',
    id: 'possibleCommands',
    tag: 'Trajecten',
    summary: 'Wat er nu kan, en wat daarvoor nodig is',
    answer: listOf(ref('PossibleCommand')),
  },
  {
    method: 'post',
    path: '/trajectories/{id}/commands',
    id: 'sendCommands',
    tag: 'Trajecten',
    summary: 'Een of meer opdrachten vastleggen',
    sends: 'trajectory',
    answer: ref('Accepted'),
  },
  {
    method: 'get',
    path: '/trajectories/{id}/events',
    id: 'readEvents',
    tag: 'Trajecten',
    summary: 'Gebeurtenissen vanaf een revisie',
    query: { from: whole(0, Number.MAX_SAFE_INTEGER) },
    answer: {
      type: 'object',
      required: ['items'],
      properties: { items: listOf(ref('Recorded')), next: { type: 'integer' } },
    },
  },
  {
    method: 'get',
    path: '/trajectories/{id}/logbook',
    id: 'readLogbook',
    tag: 'Trajecten',
    summary: 'Het logboek van een traject',
    query: { edition: { type: 'string', enum: ['internal', 'public'] }, q: text(), ...paging },
    answer: pageOf(ref('LogbookEntry')),
  },
  {
    method: 'get',
    path: '/logbook',
    id: 'searchLogbook',
    tag: 'Overzicht',
    summary: 'Zoeken in alle logboeken, nieuwste eerst',
    query: { q: text(), ...paging },
    answer: pageOf(ref('LogbookEntry')),
  },
  {
    method: 'get',
    path: '/overview',
    id: 'readOverview',
    tag: 'Overzicht',
    summary: 'Aantallen, uren en geld over alle trajecten',
    query: { municipality: id },
    answer: anything,
  },
  {
    method: 'get',
    path: '/owed',
    id: 'readOwed',
    tag: 'Overzicht',
    summary: 'Wat er van u wordt gevraagd, oudste eerst',
    query: paging,
    answer: pageOf(anything),
  },
  {
    method: 'get',
    path: '/organisations/{id}',
    id: 'readOrganisation',
    tag: 'Organisatie',
    summary: 'De organisatie met gemeenten en instellingen',
    answer: anything,
  },
  {
    method: 'get',
    path: '/organisations/{id}/commands',
    id: 'possibleOrganisationCommands',
    tag: 'Organisatie',
    summary: 'Wat er voor de organisatie kan',
    answer: listOf(ref('PossibleCommand')),
  },
  {
    method: 'post',
    path: '/organisations/{id}/commands',
    id: 'sendOrganisationCommands',
    tag: 'Organisatie',
    summary: 'Opdrachten voor de organisatie vastleggen',
    sends: 'organisation',
    answer: ref('Accepted'),
  },
  {
    method: 'get',
    path: '/me',
    id: 'readMe',
    tag: 'Overzicht',
    summary: 'Wie u bent en wat u mag zien',
    answer: ref('Me'),
  },
  {
    method: 'get',
    path: '/events/stream',
    id: 'followChanges',
    tag: 'Overzicht',
    summary: 'Wijzigingen volgen (server-sent events)',
    answer: { type: 'string' },
    contentType: 'text/event-stream',
  },
  {
    method: 'get',
    path: '/health/live',
    id: 'isAlive',
    tag: 'Beheer',
    summary: 'Draait het proces',
    open: true,
    answer: anything,
  },
  {
    method: 'get',
    path: '/health/ready',
    id: 'isReady',
    tag: 'Beheer',
    summary: 'Kan het proces werk aan',
    open: true,
    answer: anything,
  },
  {
    method: 'get',
    path: '/metrics',
    id: 'readMetrics',
    tag: 'Beheer',
    summary: 'Meetwaarden',
    open: true,
    answer: { type: 'string' },
    contentType: 'text/plain',
  },
  {
    method: 'get',
    path: '/openapi.json',
    id: 'readOpenApi',
    tag: 'Beheer',
    summary: 'Deze beschrijving',
    open: true,
    answer: anything,
  },
];
