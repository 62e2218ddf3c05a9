// Where the ids stand that this process wrote or read lately. The server compares ids only at the expected place: it would store an event
// again at a higher revision or in another stream. Commands load their stream first, so what they could repeat was read before; what
// neither this process nor the place itself knows is the limit of this check.

const KEPT = 50_000;

export class RecentIds {
  private young = new Map<string, string>();
  private old = new Map<string, string>();

  /** An id was written or read there. */
  note(id: string, stream: string, revision: number): void {
    if (this.young.size >= KEPT) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(id, `${revision}@${stream}`);
  }

  /** Whether the id is known to stand at another place than this one. */
  isElsewhere(id: string, stream: string, revision: number): boolean {
    const place = this.young.get(id) ?? this.old.get(id);
    return place !== undefined && place !== `${revision}@${stream}`;
  }
}
