// What the learning page says of figures: a statement from five on, the cases by name under five, nothing at all of what is withheld.
import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../../projections/learning-report/figures/figure.js';
import type { Learned, SeenFigure } from '../../queries/learning.query.js';
import type { PageAsked } from './asked.js';
import { chartOf } from './charts.js';
import { findingOf } from './findings.js';
import { valueText } from './numbers.js';
import { caseTable, figureTables } from './tables.js';

const NORM = { value: 42, label: 'norm 42 dagen', within: true };
const asked: PageAsked = { question: 'feedback', filter: {}, query: {}, figure: '', all: false, groups: 1 };

const round = (days: number, nr: number, onTime = 1): Case => ({
  trajectoryId: `00000000-0000-4000-8000-00000000000${nr}`,
  title: `Traject ${nr}`,
  municipalities: [],
  about: 'R1',
  day: '2026-05-01',
  values: { days, onTime },
  events: [{ id: 'event', nr: 7 }],
});

function learnedOf(figure: Partial<SeenFigure>): Learned {
  const one: SeenFigure = { key: 'feedback.rounds', of: {}, unit: 'round', n: 0, cases: [], ...figure };
  return {
    figures: [one],
    municipalities: [],
    levels: [],
    themes: [],
    norms: { target: 28, final: 42 },
    today: '2026-06-01',
    position: '9',
  };
}
const five = learnedOf({
  n: 5,
  values: { p50Days: 33.5, p80Days: 46.2, onTarget: 0.2, onFinal: 0.8, late: 1 },
  cases: [10, 30, 33.5, 40, 61].map((days, nr) => round(days, nr, days > 42 ? 0 : 1)),
});
const three = learnedOf({ n: 3, cases: [round(30, 1), round(47, 2, 0), round(61, 3, 0)] });
const plain = (text: ReturnType<typeof findingOf>): string =>
  typeof text === 'string'
    ? text
    : text.map((piece) => (typeof piece === 'string' ? piece : 'text' in piece ? piece.text : '')).join('');

describe('the finding', () => {
  it('states from five on', () => {
    expect(plain(findingOf('feedback', five, 'nl'))).toBe(
      'De helft van de rondes kreeg binnen 33,5 dagen antwoord, acht van de tien binnen 46,2 dagen. De norm is 42 dagen. Op tijd, verteld uitstel meegeteld, waren 4 van de 5 rondes.',
    );
  });

  it('says that there are too few, that the few are withheld, or that there is nothing', () => {
    expect(findingOf('feedback', three, 'nl')).toBe('Minder dan 5 rondes: geen uitspraak. Dit zijn ze.');
    expect(findingOf('feedback', learnedOf({ n: 3, withheld: 3 }), 'nl')).toContain('omdat het er zo weinig zijn');
    expect(findingOf('feedback', learnedOf({}), 'nl')).toContain('nog niets klaar');
  });
});

describe('the picture', () => {
  it('has one mark per round, those past the norm as squares, and a bracket from P50 to P80', () => {
    const chart = chartOf('feedback', five, NORM, 'nl');
    if (!chart || !('dots' in chart)) throw new Error('There are no dots.');
    const [row] = chart.dots.rows;
    expect(row?.dots.map(({ late }) => late)).toEqual([false, false, false, false, true]);
    expect(row).toMatchObject({ p50: 33.5, p80: 46.2, note: 'n = 5', text: 'Alle: n = 5, P50 33,5, P80 46,2' });
    expect(chart.dots.scale.max).toBe(70);
    expect(chart.dots.tick(0)).toBe('0 dagen');
  });

  it('names each round under five, with the way to its trajectory', () => {
    const chart = chartOf('feedback', three, NORM, 'nl');
    const row = chart && 'dots' in chart ? chart.dots.rows[0] : undefined;
    expect(row).not.toHaveProperty('p50');
    expect(row?.note).toBe('n = 3: geen uitspraak');
    expect(row?.cases?.[1]).toEqual({ text: 'Traject 2 47', href: `/trajecten/${round(1, 2).trajectoryId}` });
  });
});

describe('the tables', () => {
  it('show every value with its n, and lead to the cases', () => {
    const [table] = figureTables(five, asked, 'nl');
    expect(table?.measures).toEqual([
      'P50 dagen',
      'P80 dagen',
      'Binnen de streefdatum',
      'Binnen de uiterste datum',
      'Te laat',
    ]);
    expect(table?.lines[0]).toMatchObject({ n: '5', values: ['33,5', '46,2', '20%', '80%', '1'] });
    expect(table?.lines[0]?.href).toBe('/leren?vraag=feedback&cijfer=feedback.rounds#gevallen');
    expect(figureTables(three, asked, 'nl')[0]?.lines[0]).toMatchObject({ few: 'geen uitspraak', n: '3' });
  });

  it('show the longest first, each with its events', () => {
    const [figure] = five.figures;
    const table = figure && caseTable(figure, five, asked, 'nl');
    expect(table?.lines.map(({ values }) => values[0])).toEqual(['61', '40', '33,5', '30', '10']);
    expect(table?.lines[0]?.events[0]).toMatchObject({
      text: 'gebeurtenis 7',
      href: expect.stringMatching(/gebeurtenissen\/7$/),
    });
    expect(table?.lines[0]?.values[1]).toBe('nee');
  });

  it('say so where the approval has no lines per phase', () => {
    const values = { p50Hours: 3, p80Hours: 4, devHours: null, budgeted: 0 };
    const learned = learnedOf({ key: 'cost.phase', of: { phase: 'approval' }, unit: 'trajectory', n: 5, values });
    expect(figureTables(learned, asked, 'nl')[0]?.lines[0]?.values[2]).toBe('niet per fase begroot');
  });
});

describe('a value', () => {
  it('is written by what it measures', () => {
    expect(valueText(-0.153, 'share', 'nl')).toBe('-15%');
    expect(valueText(123_450, 'cents', 'nl')).toBe('€ 1.235');
    expect(valueText(17.25, 'hours', 'nl')).toBe('17,3');
    expect(valueText(null, 'days', 'nl')).toBe('–');
  });
});

describe('needs that were passed over', () => {
  const needsOf = (values: Record<string, number | null>) =>
    learnedOf({ key: 'overrides.needs', of: { need: 'REPORTS_SHARED' }, unit: 'trajectory', n: 35, values });

  it('are a bar of the times they were asked, and none where that is too few to say', () => {
    const enough = needsOf({ count: 3, asked: 35, part: 3 / 35, share: 3 / 35 });
    expect(chartOf('overrides', enough, undefined, 'nl')).toMatchObject({ bars: [{ text: '9% (3 van de 35)' }] });
    const few = needsOf({ count: 1, asked: 2, part: null, share: 1 / 35 });
    expect(chartOf('overrides', few, undefined, 'nl')).toBeUndefined();
  });

  it('show next to no change as none', () => {
    expect(valueText(-0.001, 'share', 'nl')).toBe('0%');
  });
});
