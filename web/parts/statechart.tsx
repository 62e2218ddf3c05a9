/** Where a machine stands: the path taken as thread, the current state, what is possible next; and always the same as a list, which is what a phone shows. */
import { texts, type Lang } from '../text/index.js';
import { Icon } from './icon.js';
import { StateMarks, StateShape, type StateName } from './shapes.js';

export type ChartStatus = 'visited' | 'current' | 'possible' | 'not-reached';
export type ChartNode = {
  readonly id: string;
  readonly label: string;
  /** Second line: dates, or what is needed. */
  readonly sub?: string;
  readonly status: ChartStatus;
  /** Shape of the current state. */
  readonly word?: StateName;
  /** Top left corner and size, in pixels of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type ChartEdge = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Name of the act, shown for possible edges. */
  readonly label?: string;
  readonly status: 'taken' | 'possible' | 'none';
  /** Corner points from start to arrow head. */
  readonly points: readonly (readonly [number, number])[];
  readonly labelAt?: readonly [number, number];
};
export type StatechartProps = {
  readonly lang: Lang;
  /** Unique on the page. */
  readonly id: string;
  /** Name of the machine in words ('Duiden, ronde 1'). */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
};

/** The room a node needs for its words, in pixels; for the layout that computes the coordinates. */
export function chartNodeSize(label: string, sub?: string): { width: number; height: number } {
  const longest = Math.max(label.length * 8.2, (sub?.length ?? 0) * 7.2);
  return { width: Math.max(116, Math.ceil(longest) + 52), height: sub ? 56 : 40 };
}

function Node({ node }: { readonly node: ChartNode }) {
  const middle = node.x + node.width / 2 + (node.word ? 12 : 0);
  return (
    <g className={`chart-node chart-${node.status}${node.word === 'waiting' ? '' : ' chart-calm'}`}>
      <rect x={node.x} y={node.y} width={node.width} height={node.height} rx="7" />
      {node.word && (
        <g transform={`translate(${node.x + 9} ${node.y + node.height / 2 - 10}) scale(0.77)`}>
          <StateMarks word={node.word} />
        </g>
      )}
      <text x={middle} y={node.y + (node.sub ? node.height / 2 - 5 : node.height / 2 + 5)} className="chart-label">
        {node.label}
      </text>
      {node.sub && (
        <text x={middle} y={node.y + node.height / 2 + 15} className="chart-sub">
          {node.sub}
        </text>
      )}
    </g>
  );
}

function Edge({ edge, chart }: { readonly edge: ChartEdge; readonly chart: string }) {
  const path = edge.points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return (
    <g className={`chart-edge edge-${edge.status}`}>
      <path
        d={path}
        markerEnd={`url(#${chart}-pijl-${edge.status})`}
        strokeDasharray={edge.status === 'none' ? '5 4' : undefined}
      />
      {edge.label && edge.labelAt && (
        <text x={edge.labelAt[0]} y={edge.labelAt[1]} className="chart-sub">
          {edge.label}
        </text>
      )}
    </g>
  );
}

function Arrows({ chart }: { readonly chart: string }) {
  return (
    <defs>
      {(['taken', 'possible', 'none'] as const).map((status) => (
        <marker
          key={status}
          id={`${chart}-pijl-${status}`}
          markerUnits="userSpaceOnUse"
          viewBox="0 0 12 12"
          refX="10.5"
          refY="6"
          markerWidth="12"
          markerHeight="12"
          orient="auto"
        >
          <path d="M2 1.500L10.500 6L2 10.500" className={`chart-arrow edge-${status}`} />
        </marker>
      ))}
    </defs>
  );
}

/** The same as the drawing: every state with its word, and the acts that lead on from the current one. */
export function ChartList({ lang, nodes, edges }: Pick<StatechartProps, 'lang' | 'nodes' | 'edges'>) {
  const words = texts(lang).chart;
  const shapes = { visited: 'done', possible: 'not-yet', 'not-reached': 'not-yet' } as const;
  const name = (id: string) => nodes.find((node) => node.id === id)?.label ?? id;
  return (
    <ol className="chart-list">
      {nodes.map((node) => (
        <li
          key={node.id}
          className={`stop stop-${node.status}`}
          aria-current={node.status === 'current' ? 'step' : undefined}
        >
          <StateShape word={node.status === 'current' ? (node.word ?? 'busy') : shapes[node.status]} size="mini" />
          <p>
            <strong>{node.label}</strong> <span className="meta">{words[node.status]}</span>
          </p>
          {node.sub && <p className="meta">{node.sub}</p>}
          {edges
            .filter((edge) => edge.from === node.id && edge.status === 'possible')
            .map((edge) => (
              <p key={edge.id} className="meta">
                {words.goesTo(edge.label ?? '', name(edge.to))}
              </p>
            ))}
        </li>
      ))}
    </ol>
  );
}

/** Drawing (from 720 px) and list (below it, and behind 'als lijst'). */
export function Statechart({ lang, id, title, width, height, nodes, edges }: StatechartProps) {
  const words = texts(lang).chart;
  const order = { none: 0, possible: 1, taken: 2 } as const;
  const drawn = [...edges].sort((a, b) => order[a.status] - order[b.status]);
  return (
    <figure className="chart">
      <div className="chart-scroll only-wide" role="region" tabIndex={0} aria-label={title}>
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`${title}. ${words.path}`}
        >
          <Arrows chart={id} />
          {drawn.map((edge) => (
            <Edge key={edge.id} edge={edge} chart={id} />
          ))}
          {nodes.map((node) => (
            <Node key={node.id} node={node} />
          ))}
        </svg>
      </div>
      <details className="only-wide chart-as-list" id={`${id}-lijst`}>
        <summary>
          <Icon name="caret-right" small />
          <span className="link">{words.asList}</span>
          <span className="vh"> ({title})</span>
        </summary>
        <ChartList lang={lang} nodes={nodes} edges={edges} />
      </details>
      <div className="only-phone">
        <ChartList lang={lang} nodes={nodes} edges={edges} />
      </div>
    </figure>
  );
}
