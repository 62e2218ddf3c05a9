// The fields of setting a fact right: what is not right, as a choice of values in force, and what it should be.
import type { FieldSpec } from '../../../web/parts/field-types.js';
import type { ScreenWords } from '../words.js';
import { afterShape, choiceOf, correctables, type Correctable } from './corrections.js';
import { fieldsOf, type FieldContext } from './fields.js';
import type { FormSource } from './form-model.js';
import { formTexts } from './form-texts.js';

/** With one value chosen beforehand its new value gets the widget of its kind; else it is typed as text. */
export function correctionFields({ standing, words, correct }: FormSource): FieldSpec[] {
  const texts = formTexts(words.lang).correct;
  const { workflow, trajectory, sight } = standing;
  const found = correctables(workflow, trajectory, sight, correct?.event).filter(
    ({ field }) => correct?.field === undefined || field === correct.field,
  );
  const commandOf = new Map([...workflow.commands.values()].map(({ name, event }) => [event, name]));
  const options = found.map((one) => ({
    value: choiceOf(one),
    label: correctableLabel(one, words, commandOf.get(one.event.type) ?? ''),
  }));
  const [only] = found;
  const after: FieldSpec[] =
    only && found.length === 1
      ? fieldsOf(new Map([['after', afterShape(only)]]), afterContext(only, words))
      : [{ kind: 'text', name: 'after', label: texts.after, hint: texts.afterHint, required: true }];
  return [
    { kind: 'select', name: 'what', label: texts.what, hint: texts.whatHint, options, required: true },
    ...after,
    {
      kind: 'textarea',
      name: 'reason',
      label: texts.reason,
      hint: formTexts(words.lang).privacy,
      lines: 3,
      required: true,
    },
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
  return [
    String(event.meta.revision + 1),
    words.command(command),
    `${words.field({ event: event.type }, key)}: ${text.length > 60 ? `${text.slice(0, 60).toWellFormed()} …` : text}`,
  ].join(' · ');
}
