// The command `npx rode-draad`: tokens and accounts, also beside a running server, and starting the server itself.
import { runCli } from './run.js';

// What it makes in the data directory is for this account only.
process.umask(0o077);

const code = await runCli(process.argv.slice(2), process.env, {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  now: () => new Date().toISOString(),
  start: async (args) => {
    process.argv.splice(2, Infinity, ...args);
    await import('../main.js');
  },
});
// Nothing is set when all went well: a server that could not start has set its own exit code by now.
if (code !== 0) process.exitCode = code;
