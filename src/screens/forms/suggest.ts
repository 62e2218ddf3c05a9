// Small helps before anybody types: what can only mean one thing is chosen already, and a conversation brings its groups.
import type { Facts } from '../../../workflows/facts/facts.js';
import type { FieldSpec, FormValues } from '../../../web/parts/field-types.js';
import type { Section } from './sections.js';

/** Values for required choices with one possible answer. `fields` are those of the part, `prefix` the beginning of their names. */
export function onlyChoices(fields: readonly FieldSpec[], prefix: string): FormValues {
  const values: Record<string, string> = {};
  for (const field of fields) {
    if (field.kind === 'group' || field.kind === 'pair') Object.assign(values, onlyChoices(field.fields, prefix));
    const single =
      (field.kind === 'select' || field.kind === 'checkboxes') &&
      (field.required === true || field.name.endsWith('conversationId')) &&
      field.options.length === 1;
    const name = field.name.startsWith(`${prefix}.`) ? field.name : `${prefix}.${field.name}`;
    if (single) values[name] = field.options[0]?.value ?? '';
  }
  return values;
}

/** One row of attendance for each group that was asked to the conversation. */
export function attendanceRows({ command, prefix }: Section, values: FormValues, facts: Facts): FormValues {
  if (command.name !== 'HoldConversation') return {};
  const chosen = values[`${prefix}.conversationId`];
  const groups =
    facts.conversations.get(typeof chosen === 'string' ? chosen : '')?.groupIds ??
    [...facts.groups.values()].filter(({ removed }) => !removed).map(({ id }) => id);
  return Object.fromEntries(
    groups.flatMap((group, row) => [
      [`${prefix}.attendance.${row}._row`, '1'],
      [`${prefix}.attendance.${row}.groupId`, group],
    ]),
  );
}
