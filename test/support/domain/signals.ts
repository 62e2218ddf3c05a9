// The signals of section 12 as rows. Their formulas are words; each is read where its signal is built.
import { section, tableWith } from './source.js';

export interface SignalRow {
  code: string;
  /** In kern too: (k). */
  k: boolean;
  raisesOn: string;
  clearsOn: string;
  severity: 'target' | 'final' | 'both';
  label: string;
  /** Commands, or the words `outcome commands`. */
  clearedBy: string[];
  sources: string[];
}

function signalOf([
  name = '',
  raisesOn = '',
  clearsOn = '',
  severity = '',
  label = '',
  command = '',
  source = '',
]: string[]): SignalRow {
  if (severity !== 'target' && severity !== 'final' && severity !== 'both')
    throw new Error(`${name} has severity ${severity}`);
  const [code = '', k] = name.split(' ');
  return {
    code,
    k: k !== undefined,
    raisesOn,
    clearsOn,
    severity,
    label,
    clearedBy: command.split(', '),
    sources: source.split(', '),
  };
}

/** Every signal, in the order of section 12. */
export const signals: readonly SignalRow[] = tableWith(section('12-signals'), 'Code', 'raisesOn').rows.map(signalOf);
