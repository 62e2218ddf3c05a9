// Projections that stand at the same place of the log and are carried along it together. What they are carried by differs: the log itself as
// it grows (follower.ts), or the others that have gone before (at-rest.ts).
import type { Found } from './log-pages.js';
import type { Member } from './member.js';
import type { Pass } from './pass.js';

/** The word for why something stands still: a class of error, never its text. */
export const troubleOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

export class Carrier {
  /** How far the members are; all of them stand here. */
  position = '-1';
  /** Why it stands still; undefined while all is well. */
  trouble: string | undefined;
  protected readonly members = new Set<Member>();

  /** @param onBehind is told who could not store a page and is carried no longer. */
  constructor(
    readonly pass: Pass,
    private readonly onBehind: (member: Member, error: unknown) => void,
  ) {}

  /** From now on this one is carried. It stands where the others are; to be called in turn, or before the start. */
  add(member: Member): void {
    this.members.add(member);
    member.boards(this.pass);
  }

  /** To be called in turn. */
  remove(member: Member): void {
    this.members.delete(member);
  }

  /** Applies a page that follows on where the members are. To be called in turn. */
  protected async apply(page: readonly Found[], end: string): Promise<void> {
    const failures = await this.pass.page([...this.members], page);
    this.position = end;
    failures.forEach((error, member) => {
      this.members.delete(member);
      this.onBehind(member, error);
    });
  }
}
