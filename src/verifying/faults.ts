// What can be wrong with a log, as data with its place; the words for people stand at the command.

export type FaultCode =
  /** The bytes do not have the checksum that was stored with them. */
  | 'checksum'
  /** The bytes are not an event, or not the one of this place. */
  | 'content'
  /** The chain value does not follow from the bytes and the event before: one of both was changed. */
  | 'chain'
  /** Revisions are absent, from `revision` up to and including `until`. */
  | 'missing'
  /** A revision that was there already. */
  | 'doubled'
  /** An id that was there already. */
  | 'same-id'
  /** A position that is not after the one before. */
  | 'order'
  /** Positions are absent where none may be, from `position` up to and including `until`. */
  | 'gap'
  /** The event belongs to another organisation than the first one. */
  | 'organisation'
  /** From here on the file cannot be read. */
  | 'unreadable'
  /** The database found itself damaged, for example an index. */
  | 'database'
  /** The log holds fewer events than an earlier backup did. */
  | 'shorter'
  /** The log does not begin with the events of an earlier backup. */
  | 'other-beginning'
  /** A stream of ours was deleted on the server. */
  | 'deleted-stream';

export interface Fault {
  code: FaultCode;
  stream?: string | undefined;
  revision?: number | undefined;
  position?: string | undefined;
  until?: string | number | undefined;
  detail?: string | undefined;
}

/** Faults kept for the report; the rest is only counted, so that a log that is wholly wrong does not fill the memory. */
const KEPT = 100;

export class Faults {
  readonly kept: Fault[] = [];
  count = 0;

  add(fault: Fault): void {
    this.count += 1;
    if (this.kept.length < KEPT) this.kept.push(fault);
  }
}
