// Every label file of the workflows is in the dictionary of its language; a forgotten one would show keys to people.
import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LABELS } from './labels.js';

const files = readdirSync(join(import.meta.dirname, '..', 'workflows'), { recursive: true, encoding: 'utf8' });

describe.each(['nl', 'en'] as const)('the words in %s', (language) => {
  it('hold every label file', () => {
    const parts = files
      .filter((file) => file.endsWith(`.labels.${language}.ts`))
      .map((file) => basename(file).split('.')[0]);
    expect(parts.length).toBeGreaterThan(20);
    expect(LABELS[language].size).toBe(parts.length);
  });
});
