// The table of the campaign, and what in it is a failure.

export interface Row {
  kind: string;
  injected: number;
  /** Requests sent, repetitions included. */
  commands: number;
  /** Commands that were answered with "unknown, repeat it" (503) at least once. */
  gaveUp: number;
  gaveUpWithoutNeed: number;
  lost: number;
  doubled: number;
  undelivered: number;
  longestMs: number;
  recoveryMs: number;
}

export interface Whole {
  longestCallMs: number;
  unhandled: number;
  /** The longest time in which this process could not look at its clocks. */
  heldMs: number;
  timesCount: boolean;
}

/** Bounds of the promises. */
const COMMAND_MS = 14_000;
const CALL_MS = 5_000;
const RECOVERY_MS = 10_000;
/** What measuring itself adds, beside the time that the process was held. */
const MEASURING_MS = 50;

const COLUMNS: [keyof Row, string][] = [
  ['injected', 'faults'],
  ['commands', 'requests'],
  ['gaveUp', '503'],
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['undelivered', 'undelivered'],
  ['longestMs', 'longest ms'],
  ['recoveryMs', 'recovery ms'],
];

export function print(rows: readonly Row[], { longestCallMs, unhandled, heldMs }: Whole): void {
  const cells = (row: Row): string =>
    COLUMNS.map(([key]) => String(Math.round(Number(row[key]))).padStart(12)).join('');
  console.log(`${''.padEnd(34)}${COLUMNS.map(([, title]) => title.padStart(12)).join('')}`);
  for (const row of rows) console.log(`${row.kind.padEnd(34)}${cells(row)}`);
  const sum = (key: keyof Row): number => rows.reduce((total, row) => total + Number(row[key]), 0);
  console.log(
    `${sum('injected')} faults: ${sum('lost')} lost, ${sum('doubled')} doubled, ${sum('undelivered')} not delivered, ` +
      `${sum('gaveUp')} answered 503 first; longest call ${Math.round(longestCallMs)} ms ` +
      `(measured to ${Math.round(heldMs)} ms); ${unhandled} unhandled rejections.`,
  );
}

/** What broke a promise, a sentence each. */
export function faultsOf(rows: readonly Row[], { longestCallMs, unhandled, heldMs, timesCount }: Whole): string[] {
  const isOver = (ms: number, bound: number): boolean => timesCount && ms > bound + heldMs + MEASURING_MS;
  const faults = rows.flatMap((row) => {
    const broken = {
      'events lost': row.lost > 0,
      'events doubled': row.doubled !== 0,
      'events not delivered once and in order': row.undelivered > 0,
      '503 without need': row.gaveUpWithoutNeed > 0,
      'a command over 14 s': isOver(row.longestMs, COMMAND_MS),
      'no recovery within 10 s': isOver(row.recoveryMs, RECOVERY_MS),
    };
    return Object.entries(broken).flatMap(([what, isSo]) => (isSo ? [`${row.kind}: ${what}`] : []));
  });
  if (isOver(longestCallMs, CALL_MS)) faults.push(`a call of ${Math.round(longestCallMs)} ms`);
  if (unhandled > 0) faults.push(`${unhandled} unhandled rejections`);
  return faults;
}
