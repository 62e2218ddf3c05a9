// The two tables 'Statutory parts' of section 10: what the law asks per basis, and the Dutch names of the parts.
import { section, tableWith } from './source.js';

export interface LawBasisRow {
  key: string;
  parts: string[];
}

const text = section('10-law-basis');

/** Every LawBasis with its statutory parts. */
export const lawBases: readonly LawBasisRow[] = tableWith(text, 'LawBasis').rows.map(([key = '', , parts = '']) => ({
  key: key.replaceAll('`', ''),
  parts: parts.split(', '),
}));

/** The Dutch name of each statutory part. */
export const statutoryParts: ReadonlyMap<string, string> = new Map(
  tableWith(text, 'Part (Dutch)').rows.map(([part = '']) => {
    const [, key = '', dutch = ''] = /^(\w+) \((.+)\)$/.exec(part) ?? [];
    return [key, dutch];
  }),
);
