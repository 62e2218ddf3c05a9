// Signals of trajectories together with the one that is over trajectories: lists, counts and the page of one show both.
import type { Read } from '../../kit/projection.js';
import type { Scope, Where } from '../scope.js';
import type { Listed } from '../views.js';
import { CAPACITY, ledTooMuch, tooMuchLed } from './capacity.js';
import { signalGroups, signalList } from './queries.js';
import { both, shown, snoozedOn, type Shown } from './standing.js';
import type { ListedSignal, SignalFilter, SignalGroup, SignalView } from './views.js';

/** Whether a list with this filter asks for coordinators who lead too much. */
const asksCapacity = ({ code, severity, trajectoryId, snoozed }: SignalFilter): boolean =>
  (code ?? CAPACITY) === CAPACITY && severity !== 'final' && trajectoryId === undefined && snoozed !== 'only';

/** Signals that stand at the end of a day, worst first; those over trajectories on the first page. */
export function allSignals(read: Read, scope: Scope, filter: SignalFilter): Listed<ListedSignal> {
  const listed = signalList(read, scope, filter);
  const led = asksCapacity(filter) ? tooMuchLed(read, scope, filter) : [];
  const items = (filter.page ?? 1) > 1 ? listed.items : [...listed.items, ...led];
  return { ...listed, items, total: listed.total + led.length };
}

/** Signals of one trajectory, those that wait included. */
export function signalsOfOne(
  read: Read,
  {
    trajectory_id: trajectoryId,
    coordinator_ref: coordinatorRef,
    state,
  }: { trajectory_id: string; coordinator_ref: string; state: string },
  asked: Shown,
): SignalView[] {
  const { items } = signalList(read, 'all', { ...asked, trajectoryId, snoozed: 'too', pageSize: 200 });
  const led = state === 'active' ? tooMuchLed(read, 'all', { ...asked, coordinatorRef }) : [];
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
    { code: CAPACITY, severity: 'target', count: led.length, trajectories: led.length, oldestOn, solvableBy },
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
