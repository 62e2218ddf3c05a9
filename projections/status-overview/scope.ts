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

/**
 * A page of a list of which a few lines are no rows of a table: `rows` gives those that are, in the order of `compare`. Every line stands on
 * one page, and no page is longer than was asked.
 */
export function pageAmong<T>(
  few: readonly T[],
  { page, pageSize }: { page: number; pageSize: number },
  rows: (limit: number, offset: number) => readonly T[],
  compare: (a: T, b: T) => number,
): T[] {
  const first = (page - 1) * pageSize;
  // The few may all come before this page; rows before it that are read too much fall off below.
  const from = Math.max(0, first - few.length);
  const near = [...rows(pageSize + few.length, from), ...few].sort(compare);
  return near.slice(first - from, first - from + pageSize);
}

/** As SQLite compares texts: by code, not by language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
