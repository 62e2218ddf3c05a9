// Signals of trajectories together with the one that is over trajectories: lists, counts and the page of one show both.
import type { Read } from '../../kit/projection.js';
import { byText, pageAmong, pageOf, type Scope, type Where } from '../scope.js';
import type { Listed } from '../views.js';
import { CAPACITY, ledTooMuch, tooMuchLed } from './capacity.js';
import { signalCount, signalGroups, signalList } from './queries.js';
import { both, shown, snoozedOn, type Shown } from './standing.js';
import type { ListedSignal, SignalFilter, SignalGroup, SignalView } from './views.js';

/** Whether a list with this filter asks for coordinators who lead too much. */
const asksCapacity = ({ code, severity, trajectoryId, snoozed }: SignalFilter): boolean =>
  (code ?? CAPACITY) === CAPACITY && severity !== 'final' && trajectoryId === undefined && snoozed !== 'only';

/** Signals that stand at the end of a day, worst first and then oldest first; those over trajectories among them. */
export function allSignals(read: Read, scope: Scope, filter: SignalFilter): Listed<ListedSignal> {
  const led = asksCapacity(filter) ? tooMuchLed(read, scope, filter) : [];
  const pages = pageOf(filter.page, filter.pageSize);
  const rows = (limit: number, offset: number) => signalList(read, scope, filter, { limit, offset });
  const items = pageAmong(led, pages, rows, worstFirst);
  return { items, ...pages, total: signalCount(read, scope, filter) + led.length };
}

const worstFirst = (a: ListedSignal, b: ListedSignal): number =>
  byText(a.severity, b.severity) || byText(a.raisedOn, b.raisedOn);

/** Signals of one trajectory, those that wait included; `inside` = where the reader may know of the others that one is about. */
export function signalsOfOne(
  read: Read,
  {
    trajectory_id: trajectoryId,
    coordinator_ref: coordinatorRef,
    state,
  }: { trajectory_id: string; coordinator_ref: string; state: string },
  inside: Scope,
  asked: Shown,
): SignalView[] {
  const items = signalList(read, 'all', { ...asked, trajectoryId, snoozed: 'too' }, { limit: 200, offset: 0 });
  const led = state === 'active' ? tooMuchLed(read, inside, { ...asked, coordinatorRef }) : [];
  return [...items, ...led].map(({ trajectoryId: _id, title: _title, ageDays: _age, ...view }) => view);
}

/** How many of each kind. */
export function groupsOfAll(read: Read, scope: Scope, asked: Shown): SignalGroup[] {
  const groups = signalGroups(read, scope, asked);
  const led = tooMuchLed(read, scope, asked);
  const [first] = led;
  if (!first) return groups;
  const oldestOn = led.reduce((oldest, { raisedOn }) => (raisedOn < oldest ? raisedOn : oldest), first.raisedOn);
  const solvableBy = [...first.solvableBy];
  return [
    ...groups,
    {
      code: CAPACITY,
      severity: 'target',
      count: led.length,
      finals: 0,
      trajectories: led.length,
      oldestOn,
      solvableBy,
    },
  ];
}

/** Trajectories with that signal on the day; `any` = with one of their own. */
export function having(read: Read, code: string, asked: Shown): Where {
  if (code === CAPACITY) return ledTooMuch(read, asked.day);
  const wait = snoozedOn(asked.day);
  const where = both(shown(asked), { sql: `NOT ${wait.sql}`, values: wait.values });
  return {
    sql: `trajectory_id IN (SELECT s.trajectory_id FROM signal AS s WHERE ${where.sql}${code === 'any' ? '' : ' AND s.code = ?'})`,
    values: [...where.values, ...(code === 'any' ? [] : [code])],
  };
}
