/** The overview of all trajectories: a sentence, few numbers with their definition, where trajectories are, and a row for each. */
import { Card } from '../parts/card.js';
import { Chip, type ChipView } from '../parts/chips.js';
import { Bar, MiniStrip, NumberTile } from '../parts/figures.js';
import { FilterLinks, Pagination, type FilterLink } from '../parts/lists.js';
import { Empty } from '../parts/messages.js';
import { DayField, type DayFieldProps } from '../parts/past.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { StateWord, type StateView } from '../parts/shapes.js';
import { Table } from '../parts/table.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type OverviewRow = {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly towns: string;
  readonly phases: readonly { readonly name: string; readonly state: StateView }[];
  readonly state: StateView;
  readonly stateLabel: string;
  readonly contact?: string;
  /** Absent for who may not see what is internal. */
  readonly internal?: {
    readonly hours: string;
    readonly hoursPart?: number;
    readonly cents: string;
    readonly owed: number;
  };
};
export type OverviewView = {
  readonly day: DayFieldProps;
  /** What is stuck, on the same day. */
  readonly stuck: string;
  /** Kinds of signals that stand; absent for who may not see what is internal. */
  readonly signals?: readonly {
    readonly code: string;
    readonly href: string;
    readonly chip: ChipView;
    readonly cells: readonly string[];
  }[];
  readonly finding: string;
  readonly towns: readonly FilterLink[];
  readonly numbers: readonly {
    readonly label: string;
    readonly value: string;
    readonly change?: string;
    readonly definition: string;
    readonly href?: string;
  }[];
  readonly matrix: {
    readonly phases: readonly string[];
    readonly rows: readonly {
      readonly key: string;
      readonly name: string;
      readonly cells: readonly { readonly count: number; readonly label: string; readonly href: string }[];
    }[];
  };
  readonly rows: readonly OverviewRow[];
  readonly page: number;
  readonly pages: number;
  readonly previous?: string;
  readonly next?: string;
};
type Part = { readonly lang: Frame['lang']; readonly view: OverviewView };

function Matrix({ lang, view }: Part) {
  const words = screenTexts(lang).overview;
  return (
    <Table
      id="matrix"
      caption={words.matrix}
      captionHidden
      sticky
      columns={[{ label: words.municipality }, ...view.matrix.phases.map((label) => ({ label, number: true }))]}
      rows={view.matrix.rows.map((row) => ({
        key: row.key,
        cells: [
          row.name,
          ...row.cells.map((cell) =>
            cell.count === 0 ? (
              <span key={cell.href} className="meta">
                0
              </span>
            ) : (
              <a key={cell.href} href={cell.href} aria-label={cell.label}>
                {cell.count}
              </a>
            ),
          ),
        ],
      }))}
    />
  );
}

function Rows({ lang, view }: Part) {
  const words = screenTexts(lang);
  const { columns } = words.overview;
  return (
    <Table
      id="overzicht-tabel"
      caption={words.overview.rows}
      captionHidden
      sticky
      columns={[
        { label: columns.name },
        { label: columns.phases },
        { label: columns.state },
        { label: columns.hours },
        { label: columns.money, number: true },
        { label: columns.contact },
        { label: columns.owed },
      ]}
      rows={view.rows.map((row) => ({
        key: row.id,
        cells: [
          <span key="name">
            <a href={row.href}>{row.title}</a>
            <br />
            <span className="meta">{row.towns}</span>
          </span>,
          <MiniStrip key="phases" lang={lang} phases={row.phases} />,
          <StateWord key="state" lang={lang} state={row.state} label={row.stateLabel} />,
          row.internal ? (
            <span key="hours">
              {row.internal.hours}
              {row.internal.hoursPart !== undefined && (
                <Bar value={row.internal.hoursPart} max={1} target={0.8} text={row.internal.hours} />
              )}
            </span>
          ) : (
            '–'
          ),
          row.internal?.cents ?? '–',
          row.contact ?? <strong key="contact">{words.overview.noContact}</strong>,
          row.internal ? words.list.owed(row.internal.owed) : '–',
        ],
      }))}
    />
  );
}

function Signals({
  lang,
  groups,
}: {
  readonly lang: Frame['lang'];
  readonly groups: NonNullable<OverviewView['signals']>;
}) {
  const words = screenTexts(lang).signals;
  if (groups.length === 0) return <Empty meaning={words.none} />;
  return (
    <Table
      id="signalen-tabel"
      caption={words.title}
      captionHidden
      columns={[{ label: words.kind }, { label: words.number }, { label: words.oldest }, { label: words.who }]}
      rows={groups.map(({ code, href, chip, cells }) => ({
        key: code,
        cells: [
          <span key="name">
            <a href={href}>{cells[0]}</a> <Chip chip={chip} />
          </span>,
          ...cells.slice(1),
        ],
      }))}
    />
  );
}

/** The whole page as html text. */
export function overviewPage(frame: Frame, view: OverviewView): string {
  const { lang } = frame;
  const words = screenTexts(lang).overview;
  return renderPage(
    <Page {...frame} title={words.title} wide>
      <PageHead lang={lang} title={words.title} finding={view.finding} />
      <DayField {...view.day} />
      <FilterLinks label={words.filter} links={view.towns} />
      <div className="tiles">
        {view.numbers.map(({ definition, href, ...tile }) => (
          <NumberTile key={tile.label} lang={lang} {...tile} definition={{ text: definition, href }} />
        ))}
      </div>
      <Card id="waar" title={words.matrix} note={words.matrixNote} live="*">
        <Matrix lang={lang} view={view} />
      </Card>
      {view.signals && (
        <Card
          id="signalen"
          title={screenTexts(lang).signals.title}
          note={screenTexts(lang).signals.overviewNote}
          link={{ label: screenTexts(lang).signals.toStuck, href: view.stuck }}
          live="*"
        >
          <Signals lang={lang} groups={view.signals} />
        </Card>
      )}
      <Card id="rijen" title={words.rows} live="*">
        {view.rows.length === 0 ? <Empty meaning={words.empty} /> : <Rows lang={lang} view={view} />}
        <Pagination lang={lang} page={view.page} pages={view.pages} previous={view.previous} next={view.next} />
      </Card>
    </Page>,
  );
}
