/** Looking at a past day: the banner with its two questions and the way back, and the field in which a day is chosen. */
import type { Lang } from '../text/index.js';
import { Button, ButtonLink } from './button.js';
import { Icon } from './icon.js';

type Question = { readonly text: string; readonly note: string; readonly href: string; readonly current: boolean };
export type PastView = {
  /** 'U kijkt naar 3 maart 2026'. */
  readonly title: string;
  /** What the choice between the questions is called. */
  readonly label: string;
  readonly questions: readonly Question[];
  readonly back: { readonly label: string; readonly href: string };
};
export type DayFieldProps = {
  readonly lang: Lang;
  readonly action: string;
  /** What else stays in the address. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly label: string;
  readonly button: string;
  /** Days as YYYY-MM-DD. */
  readonly value?: string;
  readonly max: string;
};

/** The banner of the past: links that look like a choice, so that it works without script. */
export function PastBanner({ past, wide }: { readonly past: PastView; readonly wide?: boolean }) {
  return (
    <div className="past-banner">
      <div className={wide ? 'wrap wrap-wide' : 'wrap'}>
        <p className="past-title">
          <Icon name="clock-counter-clockwise" />
          <strong>{past.title}</strong>
        </p>
        <nav aria-label={past.label}>
          <ul>
            {past.questions.map((question) => (
              <li key={question.href}>
                <a href={question.href} aria-current={question.current ? 'true' : undefined}>
                  <span className="past-ring" aria-hidden="true" />
                  <span>
                    <strong>{question.text}</strong>
                    <span className="past-note">{question.note}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ButtonLink label={past.back.label} href={past.back.href} />
      </div>
    </div>
  );
}

/** A day and a button: a plain form that leads to the same page as of that day. */
export function DayField({ lang, action, hidden, label, button, value, max }: DayFieldProps) {
  return (
    <form className="day-field" method="get" action={action} lang={lang}>
      {Object.entries(hidden)
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
      <label htmlFor="kijk-naar-dag">{label}</label>
      <input
        className="control control-short"
        id="kijk-naar-dag"
        type="date"
        name="asOf"
        defaultValue={value}
        max={max}
        required
      />
      <Button label={button} inline />
    </form>
  );
}
