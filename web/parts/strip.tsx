/** The phase strip: five blocks on one thread, with state, bars, one sentence and the gate; thin ticks before and after; vertical on a phone. */
import { texts, type Lang } from '../text/index.js';
import { Icon } from './icon.js';
import { NeedList, type NeedView } from './needs.js';
import { Gate, StateShape, StateWord, stateText, type GateView, type StateView } from './shapes.js';
import { BarLegend, PhaseBars, type PhaseSpans } from './strip-bars.js';
import { Table } from './table.js';

export type PhaseBlock = {
  /** Key of the phase; the block's html id is `fase-` plus this. */
  readonly id: string;
  readonly name: string;
  readonly href?: string;
  readonly state: StateView;
  /** The exact state of the machine, in words; shown in the table and under the gate. */
  readonly exact?: string;
  readonly current?: boolean;
  readonly sentence?: string;
  readonly gate: GateView;
  readonly needs?: readonly NeedView[];
  readonly bars?: PhaseSpans;
  /** The dates behind the bars in words ('24 feb 2026 tot 3 mrt 2026'), for the table. */
  readonly dates?: {
    readonly first?: string;
    readonly plan?: string;
    readonly actual?: string;
    readonly paused?: string;
  };
};
export type PhaseTick = {
  readonly id: string;
  readonly name: string;
  readonly state: StateView;
  readonly when?: string;
};
export type PhaseStripProps = {
  readonly lang: Lang;
  readonly blocks: readonly PhaseBlock[];
  readonly before?: readonly PhaseTick[];
  readonly after?: readonly PhaseTick[];
  /** Width of a block in days: 120 unless a phase is longer. */
  readonly days?: number;
};

type Thread = 'passed' | 'here' | 'ahead';

/** Where the thread stands: solid up to the last block that has begun, dashed after it. */
function threadOf(blocks: readonly PhaseBlock[], index: number): Thread {
  const last = blocks.findLastIndex((block) => block.state.word !== 'not-yet');
  if (index < last) return 'passed';
  if (index > last) return 'ahead';
  return blocks[index]?.state.word === 'done' && index === blocks.length - 1 ? 'passed' : 'here';
}

function GateRow({ block, lang }: { readonly block: PhaseBlock; readonly lang: Lang }) {
  const words = texts(lang);
  const needs = block.needs ?? [];
  const explain = {
    open: words.gate.openText,
    closed: undefined,
    reason: words.gate.reasonText,
    none: words.gate.noneText,
  };
  return (
    <details className="phase-gate" id={`poort-${block.id}`}>
      <summary>
        <Gate gate={block.gate} lang={lang} />
        <span className="vh"> {words.strip.gateOf(block.name)}</span>
        <Icon name="caret-right" small />
      </summary>
      <div className="phase-gate-body">
        {block.exact && <p className="meta">{block.exact}</p>}
        {explain[block.gate.kind] && <p>{explain[block.gate.kind]}</p>}
        {needs.length > 0 && <NeedList needs={needs} lang={lang} small />}
      </div>
    </details>
  );
}

function Block({ block, lang, thread, days }: { block: PhaseBlock; lang: Lang; thread: Thread; days: number }) {
  return (
    <li
      className={`phase phase-${thread}${block.current ? ' phase-current' : ''}`}
      id={`fase-${block.id}`}
      aria-current={block.current ? 'step' : undefined}
    >
      <span className="phase-stop">
        <StateShape word={block.state.word} size="strip" />
      </span>
      <div className="phase-box">
        <h3 className="phase-name">{block.href ? <a href={block.href}>{block.name}</a> : block.name}</h3>
        <p className={`phase-state state-${block.state.word}`}>{stateText(lang, block.state)}</p>
        <PhaseBars id={block.id} spans={block.bars} days={days} word={block.state.word} />
        <p className="phase-sentence">{block.sentence}</p>
        <GateRow block={block} lang={lang} />
      </div>
    </li>
  );
}

function Ticks({
  ticks,
  lang,
  label,
}: {
  readonly ticks?: readonly PhaseTick[];
  readonly lang: Lang;
  readonly label: string;
}) {
  if (ticks === undefined || ticks.length === 0) return null;
  return (
    <ol className="ticks" aria-label={label}>
      {ticks.map((tick) => (
        <li key={tick.id} className={`tick tick-${tick.state.word}`}>
          <span className="phase-stop">
            <StateShape word={tick.state.word} size="mini" />
          </span>
          <span>{tick.name}</span>
          <span className="meta">
            <span className="vh">{stateText(lang, tick.state)} </span>
            {tick.when}
          </span>
        </li>
      ))}
    </ol>
  );
}

function StripTable({ blocks, lang }: Pick<PhaseStripProps, 'blocks' | 'lang'>) {
  const words = texts(lang).strip;
  const columns = [words.phase, words.state, words.firstPlan, words.plan, words.actual, words.paused];
  return (
    <Table
      id="fasen-tabel"
      caption={words.label}
      columns={columns.map((label) => ({ label }))}
      rows={blocks.map((block) => ({
        key: block.id,
        cells: [
          block.name,
          <div key="state">
            <StateWord state={block.state} lang={lang} />
            {block.exact && <p className="meta">{block.exact}</p>}
          </div>,
          ...[block.dates?.first, block.dates?.plan, block.dates?.actual, block.dates?.paused].map(
            (date) => date ?? '–',
          ),
        ],
      }))}
    />
  );
}

/** The strip with its legend and the same facts as a table. */
export function PhaseStrip({ lang, blocks, before, after, days = 120 }: PhaseStripProps) {
  const words = texts(lang).strip;
  return (
    <section className="strip">
      <h2 className="vh">{words.label}</h2>
      <div className="strip-row">
        <Ticks ticks={before} lang={lang} label={words.before} />
        <ol className="phases" aria-label={words.label}>
          {blocks.map((block, index) => (
            <Block key={block.id} block={block} lang={lang} thread={threadOf(blocks, index)} days={days} />
          ))}
        </ol>
        <Ticks ticks={after} lang={lang} label={words.after} />
      </div>
      <details className="strip-table">
        <summary className="strip-foot">
          <BarLegend lang={lang} days={days} />
          <span className="link">{words.asTable}</span>
        </summary>
        <StripTable blocks={blocks} lang={lang} />
      </details>
    </section>
  );
}
