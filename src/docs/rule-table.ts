// The rule table: every command with who may give it and what it needs, and every need with its sentence and who can solve it.
import type { CommandDef, NeedDef } from '../../workflows/kit/commands.js';
import { RECORDERS } from '../../workflows/kit/general-needs.js';
import { ROLES, type Named } from '../../workflows/kit/types.js';
import { needsOf } from '../../workflows/kit/view.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import { code, codes, page, table } from './markdown.js';
import { commandWord, needSentence, roleWord } from './words.js';

type Command = CommandDef<unknown>;

const NAMED: Record<Named, string> = {
  assignee: 'whom the command names for the role',
  receiver: 'to whom the contribution was passed on',
  author: 'who recorded the event that is corrected',
  owner: 'who looks after the agreement',
  recorder: 'who is filling it in',
};

/** The page of all commands and needs of these workflows. */
export function ruleTablePage(workflows: readonly AnyWorkflow[]): string {
  return page('Rule table', 'the commands and needs of the workflows', [
    `Every decision needs ${codes(GENERAL)}; of these a fact needs ${codes(FOR_FACTS)}. ` +
      'The tables name what comes on top of that. A need in *italics* is soft: it can be ' +
      'passed with a reason.',
    `${codes(RECORDERS)} may record the decision of another, with ${code('decidedBy')} and ${code('evidence')}.`,
    ...workflows.flatMap(commandTables),
    `## Needs\n\n${needsTable(workflows)}`,
    `## Roles\n\n${rolesTable()}`,
  ]);
}

function commandTables(workflow: AnyWorkflow): string[] {
  const commands = [...workflow.commands.values()];
  const groups = [...new Set(commands.map(({ group }) => group))];
  const heading = `## Commands of ${workflow.name} v${workflow.version}`;
  return [
    heading,
    ...groups.map(
      (group) =>
        `### ${group}\n\n${commandsTable(
          workflow,
          commands.filter((command) => command.group === group),
        )}`,
    ),
  ];
}

function commandsTable(workflow: AnyWorkflow, commands: readonly Command[]): string {
  const rows = commands.map((command) => [
    code(command.name),
    commandWord(command.name),
    command.kind,
    codes(command.by),
    code(command.event),
    needsCell(workflow, command),
  ]);
  return table(['command', 'Dutch', 'kind', 'who', 'event', 'needs'], rows);
}

/** The needs of every decision, in the order in which they are asked. */
const GENERAL = ['NOT_ARCHIVED', 'ROLE_ALLOWED', 'STATE_FITS', 'DECIDER_KNOWN', 'NOT_IN_FUTURE'];
const FOR_FACTS = GENERAL.filter((need) => need !== 'STATE_FITS' && need !== 'DECIDER_KNOWN');

/** What a command needs on top of the general needs, as far as this workflow asks it; hard before soft. */
function ownNeeds(workflow: AnyWorkflow, command: Command): NeedDef<unknown>[] {
  return needsOf(workflow, command).filter(({ code: need }) => !GENERAL.includes(need));
}

function needsCell(workflow: AnyWorkflow, command: Command): string {
  const needs = ownNeeds(workflow, command).map((need) => (need.hard ? code(need.code) : `*${code(need.code)}*`));
  return needs.join(', ') || 'none';
}

function needsTable(workflows: readonly AnyWorkflow[]): string {
  const all = new Map<string, NeedDef<unknown>>(
    workflows.flatMap((workflow) =>
      [...workflow.needs.values()].filter((need) => isAsked(workflow, need)).map((need) => [need.code, need] as const),
    ),
  );
  const rows = [...all.values()].map((need) => [
    code(need.code),
    need.hard ? 'hard' : 'soft',
    need.sees === 'state' ? 'beforehand' : 'once filled in',
    needSentence(need.code),
    need.code === 'ROLE_ALLOWED' ? 'the roles of the command' : codes(need.solvableBy),
  ]);
  return table(['need', 'kind', 'can be told', 'Dutch sentence', 'who can solve it'], rows);
}

/** Whether any command of this workflow has the need. */
function isAsked(workflow: AnyWorkflow, need: NeedDef<unknown>): boolean {
  return [...workflow.commands.values()].some((command) => needsOf(workflow, command).includes(need));
}

function rolesTable(): string {
  const words = Object.entries(NAMED).map(([key, meaning]) => [code(key), `(${meaning})`]);
  return table(['key', 'Dutch'], [...ROLES.map((role) => [code(role), roleWord(role)]), ...words]);
}
