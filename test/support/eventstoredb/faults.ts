// What can be made to go wrong with the appends that a fake takes: one fault hits one append, in the order in which they were asked for.

export type Fault =
  /** The connection breaks before the request has arrived: nothing is written. */
  | { kind: 'cut-before' }
  /** The request has arrived, then the connection breaks; the events are written that much later, or never. */
  | { kind: 'cut-after'; landsAfterMs?: number }
  /** Written, and then the connection breaks before the answer. */
  | { kind: 'answer-lost' }
  /** Accepted and never answered, written or not; the connection stays. */
  | { kind: 'never'; written: boolean }
  /** Written and answered that much later. */
  | { kind: 'delay'; ms: number }
  /** Answered as a node without quorum does, after that time; the events are written later, or never. */
  | { kind: 'no-quorum'; ms: number; landsAfterMs?: number }
  /** The request has arrived: something is done to the server, and this append is not answered. */
  | { kind: 'act'; written: boolean; act: () => void }
  /** Answered with an error of choice; nothing is written. */
  | { kind: 'error'; error: Error };

/** Which appends a fault may hit; without it every append to a stream that is no system stream. */
export type Aim = (stream: string) => boolean;

export class FaultPlan {
  private readonly waiting: { fault: Fault; aim: Aim }[] = [];
  /** How many faults of each kind have struck. */
  readonly struck = new Map<Fault['kind'], number>();

  add(fault: Fault, aim: Aim = () => true): void {
    this.waiting.push({ fault, aim });
  }

  get left(): number {
    return this.waiting.length;
  }

  clear(): void {
    this.waiting.length = 0;
  }

  /** Lets go of what was still waiting for appends to that stream. */
  spare(stream: string): void {
    this.waiting.splice(0, this.waiting.length, ...this.waiting.filter(({ aim }) => !aim(stream)));
  }

  /** The fault for this append, used up by it; with `kind` only when it is of that kind. */
  take(stream: string, kind?: Fault['kind']): Fault | undefined {
    if (stream.startsWith('$')) return undefined;
    const at = this.waiting.findIndex(({ aim }) => aim(stream));
    if (at < 0 || (kind !== undefined && this.waiting[at]?.fault.kind !== kind)) return undefined;
    const [taken] = this.waiting.splice(at, 1);
    if (taken) this.struck.set(taken.fault.kind, (this.struck.get(taken.fault.kind) ?? 0) + 1);
    return taken?.fault;
  }
}
