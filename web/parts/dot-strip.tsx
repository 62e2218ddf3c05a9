/** Dot strips: one mark per case on a line from zero, the norm as a line, P50 and P80 as a bracket below; places in percent, so that text keeps its size. */
import { percentOf, stacked, type Scale } from './scale.js';

export type Dot = { readonly value: number; readonly late: boolean };
export type DotRow = {
  readonly key: string;
  readonly label: string;
  /** How many, and whether that is too few for a statement. */
  readonly note: string;
  readonly dots: readonly Dot[];
  readonly p50?: number;
  readonly p80?: number;
  /** The two in words. */
  readonly spread?: { readonly p50: string; readonly p80: string };
  /** Each case by name, where there are too few for a statement. */
  readonly cases?: readonly { readonly text: string; readonly href: string }[];
  /** The whole row as one sentence, for who does not see it. */
  readonly text: string;
};
export type DotStripProps = {
  readonly rows: readonly DotRow[];
  readonly scale: Scale;
  /** `within`: what lies before it is in time, and its ground is sunken. */
  readonly norm?: { readonly value: number; readonly label: string; readonly within: boolean };
  /** The words of a tick. */
  readonly tick: (value: number) => string;
};

const STEP = 11;
const BELOW = 58;

function Marks({ row, scale, base }: { readonly row: DotRow; readonly scale: Scale; readonly base: number }) {
  return stacked(row.dots, scale).map(({ dot, level }, index) => {
    const y = base - level * STEP;
    return dot.late ? (
      <rect
        key={index}
        x={percentOf(dot.value, scale)}
        y={y}
        width="9"
        height="9"
        transform="translate(-4.5 -4.5)"
        className="dot-late"
      />
    ) : (
      <circle key={index} cx={percentOf(dot.value, scale)} cy={y} r="5" className="dot" />
    );
  });
}

function Bracket({ row, scale, y }: { readonly row: DotRow; readonly scale: Scale; readonly y: number }) {
  if (row.p50 === undefined || row.p80 === undefined) return null;
  const [from, to] = [percentOf(row.p50, scale), percentOf(row.p80, scale)];
  return (
    <g className="dot-bracket">
      <line x1={from} x2={to} y1={y} y2={y} />
      <line x1={from} x2={from} y1={y - 6} y2={y + 6} className="dot-p50" />
      <line x1={to} x2={to} y1={y - 6} y2={y + 6} />
    </g>
  );
}

function Strip({ row, scale, norm }: Pick<DotStripProps, 'scale' | 'norm'> & { readonly row: DotRow }) {
  const levels = Math.max(0, ...stacked(row.dots, scale).map(({ level }) => level));
  const base = 14 + levels * STEP;
  const height = base + BELOW;
  return (
    <svg className="dots" width="100%" height={height} role="img" aria-label={row.text} focusable="false">
      {norm?.within && <rect width={percentOf(norm.value, scale)} height={height} className="dots-within" />}
      {scale.ticks.map((tick) => (
        <line key={tick} x1={percentOf(tick, scale)} x2={percentOf(tick, scale)} y2={height} className="dots-tick" />
      ))}
      <line x2="100%" y1={base} y2={base} className="dots-line" />
      {norm && (
        <line x1={percentOf(norm.value, scale)} x2={percentOf(norm.value, scale)} y2={height} className="dots-norm" />
      )}
      <Marks row={row} scale={scale} base={base} />
      <Bracket row={row} scale={scale} y={base + 15} />
    </svg>
  );
}

function Label({ row }: { readonly row: DotRow }) {
  return (
    <div className="dot-label">
      <strong>{row.label}</strong>
      <span className="meta">{row.note}</span>
      {row.spread && (
        <span className="dot-spread">
          <strong>{row.spread.p50}</strong> {row.spread.p80}
        </span>
      )}
    </div>
  );
}

/** The first tick begins at its place, the last ends there, the others stand in the middle. */
const anchorOf = (index: number, count: number): 'start' | 'middle' | 'end' =>
  index === 0 ? 'start' : index === count - 1 ? 'end' : 'middle';

type Norm = NonNullable<DotStripProps['norm']>;

function NormName({ norm, scale }: { readonly norm: Norm; readonly scale: Scale }) {
  return (
    <div className="dot-strip-row" aria-hidden="true">
      <div />
      <svg className="dots" width="100%" height="20" focusable="false">
        <text
          x={percentOf(norm.value, scale)}
          y="14"
          textAnchor={norm.value > scale.max * 0.75 ? 'end' : norm.value < scale.max * 0.25 ? 'start' : 'middle'}
          className="dots-norm-label"
        >
          {norm.label}
        </text>
      </svg>
    </div>
  );
}

function Ticks({ scale, tick }: Pick<DotStripProps, 'scale' | 'tick'>) {
  return (
    <div className="dot-strip-row" aria-hidden="true">
      <div />
      <svg className="dots" width="100%" height="20" focusable="false">
        {scale.ticks.map((value, index) => (
          <text
            key={value}
            x={percentOf(value, scale)}
            y="15"
            textAnchor={anchorOf(index, scale.ticks.length)}
            className="dots-label"
          >
            {tick(value)}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** All rows on one scale, with the norm named above and the ticks below. */
export function DotStrip({ rows, scale, norm, tick }: DotStripProps) {
  return (
    <div className="dot-strip">
      {norm && <NormName norm={norm} scale={scale} />}
      {rows.map((row) => (
        <div key={row.key} className="dot-strip-row">
          <Label row={row} />
          <div>
            <Strip row={row} scale={scale} norm={norm} />
            {row.cases && row.cases.length > 0 && (
              <ul className="dot-cases">
                {row.cases.map((one) => (
                  <li key={`${one.href} ${one.text}`}>
                    <a href={one.href}>{one.text}</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      ))}
      <Ticks scale={scale} tick={tick} />
    </div>
  );
}
