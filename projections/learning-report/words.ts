// The words of the learning report as data: questions, figures with definition and formula, and the names of what they measure.
import type { Circle } from './figures/experience.js';
import type { Unit } from './figures/figure.js';

export interface FigureWords {
  name: string;
  /** What counts, in plain words. */
  definition: string;
  formula: string;
}

export interface LearningWords {
  /** By the first part of a figure's key. */
  questions: Record<string, string>;
  figures: Record<string, FigureWords>;
  measures: Record<string, string>;
  /** One and several of what is counted. */
  units: Record<Unit, readonly [one: string, several: string]>;
  circles: Record<Circle, string>;
  dimensions: Record<string, string>;
  outcomes: Record<string, string>;
  levels: Record<string, string>;
  /** What holds for every figure. */
  always: { few: string; period: string; corrected: string; quantile: string };
  csv: Record<'question' | 'figure' | 'n' | 'measure' | 'value' | 'trajectory' | 'about' | 'day' | 'tooFew', string>;
}
