/** One field: label, hint, message with its shape, control. The message and the hint are tied to the control, the label is never a placeholder. */
import { texts } from '../text/index.js';
import { CheckboxControl, ChoiceList, SelectControl } from './field-choice.js';
import { LabelText, Message, type ControlProps, type FieldProps } from './field-label.js';
import { fieldId, type AmountSpec, type DateSpec, type NumberSpec } from './field-types.js';

export type { FieldProps } from './field-label.js';

type Bounded = NumberSpec | DateSpec;

/** The text typed so far; a list has no place in a single control and shows its first value. */
function typed(value: FieldProps['value']): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

function TextControl({
  field,
  control,
}: {
  readonly field: FieldProps & { kind: 'text' };
  readonly control: ControlProps;
}) {
  const list = field.suggestions && `${control.id}-lijst`;
  return (
    <>
      <input
        {...control}
        className={field.short ? 'control control-short' : 'control'}
        type={field.input ?? 'text'}
        autoComplete={field.autocomplete}
        maxLength={field.maxLength}
        list={list}
        defaultValue={field.input === 'password' ? undefined : typed(field.value)}
      />
      {list && (
        <datalist id={list}>
          {field.suggestions?.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Numbers, dates and moments: the browser's own controls, with their bounds. */
function BoundedControl({ field, control }: { readonly field: FieldProps & Bounded; readonly control: ControlProps }) {
  const types = { number: 'number', date: 'date', datetime: 'datetime-local' } as const;
  return (
    <input
      {...control}
      className="control control-short"
      type={types[field.kind]}
      min={field.min}
      max={field.max}
      defaultValue={typed(field.value)}
    />
  );
}

/** Money and hours are typed as text, because a comma and dots for thousands are how people write them. */
function AmountControl({
  field,
  control,
}: {
  readonly field: FieldProps & AmountSpec;
  readonly control: ControlProps;
}) {
  const words = texts(field.lang).form;
  return (
    <div className="control-affix">
      <input
        {...control}
        className="control"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={typed(field.value)}
      />
      <span className="meta">{field.kind === 'money' ? words.euro : words.hours}</span>
    </div>
  );
}

function Control({ field, control }: { readonly field: FieldProps; readonly control: ControlProps }) {
  const value = typed(field.value);
  switch (field.kind) {
    case 'text':
      return <TextControl field={field} control={control} />;
    case 'textarea': {
      const { lines = 4, maxLength } = field;
      return <textarea {...control} className="control" rows={lines} maxLength={maxLength} defaultValue={value} />;
    }
    case 'number':
    case 'date':
    case 'datetime':
      return <BoundedControl field={field} control={control} />;
    case 'money':
    case 'hours':
      return <AmountControl field={field} control={control} />;
    case 'select':
      return (
        <SelectControl control={control} options={field.options} value={value} empty={field.empty} lang={field.lang} />
      );
    default:
      return null;
  }
}

/** Any single field; see field-types.ts for the kinds. Its control has the id fieldId(name). */
export function Field(field: FieldProps) {
  const id = fieldId(field.name);
  const describedBy =
    [field.hint && `${id}-hint`, field.error && `${id}-melding`].filter(Boolean).join(' ') || undefined;
  const control: ControlProps = {
    id,
    name: field.name,
    required: field.required,
    form: field.form,
    'aria-describedby': describedBy,
    'aria-invalid': field.error ? 'true' : undefined,
  };
  const hint = field.hint && (
    <p className="hint" id={`${id}-hint`}>
      {field.hint}
    </p>
  );
  const message = field.error && <Message id={`${id}-melding`} error={field.error} />;
  if (field.kind === 'radio' || field.kind === 'checkboxes') {
    return <ChoiceList field={field} control={control} hint={hint} message={message} />;
  }
  if (field.kind === 'checkbox') {
    return <CheckboxControl field={field} control={control} hint={hint} message={message} />;
  }
  return (
    <div className={field.kind === 'textarea' ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>
        <LabelText field={field} />
      </label>
      {hint}
      {message}
      <Control field={field} control={control} />
    </div>
  );
}
