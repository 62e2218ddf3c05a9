// The command `npx rode-draad`: tokens and accounts, also beside a running server, and starting the server itself.
import { runCli } from './run.js';

process.exitCode = await runCli(process.argv.slice(2), process.env, {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  now: () => new Date().toISOString(),
  start: async (args) => {
    process.argv.splice(2, Infinity, ...args);
    await import('../main.js');
  },
});
