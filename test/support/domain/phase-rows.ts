// Reads the column 'From → to' of the tables of section 3: `a, b → c ◉`, `any ↺`, `…; else ↺`, and the routes written in words.
import { quoted, type SectionFile } from './source.js';
import type { When } from './machine-table.js';

/** A clause of the column: `rest` = every state that no other clause of the same row names. */
export interface Clause {
  from: string[] | 'any' | 'rest';
  but: string[];
  to: string;
  closed: boolean;
  when?: When;
}

/** Routes that the reference writes in words, each with the words that say so. */
const spoken: { phrase: string; event: string; when: When }[] = [
  {
    phrase: 'only with responsibility content or process, else ↺',
    event: 'RoleReleased',
    when: { field: 'responsibility', in: ['content', 'process'] },
  },
  { phrase: '(if `last`), else ↺', event: 'DecisionExplained', when: { field: 'last', in: [true] } },
  { phrase: '(kind evaluation); else ↺', event: 'SurveyClosed', when: { field: 'kind', in: ['evaluation'] } },
  { phrase: '(moment after); else ↺', event: 'ScanFinalised', when: { field: 'moment', in: ['after'] } },
];
const file: SectionFile = '03-phases';
for (const { phrase } of spoken) quoted(file, phrase);

/** The route of an event whose row holds one of the spoken phrases. */
export function routeOf(event: string, row: string): When | undefined {
  return spoken.find((route) => route.event === event && row.includes(route.phrase))?.when;
}

const list = (text: string): string[] => text.split(', ').map((word) => word.trim());

function clause(text: string, before: Clause | undefined): Clause {
  const plain = { but: [], closed: false };
  if (text === 'else ↺') return { ...plain, from: 'rest', to: 'same' };
  const routed = /^(\w+) `(\w+)`: → (\w+)$/.exec(text);
  if (routed)
    return { ...plain, from: before?.from ?? [], to: routed[3]!, when: { field: routed[1]!, in: [routed[2]!] } };
  const but = /^any but (\w+) ↺$/.exec(text);
  if (but) return { ...plain, from: 'any', but: [but[1]!], to: 'same' };
  const stays = /^([\w, ]+) ↺$/.exec(text);
  if (stays) return { ...plain, from: stays[1] === 'any' ? 'any' : list(stays[1]!), to: 'same' };
  const moves = /^([\w, –]+) → (\w+)( ◉)?(?: \(.*)?$/.exec(text);
  if (!moves) throw new Error(`not a step of section 3: ${text}`);
  const from = moves[1] === 'any' ? 'any' : list(moves[1]!.replace('–', 'none'));
  return { ...plain, from, to: moves[2]!, closed: moves[3] !== undefined };
}

/** The clauses of a cell, in order; `(from x: ↺)` becomes a clause of its own, before the one it belongs to. */
export function clauses(cell: string): Clause[] {
  const found: Clause[] = [];
  for (const text of cell.split('; ')) {
    const stays = /\(from (\w+): ↺\)/.exec(text)?.[1];
    if (stays) found.push({ from: [stays], but: [], to: 'same', closed: false });
    found.push(clause(text, found.at(-1)));
  }
  return found;
}
