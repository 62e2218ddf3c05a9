// Reads the copied sections of the domain reference. Tests take their expectations from here and never from the code's own data.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures/domain');

export type SectionFile =
  '02-roles' | '03-phases' | '04-entities' | '05-logbook' | '09-4-example' | '10-law-basis' | '11-rules' | '12-signals';

/** A Markdown table: the column names and the rows below them, cells trimmed and with `\|` read as `|`. */
export interface Table {
  header: string[];
  rows: string[][];
}

const texts = new Map<SectionFile, string>();

/** The copied text of a section, as it stands in the fixture. Throws when the file is not there. */
export function section(file: SectionFile): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(folder, `${file}.md`), 'utf8');
  texts.set(file, text);
  return text;
}

/** The part of section 3 under a heading such as `3.2`, up to the next heading. Throws when there is no such heading. */
export function subsection(nr: string): string {
  const part = section('03-phases')
    .split(/^### /m)
    .find((text) => text.startsWith(`${nr} `));
  if (part === undefined) throw new Error(`the fixture has no section ${nr}`);
  return part;
}

function cells(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** Every table of a text, in order. */
export function tables(text: string): Table[] {
  const found: Table[] = [];
  let open: Table | undefined;
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) open = undefined;
    else if (/^\|[-|]+\|$/.test(line)) continue;
    else if (open) open.rows.push(cells(line));
    else found.push((open = { header: cells(line), rows: [] }));
  }
  return found;
}

/** The table whose header starts with these columns. Throws when the text has none. */
export function tableWith(text: string, ...columns: string[]): Table {
  const table = tables(text).find(({ header }) => columns.every((column, index) => header[index] === column));
  if (!table) throw new Error(`the fixture has no table | ${columns.join(' | ')} |`);
  return table;
}

/** The groups that the pattern catches in the text. Throws when it does not occur, so that a changed fixture is noticed. */
export function caught(text: string, pattern: RegExp): string[] {
  const match = pattern.exec(text);
  if (!match) throw new Error(`the fixture no longer says ${pattern.source}`);
  return match.slice(1);
}

/** Holds an interpretation to its source: throws when the quoted phrase does not stand in the fixture. */
export function quoted(file: SectionFile, phrase: string): void {
  if (!section(file).replaceAll('\\|', '|').includes(phrase)) throw new Error(`${file}.md no longer says: ${phrase}`);
}
