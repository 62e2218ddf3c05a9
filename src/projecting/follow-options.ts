// How the log is followed unless somebody says otherwise: sizes of pages, and how long is rested.
import type { AtRestOptions } from './at-rest.js';
import type { CatchUpOptions } from './catch-up.js';
import type { FollowerOptions } from './follower.js';
import type { Waiters } from './waiters.js';

export type FollowOptions = FollowerOptions & AtRestOptions & CatchUpOptions;

/**
 * Events in one transaction: as many as the log gives at once. The more steps of one trajectory share a page, the less often its rows are
 * settled; requests have their turn within a page (breath.ts), so they do not wait for it.
 */
const PAGE = 500;
const RETRY_MS = 1_000;
const REST_MS = 15;
const REST_MOST_MS = 250;
/** Projections that follow at rest come so long after the others, and in pages of at most so many events. */
const TRAIL_MS = 3_000;
const TRAIL_PAGE = 500;

export function followOptions(waiters: Waiters, set: Partial<FollowOptions> = {}): FollowOptions {
  return {
    pageSize: PAGE,
    retryMs: RETRY_MS,
    restMs: REST_MS,
    restMostMs: REST_MOST_MS,
    trailMs: TRAIL_MS,
    trailPageSize: set.pageSize ?? TRAIL_PAGE,
    isAwaited: () => waiters.any,
    isTrailAwaited: () => waiters.anyTrail,
    ...set,
  };
}
