// Words for refusals and commands in the answers of the API: needs, states, roles and phases by the label files.
import { filled, type Solver } from '../../workflows/kit/labels.js';
import { date } from '../../projections/kit/format.js';
import { isLocalDate } from '../../workflows/kit/time.js';
import type { Refusal } from '../../workflows/kit/types.js';
import { LABELS } from '../labels.js';
import type { MissingNeed } from './problem.js';
import type { Language } from './problem-texts.js';

type Pick<T> = (labels: {
  needs?: Record<string, string>;
  commands?: Record<string, string>;
  choices?: Record<string, Record<string, string>>;
  name?: string;
}) => T | undefined;

function first<T>(language: Language, pick: Pick<T>): T | undefined {
  for (const labels of LABELS[language].values()) {
    const found = pick(labels);
    if (found !== undefined) return found;
  }
  return language === 'nl' ? undefined : first('nl', pick);
}

/** Label of a command, its name where there is none. */
export const commandLabel = (name: string, language: Language): string =>
  first(language, ({ commands }) => commands?.[name]) ?? name;

/** Label of a role key, or of a word such as `assignee`. */
export const roleLabel = (role: string, language: Language): string =>
  first(language, ({ choices }) => choices?.role?.[role]) ?? role;

/** Name of a phase or of a thing. */
export const partName = (key: string, language: Language): string =>
  LABELS[language].get(key)?.name ?? LABELS.nl.get(key)?.name ?? key;

/** Label of a state that is written as `machine:value`. */
export function stateLabel(state: string, language: Language): string {
  const [machine = '', value = ''] = state.split(':');
  return (
    LABELS[language].get(machine)?.states?.[value]?.label ?? LABELS.nl.get(machine)?.states?.[value]?.label ?? value
  );
}

/** The name of a signal. */
export const signalName = (code: string, language: Language): string =>
  first(language, ({ choices }) => choices?.code?.[code]) ?? code;

/** What a need asks, without the values of one case. */
export const needName = (code: string, language: Language): string =>
  missingNeed({ code, vars: {}, solvableBy: [] }, language).text;

/** A need that is not met as people read it. */
export function missingNeed(
  {
    code,
    hard,
    vars,
    solvableBy,
  }: { code: string; hard?: boolean; vars: Record<string, string>; solvableBy: readonly string[] },
  language: Language,
): MissingNeed {
  const sentence = first(language, ({ needs }) => needs?.[code]) ?? code;
  return {
    code,
    text: filled(sentence, readable(vars, language)),
    solvableBy: [...solvableBy] as Solver[],
    hard: hard ?? true,
  };
}

export const missingNeeds = (refused: readonly Refusal[], language: Language): MissingNeed[] =>
  refused.map((refusal) => missingNeed(refusal, language));

/** Values that are keys become words. */
function readable(vars: Record<string, string>, language: Language): Record<string, string> {
  const read = { ...vars };
  if (vars.state?.includes(':')) read.state = stateLabel(vars.state, language).toLowerCase();
  if (vars.by !== undefined)
    read.by = vars.by
      .split(',')
      .map((role) => roleLabel(role, language).toLowerCase())
      .join(', ');
  if (vars.entry !== undefined)
    read.entry = first(language, ({ choices }) => choices?.entry?.[vars.entry ?? '']) ?? vars.entry;
  if (vars.date !== undefined && isLocalDate(vars.date)) read.date = date(vars.date, language);
  return read;
}
