// Groups what arrives in the same turn of the event loop into one commit, so that many clients share one fsync while one client waits
// for nothing: what comes in during a commit stands in the sockets and forms the next group.

interface Waiting<T, R> {
  item: T;
  size: number;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/** Most items and most bytes of one group. */
export interface GroupLimits {
  items: number;
  bytes: number;
}

export class GroupCommit<T, R> {
  private queue: Waiting<T, R>[] = [];
  private scheduled = false;

  /**
   * @param commit stores the items in one transaction and answers one result per item, in order. When it throws, all items of the
   *   group get that error.
   */
  constructor(
    private readonly commit: (items: T[]) => R[],
    private readonly limits: GroupLimits,
  ) {}

  /** Resolves once the group with this item is committed. `size` in bytes counts towards the limit of a group. */
  add(item: T, size: number): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.queue.push({ item, size, resolve, reject });
      this.schedule();
    });
  }

  /** Commits everything that waits, now. */
  drain(): void {
    while (this.queue.length > 0) this.flush();
  }

  private schedule(): void {
    if (this.scheduled || this.queue.length === 0) return;
    this.scheduled = true;
    // After all requests that this turn has read from their sockets, before waiting for new ones.
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
      this.schedule();
    });
  }

  private flush(): void {
    const group = this.takeGroup();
    if (group.length === 0) return;
    try {
      const results = this.commit(group.map((waiting) => waiting.item));
      group.forEach((waiting, index) => waiting.resolve(results[index] as R));
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    }
  }

  /** At least one item, also when that alone is over the bytes. */
  private takeGroup(): Waiting<T, R>[] {
    let bytes = 0;
    let count = 0;
    for (const waiting of this.queue) {
      bytes += waiting.size;
      if (count > 0 && (count >= this.limits.items || bytes > this.limits.bytes)) break;
      count++;
    }
    const group = this.queue.slice(0, count);
    this.queue = this.queue.slice(count);
    return group;
  }
}
