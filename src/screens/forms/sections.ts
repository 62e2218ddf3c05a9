// A form of the workflow as parts of a page: one per command, with its fields, its place in the posted names, and what it takes from earlier parts.
import type { CommandDef } from '../../../workflows/kit/commands.js';
import type { Form } from '../../../workflows/kit/forms.js';
import type { Role } from '../../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../../workflows/registry.js';
import { fieldShapes, type Shape } from './shape.js';

export type AnyCommand = CommandDef<unknown>;

export interface Link {
  step: number;
  /** Field of the earlier command, made by it or typed in it. */
  field: string;
}

export interface Section {
  step: number;
  /** Begins the names of its fields: `c0`, and `c0.2` for the third row of a repeated command. */
  prefix: string;
  command: AnyCommand;
  shapes: ReadonlyMap<string, Shape>;
  optional: boolean;
  repeated: boolean;
  links: ReadonlyMap<string, Link>;
}

/** Fields whose value always follows from what the engine knows. */
const ENGINE_SHOWN: readonly string[] = ['totalHours', 'totalCents', 'impactScore', 'roundId'];
/** A letter, mail or call belongs to a round only when somebody says so. */
const ROUND_ALWAYS: readonly string[] = ['ReceiveContribution', 'ImportContributions'];

/** The parts of a form, in the order in which their commands are sent. Throws on a form that names an unknown command. */
export function sectionsOf(workflow: AnyWorkflow, form: Pick<Form, 'commands'>): Section[] {
  return form.commands.map((part, step) => {
    const command = workflow.commands.get(part.command);
    if (!command)
      throw new Error(`A form names the command '${part.command}', which workflow '${workflow.name}' does not have.`);
    const links = Object.entries(part.links ?? {}).map(([field, target]) => [field, linkOf(target)] as const);
    return {
      step,
      prefix: `c${step}`,
      command,
      shapes: fieldShapes(command.payload),
      optional: part.optional === true,
      repeated: part.repeated === true,
      links: new Map(links),
    };
  });
}

function linkOf(target: string): Link {
  const [step = '', field = ''] = target.split('.');
  return { step: Number(step), field };
}

/** The form of one command alone. */
export const formOfCommand = (command: string): Pick<Form, 'commands'> => ({ commands: [{ command }] });

/** Whether a field of this part stays off the page: it follows from the engine, from a required earlier part, or there is only one round. */
export function isHidden(
  { command, links }: Section,
  sections: readonly Section[],
  onlyOneRound: boolean,
  field: string,
): boolean {
  if (field === 'version') return true;
  if (command.engine?.[field] && !ENGINE_SHOWN.includes(field)) return true;
  const source = sections[links.get(field)?.step ?? -1];
  if (source && !source.optional) return true;
  return (
    field === 'roundId' &&
    onlyOneRound &&
    command.defaults?.roundId !== undefined &&
    !ROUND_ALWAYS.includes(command.name)
  );
}

/** Roles that may decide what the person with these roles may only record; empty when nothing here is recorded for others. */
export function decidersFor(sections: readonly Section[], roles: readonly Role[]): Role[] {
  const foreign = sections.filter(({ command }) => command.kind === 'decision' && !mayDecide(command, roles));
  return [...new Set(foreign.flatMap(({ command }) => command.by as readonly Role[]))];
}

/** Whether one of the roles may give the command itself; words such as 'author' are left to the engine. */
export function mayDecide(command: Pick<AnyCommand, 'by'>, roles: readonly Role[]): boolean {
  return command.by.some((by) => (roles as readonly string[]).includes(by) || NAMED.includes(by));
}
const NAMED: readonly string[] = ['assignee', 'receiver', 'author', 'owner', 'recorder'];
