// Every class that reads input: no text, list or number without a maximum, and no nested value that could be left out by mistake.
import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { BatchDto, CommandDto, DecidedByDto, EvidenceDto, OverrideDto } from './envelope.dto.js';
import { EventsQuery, LogbookQuery, OverviewQuery, PageQuery, SearchQuery, TrajectoriesQuery } from './query.dto.js';

const CLASSES = [
  BatchDto,
  CommandDto,
  DecidedByDto,
  EvidenceDto,
  OverrideDto,
  EventsQuery,
  LogbookQuery,
  OverviewQuery,
  PageQuery,
  SearchQuery,
  TrajectoriesQuery,
];

/** Names of the rules on each field of a class. */
function rulesOf(type: (typeof CLASSES)[number]): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  for (const { propertyName, name, type: kind } of getMetadataStorage().getTargetValidationMetadatas(
    type,
    '',
    false,
    false,
  )) {
    rules.set(propertyName, [...(rules.get(propertyName) ?? []), name ?? kind]);
  }
  return rules;
}

/** What bounds a value of each kind. A UUID, a choice and a pattern with a limit bound a text by themselves. */
const BOUNDS: Record<string, string[]> = {
  isString: ['maxLength', 'isUuid', 'matches'],
  isInt: ['max'],
  isArray: ['arrayMaxSize'],
};

describe.each(CLASSES.map((type) => [type.name, type] as const))('%s', (_name, type) => {
  const fields = [...rulesOf(type)];

  it('has fields', () => {
    expect(fields.length).toBeGreaterThan(0);
  });

  it.each(fields)('%s is bounded and says whether it is needed', (_field, rules) => {
    for (const [kind, bounds] of Object.entries(BOUNDS)) {
      if (rules.includes(kind)) expect(rules.some((rule) => bounds.includes(rule))).toBe(true);
    }
    expect(rules.some((rule) => ['isDefined', 'conditionalValidation', 'isOptional'].includes(rule))).toBe(true);
    if (rules.includes('nestedValidation'))
      expect(rules.some((rule) => ['isObject', 'isArray'].includes(rule))).toBe(true);
  });
});
