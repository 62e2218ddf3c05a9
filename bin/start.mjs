// Starts the server (`npm start`): the right Node, a fresh build, then the built program in this same process.
import { ensureBuilt, runsOnNewEnoughNode } from './runtime.mjs';

if (runsOnNewEnoughNode()) {
  ensureBuilt();
  // As the image does: the pages are then made by the renderer without its checks for programmers, which is smaller and quicker.
  process.env.NODE_ENV ??= 'production';
  await import('../dist/src/main.js');
}
