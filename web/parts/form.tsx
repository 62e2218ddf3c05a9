/** Whole forms from data: fields, groups, pairs and lists of rows, with everything typed so far and the message at each field. */
import type { ReactNode } from 'react';
import { texts, type Lang } from '../text/index.js';
import { Button, DefaultButton } from './button.js';
import { Message } from './field-label.js';
import { Field } from './field.js';
import {
  fieldId,
  rowNumbers,
  type FieldErrors,
  type FieldSpec,
  type FormValues,
  type GroupSpec,
  type RowsSpec,
  type SingleSpec,
} from './field-types.js';

export type FieldsProps = {
  readonly lang: Lang;
  readonly fields: readonly FieldSpec[];
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
  /** Put before every name, with a dot; lists of rows use it for themselves. */
  readonly prefix?: string;
};

export type FormProps = {
  readonly id: string;
  readonly action: string;
  readonly csrf: string;
  /** Extra hidden fields, such as the idempotency key of this rendering. */
  readonly hidden?: { readonly [name: string]: string };
  /** The page comes back with what was typed: the script then leaves its own copy alone. */
  readonly refilled?: boolean;
  readonly children: ReactNode;
};

/** A posting form with its csrf field; typed text survives an accidental leave when scripts run. */
export function Form({ id, action, csrf, hidden = {}, refilled, children }: FormProps) {
  return (
    <form className="form" id={id} method="post" action={action} noValidate data-keep={refilled ? 'refilled' : 'yes'}>
      <DefaultButton />
      <input type="hidden" name="_csrf" value={csrf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

function Group({ spec, ...rest }: FieldsProps & { readonly spec: GroupSpec }) {
  return (
    <fieldset className="group">
      <legend>{spec.label}</legend>
      <div className="stack">
        {spec.hint && <p className="hint">{spec.hint}</p>}
        <Fields {...rest} fields={spec.fields} />
      </div>
    </fieldset>
  );
}

type RowProps = FieldsProps & {
  readonly spec: RowsSpec;
  readonly path: string;
  readonly number: string;
  readonly index: string;
};

function Row({ spec, path, number, index, ...rest }: RowProps) {
  const words = texts(rest.lang).form;
  const prefix = `${path}.${index}`;
  return (
    <fieldset className="row" data-row>
      <legend>{words.rowTitle(spec.item, number)}</legend>
      <input type="hidden" name={`${prefix}._row`} value="1" />
      <div className="row-fields">
        <Fields {...rest} fields={spec.fields} prefix={prefix} />
      </div>
      <div className="row-end">
        <Button
          look="text"
          icon="trash"
          label={words.remove}
          context={`${spec.item} ${number}`}
          name="_remove"
          value={prefix}
          skipChecks
        />
      </div>
    </fieldset>
  );
}

/** A list of rows; adding and taking away works by a submit button, and without a round trip when scripts run. */
export function RowList({ spec, prefix, values = {}, errors = {}, lang }: FieldsProps & { readonly spec: RowsSpec }) {
  const path = prefix ? `${prefix}.${spec.name}` : spec.name;
  const id = fieldId(path);
  const words = texts(lang).form;
  const present = rowNumbers(values, path);
  for (let next = 0; present.length < (spec.least ?? 0); next += 1) if (!present.includes(next)) present.push(next);
  const token = `__${spec.name}__`;
  const numberToken = `__${spec.name}_n__`;
  const row = { spec, path, values, errors, lang, fields: spec.fields };
  const message = errors[path];
  return (
    <fieldset
      className="rows field-wide"
      id={id}
      tabIndex={-1}
      data-rows={path}
      aria-describedby={message && `${id}-melding`}
    >
      <legend>
        {spec.label}
        {!spec.required && <span className="optional"> ({words.optional})</span>}
      </legend>
      {spec.hint && <p className="hint">{spec.hint}</p>}
      {message && <Message id={`${id}-melding`} error={message} />}
      <div className="rows-list" data-rows-list>
        {present.map((index, at) => (
          <Row key={index} {...row} index={String(index)} number={String(at + 1)} />
        ))}
      </div>
      <template data-row-template data-token={token} data-number-token={numberToken}>
        <Row {...row} index={token} number={numberToken} />
      </template>
      <Button icon="plus" label={words.add(spec.item)} name="_add" value={path} skipChecks />
    </fieldset>
  );
}

function Single({ spec, prefix, values = {}, errors = {}, lang }: FieldsProps & { readonly spec: SingleSpec }) {
  const name = prefix ? `${prefix}.${spec.name}` : spec.name;
  return <Field {...spec} name={name} lang={lang} value={values[name]} error={errors[name]} />;
}

/** Draws a list of fields with the values and messages that belong to their full names. */
export function Fields({ fields, ...rest }: FieldsProps) {
  const { prefix, values = {} } = rest;
  return fields.map((spec) => {
    switch (spec.kind) {
      case 'group':
        return <Group key={spec.name} {...rest} fields={fields} spec={spec} />;
      case 'rows':
        return <RowList key={spec.name} {...rest} fields={fields} spec={spec} />;
      case 'pair':
        return (
          <div key={spec.name} className="pair field-wide">
            <Fields {...rest} fields={spec.fields} />
          </div>
        );
      case 'hidden': {
        const name = prefix ? `${prefix}.${spec.name}` : spec.name;
        const typed = values[name];
        return (
          <input key={spec.name} type="hidden" name={name} value={typeof typed === 'string' ? typed : spec.value} />
        );
      }
      default:
        return <Single key={spec.name} {...rest} fields={fields} spec={spec} />;
    }
  });
}
