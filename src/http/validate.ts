// Holds what came in to its class: nothing unknown, nothing converted by itself, every fault named by its place.
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { InputError } from './problem.js';
import { inputError, type Language } from './problem-texts.js';

/** The value as an instance of the class, or what is wrong with it. `pointer` is put before every place. */
export function validated<T extends object>(
  type: ClassConstructor<T>,
  plain: object,
  pointer: string,
  language: Language,
): { value: T } | { errors: InputError[] } {
  const value = plainToInstance(type, plain, { enableImplicitConversion: false });
  const faults = validateSync(value, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  return faults.length === 0 ? { value } : { errors: faults.flatMap((fault) => flat(fault, pointer, language)) };
}

function flat(fault: ValidationError, pointer: string, language: Language): InputError[] {
  const place = `${pointer}/${fault.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const inner = (fault.children ?? []).flatMap((child) => flat(child, place, language));
  if (!fault.constraints) return inner;
  // The kind of a value comes before its size: a text is not a number that is too big.
  const constraint = Object.keys(ISSUES).find((name) => fault.constraints?.[name] !== undefined) ?? '';
  const absent = fault.value === undefined && constraint !== 'whitelistValidation';
  const { issue, ...vars } = absent ? { issue: 'absent' } : (ISSUES[constraint] ?? { issue: 'other' });
  const text = fault.constraints[constraint] ?? '';
  return [inputError(place, issue, { issue, got: shown(fault.value), ...numbersOf(text), ...vars }, language)];
}

/** A value as a sentence can name it. */
function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) : '…';
}

/** The limit stands at the end of the validator's own English sentence ("… than or equal to 200 characters"). */
function numbersOf(text: string): Record<string, string> {
  const limit = /\b(\d+)\b(?!.*\b\d+\b)/.exec(text)?.[1];
  return limit === undefined ? {} : { maximum: limit, minimum: limit };
}

/** What each validator finds wrong, as the codes of problem texts; the first that fails is the one that is told. */
const ISSUES: Record<string, { issue: string; expected?: string }> = {
  isDefined: { issue: 'absent' },
  whitelistValidation: { issue: 'unknown-field' },
  isString: { issue: 'invalid-type', expected: 'string' },
  isObject: { issue: 'invalid-type', expected: 'object' },
  nestedValidation: { issue: 'invalid-type', expected: 'object' },
  isArray: { issue: 'invalid-type', expected: 'array' },
  isInt: { issue: 'invalid-type', expected: 'int' },
  isIn: { issue: 'unknown-value' },
  isDay: { issue: 'bad-date' },
  needsDay: { issue: 'needs-day' },
  isUuid: { issue: 'invalid-format' },
  matches: { issue: 'invalid-format' },
  canBeKept: { issue: 'bad-text' },
  maxLength: { issue: 'too-big' },
  minLength: { issue: 'too-small' },
  arrayMaxSize: { issue: 'too-big' },
  arrayMinSize: { issue: 'too-small' },
  max: { issue: 'too-big' },
  min: { issue: 'too-small' },
};
