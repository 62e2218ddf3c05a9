// Draws errors as pages in the language of the reader, with the reader's own menu.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { errorPage } from '../../web/screens/error.js';
import { PageErrors } from '../http/page-errors.js';
import { problemText } from '../http/problem-texts.js';
import { Frames } from './frame.js';

@Injectable()
export class ErrorPages implements OnModuleInit {
  constructor(
    private readonly pages: PageErrors,
    private readonly frames: Frames,
  ) {}

  onModuleInit(): void {
    this.pages.use((problem, request) => {
      const frame = this.frames.frame(request);
      const { detail } = problemText(problem.code, problem.more.vars ?? {}, frame.lang);
      return {
        status: problem.status,
        html: errorPage(frame, { status: problem.status, detail, loggedIn: request.webSession !== undefined }),
      };
    });
  }
}
