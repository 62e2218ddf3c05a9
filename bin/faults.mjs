// The fault campaign: npm run faults -- [--each 100] [--seed 1]. Appends to a fake EventStoreDB go wrong in every way, through the real
// adapter and the command executor; it prints one table and fails when anything was lost, doubled, or answered too late.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, runsOnNewEnoughNode } from './runtime.mjs';

if (runsOnNewEnoughNode()) {
  const program = [join(root, 'test/faults/campaign.ts'), ...process.argv.slice(2)];
  const run = spawnSync(process.execPath, ['--import', './bin/typescript.mjs', ...program], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
}
