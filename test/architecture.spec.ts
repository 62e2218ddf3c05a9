// Holds the sources to the import rules, and the rules to their bite: in the fixture tree each one meets what it forbids.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Violation {
  from: string;
  rule: { name: string };
}

interface Cruise {
  modules: unknown[];
  summary: { violations: Violation[]; ruleSetUsed: { forbidden: { name: string; comment?: string }[] } };
}

const root = process.cwd();
const fixture = join(root, 'test', 'fixtures', 'architecture');

/** Runs the rules on the product folders of a tree. */
function cruise(folder: string): Cruise {
  const folders = ['src', 'workflows', 'projections', 'web'].filter((name) => existsSync(join(folder, name)));
  const program = join(root, 'node_modules', '.bin', 'depcruise');
  const config = join(root, '.dependency-cruiser.mjs');
  const run = spawnSync(process.execPath, [program, '--config', config, '--output-type', 'json', ...folders], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no report: ${run.stderr}`);
  return JSON.parse(run.stdout) as Cruise;
}

const found = (result: Cruise) => [
  ...new Set(result.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)),
];

/** What the fixture files say about themselves in their first line, as `rule: file`. */
function expectedInFixture(): string[] {
  return readdirSync(fixture, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const rule = /^\/\/ breaks: (.+)$/m.exec(readFileSync(join(fixture, name), 'utf8'))?.[1];
      return rule === undefined ? [] : [`${rule}: ${name}`];
    });
}

describe('the import rules', () => {
  it('hold in the sources', () => {
    const result = cruise(root);
    expect(found(result)).toEqual([]);
    expect(result.modules.length).toBeGreaterThan(10);
  });

  describe('in a tree that breaks each of them', () => {
    const result = cruise(fixture);
    const rules = result.summary.ruleSetUsed.forbidden;

    it('find what is forbidden, and nothing that is allowed', () => {
      expect(found(result).sort()).toEqual(expectedInFixture().sort());
    });

    it('all have something to find, and say why they exist', () => {
      const broken = new Set(expectedInFixture().map((line) => line.split(':')[0]));
      expect([...broken].sort()).toEqual(rules.map(({ name }) => name).sort());
      expect(rules.filter(({ comment }) => !comment)).toEqual([]);
    });
  });
});
