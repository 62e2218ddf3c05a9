// Runs every scenario of the library against kern: answers to commands, expected from the domain reference.
import { describe, expect, it } from '@jest/globals';
import { kern } from '../workflows/registry.js';
import { scenarios } from './support/kern/scenarios/index.js';

describe.each(Object.entries(scenarios))('%s', (_subject, list) => {
  it('has scenarios with names of their own', () => {
    expect(list.length).toBeGreaterThan(0);
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  });

  it.each(list.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    expect(() => scenario.run(kern)).not.toThrow();
  });
});
