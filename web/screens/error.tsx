/** An error as a page: what failed, what is safe, what to do, and a way home. */
import { ErrorState } from '../parts/messages.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type ErrorView = {
  readonly status: number;
  readonly detail?: string;
  readonly reference?: string;
  readonly loggedIn: boolean;
};

const KNOWN = [403, 404, 500, 503] as const;

/** The whole page as html text. `detail` is the sentence of the problem; known statuses have better ones. */
export function errorPage(frame: Frame, { status, detail, reference, loggedIn }: ErrorView): string {
  const words = screenTexts(frame.lang).error;
  const known = KNOWN.find((one) => one === status);
  const title = words.titles[known ?? 'other'];
  const advice = known === undefined ? (detail ?? words.advice[500]) : words.advice[known];
  const act = loggedIn ? { label: words.home, href: '/' } : { label: words.toLogin, href: '/inloggen' };
  return renderPage(
    <Page {...frame} title={title}>
      <div className="form-width stack">
        <PageHead lang={frame.lang} title={title} />
        <ErrorState
          lang={frame.lang}
          failed={advice}
          advice={known === undefined || detail === undefined || known === 404 ? '' : detail}
          reference={reference}
          act={act}
        />
      </div>
    </Page>,
  );
}
