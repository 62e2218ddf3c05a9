// From a request to stored events: idempotency first, then decide on the folded stream, seal, append, and the answer.
// "Failed" on an append means "unknown": the draft is dropped, the request is remembered, and a repeat with the same key first reads back and
// tells the truth. One deadline, counted from the arrival, covers loading, every attempt, reading back and deciding again.
import { decide } from '../../workflows/kit/decide.js';
import { idOf } from '../../workflows/kit/ids.js';
import { later } from '../../workflows/kit/time.js';
import type {
  Command,
  Context,
  Decision,
  Id,
  Instant,
  Recorded,
  Refusal,
  Rejection,
  Settings,
} from '../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import { MAX_BYTES, weightOf } from '../event-log/append-rule.js';
import { LogUnavailable } from '../event-log/errors.js';
import type { AppendResult, EventLog, EventToAppend } from '../event-log/event-log.js';
import { resolveReferences } from './batch.js';
import { mayKnow, rolesIn, type Caller } from './caller.js';
import { identify, idsOf, type Identity } from './request-identity.js';
import type { Loaded, StreamStore } from './stream-store.js';
import { UnknownRequests } from './unknown-requests.js';

export interface CommandRequest {
  stream: string;
  /** The workflow of a stream that does not exist yet; absent when the stream must exist. */
  opens?: AnyWorkflow;
  commands: readonly Command[];
  /** The Idempotency-Key; its scope is the person and the stream. */
  key: string;
  caller: Caller;
  /** When the request arrived, in milliseconds of a monotonic clock. */
  arrivedAt: number;
}

export type CommandResult =
  | {
      kind: 'accepted';
      repeated: boolean;
      events: Recorded[];
      ids: Record<string, Id>[];
      revision: number;
      position: string;
    }
  | { kind: 'refused'; index: number; command: Command; refused: Refusal[]; loaded: Loaded }
  | { kind: 'rejected'; index: number; rejections: Rejection[] }
  | { kind: 'key-reused' }
  | { kind: 'not-found' }
  | { kind: 'too-large'; events: number }
  | { kind: 'conflict' };

export interface Recorder {
  /** Seals and serialises the events after a chain value; keys are durable before it resolves. */
  encode(events: readonly Recorded[], loaded: Loaded): Promise<EventToAppend[]>;
  /** As of the vault: the same for the same text, and no help in guessing it. */
  fingerprint(text: string): string;
}

export interface Surroundings {
  log: EventLog;
  store: StreamStore;
  recorder: Recorder;
  settings(organisationId: Id): Promise<Settings>;
  approverOf(organisationId: Id, municipalityIds: readonly Id[]): Id | undefined;
  now(): Instant;
  /** Monotonic milliseconds. */
  elapsed(): number;
}

const RACES_MAX = 3;
const EVENTS_MAX = 500;
/** One command is answered within 14 seconds from its arrival; this leaves some time for the answer itself. */
const DEADLINE_MS = 13_700;

export class CommandExecutor {
  private readonly unknown: UnknownRequests;

  constructor(private readonly around: Surroundings) {
    this.unknown = new UnknownRequests(() => around.elapsed());
  }

  /** Decides and stores a request. Everything it may answer is a value; only an unreachable log and bugs are thrown. */
  execute(request: CommandRequest): Promise<CommandResult> {
    return this.around.store.exclusive(request.stream, () => this.inTurn(request));
  }

  private async inTurn(request: CommandRequest): Promise<CommandResult> {
    const identity = identify(request, (text) => this.around.recorder.fingerprint(text));
    // It may have been stored after all: what is in memory does not know.
    if (this.unknown.has(identity.correlationId)) this.around.store.drop(request.stream);
    const settings = await this.around.settings(request.caller.organisationId);
    for (let race = 0; race <= RACES_MAX;) {
      // Nothing has been written yet, so giving up here is certain; a later try with the same key starts anew.
      if (this.left(request) <= 0) throw new LogUnavailable('busy', 'The command waited too long for its turn.');
      const result = await this.attempt(request, settings, identity);
      if (result !== 'raced' && result !== 'stored') return result;
      if (result === 'raced') race += 1;
      this.around.store.drop(request.stream);
    }
    return { kind: 'conflict' };
  }

  /** Milliseconds until the request must be answered. */
  private left({ arrivedAt }: CommandRequest): number {
    return arrivedAt + DEADLINE_MS - this.around.elapsed();
  }

  private async attempt(request: CommandRequest, settings: Settings, identity: Identity): Promise<Outcome> {
    const { store } = this.around;
    const existing = await store.load(request.stream, () => this.left(request));
    const loaded = existing ?? (request.opens && store.fresh(request.stream, request.opens));
    if (!loaded || !this.visible(request, loaded)) return { kind: 'not-found' };
    const earlier = loaded.trajectory.requests.get(identity.correlationId);
    if (earlier)
      return identity.matches(earlier.hash) ? this.repeated(request, loaded, earlier) : { kind: 'key-reused' };
    const decided = this.decideAll(request, loaded, settings, identity);
    if ('kind' in decided) {
      if (decided.kind !== 'rejected' || decided.index > 0) store.drop(request.stream);
      return decided;
    }
    return this.append(request, loaded, decided, identity);
  }

  private visible({ caller, opens }: CommandRequest, { workflow, trajectory }: Loaded): boolean {
    const municipalities = workflow.municipalitiesOf(trajectory.facts, {});
    const isOrganisation = trajectory.stream.startsWith('organisation-');
    if (isOrganisation) return trajectory.stream === `organisation-${caller.organisationId}`;
    return (opens !== undefined && trajectory.revision < 0) || mayKnow(caller, municipalities);
  }

  private decideAll(
    request: CommandRequest,
    loaded: Loaded,
    settings: Settings,
    identity: Identity,
  ): Decided | CommandResult {
    const events: Recorded[] = [];
    const ids: Record<string, Id>[] = [];
    for (const [index, command] of request.commands.entries()) {
      const resolved = resolveReferences(command.payload, ids);
      if ('rejections' in resolved) return { kind: 'rejected', index, rejections: resolved.rejections };
      const given = { ...command, payload: resolved.payload };
      const context = this.contextOf(request, loaded, settings, identity, given, index);
      const decision: Decision = decide(loaded.workflow, loaded.trajectory, given, context);
      if (decision.kind === 'refused')
        return { kind: 'refused', index, command: given, refused: decision.refused, loaded };
      if (decision.kind === 'rejected') return { kind: 'rejected', index, rejections: decision.rejections };
      events.push(...decision.events);
      ids.push(decision.ids);
      if (events.length > EVENTS_MAX) return { kind: 'too-large', events: events.length };
    }
    return { events, ids };
  }

  private contextOf(
    request: CommandRequest,
    loaded: Loaded,
    settings: Settings,
    identity: Identity,
    command: Command,
    index: number,
  ): Context {
    const { caller } = request;
    const { workflow, trajectory } = loaded;
    const { municipalityIds } = (command.payload ?? {}) as { municipalityIds?: unknown };
    const opening = trajectory.revision < 0;
    const named = workflow.municipalitiesOf(trajectory.facts, {});
    const wanted =
      opening && Array.isArray(municipalityIds)
        ? municipalityIds.filter((id): id is string => typeof id === 'string')
        : named;
    return {
      actor: {
        kind: caller.kind,
        ref: caller.ref,
        roles: caller.kind === 'system' ? ['system'] : rolesIn(caller, wanted, opening),
      },
      now: later(this.around.now(), loaded.recordedAt),
      settings,
      commandId: idOf(identity.correlationId, index),
      commandHash: identity.hash,
      correlationId: identity.correlationId,
      approverOf: (ids) => this.around.approverOf(caller.organisationId, ids.length > 0 ? ids : wanted),
    };
  }

  private async append(
    request: CommandRequest,
    loaded: Loaded,
    { events, ids }: Decided,
    { correlationId }: Identity,
  ): Promise<Outcome> {
    const { store, recorder, log } = this.around;
    let isAsked = false;
    try {
      const ready = await recorder.encode(events, loaded);
      if (weightOf(ready) > MAX_BYTES) {
        store.drop(request.stream);
        return { kind: 'too-large', events: events.length };
      }
      const first = events[0]?.meta.revision ?? 0;
      const expected = first === 0 ? 'none' : first - 1;
      isAsked = true;
      const result: AppendResult = await log.append(request.stream, expected, ready, Math.max(1, this.left(request)));
      if (result.kind === 'wrong-revision') return 'raced';
      // What is stored may be an earlier try of this very command, with other bytes: read from the log it gives the answer, state and chain.
      const mayBeEarlier = result.earlierTry === true || this.unknown.has(correlationId);
      this.unknown.forget(correlationId);
      if (mayBeEarlier) return 'stored';
      loaded.chain = ready.at(-1)?.chain ?? loaded.chain;
      loaded.recordedAt = events.at(-1)?.meta.recordedAt ?? loaded.recordedAt;
      store.keep(request.stream, loaded);
      // Another server on this log may have done this act under the same ids a moment before: its bytes are stored then.
      if (request.caller.kind === 'system') store.drop(request.stream);
      return { kind: 'accepted', repeated: false, events, ids, revision: result.revision, position: result.position };
    } catch (error) {
      store.drop(request.stream);
      if (isAsked && error instanceof LogUnavailable) this.unknown.note(correlationId);
      throw error;
    }
  }

  private async repeated(
    request: CommandRequest,
    { workflow }: Loaded,
    span: { from: number; to: number },
  ): Promise<CommandResult> {
    const events = await this.around.store.events(request.stream, span.from, span.to);
    return {
      kind: 'accepted',
      repeated: true,
      events,
      ids: idsOf(workflow, request, events),
      revision: span.to,
      position: events.at(-1)?.meta.position ?? '',
    };
  }
}

/** An answer, or load the stream anew: another was first, or what is stored is the answer. */
type Outcome = CommandResult | 'raced' | 'stored';

interface Decided {
  events: Recorded[];
  ids: Record<string, Id>[];
}
