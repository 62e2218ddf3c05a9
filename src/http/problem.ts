// An answer that says what went wrong, as an error to throw: the filter turns it into `application/problem+json` or into a page.
import type { Solver } from '../../workflows/kit/labels.js';
import { PROBLEMS, type ProblemCode } from './problem-codes.js';

/** One thing that is wrong with the input. */
export interface InputError {
  /** JSON Pointer into the body, or the name of a query value or header. */
  pointer: string;
  /** Kebab-case. */
  code: string;
  /** A sentence for people. */
  text: string;
}

/** A need that is not met. */
export interface MissingNeed {
  code: string;
  text: string;
  solvableBy: Solver[];
  hard: boolean;
}

export interface ProblemMore {
  /** Other than the usual status of this code. */
  status?: number;
  /** Values for the sentences of this code. */
  vars?: Record<string, string>;
  errors?: InputError[];
  missing?: MissingNeed[];
  /** Place of the command in the batch, counted from 0. */
  index?: number;
  headers?: Record<string, string>;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  constructor(
    readonly code: ProblemCode,
    readonly more: ProblemMore = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.status = more.status ?? PROBLEMS[code];
  }
}
