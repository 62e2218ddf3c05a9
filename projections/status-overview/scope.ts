// Which rows a reader may know of, and which page of them is asked.
import type { Id } from '../../workflows/kit/types.js';
import type { Value } from '../kit/projection.js';

/** Municipalities that the reader may know of; `all` = the whole organisation. */
export type Scope = readonly Id[] | 'all';

/** A condition with the values bound in it. */
export interface Where {
  sql: string;
  values: Value[];
}

/** The condition that a trajectory lies in one of these municipalities. */
export function within(scope: Scope): Where {
  if (scope === 'all') return { sql: '1', values: [] };
  const marks = scope.map(() => '?').join(', ');
  return {
    sql: `trajectory_id IN (SELECT trajectory_id FROM trajectory_municipality WHERE municipality_id IN (${marks}))`,
    values: [...scope],
  };
}

/** Page and size within limits: from 1, at most 200 lines. */
export const pageOf = (page = 1, pageSize = 50): { page: number; pageSize: number } => ({
  page: Math.max(1, Math.trunc(page)),
  pageSize: Math.min(200, Math.max(1, Math.trunc(pageSize))),
});
