/** Signals as lines: the name, how urgent and how old, one sentence that says why, and the act that clears it. */
import type { LinkView } from './card.js';
import { ButtonLink } from './button.js';
import { Chip, type ChipView } from './chips.js';

export type SignalLineView = {
  readonly key: string;
  /** Name of the signal, or of the trajectory in a list of one kind. */
  readonly title: string;
  readonly href?: string;
  readonly reason: string;
  readonly chip: ChipView;
  readonly note?: string;
  /** To all that one signal over several trajectories is about. */
  readonly more?: LinkView;
  /** The command that clears it, for who may give it. */
  readonly act?: LinkView;
  readonly solid?: boolean;
  readonly wait?: LinkView;
};

/** The lines, in the order in which they come: the caller puts the worst first. */
export function SignalLines({ lines }: { readonly lines: readonly SignalLineView[] }) {
  return (
    <ul className="lines signal-lines">
      {lines.map(({ key, title, href, reason, chip, note, more, act, solid, wait }) => (
        <li key={key} data-key={key}>
          <div className="signal-head">
            <h3>{href ? <a href={href}>{title}</a> : title}</h3>
            <Chip chip={chip} />
          </div>
          <p>{reason}</p>
          {note && <p className="meta">{note}</p>}
          {more && (
            <p>
              <a href={more.href}>{more.label}</a>
            </p>
          )}
          {(act ?? wait) && (
            <div className="button-row">
              {act && (
                <ButtonLink
                  look={solid ? 'solid' : 'outlined'}
                  label={act.label}
                  context={`(${title})`}
                  href={act.href}
                  inline
                />
              )}
              {wait && <ButtonLink look="text" label={wait.label} context={`(${title})`} href={wait.href} inline />}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
