/** The frame of every page: head, header with the thread, live indicator, account menu, banners, content and the tab bar of a phone. */
import { createRequire } from 'node:module';
import type { ReactElement, ReactNode } from 'react';
import type * as Renderer from 'react-dom/server';
import { texts, type Lang } from '../text/index.js';
import { assetHref, scripts, styleSheets } from './assets.js';
import { Banners, type BannerProps } from './banner.js';
import { PastBanner, type PastView } from './past.js';
import {
  HeaderEnd,
  MainNav,
  TabBar,
  Wordmark,
  type LiveView,
  type NavItem,
  type SearchView,
  type UserView,
} from './header.js';

export type { LiveView, NavItem, UserView } from './header.js';

export type PageProps = {
  readonly lang: Lang;
  /** The one title of the page, also of the window. */
  readonly title: string;
  /** The page shows a refusal: the window title begins with 'Kan nog niet:'. */
  readonly blocked?: boolean;
  readonly nav?: readonly NavItem[];
  readonly user?: UserView;
  readonly live?: LiveView;
  /** Where the wordmark leads: the page of today, unless that address has to tell from which past day one comes. */
  readonly home?: string;
  /** Address of the search page; without it there is no search box. */
  readonly search?: SearchView;
  readonly languages?: readonly { readonly lang: Lang; readonly href: string }[];
  readonly demo?: boolean;
  /** The demo's history is being made: how many trajectories are there. */
  readonly filling?: { readonly done: number; readonly of: number };
  /** The page shows a past day. */
  readonly past?: PastView;
  readonly wide?: boolean;
  readonly banners?: readonly BannerProps[];
  readonly children: ReactNode;
};

function Head({ lang, title, blocked }: Pick<PageProps, 'lang' | 'title' | 'blocked'>) {
  const words = texts(lang).frame;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${blocked ? `${words.blocked}: ` : ''}${title} · ${words.product}`}</title>
      <link rel="icon" type="image/svg+xml" href={assetHref('/assets/icon.svg')} />
      {styleSheets.map((url) => (
        <link key={url} rel="stylesheet" href={assetHref(url)} />
      ))}
      {scripts.map((url) => (
        <script key={url} type="module" src={assetHref(url)} />
      ))}
    </head>
  );
}

/** A whole html page; `children` become the main content and must hold the one h1 (see PageHead). */
export function Page(props: PageProps) {
  const { lang, children, nav = [], user, search, past, wide, banners = [], languages } = props;
  const words = texts(lang).frame;
  const wrap = wide ? 'wrap wrap-wide' : 'wrap';
  return (
    <html lang={lang}>
      <Head lang={lang} title={props.title} blocked={props.blocked} />
      <body
        className={past ? 'past' : undefined}
        data-text-new={words.newLines}
        data-text-dot={words.newDot}
        data-text-lost={words.lostBanner}
        data-text-restored={words.restored}
        data-text-clear={words.restoredClear}
      >
        <a className="skip" href="#inhoud">
          {words.skip}
        </a>
        <header className="site-header">
          <div className={wrap}>
            <Wordmark href={props.home} />
            <MainNav lang={lang} nav={nav} />
            <HeaderEnd lang={lang} live={props.live} user={user} search={search} languages={languages} />
          </div>
        </header>
        <aside aria-label={words.notices}>
          {props.demo && (
            <div className="demo-line">
              <p className={wrap}>{words.demo}</p>
              <div data-live="*" data-fragment="filling">
                {props.filling && <p className={wrap}>{words.filling(props.filling.done, props.filling.of)}</p>}
              </div>
            </div>
          )}
          <div data-connection role="status" />
          {past && <PastBanner past={past} wide={wide} />}
          <Banners banners={banners} wide={wide} />
        </aside>
        <main className={`${wrap} page-main stack`} id="inhoud" tabIndex={-1}>
          {children}
        </main>
        <TabBar lang={lang} nav={nav} user={user} languages={languages} />
      </body>
    </html>
  );
}

const load = createRequire(import.meta.url);

/** The html text of a page, doctype included. The renderer is loaded for the first page: scripts and health checks never need it. */
export function renderPage(page: ReactElement): string {
  const { renderToStaticMarkup } = load('react-dom/server') as typeof Renderer;
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
