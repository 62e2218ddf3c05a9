// A form for one person and one trajectory: its parts with their fields, what stands in them, and what is needed before it can be sent.
import type { Facts } from '../../../workflows/facts/facts.js';
import { onlyRound } from '../../../workflows/facts/only-round.js';
import type { Form } from '../../../workflows/kit/forms.js';
import { workflowFor } from '../../../workflows/registry.js';
import type { FieldSpec, FormValues, Option } from '../../../web/parts/field-types.js';
import type { FormSection } from '../../../web/screens/form.js';
import type { Standing } from '../reader.js';
import type { ScreenWords } from '../words.js';
import { OCCURRED_AT, ON_BEHALF, SEND } from './batch.js';
import { afterShape, choiceOf, CORRECT, correctables, type Correctable } from './corrections.js';
import { fieldsOf, type FieldContext } from './fields.js';
import { formTexts } from './form-texts.js';
import { fittingIds, optionsOf } from './options.js';
import { defaultsOf, newRow, prefilled } from './prefill.js';
import { decidersFor, isHidden, sectionsOf, type Section } from './sections.js';
import { attendanceRows, onlyChoices } from './suggest.js';

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
  return { sections, shown: sections.map((section) => shownSection(section, sections, source)), whole: wholeFields(sections, source) };
}

/** What stands in the form before anybody types; `doing` is the command for which somebody came. */
export function valuesBefore({ standing, correct }: FormSource, { sections, shown }: FormModel, doing: string | undefined): FormValues {
  const asking = { workflow: standing.workflow, trajectory: standing.trajectory, context: standing.context };
  let values = prefilled(asking, sections);
  for (const section of sections) {
    if (section.command.name === doing && section.optional) {
      values = { ...values, ...(section.repeated ? newRow(asking, section, 0) : { [`${section.prefix}.${SEND}`]: 'true' }) };
    }
    const fields = innerFields(shown[section.step]?.fields ?? [], section);
    const prefixes = section.repeated ? [`${section.prefix}.0`, `${section.prefix}.__${section.prefix}__`] : [section.prefix];
    for (const prefix of prefixes) {
      const present = prefix !== `${section.prefix}.0` || values[`${prefix}._row`] !== undefined;
      if (present) values = { ...onlyChoices(fields, prefix), ...values };
    }
    values = { ...attendanceRows(section, values, standing.trajectory.facts), ...values };
    if (section.command.name === CORRECT && correct?.field !== undefined) values = { ...values, ...chosenCorrection(section, values) };
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
  const fields = section.command.name === CORRECT ? correctionFields(source) : fieldsOf(section.shapes, contextOf(section, sections, source));
  const key = section.prefix;
  if (section.repeated) {
    const rows: FieldSpec = { kind: 'rows', name: key, label: title, item: texts.commands[section.command.name] ?? texts.items.other ?? title, fields, required: !section.optional, ...(section.optional ? {} : { least: 1 }) };
    return { key, title, fields: [rows] };
  }
  const named = fields.map((field) => prefixed(field, key));
  return { key, title, fields: named, ...(section.optional ? { send: { name: `${key}.${SEND}`, label: texts.also(title) } } : {}) };
}

/** Fields whose names begin with that of their part, outside lists of rows. */
function prefixed(field: FieldSpec, prefix: string): FieldSpec {
  if (field.kind === 'group' || field.kind === 'pair') return { ...field, fields: field.fields.map((inner) => prefixed(inner, prefix)) };
  return { ...field, name: `${prefix}.${field.name}` };
}

function contextOf(section: Section, sections: readonly Section[], { standing, words, people }: FormSource): FieldContext {
  const { command } = section;
  const defaults = defaultsOf(standing, command);
  const single = onlyRound(standing.trajectory.facts) !== undefined || standing.trajectory.revision < 0;
  return {
    texts: formTexts(words.lang),
    label: (field) => words.field(command, field),
    hint: (field) => words.hint(command, field),
    choice: (field, value) => words.choice(command, field, value),
    offers: (field, value) => field !== 'workflow' || workflowFor(value) !== undefined,
    options: (ref) => choicesOf(ref, section, sections, standing, words),
    people,
    hidden: (field) => isHidden(section, sections, single, field),
    filled: (field) => defaults[field] !== undefined,
  };
}

/** What exists and fits, and what an earlier repeated part of this form will make. */
function choicesOf(ref: string, section: Section, sections: readonly Section[], { workflow, trajectory, settings, sight }: Standing, words: ScreenWords): Option[] {
  const all = optionsOf(ref, { lang: words.lang, facts: trajectory.facts, municipalities: settings.municipalities, sealedText: sight.text });
  const machine = workflow.machines.get(ref);
  const stepped = machine?.events.has(section.command.event) === true && workflow.homes.get(section.command.name)?.kind === 'entity';
  const fitting = machine && stepped ? fittingIds(trajectory, ref, (value) => machine.takes(value, section.command.event)) : undefined;
  return [...(fitting ? all.filter(({ value }) => fitting.has(value)) : all), ...madeAbove(ref, section, sections, words)];
}

/** Rows of an earlier part that can be named before they exist. */
const ROWS_ABOVE = 3;
function madeAbove(ref: string, section: Section, sections: readonly Section[], words: ScreenWords): Option[] {
  const maker = sections.find(({ step, repeated, command }) => step < section.step && repeated && command.makes.includes(`${ref}Id`));
  if (!maker) return [];
  const what = words.part(ref) === ref ? words.field(section.command, `${ref}Id`) : words.part(ref);
  return Array.from({ length: ROWS_ABOVE }, (_, row) => ({ value: `@${maker.step}.${row}.${ref}Id`, label: formTexts(words.lang).newAbove(what, row + 1) }));
}

function correctionFields({ standing, words, correct }: FormSource): FieldSpec[] {
  const texts = formTexts(words.lang).correct;
  const { workflow, trajectory, sight } = standing;
  const found = correctables(workflow, trajectory, sight, correct?.event).filter(({ field }) => correct?.field === undefined || field === correct.field);
  const commandOf = new Map([...workflow.commands.values()].map(({ name, event }) => [event, name]));
  const options = found.map((one) => ({ value: choiceOf(one), label: correctableLabel(one, words, commandOf.get(one.event.type) ?? '') }));
  const [only] = found;
  const after: FieldSpec[] =
    only && found.length === 1
      ? fieldsOf(new Map([['after', afterShape(only)]]), afterContext(only, words))
      : [{ kind: 'text', name: 'after', label: texts.after, hint: texts.afterHint, required: true }];
  return [
    { kind: 'select', name: 'what', label: texts.what, hint: texts.whatHint, options, required: true },
    ...after,
    { kind: 'textarea', name: 'reason', label: texts.reason, hint: formTexts(words.lang).privacy, lines: 3, required: true },
  ];
}

function afterContext({ event, leaf }: Correctable, words: ScreenWords): FieldContext {
  const texts = formTexts(words.lang);
  const key = leaf.path.findLast((step) => step !== '*') ?? '';
  return {
    texts,
    label: () => texts.correct.after,
    hint: () => undefined,
    choice: (_field, value) => words.choice({ event: event.type }, key, value),
    offers: () => true,
    options: () => [],
    people: [],
    hidden: () => false,
    filled: () => false,
  };
}

/** '18 · Gesprek vastleggen · Aantal: 21'. */
function correctableLabel({ event, leaf, value }: Correctable, words: ScreenWords, command: string): string {
  const key = leaf.path.findLast((step) => step !== '*') ?? '';
  const text = typeof value === 'string' ? words.choice({ event: event.type }, key, value) : String(value);
  return [String(event.meta.revision + 1), words.command(command), `${words.field({ event: event.type }, key)}: ${text.length > 60 ? `${text.slice(0, 60).toWellFormed()} …` : text}`].join(' · ');
}

function wholeFields(sections: readonly Section[], source: FormSource): FieldSpec[] {
  return [...behalfFields(sections, source), ...whenField(sections, source)];
}

/** For whom a decision is recorded, when the reader's roles may not take it but may write it down. */
function behalfFields(sections: readonly Section[], { standing, words, people }: FormSource): FieldSpec[] {
  const deciders = decidersFor(sections, standing.roles);
  if (deciders.length === 0 || !standing.roles.some((role) => RECORDERS.includes(role))) return [];
  const texts = formTexts(words.lang).behalf;
  const documents = optionsOf('document', { lang: words.lang, facts: standing.trajectory.facts, municipalities: new Map(), sealedText: false });
  const fields: FieldSpec[] = [
    { kind: 'select', name: ON_BEHALF.role, label: texts.role, options: deciders.map((value) => ({ value, label: words.role(value) })) },
    { kind: 'text', name: ON_BEHALF.function, label: texts.function, hint: texts.functionHint, maxLength: 200 },
    { kind: 'select', name: ON_BEHALF.ref, label: texts.ref, hint: texts.refHint, options: people },
    { kind: 'date', name: ON_BEHALF.on, label: texts.on, max: standing.today },
    { kind: 'textarea', name: ON_BEHALF.text, label: texts.text, hint: texts.textHint, lines: 3, maxLength: 4_000 },
    ...(documents.length > 0 ? [{ kind: 'select', name: ON_BEHALF.document, label: texts.document, options: documents } as const] : []),
  ];
  return [{ kind: 'group', name: 'behalf', label: texts.title, hint: texts.hint, fields }];
}
const RECORDERS: readonly string[] = ['processCoordinator', 'projectLeader', 'communicationAdviser', 'clerk'];

/** When it was, for commands that have no day of their own. */
function whenField(sections: readonly Section[], { standing, words }: FormSource): FieldSpec[] {
  const dated = sections.some(({ shapes }) => shapes.has('on') || shapes.has('happenedOn'));
  if (dated || standing.trajectory.revision < 0) return [];
  const { label, hint } = formTexts(words.lang).when;
  return [{ kind: 'datetime', name: OCCURRED_AT, label, hint }];
}

/** Accounts as choices: their function names. */
export function peopleOf(accounts: readonly { ref: string; name: string; active: boolean; grants: readonly { municipalityId?: string }[] }[], facts: Facts): Option[] {
  const here = (id: string | undefined): boolean => id === undefined || facts.municipalityIds.length === 0 || facts.municipalityIds.includes(id);
  const fitting = accounts.filter(({ active, grants }) => active && grants.some(({ municipalityId }) => here(municipalityId)));
  return fitting.map(({ ref, name }) => ({ value: ref, label: name })).sort((a, b) => a.label.localeCompare(b.label, 'nl'));
}
