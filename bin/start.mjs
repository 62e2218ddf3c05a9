// Starts the server (`npm start`): the right Node, a fresh build, then the built program in this same process.
import { ensureBuilt, runsOnNewEnoughNode } from './runtime.mjs';

if (runsOnNewEnoughNode()) {
  ensureBuilt();
  process.setSourceMapsEnabled(true);
  await import('../dist/src/main.js');
}
