/** The texts of the screens in the language that somebody reads; both languages have the same keys. */
import type { Lang } from '../../text/index.js';
import { general as enGeneral } from './en-general.js';
import { learning as enLearning } from './en-learning.js';
import { management as enManagement } from './en-management.js';
import { past as enPast } from './en-past.js';
import { signals as enSignals } from './en-signals.js';
import { trajectory as enTrajectory } from './en-trajectory.js';
import { general as nlGeneral } from './nl-general.js';
import { learning as nlLearning } from './nl-learning.js';
import { management as nlManagement } from './nl-management.js';
import { past as nlPast } from './nl-past.js';
import { signals as nlSignals } from './nl-signals.js';
import { trajectory as nlTrajectory } from './nl-trajectory.js';

const nl = { ...nlGeneral, ...nlTrajectory, ...nlManagement, ...nlPast, ...nlLearning, ...nlSignals };
const en = { ...enGeneral, ...enTrajectory, ...enManagement, ...enPast, ...enLearning, ...enSignals };

export type ScreenTexts = typeof nl;

/** The texts in one language. */
export const screenTexts = (lang: Lang): ScreenTexts => (lang === 'nl' ? nl : en);
