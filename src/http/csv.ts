// A table as a file for spreadsheets, in the quoting of RFC 4180. Dutch Excel reads semicolons and decimal commas, and needs the mark at the
// start to read accents; a text that would run as a formula is made a text.
import type { Language } from './problem-texts.js';

export type Cell = string | number;

const BYTE_ORDER_MARK = '\uFEFF';
/** Signs with which spreadsheets begin to compute. */
const FORMULA = /^[=+\-@\t\r]/;

/** The rows as one text, the first row being the head. */
export function csvOf(rows: readonly (readonly Cell[])[], language: Language): string {
  const [separator, decimal] = language === 'nl' ? [';', ','] : [',', '.'];
  const lines = rows.map((row) => row.map((cell) => written(cell, decimal, separator)).join(separator));
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join('')}`;
}

function written(cell: Cell, decimal: string, separator: string): string {
  if (typeof cell === 'number') return quoted(String(Number(cell.toFixed(6))).replace('.', decimal), separator);
  return quoted(FORMULA.test(cell) ? `'${cell}` : cell, separator);
}

const quoted = (text: string, separator: string): string =>
  text.includes('"') || text.includes(separator) || /[\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
