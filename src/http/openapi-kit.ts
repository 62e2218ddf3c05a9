// What the parts of the description of the API are written with: operations, and small schemas that come back everywhere.

export interface Operation {
  method: 'get' | 'post';
  /** As in OpenAPI, with `{name}` for parameters, below `/api/v1`. */
  path: string;
  id: string;
  tag: 'Trajecten' | 'Organisatie' | 'Overzicht' | 'Leren' | 'Beheer';
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
export const text = (maxLength = 200): Schema => ({ type: 'string', maxLength });
export const whole = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const pageOf = (items: Schema): Schema => ({
  type: 'object',
  required: ['items', 'page', 'pageSize', 'total'],
  properties: {
    items: listOf(items),
    page: { type: 'integer' },
    pageSize: { type: 'integer' },
    total: { type: 'integer' },
  },
});
export const id: Schema = { type: 'string', format: 'uuid' };
export const paging = { page: whole(1, 1_000_000), pageSize: whole(1, 200) };
export const day: Schema = { type: 'string', format: 'date' };
export const anything: Schema = { type: 'object' };
/** How things stood at the end of a day in Europe/Amsterdam: by what is known now, or by what was known then. */
export const past: Record<string, Schema> = {
  asOf: { type: 'string', format: 'date', description: 'Stand aan het einde van deze dag (Europe/Amsterdam)' },
  known: {
    type: 'string',
    enum: ['then', 'now'],
    default: 'now',
    description:
      'then: met wat op die dag was vastgelegd; vraagt om asOf, anders 400. now: met wat later is vastgelegd',
  },
};
