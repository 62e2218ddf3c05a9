/** What a place says when it has nothing to show: empty, failed, or not there yet. */
import { texts, type Lang } from '../text/index.js';
import { ButtonLink } from './button.js';
import type { LinkView } from './card.js';

export type EmptyProps = {
  /** What it means ('Er is nu niets te doen.'). */
  readonly meaning: string;
  /** The next thing to come. */
  readonly next?: string;
  readonly act?: LinkView;
};
export type ErrorStateProps = {
  readonly lang: Lang;
  /** What failed. */
  readonly failed: string;
  /** What is safe and what to do. */
  readonly advice: string;
  readonly reference?: string;
  readonly act?: LinkView;
};

/** Nothing there: what it means, what comes next, one act. */
export function Empty({ meaning, next, act }: EmptyProps) {
  return (
    <div className="empty">
      <p>
        <strong>{meaning}</strong>
      </p>
      {next && <p>{next}</p>}
      {act && (
        <p>
          <a className="strong-link" href={act.href}>
            {act.label}
          </a>
        </p>
      )}
    </div>
  );
}

/** What failed, what is safe, what to do, reference. */
export function ErrorState({ lang, failed, advice, reference, act }: ErrorStateProps) {
  return (
    <div className="empty">
      <p>
        <strong>{failed}</strong>
      </p>
      <p>{advice}</p>
      {reference && (
        <p className="meta">
          {texts(lang).look.reference} {reference}
        </p>
      )}
      {act && (
        <p>
          <ButtonLink label={act.label} href={act.href} />
        </p>
      )}
    </div>
  );
}

/** Sunken shapes of the real size; shown only after 400 ms. */
export function Loading({ lang, lines = 4 }: { readonly lang: Lang; readonly lines?: number }) {
  return (
    <div className="loading" aria-busy="true">
      <p className="vh">{texts(lang).look.loading}</p>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={`loading-line loading-line-${index % 4}`} />
      ))}
    </div>
  );
}
