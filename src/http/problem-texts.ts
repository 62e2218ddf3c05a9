// Finding the sentence for a problem in the reader's language.
import { filled } from '../../workflows/kit/labels.js';
import type { ProblemCode } from './problem-codes.js';
import type { InputError } from './problem.js';
import { en } from './problems.en.js';
import { nl } from './problems.nl.js';

export interface ProblemTexts {
  problems: Record<ProblemCode, { title: string; detail: string }>;
  /** What is wrong with one field, by the code of the fault. */
  issues: Record<string, string>;
  /** Names of kinds of values, for `{expected}`. */
  types: Record<string, string>;
}

export type Language = 'nl' | 'en';
const TEXTS: Record<Language, ProblemTexts> = { nl, en };

/** Dutch unless the reader prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'nl';
}

/** Title and detail of a problem. */
export function problemText(
  code: ProblemCode,
  vars: Record<string, string>,
  language: Language,
): { title: string; detail: string } {
  const { title, detail } = TEXTS[language].problems[code];
  return { title, detail: filled(detail, vars) };
}

/** A fault in one field, with its sentence. `detail.issue` is the code as the kit gives it; without one the code itself. */
export function inputError(
  pointer: string,
  code: string,
  detail: Record<string, string>,
  language: Language,
): InputError {
  const issue = (detail.issue ?? code).replaceAll('_', '-');
  const texts = TEXTS[language];
  const vars =
    detail.expected === undefined ? detail : { ...detail, expected: texts.types[detail.expected] ?? detail.expected };
  return { pointer, code: issue, text: filled(texts.issues[issue] ?? texts.issues.other ?? '', vars) };
}
