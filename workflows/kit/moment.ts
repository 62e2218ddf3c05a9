// When a command happens, and whether that moment and the revision it was written against still fit the machine it addresses.
import type { Data, View } from './commands.js';
import { cellAt, entityIds } from './evolve.js';
import { atLocal, isLocalDate, localDay, toInstant } from './time.js';
import type { Command, Instant, Rejection } from './types.js';

/** When a command is dated: as given, else on its own `on`, else now. */
export function dateOf(payload: Data, given: Command, now: Instant): { at: Instant } | { rejections: Rejection[] } {
  const at = given.occurredAt === undefined ? undefined : toInstant(given.occurredAt);
  if (given.occurredAt !== undefined && at === undefined)
    return { rejections: [{ code: 'invalid', pointer: '/occurredAt', detail: { issue: 'bad-instant' } }] };
  if (given.decidedOn !== undefined && !isLocalDate(given.decidedOn))
    return { rejections: [{ code: 'invalid', pointer: '/decidedOn', detail: { issue: 'bad-date' } }] };
  // The day on which it happened: `on`, or what a log entry calls `happenedOn`.
  const field = ['on', 'happenedOn'].find((name) => typeof payload[name] === 'string');
  const on = field === undefined ? undefined : String(payload[field]);
  if (at !== undefined && on !== undefined && localDay(at) !== on)
    return {
      rejections: [{ code: 'dates-differ', pointer: `/payload/${field}`, detail: { on, occurredOn: localDay(at) } }],
    };
  if (at !== undefined) return { at };
  if (on === undefined || on === localDay(now)) return { at: now };
  return { at: atLocal(on, '12:00') };
}

/** A decision typed with a day only, on the day of its machine's last step, follows that step. */
export function backdated<F>(view: View<F>, data: Data): View<F> {
  const last = lastStep(view, data);
  const dayOnly = view.given.occurredAt === undefined && view.command.kind === 'decision';
  return dayOnly && last !== undefined && last > view.at && localDay(last) === view.today
    ? { ...view, at: last }
    : view;
}

function addressedCell<F>(view: View<F>): { revision: number; last: Instant } | undefined {
  const { address } = view;
  const key = address.entity
    ? address.id
      ? `${address.entity}/${address.id}`
      : undefined
    : address.phase
      ? `${address.phase}${address.round ? `/${address.round}` : ''}`
      : 'root';
  const cell = key === undefined ? undefined : cellAt(view.workflow, view.trajectory, key);
  return cell && { revision: cell.revision, last: cell.context.last };
}

/** The latest step of the addressed machine, or of all of them when the command names several things at once. */
function lastStep<F>(view: View<F>, data: Data): Instant | undefined {
  const { entity, id } = view.address;
  if (entity === undefined || id !== undefined) return addressedCell(view)?.last || undefined;
  return (
    entityIds({ key: entity }, data)
      .map((one) => cellAt(view.workflow, view.trajectory, `${entity}/${one}`)?.context.last ?? '')
      .reduce((a, b) => (a > b ? a : b), '') || undefined
  );
}

/** A decision may not be dated before the last step of its machine. */
export function beforeLastStep<F>(view: View<F>, data: Data): Rejection | undefined {
  const last = lastStep(view, data);
  // Trajectory facts step no machine of their own: they may be dated back freely.
  const isFact = view.command.kind === 'fact' || view.workflow.homes.get(view.command.name)?.kind === 'fact';
  if (isFact || last === undefined || view.at >= last) return undefined;
  return { code: 'before-last-step', pointer: '/occurredAt', detail: { last, got: view.at } };
}

/** `ifMatch` must be the number of steps that the addressed machine has taken. */
export function staleRevision<F>(view: View<F>): Rejection | undefined {
  const { ifMatch } = view.given;
  if (ifMatch === undefined) return undefined;
  const actual = addressedCell(view)?.revision ?? 0;
  return actual === ifMatch
    ? undefined
    : { code: 'stale-revision', pointer: '/ifMatch', detail: { got: String(ifMatch), expected: String(actual) } };
}
