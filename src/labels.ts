// The label files of all parts of the workflows, by part and language: what screens, refusals and projections take their words from.
import type { Labels } from '../workflows/kit/labels.js';
import { en } from './labels.en.js';
import { nl } from './labels.nl.js';

/** Keyed by phase, entity, `root`, or the name of a group of facts. */
export type LabelParts = ReadonlyMap<string, Labels>;

export const LABELS: Record<'nl' | 'en', LabelParts> = { nl, en };
