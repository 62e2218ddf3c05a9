// What the address of the learning page asks: a question, a period, a municipality, level and theme. What cannot be understood is left out, and
// the line above the title says what was used.
import type { FastifyRequest } from 'fastify';
import type { LearningFilter, Question } from '../../../projections/learning-report/learning-report.queries.js';
import { QUESTIONS } from '../../../projections/learning-report/learning-report.queries.js';
import { LEVELS } from '../../../workflows/kit/fields.js';
import { isLocalDate } from '../../../workflows/kit/time.js';
import { addressWith, queryValue } from '../answer.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const WHOLE = /^\d{1,6}$/;

export type PageQuestion = Question | 'estimate';
/** In the order of the page. */
export const PAGE_QUESTIONS: readonly PageQuestion[] = ['cost', 'estimate', ...QUESTIONS.slice(1)];

export interface PageAsked {
  question: PageQuestion;
  filter: LearningFilter;
  /** The values of the address that hold the filter, for links to other questions. */
  query: Record<string, string>;
  /** Which figure's cases are shown. */
  figure: string;
  /** All cases, not only the first of them. */
  all: boolean;
  groups: number;
  hours?: number;
}

export function askedIn(request: FastifyRequest): PageAsked {
  const value = (name: string): string => queryValue(request, name);
  const valid = (name: string, holds: (text: string) => boolean): string => (holds(value(name)) ? value(name) : '');
  const query = {
    van: valid('van', isLocalDate),
    tot: valid('tot', isLocalDate),
    gemeente: valid('gemeente', (text) => UUID.test(text)),
    niveau: valid('niveau', (text) => (LEVELS as readonly string[]).includes(text)),
    thema: value('thema').slice(0, 200),
  };
  const filter: LearningFilter = {
    ...(query.van ? { from: query.van } : {}),
    ...(query.tot ? { to: query.tot } : {}),
    ...(query.gemeente ? { municipality: query.gemeente } : {}),
    ...(query.niveau ? { level: query.niveau } : {}),
    ...(query.thema ? { theme: query.thema } : {}),
  };
  const question = PAGE_QUESTIONS.find((one) => one === value('vraag')) ?? 'feedback';
  return {
    question,
    filter,
    query,
    figure: value('cijfer').slice(0, 400),
    all: value('alles') === 'ja',
    groups: WHOLE.test(value('groepen')) ? Number(value('groepen')) : 1,
    ...(WHOLE.test(value('uren')) ? { hours: Number(value('uren')) } : {}),
  };
}

/** The address of a question with the same filter. */
export const addressOf = (query: Record<string, string>, changes: Record<string, string>): string =>
  addressWith('/leren', query, changes);
