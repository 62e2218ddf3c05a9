/** Controls that choose: select, radios, one checkbox, many checkboxes; lists of choices stand in a fieldset whose legend is the label. */
import type { ReactNode } from 'react';
import { texts, type Lang } from '../text/index.js';
import { LabelText, type ControlProps, type FieldProps } from './field-label.js';
import type { CheckboxSpec, ChoiceSpec, Option } from './field-types.js';

type Extras = { readonly control: ControlProps; readonly hint: ReactNode; readonly message: ReactNode };
type Shared = Pick<FieldProps, 'lang' | 'value'>;

type SelectProps = {
  readonly control: ControlProps;
  readonly options: readonly Option[];
  readonly value?: string;
  readonly empty?: string;
  readonly lang: Lang;
};

/** A native select that begins with 'Kies', so that nothing is chosen by accident. */
export function SelectControl({ control, options, value, empty, lang }: SelectProps) {
  return (
    <select {...control} className="control" defaultValue={value ?? ''}>
      <option value="">{empty ?? texts(lang).form.choose}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

type ChoiceProps = {
  readonly option: Option;
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  readonly required?: boolean;
};

function Choice({ option, type, id, name, checked, required }: ChoiceProps) {
  const hintId = option.hint && `${id}-hint`;
  return (
    <div className="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        defaultChecked={checked}
        required={required}
        aria-describedby={hintId}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint && (
        <p className="hint" id={hintId}>
          {option.hint}
        </p>
      )}
    </div>
  );
}

/** Radios (one) or checkboxes (many); the fieldset carries the id of the field, so a link can move the focus to it. */
export function ChoiceList({ field, control, hint, message }: Extras & { readonly field: ChoiceSpec & Shared }) {
  const chosen = typeof field.value === 'string' ? [field.value] : (field.value ?? []);
  const radio = field.kind === 'radio';
  return (
    <fieldset className="field field-wide" id={control.id} tabIndex={-1} aria-describedby={control['aria-describedby']}>
      <legend>
        <LabelText field={field} />
      </legend>
      {hint}
      {message}
      <div className={message ? 'choices choices-invalid' : 'choices'}>
        {field.options.map((option) => (
          <Choice
            key={option.value}
            option={option}
            type={radio ? 'radio' : 'checkbox'}
            id={`${control.id}-${option.value}`}
            name={control.name}
            checked={chosen.includes(option.value)}
            required={radio && field.required}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** One checkbox with its own label; checked sends 'true'. */
export function CheckboxControl({ field, control, hint, message }: Extras & { readonly field: CheckboxSpec & Shared }) {
  const value = typeof field.value === 'string' ? field.value : field.value?.[0];
  return (
    <div className="field">
      {message}
      <div className="choice">
        <input {...control} type="checkbox" value="true" defaultChecked={value === 'true' || value === 'on'} />
        <label htmlFor={control.id}>{field.label}</label>
        {hint}
      </div>
    </div>
  );
}
