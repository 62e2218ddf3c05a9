#!/usr/bin/env node
// The command `npx rode-draad`: the right Node, a fresh build, then the built command-line program in this same process.
import { ensureBuilt, runsOnNewEnoughNode } from './runtime.mjs';

if (runsOnNewEnoughNode()) {
  ensureBuilt();
  process.setSourceMapsEnabled(true);
  await import('../dist/src/cli/main.js');
}
