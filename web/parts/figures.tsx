/** Small figures: number with its definition, sparkline, bar with ticks and the mini strip of five states; the words beside them carry the meaning. */
import { texts, type Lang } from '../text/index.js';
import { StateMarks, stateText, type StateView } from './shapes.js';

export type NumberTileProps = {
  readonly lang: Lang;
  readonly label: string;
  readonly value: string;
  /** The change in words: '18 minder dan op 1 mei', 'evenveel'. */
  readonly change?: string;
  /** At most twelve points, oldest first. */
  readonly spark?: readonly number[];
  readonly definition: {
    readonly text: string;
    readonly formula?: string;
    readonly position?: string;
    readonly href?: string;
  };
};
export type BarProps = {
  readonly value: number;
  /** End of the scale; what is above it is cut. */
  readonly max: number;
  /** Dashed tick (doel, sein). */
  readonly target?: number;
  /** Solid tick (minimum). */
  readonly minimum?: number;
  readonly tone?: 'plain' | 'busy' | 'done';
  /** The whole meaning as one sentence, for who does not see it. */
  readonly text: string;
};

/** Twelve points without an axis; hidden from screen readers. */
export function Sparkline({ points }: { readonly points: readonly number[] }) {
  if (points.length < 2) return null;
  const low = Math.min(...points);
  const range = Math.max(...points) - low || 1;
  const at = points.map(
    (value, index) => [4 + (index * 66) / (points.length - 1), 26 - ((value - low) / range) * 22] as const,
  );
  const [lastX, lastY] = at.at(-1) ?? [0, 0];
  return (
    <svg className="spark" width="74" height="30" viewBox="0 0 74 30" aria-hidden="true" focusable="false">
      <polyline points={at.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} className="spark-line" />
      <circle cx={lastX} cy={lastY} r="3.4" className="spark-end" />
    </svg>
  );
}

/** Number 36 with label, change, sparkline and 'wat telt mee'. */
export function NumberTile({ lang, label, value, change, spark, definition }: NumberTileProps) {
  const words = texts(lang).chart;
  return (
    <div className="tile">
      <p className="tile-label">{label}</p>
      <div className="tile-figure">
        <p className="tile-number">{value}</p>
        {spark && <Sparkline points={spark} />}
      </div>
      {change && <p className="meta">{change}</p>}
      <details className="tile-definition">
        <summary>
          <span className="quiet-link">{words.counts}</span>
          <span className="vh"> ({label})</span>
        </summary>
        <p>{definition.text}</p>
        {definition.formula && (
          <p>
            {words.formula}: {definition.formula}
          </p>
        )}
        {definition.position && (
          <p className="meta">
            {words.position}: {definition.position}
          </p>
        )}
        {definition.href && <a href={definition.href}>{words.list}</a>}
      </details>
    </div>
  );
}

function percent(value: number, max: number): string {
  return `${(Math.min(Math.max(value / (max || 1), 0), 1) * 100).toFixed(2)}%`;
}

/** A bar that starts at 0, with its target (dashed) and minimum (solid). */
export function Bar({ value, max, target, minimum, tone = 'plain', text }: BarProps) {
  return (
    <svg className="meter" width="100%" height="16" role="img" aria-label={text} focusable="false">
      <rect y="4" width="100%" height="8" className="meter-track" />
      <rect y="4" width={percent(value, max)} height="8" className={`meter-${tone}`} />
      {minimum !== undefined && (
        <line x1={percent(minimum, max)} x2={percent(minimum, max)} y1="0" y2="16" className="meter-tick" />
      )}
      {target !== undefined && (
        <line
          x1={percent(target, max)}
          x2={percent(target, max)}
          y1="0"
          y2="16"
          className="meter-tick"
          strokeDasharray="3 2"
        />
      )}
    </svg>
  );
}

/** The five states of a trajectory on a small thread; the names and words are there for screen readers. */
export function MiniStrip({
  lang,
  phases,
}: {
  readonly lang: Lang;
  readonly phases: readonly { name: string; state: StateView }[];
}) {
  const begun = phases.findLastIndex((phase) => phase.state.word !== 'not-yet');
  const width = phases.length * 28 - 8;
  return (
    <span className="mini-strip">
      <svg width={width} height="20" viewBox={`0 0 ${width} 20`} aria-hidden="true" focusable="false">
        {phases.slice(1).map((phase, index) => (
          <line
            key={phase.name}
            x1={index * 28 + 20}
            x2={index * 28 + 28}
            y1="10"
            y2="10"
            className="mini-thread"
            strokeDasharray={index < begun ? undefined : '2 2'}
          />
        ))}
        {phases.map((phase, index) => (
          <g key={phase.name} transform={`translate(${index * 28 + 1} 1) scale(0.69)`}>
            <StateMarks word={phase.state.word} />
          </g>
        ))}
      </svg>
      <span className="vh">
        {texts(lang).strip.mini(
          phases.map((phase) => `${phase.name} ${stateText(lang, phase.state).toLowerCase()}`).join(', '),
        )}
      </span>
    </span>
  );
}
