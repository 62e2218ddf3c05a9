// Why moving events from one place to another was refused. The messages are for the person who typed the command; nothing was changed.

/** A file that is no export, is damaged, or does not go all the way to its end. */
export class BadExport extends Error {
  override readonly name = 'BadExport';
}

/** The log that events should go to holds something else. */
export class TargetRefused extends Error {
  override readonly name = 'TargetRefused';
}
