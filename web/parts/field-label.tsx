/** What every field shares: its props, the words of its label, and the message that stands above its control. */
import { texts, type Lang } from '../text/index.js';
import type { FieldMessage, SingleSpec } from './field-types.js';
import { UrgencyShape } from './shapes.js';

/** A field with its full name, what was typed and the message it got. */
export type FieldProps = SingleSpec & {
  readonly lang: Lang;
  readonly value?: string | readonly string[];
  readonly error?: FieldMessage;
  /** Id of the form the control belongs to, when it stands outside it. */
  readonly form?: string;
};

/** What a control needs to be tied to its label, hint and message. */
export type ControlProps = {
  readonly id: string;
  readonly name: string;
  readonly required?: boolean;
  readonly form?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
};

/** Message with its shape: triangle, or octagon for what may never be skipped. */
export function Message({ id, error }: { readonly id: string; readonly error: FieldMessage }) {
  const { text, never } = typeof error === 'string' ? { text: error, never: false } : error;
  return (
    <p className="message" id={id}>
      <UrgencyShape level={never ? 'late' : 'attention'} />
      <span>{text}</span>
    </p>
  );
}

/** The label's text, with the words that tell it may stay empty. */
export function LabelText({ field }: { readonly field: Pick<FieldProps, 'label' | 'required' | 'lang'> }) {
  return (
    <>
      {field.label}
      {!field.required && <span className="optional"> ({texts(field.lang).form.optional})</span>}
    </>
  );
}
