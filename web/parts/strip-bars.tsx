/** The three bars of a phase block: first plan, plan now and what happened, drawn in days from the phase's own first date so that lengths compare between blocks. */
import { texts, type Lang } from '../text/index.js';
import type { StateName } from './shapes.js';

/** From and to in days since the first date of the phase; half days are fine, `to` at least `from`. */
export type DaySpan = { readonly from: number; readonly to: number };
export type PhaseSpans = {
  readonly first?: DaySpan;
  readonly plan?: DaySpan;
  readonly actual?: readonly DaySpan[];
  readonly paused?: readonly DaySpan[];
};

/** Percent of the block's width, cut at its right edge, and at least 2% so that one day can be seen. */
function place(span: DaySpan, days: number): { x: string; width: string } {
  const from = Math.min(Math.max(span.from, 0), days);
  const to = Math.min(Math.max(span.to, from), days);
  const width = Math.max(((to - from) / days) * 100, 2);
  const x = Math.min((from / days) * 100, 100 - width);
  return { x: `${x.toFixed(2)}%`, width: `${width.toFixed(2)}%` };
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0v5" className="hatch-line" />
    </pattern>
  );
}

/** The bars of one block; empty when nothing was planned. Hidden from screen readers: the sentence and the table carry them. */
export function PhaseBars({
  id,
  spans,
  days,
  word,
}: {
  id: string;
  spans?: PhaseSpans;
  days: number;
  word: StateName;
}) {
  const hatch = `streep-${id}`;
  return (
    <svg className="phase-bars" width="100%" height="26" aria-hidden="true" focusable="false">
      <defs>
        <Hatch id={hatch} />
      </defs>
      {spans?.first && <rect {...place(spans.first, days)} y="0.5" height="5" className="bar-first" />}
      {spans?.plan && <rect {...place(spans.plan, days)} y="9" height="6" className="bar-plan" />}
      {spans?.actual?.map((span, index) => (
        <rect key={index} {...place(span, days)} y="18" height="8" className={`bar-actual bar-${word}`} />
      ))}
      {spans?.paused?.map((span, index) => (
        <g key={index}>
          <rect {...place(span, days)} y="18" height="8" className="bar-paused" />
          <rect {...place(span, days)} y="18" height="8" fill={`url(#${hatch})`} />
        </g>
      ))}
    </svg>
  );
}

/** What the bars mean, directly below them. */
export function BarLegend({ lang, days }: { readonly lang: Lang; readonly days: number }) {
  const words = texts(lang).strip;
  const kinds = ['first', 'plan', 'actual', 'paused'] as const;
  const labels = { first: words.firstPlan, plan: words.plan, actual: words.actual, paused: words.paused };
  return (
    <span className="legend">
      {kinds.map((kind) => (
        <span key={kind} className="legend-item">
          <svg width="26" height="10" aria-hidden="true" focusable="false">
            {kind === 'paused' && (
              <defs>
                <Hatch id="streep-legenda" />
              </defs>
            )}
            <rect x="0.5" y="1" width="25" height={kind === 'first' ? 5 : 7} className={`bar-${kind}`} />
            {kind === 'paused' && <rect x="0.5" y="1" width="25" height="7" fill="url(#streep-legenda)" />}
          </svg>
          {labels[kind]}
        </span>
      ))}
      <span>{words.scale(days)}</span>
    </span>
  );
}
