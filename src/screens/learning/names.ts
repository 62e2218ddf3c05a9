// What a figure is called on the page: the names of what it is about, in the order of the tables, and the address of its cases.
import type { Dimension } from '../../../projections/learning-report/figures/figure.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import { dimensionName } from '../../http/learning-views.js';
import type { Learned, SeenFigure } from '../../queries/learning.query.js';

/** `Gesprekken · raadplegen`, or `Alle` for a figure about everything. */
export function aboutOf({ of }: SeenFigure, learned: Pick<Learned, 'municipalities'>, lang: Lang): string {
  const names = Object.entries(of).map(([dimension, value]) =>
    dimensionName(dimension as Dimension, value, learned, lang),
  );
  return names.length === 0 ? screenTexts(lang).learning.all : names.join(' · ');
}

/** A name for a figure in an address. */
export const figureKey = ({ key, of }: SeenFigure): string => [key, ...Object.values(of)].join('|');
