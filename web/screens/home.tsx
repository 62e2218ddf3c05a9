/** Today: what waits for the reader, what comes soon, and what was recorded last. */
import { ButtonLink } from '../parts/button.js';
import { Card, OwedCard, type OwedCardProps } from '../parts/card.js';
import { Icon, type IconName } from '../parts/icon.js';
import type { InlineText } from '../parts/inline.js';
import { Empty } from '../parts/messages.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type HomeView = {
  readonly day: string;
  /** Absent when nothing is owed: the card below says so. */
  readonly finding?: InlineText;
  readonly now: readonly OwedCardProps[];
  /** Owed but not among the first five. */
  readonly later: readonly OwedCardProps[];
  readonly total: number;
  readonly soon: readonly {
    readonly key: string;
    readonly name: string;
    readonly href: string;
    readonly when: string;
    readonly what: string;
  }[];
  readonly followed: readonly {
    readonly key: string;
    readonly icon: IconName;
    readonly text: string;
    readonly meta: string;
    readonly href: string;
    readonly name: string;
  }[];
  readonly mayOpen: boolean;
};
type Part = { readonly lang: Frame['lang']; readonly view: HomeView };

function Now({ lang, view }: Part) {
  const words = screenTexts(lang).home;
  const [soon] = view.soon;
  return (
    <section aria-labelledby="nu-kop" id="nu" data-live="*" data-fragment="nu">
      <h2 className="column-head" id="nu-kop">
        {words.now} {view.total > 0 && <span className="meta">{words.nowNote(view.now.length, view.total)}</span>}
      </h2>
      <div className="stack stack-tight">
        {view.now.map((card) => (
          <OwedCard key={card.id} {...card} />
        ))}
        {view.total === 0 && (
          <Card>
            <Empty
              meaning={words.nothing}
              next={soon ? words.nothingNext(`${soon.what}, ${soon.when}`) : words.nothingElse}
              act={{ label: words.allTrajectories, href: '/trajecten' }}
            />
          </Card>
        )}
        {view.later.length > 0 && (
          <details id="nog-meer">
            <summary>
              <Icon name="caret-down" small /> <span className="link">{words.more(view.later.length)}</span>
            </summary>
            <div className="stack stack-tight">
              {view.later.map((card) => (
                <OwedCard key={card.id} {...card} />
              ))}
            </div>
          </details>
        )}
      </div>
    </section>
  );
}

function Soon({ lang, view }: Part) {
  const words = screenTexts(lang).home;
  return (
    <section aria-labelledby="straks-kop">
      <h2 className="column-head" id="straks-kop">
        {words.soon} <span className="meta">{words.soonNote}</span>
      </h2>
      <Card id="straks" live="*">
        {view.soon.length === 0 && <p className="meta">{words.noSoon}</p>}
        <ul className="lines">
          {view.soon.map((line) => (
            <li key={line.key} data-key={line.key}>
              <p>
                <a href={line.href}>{line.name}</a>
              </p>
              <p>{line.what}</p>
              <p className="meta">{line.when}</p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Followed({ lang, view }: Part) {
  const words = screenTexts(lang).home;
  return (
    <section aria-labelledby="gevolgd-kop">
      <h2 className="column-head" id="gevolgd-kop">
        {words.followed} <span className="meta">{words.followedNote}</span>
      </h2>
      <Card id="gevolgd" live="*">
        {view.followed.length === 0 && <p className="meta">{words.noFollowed}</p>}
        <ul className="lines">
          {view.followed.map((line) => (
            <li key={line.key} data-key={line.key}>
              <p>
                <Icon name={line.icon} small /> <a href={line.href}>{line.name}</a>
              </p>
              <p>{line.text}</p>
              <p className="meta">{line.meta}</p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

/** The whole page as html text. */
export function homePage(frame: Frame, view: HomeView): string {
  const { lang } = frame;
  const words = screenTexts(lang);
  return renderPage(
    <Page {...frame} title={words.nav.today}>
      <PageHead lang={lang} title={view.day} finding={view.finding} />
      <div className="button-row">
        {view.mayOpen && <ButtonLink label={words.home.newTrajectory} icon="plus" href="/trajecten/nieuw" />}
        <ButtonLink look="text" label={words.home.allTrajectories} href="/trajecten" />
        <ButtonLink look="text" label={words.signals.toStuck} href="/vastgelopen" />
      </div>
      <div className="columns columns-home">
        <Now lang={lang} view={view} />
        <Soon lang={lang} view={view} />
        <Followed lang={lang} view={view} />
      </div>
    </Page>,
  );
}
