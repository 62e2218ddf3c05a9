// Showing how far long work is, on the error stream: a bar on a terminal, a plain line every few seconds elsewhere, nothing with --quiet.
import cliProgress from 'cli-progress';

/** Where progress goes. */
export interface Screen {
  stream: NodeJS.WritableStream;
  /** Whether a bar can be drawn on it. */
  isTerminal: boolean;
}

/** One piece of work under way. */
export interface Task {
  /** How far it is, from 0 to 1, and a few words beside it. */
  at(share: number, note?: string): void;
  /** It is done; the words stay on the screen. */
  done(note?: string): void;
}

/** Makes tasks; one is under way at a time. */
export interface Reporter {
  task(title: string): Task;
  /** Takes away a bar that is being drawn, so that a message can stand there. */
  stop(): void;
}

/** Between two plain lines of one task. */
const PLAIN_EVERY_MS = 5_000;

/** The reporter for this screen; `elapsed` in milliseconds. */
export function reporterOn(screen: Screen, elapsed: () => number, quiet = false): Reporter {
  if (quiet) return { task: () => ({ at: () => undefined, done: () => undefined }), stop: () => undefined };
  return screen.isTerminal ? bars(screen.stream, elapsed) : lines(screen.stream, elapsed);
}

const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1).replace('.', ',')} s`;
const withNote = (note: string): string => (note === '' ? '' : `, ${note}`);

function lines(stream: NodeJS.WritableStream, elapsed: () => number): Reporter {
  const task = (title: string): Task => {
    const began = elapsed();
    let shown = began;
    stream.write(`${title} ...\n`);
    return {
      at(share, note = '') {
        if (elapsed() - shown < PLAIN_EVERY_MS) return;
        shown = elapsed();
        stream.write(`${title}: ${percentage(share)}${withNote(note)}\n`);
      },
      done: (note = '') => void stream.write(`${title}: klaar in ${seconds(began, elapsed())}${withNote(note)}\n`),
    };
  };
  return { task, stop: () => undefined };
}

function bars(stream: NodeJS.WritableStream, elapsed: () => number): Reporter {
  let drawn: cliProgress.SingleBar | undefined;
  const stop = (): void => {
    drawn?.stop();
    drawn = undefined;
  };
  const task = (title: string): Task => {
    stop();
    const began = elapsed();
    const format = `${title} [{bar}] {percentage}% {note}`;
    const bar = new cliProgress.SingleBar({ stream, format, barsize: 24, fps: 8 }, cliProgress.Presets.shades_classic);
    bar.start(1000, 0, { note: '' });
    drawn = bar;
    return {
      at: (share, note = '') => bar.update(Math.floor(clamped(share) * 1000), { note }),
      done(note = '') {
        bar.update(1000, { note: `${seconds(began, elapsed())}${withNote(note)}` });
        stop();
      },
    };
  };
  return { task, stop };
}

const clamped = (share: number): number => Math.max(0, Math.min(1, share));
const percentage = (share: number): string => `${Math.floor(clamped(share) * 100)}%`;

/** `1.234.567` as people write numbers. */
export const counted = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('nl-NL')} ${count === 1 ? one : more}`;

/** A number of events in words. */
export const eventsIn = (count: number): string => counted(count, 'gebeurtenis', 'gebeurtenissen');

/** Work in steps that follow each other: each is a task of its own, begun when it first says how far it is. */
export function stepsOn<S extends string>(reporter: Reporter, titles: Readonly<Record<S, string>>) {
  let now: { step: S; task: Task } | undefined;
  return {
    at(step: S, share: number, note?: string): void {
      if (now?.step !== step) {
        now?.task.done();
        now = { step, task: reporter.task(titles[step]) };
      }
      now.task.at(share, note);
    },
    done: (note?: string): void => now?.task.done(note),
  };
}
