// The types of runtime.mjs, for the test of what it decides.

export const root: string;
export function isNewEnough(version: string): boolean;
export function runsOnNewEnoughNode(): boolean;
export function ensureBuilt(): void;
