// Signals as people read them: the name, and one sentence that says why it stands.
import { date } from '../projections/kit/format.js';
import { filled } from '../workflows/kit/labels.js';
import * as en from '../workflows/signals/signals.labels.en.js';
import * as nl from '../workflows/signals/signals.labels.nl.js';

type Language = 'nl' | 'en';
const WORDS = { nl, en };

/** What the sentence of a signal speaks of. */
export interface Told {
  code: string;
  severity: 'target' | 'final';
  subject: string;
  since: string;
}

/** The name of a signal. */
export const signalName = (code: string, language: Language): string => WORDS[language].names[code] ?? code;

/** Why it stands, in one sentence. */
export function signalSentence({ code, severity, subject, since }: Told, language: Language): string {
  const { sentences, finalSentences } = WORDS[language];
  const sentence = (severity === 'final' ? finalSentences[code] : undefined) ?? sentences[code] ?? '';
  return filled(sentence, { subject, since: date(since, language) });
}
