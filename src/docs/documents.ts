// All generated documents as texts by file name: what `npm run docs` writes to docs/generated and holds the repository to.
import 'reflect-metadata';
import { readConfig } from '../config.js';
import { openApiDocument } from '../http/openapi.js';
import { partName } from '../http/wording.js';
import { workflowFor, type AnyWorkflow } from '../../workflows/registry.js';
import { eventsPage, eventsSchema } from './events.js';
import { formsPage } from './forms.js';
import { machinePage, machinesOf } from './machines.js';
import { page } from './markdown.js';
import { problemsPage } from './problems.js';
import { ruleTablePage } from './rule-table.js';
import { settingsPage } from './settings.js';

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** The workflow of that name; throws when it is not registered. */
function known(name: string): AnyWorkflow {
  const workflow = workflowFor(name);
  if (!workflow) throw new Error(`There is no workflow '${name}' to describe.`);
  return workflow;
}

/** Every document by its path below docs/generated, the same for the same code. JSON is valid but not yet laid out. */
export function documents(): Map<string, string> {
  const kern = known('kern');
  const all = [kern, known('organisation')];
  const machines = [...machinesOf(kern)];
  return new Map([
    ['README.md', contents(machines.map(([key]) => key))],
    ...machines.map(([key, machine]) => [`machines/${key}.md`, machinePage(kern, key, machine)] as const),
    ['rule-table.md', ruleTablePage(all)],
    ['events.md', eventsPage(all)],
    ['events.schema.json', json(eventsSchema(all))],
    ['forms.md', formsPage(kern)],
    ['problems.md', problemsPage()],
    ['openapi.json', json(openApiDocument(readConfig({}).publicUrl))],
    ['settings.md', settingsPage()],
  ]);
}

function contents(machines: readonly string[]): string {
  return page('Generated documents', 'the code', [
    [
      '- [Rule table](rule-table.md): commands with who may give them and what they need; needs with who can solve them',
      '- [Event catalogue](events.md), and as [JSON Schema](events.schema.json)',
      '- [Forms](forms.md): what is sent in one batch',
      '- [Problems of the API](problems.md)',
      '- [OpenAPI document](openapi.json), as a server on its own machine gives it',
      '- [Settings of an organisation](settings.md)',
    ].join('\n'),
    `## Machines\n\n${machines.map((key) => `- [${partName(key, 'nl')}](machines/${key}.md)`).join('\n')}`,
  ]);
}
