// Roles of section 2: codes, keys, kind of account and what each of them may see.
import { caught, section, tableWith } from './source.js';

/** m per municipality, o whole organisation, person as the person replaced, trajectory per trajectory, none no account. */
export type Account = 'm' | 'o' | 'person' | 'trajectory' | 'none';

export interface RoleRow {
  /** Two or three capitals; deputy, buddy, council and publicReader have none. */
  code?: string;
  key: string;
  dutch?: string;
  account: Account;
  /** The words of the column 'May see' that are about this role. */
  sees: string;
  /** 'Int.' stands there: the role reads sealed text. */
  seesInternal: boolean;
  /** 'PII' stands there; `task` = only if the task says so. */
  seesPII: boolean | 'task';
}

/** Of a cell such as `PO, ARC o; WOO m` the parts that name the role, else the parts that name no role of the row. */
function partFor(role: { code?: string; key: string }, all: { code?: string; key: string }[], cell: string): string {
  const names = all.flatMap(({ code, key }) => (code ? [code, key] : [key])).join('|');
  const named = new RegExp(`^((?:${names})(?:, (?:${names}))*):? (.+)$`);
  const parts = cell.split('; ').map((part) => {
    const match = named.exec(part);
    return match ? { who: match[1]!.split(', '), says: match[2]! } : { who: [], says: part };
  });
  const own = parts.filter(({ who }) => who.includes(role.key) || (role.code !== undefined && who.includes(role.code)));
  const chosen = own.length > 0 ? own : parts.filter(({ who }) => who.length === 0);
  return chosen.map(({ says }) => says).join('; ');
}

function account(part: string): Account {
  if (part === 'as the person') return 'person';
  if (part === 'per trajectory') return 'trajectory';
  const word = /^(m|o|none)\b/.exec(part)?.[1];
  if (word === 'm' || word === 'o' || word === 'none') return word;
  throw new Error(`no such kind of account: ${part}`);
}

function pii(sees: string): boolean | 'task' {
  if (!sees.includes('PII') || /no (?:raw entries with )?PII/.test(sees)) return false;
  return sees.includes('PII only if task says so') ? 'task' : true;
}

function rolesOfRow([first = '', , seesCell = '', accountCell = '']: string[]): RoleRow[] {
  const found = [...first.matchAll(/(?:\b([A-Z]{2,3}) )?`(\w+)`(?: \(([^)]*)\))?/g)];
  const names = found.map(([, code, key]) => ({ code, key: key! }));
  return found.map(([, code, key, dutch]) => {
    const role = { code, key: key! };
    const sees = partFor(role, names, seesCell);
    return {
      ...role,
      dutch,
      account: account(partFor(role, names, accountCell)),
      sees,
      seesInternal: sees.includes('Int.'),
      seesPII: pii(sees),
    };
  });
}

/** Every role of section 2, in its order. */
export const roles: readonly RoleRow[] = tableWith(section('02-roles'), 'Code, role key (Dutch)').rows.flatMap(
  rolesOfRow,
);

const byCode = new Map(roles.flatMap(({ code, key }) => (code ? [[code, key] as const] : [])));

/** The role key of a code; throws for a code that section 2 does not know. */
export function roleOfCode(code: string): string {
  const key = byCode.get(code);
  if (key === undefined) throw new Error(`section 2 has no role ${code}`);
  return key;
}

/** The role keys that `team` stands for. */
export const team: readonly string[] = caught(section('02-roles'), /`team` = ((?:[A-Z]+, )*[A-Z]+)\./)[0]!
  .split(', ')
  .map(roleOfCode);

/** Role keys of a list such as `team,GM,receiver`; words that are not a code (receiver, author, …) are kept. */
export function rolesOfList(list: string): string[] {
  return list.split(/, ?/).flatMap((word) => {
    if (word === 'team') return team;
    return /^[A-Z]+$/.test(word) ? [roleOfCode(word)] : [word];
  });
}
