/** Fields as data: what a form screen or a generated form hands to the form parts, and the names, ids and row numbers that follow from it. */

export type Option = { readonly value: string; readonly label: string; readonly hint?: string };
/** `name` is relative to the row it stands in; `required` left out means the label says it may stay empty. */
type Base = { readonly name: string; readonly label: string; readonly hint?: string; readonly required?: boolean };

export type TextSpec = Base & {
  readonly kind: 'text';
  readonly input?: 'text' | 'email' | 'password' | 'url' | 'tel';
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly short?: boolean;
  readonly suggestions?: readonly string[];
};
export type TextareaSpec = Base & { readonly kind: 'textarea'; readonly lines?: number; readonly maxLength?: number };
export type NumberSpec = Base & { readonly kind: 'number'; readonly min?: number; readonly max?: number };
/** Dates as 2026-04-28, moments as 2026-04-28T19:00, both as the browser's own control writes them. */
export type DateSpec = Base & { readonly kind: 'date' | 'datetime'; readonly min?: string; readonly max?: string };
/** Money is typed in euros ('1.234,50'), hours with a comma ('7,5'); the value keeps what was typed. */
export type AmountSpec = Base & { readonly kind: 'money' | 'hours' };
export type ChoiceSpec = Base & {
  readonly kind: 'select' | 'radio' | 'checkboxes';
  readonly options: readonly Option[];
  /** What a select says while nothing is chosen; default 'Kies'. */
  readonly empty?: string;
};
/** A single checkbox; checked sends 'true', unchecked sends nothing. */
export type CheckboxSpec = Base & { readonly kind: 'checkbox' };
export type HiddenSpec = { readonly kind: 'hidden'; readonly name: string; readonly value?: string };
/** Fields under one legend; the group adds nothing to their names. */
export type GroupSpec = {
  readonly kind: 'group';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly fields: readonly FieldSpec[];
};
/** Two fields that belong together, side by side. */
export type PairSpec = { readonly kind: 'pair'; readonly name: string; readonly fields: readonly FieldSpec[] };
/** Many rows of the same fields; names become `name.0.field`. `item` is the word for one row ('groep'); `least` rows are always there. */
export type RowsSpec = Base & {
  readonly kind: 'rows';
  readonly item: string;
  readonly fields: readonly FieldSpec[];
  readonly least?: number;
};

export type SingleSpec = TextSpec | TextareaSpec | NumberSpec | DateSpec | AmountSpec | ChoiceSpec | CheckboxSpec;
export type FieldSpec = SingleSpec | HiddenSpec | GroupSpec | PairSpec | RowsSpec;

/** What was typed, by full name, as a form posts it; many values under one name are a list. */
export type FormValues = { readonly [name: string]: string | readonly string[] | undefined };
/** A message at a field; `never` draws the octagon of what may never be skipped. */
export type FieldMessage = string | { readonly text: string; readonly never?: boolean };
/** Messages by full field name. */
export type FieldErrors = { readonly [name: string]: FieldMessage | undefined };

/** The html id of a field, to link to from a refusal: fieldId('groups.0.size') = 'veld-groups-0-size'. */
export function fieldId(name: string): string {
  return `veld-${name.replace(/[^a-zA-Z0-9_-]/g, '-')}`;
}

/** The numbers of the rows that a set of values holds for one list, ascending; gaps are allowed (a row was taken away). */
export function rowNumbers(values: FormValues, path: string): number[] {
  const found = new Set<number>();
  for (const name of Object.keys(values)) {
    if (!name.startsWith(`${path}.`)) continue;
    const number = /^(\d{1,4})(\.|$)/.exec(name.slice(path.length + 1))?.[1];
    if (number !== undefined) found.add(Number(number));
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * The values after the button 'toevoegen' (`_add` = path of the list) or 'weghalen' (`_remove` = path and number of the row),
 * or undefined when neither was pressed: then the form was really sent. The marker `path.n._row` keeps an empty row alive.
 */
export function applyRowAction(values: FormValues): FormValues | undefined {
  const { _add, _remove, ...rest } = values;
  if (typeof _add === 'string') {
    const next = (rowNumbers(rest, _add).at(-1) ?? -1) + 1;
    return { ...rest, [`${_add}.${next}._row`]: '1' };
  }
  if (typeof _remove === 'string') {
    return Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith(`${_remove}.`)));
  }
  return undefined;
}
