/** Cards: white, hairline, never inside each other. The owed card is one card, one reason, one button; act lines tell what can be done now. */
import type { ReactNode } from 'react';
import type { Lang } from '../text/index.js';
import { ButtonLink, LockedButton } from './button.js';
import { Chip, type ChipView } from './chips.js';
import { NeedList, type NeedView } from './needs.js';
import { Gate, type GateView } from './shapes.js';

export type LinkView = { readonly label: string; readonly href: string };
export type CardProps = {
  readonly title?: string;
  /** Html id of the card; the heading gets the same with '-kop'. */
  readonly id?: string;
  /** Small text beside the heading ('64 regels'). */
  readonly note?: string;
  readonly link?: LinkView;
  /** Stream whose changes renew this card, or '*'; needs `id`. */
  readonly live?: string;
  readonly children: ReactNode;
};
export type OwedCardProps = {
  /** Html id and key for live renewal. */
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** Phase and round. */
  readonly where: string;
  /** One sentence of at most two lines. */
  readonly reason: string;
  readonly chip?: ChipView;
  readonly act: LinkView;
  /** Late makes the button solid. */
  readonly late?: boolean;
};
/** One line of 'Wat kan nu': an act with its button, or a closed gate with what it needs. */
export type ActLineView = {
  readonly key: string;
  readonly title: string;
  /** Where the title leads, for a line whose act is closed. */
  readonly href?: string;
  readonly note?: string;
  readonly act?: LinkView;
  /** In the past: it could be done then, and is only to be read. */
  readonly locked?: boolean;
  readonly solid?: boolean;
  readonly gate?: GateView;
  readonly needs?: readonly NeedView[];
};

/** A card; with `live` its content is renewed when that stream changes. */
export function Card({ title, id, note, link, live, children }: CardProps) {
  return (
    <section className="card" id={id} data-live={live} data-fragment={live && id}>
      {title && (
        <div className="card-head">
          <h2 id={id && `${id}-kop`}>
            {title}
            {note && <span className="meta">{note}</span>}
          </h2>
          {link && (
            <a className="card-links" href={link.href}>
              {link.label}
              <span className="vh"> ({title})</span>
            </a>
          )}
        </div>
      )}
      {children}
    </section>
  );
}

/** What someone owes: name, where, reason, age, one act. */
export function OwedCard({ id, name, href, where, reason, chip, act, late }: OwedCardProps) {
  return (
    <article className="card owed" id={id} data-key={id} aria-labelledby={`${id}-naam`}>
      <div className="owed-head">
        <div>
          <h3 id={`${id}-naam`}>
            <a href={href}>{name}</a>
          </h3>
          <p className="meta">{where}</p>
        </div>
        {chip && <Chip chip={chip} />}
      </div>
      <div className="owed-foot">
        <p>{reason}</p>
        <ButtonLink look={late ? 'solid' : 'outlined'} label={act.label} context={`(${name})`} href={act.href} />
      </div>
    </article>
  );
}

/** The lines of 'Wat kan nu': possible first, then waiting, then closed gates; the caller orders and cuts to eight. */
export function ActLines({ lines, lang }: { readonly lines: readonly ActLineView[]; readonly lang: Lang }) {
  return (
    <ul className="lines">
      {lines.map((line) => (
        <li key={line.key} data-key={line.key}>
          <div className="act-line">
            <h3>{line.href ? <a href={line.href}>{line.title}</a> : line.title}</h3>
            {line.act && (
              <ButtonLink
                look={line.solid ? 'solid' : 'outlined'}
                label={line.act.label}
                context={`(${line.title})`}
                href={line.act.href}
                inline
              />
            )}
            {line.locked && <LockedButton lang={lang} context={`(${line.title})`} />}
            {!line.act && line.gate && <Gate gate={line.gate} lang={lang} />}
            {line.note && <p className="meta">{line.note}</p>}
          </div>
          {line.needs && line.needs.length > 0 && <NeedList needs={line.needs} lang={lang} small />}
        </li>
      ))}
    </ul>
  );
}
