// The label files of all parts of the workflows, by part and language: what screens, refusals and projections take their words from.
import type { Labels } from '../workflows/kit/labels.js';
import { nl as approval } from '../workflows/phases/approval/approval.labels.nl.js';

/** Keyed by phase, entity, `root`, or the name of a group of facts. */
export type LabelParts = ReadonlyMap<string, Labels>;

const nl: LabelParts = new Map<string, Labels>([['approval', approval]]);

export const LABELS: Record<'nl' | 'en', LabelParts> = { nl, en: nl };
