// The code of an error of SQLite, by its shape: `instanceof` would fail for an error from another realm, as in the test runner.

/** `SQLITE_FULL` and the like, or undefined when the error is not one of SQLite. */
export function sqliteCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : undefined;
}

/** True unless the code is known to have written nothing and to pass: disk full, or another connection in the way. */
export function isFatal(code: string): boolean {
  return !['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_LOCKED'].some((mild) => code.startsWith(mild));
}

/** True when SQLite itself found the file damaged. */
export function isDamage(code: string): boolean {
  return ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].some((damage) => code.startsWith(damage));
}
