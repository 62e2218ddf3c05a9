/** Ways through a list: filter links, pages, and facts as a definition list; all of them live in the URL. */
import type { ReactNode } from 'react';
import { texts, type Lang } from '../text/index.js';

export type FilterLink = { readonly label: string; readonly href: string; readonly current?: boolean };
export type Definition = { readonly term: string; readonly value: ReactNode };

/** Filters as links; `look` 'segment' is a pair such as Intern / Openbaar. */
export function FilterLinks({
  label,
  links,
  look = 'pills',
}: {
  label: string;
  links: readonly FilterLink[];
  look?: 'pills' | 'segment';
}) {
  return (
    <nav aria-label={label}>
      <ul className={`filter-links filter-${look}`}>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current ? 'true' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export type PaginationProps = {
  readonly lang: Lang;
  readonly page: number;
  readonly pages: number;
  readonly previous?: string;
  readonly next?: string;
};

/** Previous and next with the number of the page; nothing when there is one page. */
export function Pagination({ lang, page, pages, previous, next }: PaginationProps) {
  if (pages <= 1) return null;
  const words = texts(lang).list;
  return (
    <nav className="pagination" aria-label={words.pages}>
      {previous && (
        <a href={previous} rel="prev">
          {words.previous}
        </a>
      )}
      <span className="meta">{words.page(page, pages)}</span>
      {next && (
        <a href={next} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}

/** Terms and values; small facts side by side, on a phone below each other. */
export function DefinitionList({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl className="definitions">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
