// The command `npx rode-draad` as a process: its streams, clock and signals, handed to the command that was asked for.
import { runCli } from './run.js';

// What it makes in the data directory is for this account only.
process.umask(0o077);

const stop = new AbortController();
const interrupt = (): void => {
  // The first asks to clean up; whoever asks twice does not want to wait for that. Nothing that was done is lost by it.
  if (stop.signal.aborted) process.exit(130);
  stop.abort();
};
process.on('SIGINT', interrupt).on('SIGTERM', interrupt);

const code = await runCli(process.argv.slice(2), process.env, {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
  screen: { stream: process.stderr, isTerminal: process.stderr.isTTY },
  interrupted: stop.signal,
  start: async (args) => {
    // The server stops in its own way.
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    process.argv.splice(2, Infinity, ...args);
    await import('../main.js');
  },
});
// Nothing is set when all went well: a server that could not start has set its own exit code by now.
if (code !== 0) process.exitCode = code;
