// The twelve forms of kern, read from the paragraph of section 3.0 that lists them.
import { caught, subsection } from './source.js';

export interface FormCommandRow {
  /** A command, or the words `outcome command` for any outcome of a contribution. */
  name: string;
  optional: boolean;
  repeated: boolean;
}

export interface FormRow {
  nr: number;
  title: string;
  commands: FormCommandRow[];
}

function commandOf(item: string): FormCommandRow {
  const match = /^([\w ]+?)(?: \([^)]*\))?(\?)?(…)?$/.exec(item);
  if (!match) throw new Error(`not a command of a form: ${item}`);
  return { name: match[1]!, optional: match[2] !== undefined, repeated: match[3] !== undefined };
}

function formOf(item: string): FormRow {
  const [, nr, title = '', list = ''] = /^(\d+) ([^:]+): (.+)$/.exec(item) ?? [];
  return { nr: Number(nr), title, commands: list.split(/, (?![^(]*\))/).map(commandOf) };
}

/** The twelve forms in order. */
export const forms: readonly FormRow[] = caught(
  subsection('3.0'),
  /^\*\*Twelve forms of kern\*\*.* (1 Aanmelden: .+)\.$/m,
)[0]!
  .split(' · ')
  .map(formOf);
