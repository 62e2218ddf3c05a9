/** Buttons and links that look like buttons; a closed act shows its gate instead of a disabled button, only the past has locked ones. */
import { texts, type Lang } from '../text/index.js';
import { Icon, type IconName } from './icon.js';

export type ButtonLook = 'solid' | 'outlined' | 'text';

/** `label` is complete on its own; `context` is read out after it ('van Fietsroute Oosterdijk'). */
type Common = {
  readonly label: string;
  readonly context?: string;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly inline?: boolean;
};
/** `form` names a form elsewhere on the page; `skipChecks` sends without the browser checking fields (add a row, save a draft). */
export type ButtonProps = Common & {
  readonly name?: string;
  readonly value?: string;
  readonly type?: 'submit' | 'button';
  readonly form?: string;
  readonly formAction?: string;
  readonly skipChecks?: boolean;
};
export type ButtonLinkProps = Common & { readonly href: string };

function className(look: ButtonLook, inline: boolean | undefined): string {
  return `button button-${look}${inline ? ' button-inline' : ''}`;
}

function Content({ label, context, icon }: Common) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>
        {label}
        {context && <span className="vh"> {context}</span>}
      </span>
    </>
  );
}

/** A submit button (outlined unless told otherwise); one solid button per card at most. */
export function Button({
  look = 'outlined',
  type = 'submit',
  name,
  value,
  form,
  formAction,
  skipChecks,
  ...content
}: ButtonProps) {
  return (
    <button
      className={className(look, content.inline)}
      type={type}
      name={name}
      value={value}
      form={form}
      formAction={formAction}
      formNoValidate={skipChecks}
    >
      <Content {...content} />
    </button>
  );
}

/**
 * What Enter in a field presses: a form's first submit button, which without this would be 'weghalen' or 'overslaan'.
 * Nobody sees or reaches it; `form` names the form when this stands outside it.
 */
export function DefaultButton({ form }: { readonly form?: string }) {
  return <button className="vh" type="submit" form={form} tabIndex={-1} aria-hidden="true" />;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ look = 'outlined', href, ...content }: ButtonLinkProps) {
  return (
    <a className={className(look, content.inline)} href={href}>
      <Content {...content} />
    </a>
  );
}

/** The locked button of the past: it says 'alleen kijken' and can be reached, but does nothing. */
export function LockedButton({ lang, context }: { readonly lang: Lang; readonly context?: string }) {
  return (
    <button className="button button-locked" type="button" aria-disabled="true">
      <Content label={texts(lang).look.onlyLook} context={context} icon="lock-simple" />
    </button>
  );
}
