/** The texts of the screens in the language that somebody reads. */
import type { Lang } from '../../text/index.js';
import { nl } from './nl.js';

export type ScreenTexts = typeof nl;

/** The texts in one language. */
export const screenTexts = (_lang: Lang): ScreenTexts => nl;
