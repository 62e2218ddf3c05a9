/** Search over every logbook line that the reader may see, with the trajectories whose name fits first. */
import { Button } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { Field } from '../parts/field.js';
import { Pagination } from '../parts/lists.js';
import { Empty } from '../parts/messages.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { Story, type StoryDay } from '../parts/story.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type SearchView = {
  readonly q: string;
  readonly finding?: string;
  readonly trajectories: readonly { readonly id: string; readonly title: string; readonly towns: string }[];
  readonly days: readonly StoryDay[];
  readonly page: number;
  readonly pages: number;
  readonly previous?: string;
  readonly next?: string;
};

/** The whole page as html text. */
export function searchPage(frame: Frame, view: SearchView): string {
  const { lang } = frame;
  const words = screenTexts(lang).search;
  const nothing = view.q !== '' && view.days.length === 0 && view.trajectories.length === 0;
  return renderPage(
    <Page {...frame} title={words.title}>
      <PageHead lang={lang} title={words.title} finding={view.finding} />
      <form className="search-large" method="get" action="/zoeken" aria-label={words.title}>
        <Field kind="text" lang={lang} name="q" label={words.label} value={view.q} maxLength={200} required />
        <Button label={words.button} look="solid" />
      </form>
      {view.trajectories.length > 0 && (
        <Card id="trajecten" title={words.trajectories}>
          <ul className="lines">
            {view.trajectories.map((one) => (
              <li key={one.id}>
                <a href={`/trajecten/${one.id}`}>{one.title}</a> <span className="meta">{one.towns}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card id="regels">
        {view.q === '' && <Empty meaning={words.ask} next={words.askNext} />}
        {nothing && <Empty meaning={words.none(view.q)} next={words.noneNext} />}
        {view.days.length > 0 && (
          <>
            <h2>{words.lines}</h2>
            <Story days={view.days} lang={lang} />
          </>
        )}
        <Pagination lang={lang} page={view.page} pages={view.pages} previous={view.previous} next={view.next} />
      </Card>
    </Page>,
  );
}
