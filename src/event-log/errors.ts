// What can go wrong with the log, as classes that callers tell apart: outcome unknown, damage found, directory taken, log behind.

/**
 * Why the log cannot answer; `io` and `stopped` last until the process is started again. `unanswered`: a server did not answer, or not in
 * time; `denied`: it says that this account may not.
 */
export type UnavailableCode = 'io' | 'full' | 'busy' | 'stopped' | 'closed' | 'unanswered' | 'denied';

/** The log could not answer. After an append this means: unknown whether the events are stored; repeat with the same ids. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
  constructor(
    readonly code: UnavailableCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Where damage was found, as far as it is known. */
export interface CorruptPlace {
  stream?: string;
  revision?: number;
  position?: string;
}

/** Stored bytes are not what was written. They are never served; the message names the place. */
export class LogCorrupt extends Error {
  override readonly name = 'LogCorrupt';
  constructor(
    readonly place: CorruptPlace,
    reason: string,
    options?: { cause?: unknown },
  ) {
    const { stream = '?', revision = '?', position = '?' } = place;
    super(`Damaged event: ${reason} (stream ${stream}, revision ${revision}, position ${position})`, options);
  }
}

/** Somebody deleted this stream of ours (or hid its beginning) with the tools of the server: what is left of it cannot be decided on. */
export class StreamDeleted extends Error {
  override readonly name = 'StreamDeleted';
  constructor(
    readonly stream: string,
    options?: { cause?: unknown },
  ) {
    super(`Stream ${stream} was deleted in the event log`, options);
  }
}

/** Another process (or another log in this one) has the data directory. The message is for the person who starts the program. */
export class LogLocked extends Error {
  override readonly name = 'LogLocked';
  constructor(readonly directory: string) {
    super(
      `De gegevensmap ${directory} is al in gebruik door een ander proces van Rode Draad. ` +
        'Stop dat proces eerst, of start met een andere gegevensmap.',
    );
  }
}

/** A projection has seen an event that this log does not have: a wrong or restored log. Starting on it would skip events. */
export class LogBehind extends Error {
  override readonly name = 'LogBehind';
  constructor(
    readonly checkpoint: { position: string; id: string },
    readonly head: string | undefined,
  ) {
    super(
      `Het logboek van gebeurtenissen hoort niet bij de overzichten: positie ${checkpoint.position} (${checkpoint.id}) ` +
        `staat er niet in; het einde is ${head ?? 'leeg'}. Zet het juiste logboek terug, of bouw de overzichten opnieuw op ` +
        "met 'npx rode-draad rebuild'.",
    );
  }
}

/** Why a log on a server cannot be opened, as codes that an operator can act on. */
export type RefusedCode =
  'address' | 'unreachable' | 'certificate' | 'password' | 'right' | 'not-ready' | 'other-log' | 'empty';

/** The log that is configured cannot be used as it is. The message is for the person who starts the program and says what to do. */
export class LogRefused extends Error {
  override readonly name = 'LogRefused';
  constructor(
    readonly code: RefusedCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

export type InvalidAppendCode =
  | 'empty'
  | 'too-many'
  | 'too-large'
  | 'duplicate-id'
  | 'no-stream'
  | 'bad-revision'
  /** A server takes only UUIDs as ids, and only streams with one of our names are read back from it. */
  | 'bad-id'
  | 'foreign-stream';

/** The append itself is not allowed (too many, too large, empty, the same id twice): a mistake of the caller, nothing was written. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';
  constructor(
    readonly code: InvalidAppendCode,
    message: string,
  ) {
    super(message);
  }
}
