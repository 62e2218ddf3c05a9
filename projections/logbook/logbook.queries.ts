// Questions to the logbook: the lines of one trajectory, and a search over everything that the reader may see, newest first.
import type { Read, Value } from '../kit/projection.js';
import { addDays, atLocal } from '../../workflows/kit/time.js';
import type { Id, Instant, LocalDate } from '../../workflows/kit/types.js';
import type { Category } from './categories.js';
import { scopeWord, TEXT_COLUMNS, type Correction, type Texts } from './line.js';

export interface LogbookEntry {
  eventId: Id;
  /** Id of a written entry; of an automatic line the id of its event. */
  entryId: Id;
  trajectoryId: Id;
  municipalityIds: Id[];
  revision: number;
  type: string;
  happenedOn: LocalDate;
  happenedAt: Instant;
  recordedAt: Instant;
  /** Days between happening and recording. */
  daysLate: number;
  phase?: string;
  round?: string;
  auto: boolean;
  category: Category;
  actorKind: string;
  actorRef: Id;
  actorRole: string;
  /** The role that decided, where somebody else recorded it. */
  decidedRole?: string;
  visibility: string;
  /** `supplemented`: what was empty has been filled in. */
  mark?: 'corrected' | 'supplemented';
  text: { nl: string; en: string };
  withWhom?: string;
  discussed?: string;
  yield?: string;
  consideration?: string;
  corrections: Correction[];
  /** The event of the line and those that corrected it. */
  eventIds: Id[];
}

/** A page counted from 1. `total` stops counting at 1,000 hits of a search; `more` says that there are more. */
export interface Page<T> {
  items: T[];
  page: number;
  pageSize: number;
  total: number;
  more: boolean;
}

export interface LogbookFilter {
  q?: string;
  phase?: string;
  category?: Category;
  auto?: boolean;
  /** Only lines of this visibility (the public edition asks for `public`). */
  visibility?: string;
  /** Only lines of what had happened by the end of that day. */
  happenedUntil?: LocalDate;
  /** Only lines that had been recorded by the end of that day. */
  recordedUntil?: LocalDate;
  /** Without it nothing that was sealed is shown or searched. */
  sealedText: boolean;
  page?: number;
  pageSize?: number;
}

export interface LogbookQueries {
  /** Lines of one trajectory, newest first. */
  ofTrajectory(trajectoryId: Id, filter: LogbookFilter): Page<LogbookEntry>;
  /** Lines of all trajectories of any of these municipalities (`all` = of the whole organisation), newest first. */
  search(municipalityIds: readonly Id[] | 'all', filter: LogbookFilter): Page<LogbookEntry>;
  /** The line of one event. */
  line(eventId: Id, sealedText: boolean): LogbookEntry | undefined;
}

const COUNTED_MAX = 1_000;
const PAGE_MAX = 200;
const OPEN = ['open_nl', 'open_en'];
const ALL = TEXT_COLUMNS.filter((column) => column !== 'corrections');

export function logbookQueries(read: Read): LogbookQueries {
  return {
    ofTrajectory: (id, filter) => paged(read, filter, { trajectoryId: id }),
    search: (ids, filter) => {
      if (ids === 'all') return paged(read, filter, {});
      return ids.length > 0
        ? paged(read, filter, { municipalityIds: ids })
        : { items: [], page: 1, pageSize: sizeOf(filter), total: 0, more: false };
    },
    line: (eventId, sealedText) => {
      const row = read.one<Row>(`SELECT * FROM entry JOIN line ON line.rowid = entry.nr WHERE event_id = ?`, eventId);
      return row && shown(row, sealedText);
    },
  };
}

interface Where {
  sql: string;
  values: Value[];
}
interface Within {
  trajectoryId?: Id;
  municipalityIds?: readonly Id[];
}

function paged(read: Read, filter: LogbookFilter, within: Within): Page<LogbookEntry> {
  const pageSize = sizeOf(filter);
  const page = Math.max(1, Math.trunc(filter.page ?? 1));
  const match = matchOf(filter, within);
  // With words or municipalities the full-text index leads, in the order of its rows; for one trajectory its own lines do.
  const source = match === undefined ? 'entry' : 'line JOIN entry ON entry.nr = line.rowid';
  const where = [
    ...(match === undefined ? [] : [{ sql: 'line MATCH ?', values: [match] }]),
    ...(within.trajectoryId === undefined ? [] : [{ sql: 'entry.trajectory_id = ?', values: [within.trajectoryId] }]),
    ...filters(filter),
  ];
  const condition = where.length > 0 ? `WHERE ${where.map(({ sql }) => sql).join(' AND ')}` : '';
  const values = where.flatMap((part) => part.values);
  const order = match === undefined ? 'entry.nr' : 'line.rowid';
  const numbers = read.all<{ nr: number }>(
    `SELECT entry.nr FROM ${source} ${condition} ORDER BY ${order} DESC LIMIT ? OFFSET ?`,
    ...values,
    pageSize,
    (page - 1) * pageSize,
  );
  const counted =
    read.one<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM ${source} ${condition} LIMIT ?)`,
      ...values,
      COUNTED_MAX + 1,
    )?.n ?? 0;
  const items = numbers.flatMap(
    ({ nr }) => read.one<Row>('SELECT * FROM entry JOIN line ON line.rowid = entry.nr WHERE entry.nr = ?', nr) ?? [],
  );
  return {
    items: items.map((row) => shown(row, filter.sealedText)),
    page,
    pageSize,
    total: Math.min(counted, COUNTED_MAX),
    more: counted > COUNTED_MAX,
  };
}

function filters({ phase, category, auto, visibility, happenedUntil, recordedUntil }: LogbookFilter): Where[] {
  return [
    ...(happenedUntil === undefined ? [] : [{ sql: 'entry.happened_on <= ?', values: [happenedUntil] }]),
    ...(recordedUntil === undefined
      ? []
      : [{ sql: 'entry.recorded_at < ?', values: [atLocal(addDays(recordedUntil, 1))] }]),
    ...(phase === undefined ? [] : [{ sql: 'entry.phase = ?', values: [phase] }]),
    ...(category === undefined ? [] : [{ sql: 'entry.category = ?', values: [category] }]),
    ...(visibility === undefined ? [] : [{ sql: 'entry.visibility = ?', values: [visibility] }]),
    ...(auto === undefined ? [] : [{ sql: 'entry.auto = ?', values: [auto ? 1 : 0] }]),
  ];
}

const sizeOf = ({ pageSize }: LogbookFilter): number => Math.min(PAGE_MAX, Math.max(1, Math.trunc(pageSize ?? 50)));

/** Every word must occur, the last one as a beginning; typed signs mean nothing. Undefined when the index has nothing to find. */
function matchOf(
  { q = '', sealedText }: LogbookFilter,
  { trajectoryId, municipalityIds = [] }: Within,
): string | undefined {
  const words = q.match(/[\p{L}\p{N}]+/gu)?.slice(0, 20) ?? [];
  if (words.length === 0 && municipalityIds.length === 0) return undefined;
  const columns = (sealedText ? ALL : OPEN).join(' ');
  const text = words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' AND ');
  const scope = [...(trajectoryId === undefined ? [] : [trajectoryId]), ...municipalityIds]
    .map((id) => `"${scopeWord(id)}"`)
    .join(' OR ');
  return [...(text ? [`({${columns}} : (${text}))`] : []), ...(scope ? [`({scope} : (${scope}))`] : [])].join(' AND ');
}

interface Row extends Texts {
  event_id: string;
  entry_id: string;
  trajectory_id: string;
  municipality_ids: string;
  revision: number;
  type: string;
  happened_on: string;
  happened_at: string;
  recorded_at: string;
  days_late: number;
  phase: string | null;
  round: string | null;
  auto: number;
  category: Category;
  actor_kind: string;
  actor_ref: string;
  actor_role: string;
  decided_role: string | null;
  visibility: string;
  mark: 'corrected' | 'supplemented' | null;
  event_ids: string;
}

function shown(row: Row, sealedText: boolean): LogbookEntry {
  const texts = sealedText
    ? { withWhom: row.with_whom, discussed: row.discussed, yield: row.yield, consideration: row.consideration }
    : {};
  const optional = { phase: row.phase, round: row.round, decidedRole: row.decided_role, mark: row.mark, ...texts };
  const corrections = row.corrections === '' ? [] : (JSON.parse(row.corrections) as Correction[]);
  return {
    eventId: row.event_id,
    entryId: row.entry_id,
    trajectoryId: row.trajectory_id,
    municipalityIds: JSON.parse(row.municipality_ids) as Id[],
    revision: row.revision,
    type: row.type,
    happenedOn: row.happened_on,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    daysLate: row.days_late,
    auto: row.auto === 1,
    category: row.category,
    actorKind: row.actor_kind,
    actorRef: row.actor_ref,
    actorRole: row.actor_role,
    visibility: row.visibility,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== null && value !== ''),
    ) as Partial<LogbookEntry>),
    text: { nl: (sealedText && row.nl) || row.open_nl, en: (sealedText && row.en) || row.open_en },
    corrections: corrections.map((one) => (one.sealed && !sealedText ? { ...one, before: null, after: null } : one)),
    eventIds: JSON.parse(row.event_ids) as Id[],
  };
}
