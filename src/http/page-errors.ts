// How an error looks to somebody who looks at pages. The screens fill this in; until they do, a plain line of text is shown.
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

/** Where the login page lives; somebody without a session is sent there and back. */
export const LOGIN_PATH = '/inloggen';

export interface ErrorPage {
  status: number;
  /** A whole page. */
  html?: string;
  /** Path to go to instead. */
  redirect?: string;
}

export type ErrorPageMaker = (problem: Problem, request: FastifyRequest) => ErrorPage | undefined;

@Injectable()
export class PageErrors {
  private maker: ErrorPageMaker | undefined;

  /** Sets what draws the pages; the last one set is asked. */
  use(maker: ErrorPageMaker): void {
    this.maker = maker;
  }

  /** The page for a problem, or undefined when plain text will do. Somebody who is not logged in goes to the login page. */
  pageFor(problem: Problem, request: FastifyRequest): ErrorPage | undefined {
    if (problem.code === 'login-needed') {
      const back = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : '';
      return { status: 303, redirect: LOGIN_PATH + back };
    }
    return this.maker?.(problem, request);
  }
}
