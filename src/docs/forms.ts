// The forms of a workflow: which commands each sends in one batch, what may be left out or repeated, and which ids link them.
import type { Form, FormCommand } from '../../workflows/kit/forms.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import { partName } from '../http/wording.js';
import { code, codes, page, table } from './markdown.js';
import { commandWord, formTitle } from './words.js';

/** The page with all forms of one workflow. */
export function formsPage(workflow: AnyWorkflow): string {
  return page('Forms', `the forms of workflow ${workflow.name} v${workflow.version}`, [
    'A form is sent as one batch: all of it is recorded, or nothing. Every command is a form by itself as well. ' +
      'A link fills a field with the id that an earlier step made, written as the API writes it: `$0.estimateId`.',
    ...workflow.forms.map(section),
  ]);
}

function section({ key, nr, phase, commands, shared = [] }: Form): string {
  const where =
    phase === undefined
      ? 'Offered for the trajectory as a whole.'
      : `Offered under ${partName(phase, 'nl')} (${code(phase)}).`;
  const typedOnce = shared.length === 0 ? '' : ` Typed once for all commands: ${codes(shared)}.`;
  const rows = commands.map((command, index) => [
    String(index),
    code(command.command),
    commandWord(command.command),
    times(command),
    links(command),
  ]);
  return `## ${nr}. ${formTitle(key)}\n\n${code(key)}. ${where}${typedOnce}\n\n${table(['step', 'command', 'Dutch', 'how often', 'links'], rows)}`;
}

function times({ optional, repeated }: FormCommand): string {
  if (repeated) return optional ? 'any number' : 'at least once';
  return optional ? 'at most once' : 'once';
}

const links = ({ links: all = {} }: FormCommand): string =>
  Object.entries(all)
    .map(([field, from]) => code(`${field}: $${from}`))
    .join(', ');
