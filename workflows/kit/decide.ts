// Deciding: may this command be accepted, and which events does it become? A refusal holds every need that is not met.
import type { CommandDef, Data, View } from './commands.js';
import { decidingRole, standing } from './general-needs.js';
import { SYSTEM_REF } from './ids.js';
import { backdated, beforeLastStep, dateOf, staleRevision } from './moment.js';
import { completed, parsePayload, unknownAround, unknownIds } from './payload.js';
import { Append } from './react.js';
import { localDay } from './time.js';
import type { Command, Context, Decision, DecidedBy, Id, Meta, Rejection, Refusal, Role, Trajectory } from './types.js';
import { addressOf, missingNeeds, viewOf } from './view.js';
import type { Workflow } from './workflow.js';

/**
 * Decides one command. Accepted: the events, in order, with which `trajectory` has been evolved in place.
 * Refused (needs not met) or rejected (malformed or contradicting): `trajectory` is as it was.
 */
export function decide<F>(
  workflow: Workflow<F>,
  trajectory: Trajectory<F>,
  given: Command,
  context: Context,
): Decision {
  const command = workflow.commands.get(given.type);
  if (!command) return rejected([{ code: 'unknown-command', pointer: '/type', detail: { got: given.type } }]);
  const parsed = parsePayload(command, given.payload);
  if ('rejections' in parsed) return rejected(parsed.rejections);
  if (command.kind === 'fact' && !hasBegun(workflow, trajectory))
    return rejected([{ code: 'unknown-id', pointer: '', detail: { register: 'trajectory' } }]);
  const dated = dateOf(parsed.payload, given, context.now);
  if ('rejections' in dated) return rejected(dated.rejections);
  const view = viewOf(workflow, trajectory, command, given, context, dated.at);
  const unknown = [...unknownIds(view, parsed.payload), ...unknownAround(view)];
  if (unknown.length > 0) return rejected(unknown);
  const items = command.each ? (parsed.payload[command.each] as Data[]) : [parsed.payload];
  const prepared = items.map((item, index) => prepare(view, item, index));
  const wrong = prepared.flatMap((one) => ('rejections' in one ? one.rejections : []));
  if (wrong.length > 0) return rejected(wrong);
  const ready = unseen(
    command,
    prepared.filter((one): one is Prepared<F> => 'data' in one),
  );
  if (ready.length === 0)
    return rejected([
      { code: 'already-changed', pointer: `/payload/${command.each ?? ''}`, detail: { issue: 'already-stored' } },
    ]);
  return judge(ready, given, context);
}

/** A fact is never refused for the state it meets, but it needs something to be a fact of. Decisions meet the state `none`. */
function hasBegun<F>(workflow: Workflow<F>, trajectory: Trajectory<F>): boolean {
  return trajectory.revision >= 0 || ![...workflow.commands.values()].some((command) => command.opensStream);
}

interface Prepared<F> {
  view: View<F>;
  data: Data;
  ids: Record<string, Id>;
}

function prepare<F>(view: View<F>, payload: Data, index: number): Prepared<F> | { rejections: Rejection[] } {
  const made = completed(view, payload, index);
  if ('rejections' in made) return made;
  const { workflow, command, trajectory } = view;
  view = { ...view, address: addressOf(workflow, command, made.data, trajectory) };
  const data = command.kind === 'decision' ? { ...made.data, ...decidedOf(view, made.data) } : made.data;
  const checked = command.added.safeParse(data);
  if (!checked.success) {
    return {
      rejections: checked.error.issues.map((issue) => ({
        code: 'invalid',
        pointer: `/payload/${issue.path.join('/')}`,
        detail: { issue: 'absent' },
      })),
    };
  }
  return { view: backdated(view, data), data, ids: made.ids };
}

/** The items that are not here yet under their name outside, each once. */
function unseen<F>(command: CommandDef<F>, items: Prepared<F>[]): Prepared<F>[] {
  const seen = new Set<string>();
  return items.filter(({ view, data }) => {
    const outside = command.once?.(data, view.facts);
    if (outside === undefined) return true;
    if (outside.known || seen.has(outside.key)) return false;
    seen.add(outside.key);
    return true;
  });
}

function judge<F>(ready: Prepared<F>[], given: Command, context: Context): Decision {
  for (const { view, data } of ready) {
    const conflict = staleRevision(view) ?? beforeLastStep(view, data) ?? alreadyChanged(view, data);
    if (conflict) return rejected([conflict]);
  }
  const passed = new Set<string>();
  const refused = new Map<string, Refusal>();
  for (const { view, data } of ready) {
    for (const need of missingNeeds(view, data)) {
      if (!need.hard && mayPass(view, need.code)) passed.add(need.code);
      else if (!need.hard && wasPassed(view, need.code)) continue;
      else refused.set(need.code, need);
    }
  }
  if (refused.size > 0) return { kind: 'refused', refused: [...refused.values()] };
  return written(ready, passed, given, context);
}

function written<F>(ready: Prepared<F>[], passed: ReadonlySet<string>, given: Command, context: Context): Decision {
  const first = ready[0];
  if (!first) return rejected([{ code: 'invalid', pointer: '/payload', detail: { issue: 'absent' } }]);
  const { view } = first;
  const append = new Append(view.workflow, view.trajectory, baseMeta(first, context));
  if (view.command.settlesDue) writeDue(append, view);
  if (passed.size > 0) writeOverride(append, view, passed, given);
  let ids: Record<string, Id> = {};
  for (const one of ready) {
    append.add(one.view.command.event, one.data, placeOf(one));
    ids = { ...one.ids, ...ids };
  }
  if (view.trajectory.revision === append.events.length - 1 && roundOfBirth(first))
    ids = { ...ids, roundId: roundOfBirth(first) ?? '' };
  return { kind: 'accepted', events: append.events, ids };
}

/** The event that opens a trajectory carries the id of its first round in the envelope. */
function roundOfBirth<F>({ view }: Prepared<F>): Id | undefined {
  return view.command.opensStream ? view.makeId('roundId') : undefined;
}

function placeOf<F>(one: Prepared<F>): Pick<Meta, 'occurredAt' | 'phase' | 'round'> {
  const { view } = one;
  const round = roundOfBirth(one) ?? view.address.round;
  const phase = view.command.phaseOf?.(one.data, view.facts, view.trajectory) ?? { phase: view.address.phase, round };
  return { occurredAt: view.at, ...phase };
}

function writeDue<F>(append: Append<F>, view: View<F>): void {
  const decidedBy = { role: 'system', function: 'system', ref: SYSTEM_REF } as const;
  for (const due of view.workflow.due(view.trajectory, view.at, view.settings)) {
    const command = view.workflow.commands.get(due.command);
    if (!command) continue;
    const place = addressOf(view.workflow, command, due.payload, view.trajectory);
    append.add(
      command.event,
      { ...due.payload, decidedBy, decidedOn: localDay(due.at) },
      {
        occurredAt: due.at,
        phase: place.phase,
        round: place.round,
        actor: { kind: 'system', ref: SYSTEM_REF, role: 'system' },
      },
    );
  }
}

function writeOverride<F>(append: Append<F>, view: View<F>, passed: ReadonlySet<string>, given: Command): void {
  const reasons = (given.overrides ?? []).filter(({ code }) => passed.has(code)).map(({ reason }) => reason);
  const { phase, round } = view.address;
  const data = {
    command: view.command.name,
    needs: [...passed],
    reason: [...new Set(reasons)].join(' '),
    ...(phase ? { phase } : {}),
    ...(round && round !== 'stopped' ? { roundId: round } : {}),
    ...decidedOf(view, {}),
  };
  append.add('GuardOverridden', data, { occurredAt: view.at, phase, round });
}

/** Who may pass a soft need, with a reason, by the command itself. */
const OVERRIDERS: readonly Role[] = ['client', 'projectLeader', 'processCoordinator'];
function mayPass<F>(view: View<F>, code: string): boolean {
  const reason = view.given.overrides?.find((override) => override.code === code)?.reason ?? '';
  return reason.trim() !== '' && view.actor.roles.some((role) => OVERRIDERS.includes(role));
}

function wasPassed<F>(view: View<F>, code: string): boolean {
  const { phase, round } = view.address;
  return view.trajectory.overrides.some(
    (pending) =>
      pending.command === view.command.name &&
      pending.needs.includes(code) &&
      (pending.phase ?? phase) === phase &&
      (pending.roundId ?? round) === round,
  );
}

function decidedOf<F>(
  view: View<F>,
  data: Data,
): { decidedBy: DecidedBy; decidedOn: string; evidence?: Command['evidence'] } {
  const { given, actor } = view;
  const onBehalf = given.decidedBy !== undefined;
  const role = decidingRole(view, data) ?? actor.roles[0] ?? 'system';
  return {
    decidedBy: given.decidedBy ?? { role, function: role, ref: actor.ref },
    decidedOn: given.decidedOn ?? view.today,
    ...(onBehalf && given.evidence ? { evidence: given.evidence } : {}),
  };
}

function baseMeta<F>({ view, data }: Prepared<F>, context: Context): ConstructorParameters<typeof Append<F>>[2] {
  const recorder =
    standing(view, data) === 'records' ? view.actor.roles.find((role) => role !== 'system') : decidingRole(view, data);
  const municipalities = view.workflow.municipalitiesOf(view.facts, data);
  return {
    stream: view.trajectory.stream,
    recordedAt: context.now,
    actor: { kind: view.actor.kind, ref: view.actor.ref, role: recorder ?? view.actor.roles[0] ?? 'system' },
    organisationId: view.settings.organisationId,
    municipalityIds: [...municipalities],
    commandId: context.commandId,
    commandHash: context.commandHash,
    correlationId: context.correlationId,
  };
}

function alreadyChanged<F>(view: View<F>, data: Data): Rejection | undefined {
  return view.command.conflict?.(view, data);
}

const rejected = (rejections: Rejection[]): Decision => ({ kind: 'rejected', rejections });
