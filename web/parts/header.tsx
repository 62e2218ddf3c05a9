/** What stands in the header and in the tab bar of a phone: wordmark, menus, search box, live indicator, account with log out form. */
import { texts, type Lang } from '../text/index.js';
import { Button } from './button.js';
import { Icon, type IconName } from './icon.js';

/** `tab` puts the item in the tab bar of a phone (at most four); the others stand there under 'Meer'. `current` marks the page you are on. */
export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current?: boolean;
  readonly tab?: boolean;
};
/** `logOutAction` is posted with the hidden field `_csrf`; `links` are pages of your own (account, admin). */
export type UserView = {
  readonly name: string;
  readonly role?: string;
  readonly csrf: string;
  readonly logOutAction: string;
  readonly links?: readonly { readonly href: string; readonly label: string }[];
};
/** Live with the time of the data ('08:41'), or not live (the past). */
export type LiveView = { readonly kind: 'live'; readonly until: string } | { readonly kind: 'off' };

/** The search box; `hidden` is sent with the words. */
export type SearchView = {
  readonly action: string;
  readonly value?: string;
  readonly hidden?: Readonly<Record<string, string>>;
};

type Languages = readonly { readonly lang: Lang; readonly href: string }[];
type Common = { readonly lang: Lang };

/** Thread mark and name; the way home. */
export function Wordmark({ href = '/' }: { readonly href?: string }) {
  return (
    <a className="wordmark" href={href}>
      <svg width="34" height="22" viewBox="0 0 34 22" fill="none" aria-hidden="true" focusable="false">
        <path
          d="M2 16.5H9.5C13.5 16.5 14.2 12.5 15 9C16 4.5 18 2 21 2C24 2 26 4.2 26 7.2C26 11.5 21.5 13.2 16 12.8C16.2 17 18.5 19.5 22.5 19.5H32"
          stroke="currentColor"
          strokeWidth="2.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>Rode Draad</span>
    </a>
  );
}

/** The menu in the header; the ring on the thread marks where you are. */
export function MainNav({ lang, nav }: Common & { readonly nav: readonly NavItem[] }) {
  if (nav.length === 0) return null;
  return (
    <nav className="main-nav" aria-label={texts(lang).frame.mainNav}>
      <ul>
        {nav.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Search({ lang, action, value, hidden = {} }: Common & SearchView) {
  const words = texts(lang).frame;
  return (
    <form className="search" role="search" action={action} method="get">
      <Icon name="magnifying-glass" />
      {Object.entries(hidden).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <input
        type="search"
        name="q"
        defaultValue={value}
        aria-label={words.search}
        placeholder={words.searchHint}
        aria-keyshortcuts="/"
        data-search
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

/** 'Bij tot 08:41' or 'Niet live'; the script hides it while the connection is lost and shows the other. */
export function Live({ lang, live }: Common & { readonly live: LiveView }) {
  const words = texts(lang).frame;
  if (live.kind === 'off') {
    return (
      <span className="live">
        <Icon name="pause" />
        {words.liveOff}
      </span>
    );
  }
  return (
    <>
      <span className="live" data-live-indicator>
        <span className="live-dot" />
        {words.liveUntil(live.until)}
      </span>
      <span className="live" data-live-lost hidden>
        <Icon name="wifi-slash" />
        {words.liveLost}
      </span>
    </>
  );
}

/** The links between languages; the one you read is marked. */
export function LanguageSwitch({ lang, languages }: Common & { readonly languages: Languages }) {
  const names = { nl: 'Nederlands', en: 'English' } as const;
  return (
    <nav aria-label={texts(lang).frame.language}>
      <ul className="tabs">
        {languages.map((item) => (
          <li key={item.lang}>
            <a
              href={item.href}
              lang={item.lang}
              hrefLang={item.lang}
              aria-current={item.lang === lang ? 'true' : undefined}
            >
              {names[item.lang]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AccountSheet({
  lang,
  user,
  languages,
  nav = [],
}: Common & { user?: UserView; languages?: Languages; nav?: readonly NavItem[] }) {
  const links = [...nav, ...(user?.links ?? [])];
  return (
    <div className="menu-sheet">
      {user && (
        <p>
          <strong>{user.name}</strong>
          {user.role && <span className="meta menu-role">{user.role}</span>}
        </p>
      )}
      {links.length > 0 && (
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
      {languages && <LanguageSwitch lang={lang} languages={languages} />}
      {user && (
        <form method="post" action={user.logOutAction} data-log-out>
          <input type="hidden" name="_csrf" value={user.csrf} />
          <Button label={texts(lang).frame.logOut} icon="sign-out" />
        </form>
      )}
    </div>
  );
}

type HeaderEndProps = Common & {
  readonly live?: LiveView;
  readonly user?: UserView;
  readonly search?: SearchView;
  readonly languages?: Languages;
};

/** The right side of the header: search, live indicator, account. Without an account the language switch stands there itself. */
export function HeaderEnd({ lang, live, user, search, languages }: HeaderEndProps) {
  return (
    <div className="header-end">
      {search && <Search lang={lang} {...search} />}
      {live && <Live lang={lang} live={live} />}
      {!user && languages && <LanguageSwitch lang={lang} languages={languages} />}
      {user && (
        <details className="menu" data-menu>
          <summary>
            <Icon name="user-circle" />
            <span>
              <span className="vh">{texts(lang).frame.account}: </span>
              {user.role ?? user.name}
            </span>
          </summary>
          <AccountSheet lang={lang} user={user} languages={languages} />
        </details>
      )}
    </div>
  );
}

/** The tab bar of a phone: at most four places and 'Meer' with everything else. */
export function TabBar({
  lang,
  nav,
  user,
  languages,
}: Common & { nav: readonly NavItem[]; user?: UserView; languages?: Languages }) {
  if (nav.length === 0) return null;
  const tabs = nav.filter((item) => item.tab).slice(0, 4);
  const rest = nav.filter((item) => !tabs.includes(item));
  const words = texts(lang).frame;
  return (
    <nav className="tab-bar" aria-label={words.tabNav}>
      <ul>
        {tabs.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              <Icon name={item.icon} />
              {item.label}
            </a>
          </li>
        ))}
        <li>
          <details className="menu" data-menu>
            <summary aria-current={rest.some((item) => item.current) ? 'true' : undefined}>
              <Icon name="dots-three" />
              {words.more}
            </summary>
            <AccountSheet lang={lang} user={user} languages={languages} nav={rest} />
          </details>
        </li>
      </ul>
    </nav>
  );
}
