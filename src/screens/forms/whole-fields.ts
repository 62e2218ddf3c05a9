// Fields of a form as a whole: for whom a decision is recorded, and when it was.
import type { FieldSpec } from '../../../web/parts/field-types.js';
import { OCCURRED_AT, ON_BEHALF } from './batch.js';
import type { FormSource } from './form-model.js';
import { formTexts } from './form-texts.js';
import { optionsOf } from './options.js';
import { decidersFor, type Section } from './sections.js';

/** None when every command is the reader's own and has a day of its own. */
export function wholeFields(sections: readonly Section[], source: FormSource): FieldSpec[] {
  return [...behalfFields(sections, source), ...whenField(sections, source)];
}

/** For whom a decision is recorded, when the reader's roles may not take it but may write it down. */
function behalfFields(sections: readonly Section[], { standing, words, people }: FormSource): FieldSpec[] {
  const deciders = decidersFor(sections, standing.roles);
  if (deciders.length === 0 || !standing.roles.some((role) => RECORDERS.includes(role))) return [];
  const texts = formTexts(words.lang).behalf;
  const documents = optionsOf('document', {
    lang: words.lang,
    facts: standing.trajectory.facts,
    municipalities: new Map(),
    sealedText: false,
  });
  const fields: FieldSpec[] = [
    {
      kind: 'select',
      name: ON_BEHALF.role,
      label: texts.role,
      options: deciders.map((value) => ({ value, label: words.role(value) })),
    },
    { kind: 'text', name: ON_BEHALF.function, label: texts.function, hint: texts.functionHint, maxLength: 200 },
    { kind: 'select', name: ON_BEHALF.ref, label: texts.ref, hint: texts.refHint, options: people },
    { kind: 'date', name: ON_BEHALF.on, label: texts.on, max: standing.today },
    { kind: 'textarea', name: ON_BEHALF.text, label: texts.text, hint: texts.textHint, lines: 3, maxLength: 4_000 },
    ...(documents.length > 0
      ? [{ kind: 'select', name: ON_BEHALF.document, label: texts.document, options: documents } as const]
      : []),
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
