// One row per signal of kern and its urgency.
import { afterHearing } from './after-hearing.js';
import type { SignalCase } from './row.js';
import { untilHeard } from './until-heard.js';

export const signalCases: readonly SignalCase[] = [...untilHeard, ...afterHearing];
