/** Choice of dictionary: pages are Dutch by default and English on request, from typed label files only. */
import { en } from './en.js';
import { nl } from './nl.js';

export type Lang = 'nl' | 'en';
export type Texts = typeof nl;

/** The texts of one language; both dictionaries hold the same keys, checked by the compiler. */
export function texts(lang: Lang): Texts {
  return lang === 'en' ? en : nl;
}
