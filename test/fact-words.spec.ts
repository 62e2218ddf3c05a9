// Every command, field, choice, event and need of the trajectory facts has its words in the label file of its own group, in both languages.
import { describe, expect, it } from '@jest/globals';
import { LABELS } from '../src/labels.js';
import { factGroups } from '../workflows/facts/index.js';
import type { Labels } from '../workflows/kit/labels.js';
import type { FactGroup } from '../workflows/kit/workflow.js';
import type { Facts } from '../workflows/facts/facts.js';
import { DECIDED_FIELDS } from '../workflows/kit/events.js';

const nameOf = (path: readonly string[]): string => path.findLast((step) => step !== '*') ?? '';

function missing(group: FactGroup<Facts>, parts: readonly Labels[]): string[] {
  const own = parts.find(({ events }) => Object.keys(group.events).every((type) => events?.[type]));
  if (!own) return Object.keys(group.events);
  const leaves = Object.values(group.events).flatMap((event) =>
    event.leaves.filter(({ path }) => !DECIDED_FIELDS.includes(path[0] ?? '')),
  );
  const choices = leaves.flatMap(({ path, meta, schema }) => {
    const values = meta.kind === 'choice' ? (schema as unknown as { options: string[] }).options : [];
    return values
      .filter((value) => !parts.some((part) => part.choices?.[nameOf(path)]?.[value]))
      .map((value) => `${nameOf(path)}=${value}`);
  });
  return [
    ...Object.keys(group.commands).filter((name) => !own.commands?.[name]),
    ...Object.keys(group.needs).filter((code) => !own.needs?.[code]),
    ...leaves.map(({ path }) => nameOf(path)).filter((field) => !own.fields?.[field]),
    ...choices,
  ];
}

describe('words of the trajectory facts', () => {
  it.each(['nl', 'en'] as const)('%s: nothing is missing', (language) => {
    expect(factGroups.flatMap((group) => missing(group, [...LABELS[language].values()]))).toEqual([]);
  });
});
