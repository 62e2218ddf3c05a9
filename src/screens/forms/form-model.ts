// A form for one person and one trajectory: its parts with their fields, what stands in them, and what is needed before it can be sent.
import type { Facts } from '../../../workflows/facts/facts.js';
import { onlyRound } from '../../../workflows/facts/only-round.js';
import type { Form } from '../../../workflows/kit/forms.js';
import { workflowFor } from '../../../workflows/registry.js';
import type { FieldSpec, FormValues, Option } from '../../../web/parts/field-types.js';
import type { FormSection } from '../../../web/screens/form.js';
import type { Standing } from '../reader.js';
import type { ScreenWords } from '../words.js';
import { SEND } from './batch.js';
import { correctionFields } from './correction-fields.js';
import { CORRECT } from './corrections.js';
import { fieldsOf, type FieldContext } from './fields.js';
import { formTexts } from './form-texts.js';
import { fittingIds, optionsOf } from './options.js';
import { defaultsOf, newRow, prefilled } from './prefill.js';
import { isHidden, sectionsOf, type Section } from './sections.js';
import { attendanceRows, onlyChoices } from './suggest.js';
import { wholeFields } from './whole-fields.js';

export interface FormSource {
  standing: Standing;
  form: Pick<Form, 'commands'>;
  words: ScreenWords;
  people: readonly Option[];
  /** From the address: the event and the field to set right. */
  correct?: { event: string; field?: string };
}

export interface FormModel {
  sections: Section[];
  /** The same as the page shows them, in the same order. */
  shown: FormSection[];
  whole: FieldSpec[];
}

/** Parts and fields. */
export function formModel(source: FormSource): FormModel {
  const { standing, form } = source;
  const sections = sectionsOf(standing.workflow, form);
  return {
    sections,
    shown: sections.map((section) => shownSection(section, sections, source)),
    whole: wholeFields(sections, source),
  };
}

/** What stands in the form before anybody types; `doing` is the command for which somebody came. */
export function valuesBefore(
  { standing, correct }: FormSource,
  { sections, shown }: FormModel,
  doing: string | undefined,
): FormValues {
  const asking = { workflow: standing.workflow, trajectory: standing.trajectory, context: standing.context };
  let values = prefilled(asking, sections);
  for (const section of sections) {
    if (section.command.name === doing && section.optional) {
      values = {
        ...values,
        ...(section.repeated ? newRow(asking, section, 0) : { [`${section.prefix}.${SEND}`]: 'true' }),
      };
    }
    const fields = innerFields(shown[section.step]?.fields ?? [], section);
    const prefixes = section.repeated
      ? [`${section.prefix}.0`, `${section.prefix}.__${section.prefix}__`]
      : [section.prefix];
    for (const prefix of prefixes) {
      const present = prefix !== `${section.prefix}.0` || values[`${prefix}._row`] !== undefined;
      if (present) values = { ...onlyChoices(fields, prefix), ...values };
    }
    values = { ...attendanceRows(section, values, standing.trajectory.facts), ...values };
    if (section.command.name === CORRECT && correct?.field !== undefined)
      values = { ...values, ...chosenCorrection(section, values) };
  }
  return values;
}

/** Of a repeated part the fields of one row. */
function innerFields(fields: readonly FieldSpec[], { repeated }: Section): readonly FieldSpec[] {
  const [first] = fields;
  return repeated && first?.kind === 'rows' ? first.fields : fields;
}

function chosenCorrection({ prefix, repeated }: Section, values: FormValues): FormValues {
  return repeated ? { [`${prefix}.0._row`]: '1' } : values;
}

function shownSection(section: Section, sections: readonly Section[], source: FormSource): FormSection {
  const { words } = source;
  const texts = formTexts(words.lang);
  const title = words.command(section.command.name);
  const fields =
    section.command.name === CORRECT
      ? correctionFields(source)
      : fieldsOf(section.shapes, contextOf(section, sections, source));
  const key = section.prefix;
  if (section.repeated) {
    const rows: FieldSpec = {
      kind: 'rows',
      name: key,
      label: title,
      item: texts.commands[section.command.name] ?? texts.items.other ?? title,
      fields,
      required: !section.optional,
      ...(section.optional ? {} : { least: 1 }),
    };
    return { key, title, fields: [rows] };
  }
  const named = fields.map((field) => prefixed(field, key));
  return {
    key,
    title,
    fields: named,
    ...(section.optional ? { send: { name: `${key}.${SEND}`, label: texts.also(title) } } : {}),
  };
}

/** Fields whose names begin with that of their part, outside lists of rows. */
function prefixed(field: FieldSpec, prefix: string): FieldSpec {
  if (field.kind === 'group' || field.kind === 'pair')
    return { ...field, fields: field.fields.map((inner) => prefixed(inner, prefix)) };
  return { ...field, name: `${prefix}.${field.name}` };
}

function contextOf(
  section: Section,
  sections: readonly Section[],
  { standing, words, people }: FormSource,
): FieldContext {
  const { command } = section;
  const defaults = defaultsOf(standing, command);
  const single = onlyRound(standing.trajectory.facts) !== undefined || standing.trajectory.revision < 0;
  return {
    texts: formTexts(words.lang),
    label: (field) => words.field(command, field),
    hint: (field) => words.hint(command, field),
    choice: (field, value) => words.choice(command, field, value),
    offers: (field, value) => (field === 'workflow' ? workflowFor(value) !== undefined : !NEVER_HELD.includes(value)),
    options: (ref) => choicesOf(ref, section, sections, standing, words),
    people,
    hidden: (field) => isHidden(section, sections, single, field),
    filled: (field) => defaults[field] !== undefined,
  };
}

/** Roles that nobody is given: what the engine does by itself, and whoever reads along. */
const NEVER_HELD: readonly string[] = ['system', 'publicReader'];

/** What exists and fits, and what an earlier repeated part of this form will make. */
function choicesOf(
  ref: string,
  section: Section,
  sections: readonly Section[],
  { workflow, trajectory, settings, sight }: Standing,
  words: ScreenWords,
): Option[] {
  const all = optionsOf(ref, {
    lang: words.lang,
    facts: trajectory.facts,
    municipalities: settings.municipalities,
    sealedText: sight.text,
    trajectoryId: trajectory.id,
  });
  const machine = workflow.machines.get(ref);
  const stepped =
    machine?.events.has(section.command.event) === true && workflow.homes.get(section.command.name)?.kind === 'entity';
  const fitting =
    machine && stepped
      ? fittingIds(trajectory, ref, (value) => machine.takes(value, section.command.event))
      : undefined;
  return [
    ...(fitting ? all.filter(({ value }) => fitting.has(value)) : all),
    ...madeAbove(ref, section, sections, words),
  ];
}

/** Rows of an earlier part that can be named before they exist. */
const ROWS_ABOVE = 3;
function madeAbove(ref: string, section: Section, sections: readonly Section[], words: ScreenWords): Option[] {
  const maker = sections.find(
    ({ step, repeated, command }) => step < section.step && repeated && command.makes.includes(`${ref}Id`),
  );
  if (!maker) return [];
  const what = words.part(ref) === ref ? words.field(section.command, `${ref}Id`) : words.part(ref);
  return Array.from({ length: ROWS_ABOVE }, (_, row) => ({
    value: `@${maker.step}.${row}.${ref}Id`,
    label: formTexts(words.lang).newAbove(what, row + 1),
  }));
}

/** Accounts as choices: their function names. */
export function peopleOf(
  accounts: readonly { ref: string; name: string; active: boolean; grants: readonly { municipalityId?: string }[] }[],
  facts: Facts,
): Option[] {
  const here = (id: string | undefined): boolean =>
    id === undefined || facts.municipalityIds.length === 0 || facts.municipalityIds.includes(id);
  const fitting = accounts.filter(
    ({ active, grants }) => active && grants.some(({ municipalityId }) => here(municipalityId)),
  );
  return fitting
    .map(({ ref, name }) => ({ value: ref, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
}
