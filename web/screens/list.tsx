/** The list of trajectories: a choice that lives in the address, one row per trajectory with its five phases, and pages. */
import { Button, ButtonLink } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { Field } from '../parts/field.js';
import type { Option } from '../parts/field-types.js';
import { MiniStrip } from '../parts/figures.js';
import { Pagination } from '../parts/lists.js';
import { Chip, type ChipView } from '../parts/chips.js';
import { Empty } from '../parts/messages.js';
import { DayField, type DayFieldProps } from '../parts/past.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { StateWord, type StateView } from '../parts/shapes.js';
import { Table } from '../parts/table.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type ListRow = {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly towns: string;
  readonly phases: readonly { readonly name: string; readonly state: StateView }[];
  readonly state: StateView;
  readonly stateLabel: string;
  readonly end?: string;
  /** Absent for who may not see what is internal. */
  readonly owed?: number;
  /** The worst signal that stands. */
  readonly worst?: ChipView;
};
export type ListView = {
  readonly rows: readonly ListRow[];
  readonly total: number;
  readonly filtered: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<'fase' | 'staat' | 'gemeente' | 'niveau' | 'signaal' | 'sort', readonly Option[]>>;
  readonly page: number;
  readonly pages: number;
  readonly previous?: string;
  readonly next?: string;
  readonly mayOpen: boolean;
  readonly day: DayFieldProps;
  /** Said of a choice that has no field of its own. */
  readonly note?: string;
  /** The day that the list shows and the choices without a field, as they stand in the address. */
  readonly hidden: Readonly<Record<string, string>>;
  /** The list without a choice. */
  readonly all: string;
};

function Filters({ lang, view }: { readonly lang: Frame['lang']; readonly view: ListView }) {
  const words = screenTexts(lang).list;
  const select = (name: keyof ListView['options'], label: string, empty = words.all) => (
    <Field
      kind="select"
      lang={lang}
      name={name}
      label={label}
      options={view.options[name]}
      value={view.values[name]}
      empty={empty}
      required
    />
  );
  return (
    <form className="filters" method="get" action="/trajecten" role="search" aria-label={words.title}>
      {Object.entries(view.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field kind="text" lang={lang} name="q" label={words.q} value={view.values.q} maxLength={200} required />
      {select('fase', words.phase)}
      {select('staat', words.state)}
      {select('gemeente', words.municipality)}
      {select('niveau', words.level)}
      {select('signaal', screenTexts(lang).signals.kind)}
      {select('sort', words.sort, words.sorts['-lastEvent'])}
      <div className="button-row">
        <Button label={words.apply} />
        {view.filtered && <ButtonLink look="text" label={words.clear} href={view.all} />}
      </div>
    </form>
  );
}

function Rows({ lang, view }: { readonly lang: Frame['lang']; readonly view: ListView }) {
  const words = screenTexts(lang).list;
  const { columns } = words;
  return (
    <Table
      id="trajecten-tabel"
      caption={words.title}
      captionHidden
      sticky
      columns={[
        { label: columns.name },
        { label: columns.phases },
        { label: columns.state },
        { label: columns.end },
        { label: columns.owed },
      ]}
      rows={view.rows.map((row) => ({
        key: row.id,
        cells: [
          <span key="name">
            <a href={row.href}>{row.title}</a>
            <br />
            <span className="meta">{row.towns}</span>
            {row.worst && (
              <>
                {' '}
                <Chip chip={row.worst} />
              </>
            )}
          </span>,
          <MiniStrip key="phases" lang={lang} phases={row.phases} />,
          <StateWord key="state" lang={lang} state={row.state} label={row.stateLabel} />,
          row.end ?? <span className="meta">{words.noEnd}</span>,
          row.owed === undefined ? '–' : words.owed(row.owed),
        ],
      }))}
    />
  );
}

function Nothing({ lang, view }: { readonly lang: Frame['lang']; readonly view: ListView }) {
  const words = screenTexts(lang);
  if (view.filtered)
    return (
      <Empty meaning={words.list.none} next={words.list.noneNext} act={{ label: words.list.clear, href: view.all }} />
    );
  const act = view.mayOpen ? { label: words.home.newTrajectory, href: '/trajecten/nieuw' } : undefined;
  return <Empty meaning={words.list.empty} next={words.list.emptyNext} act={act} />;
}

/** The whole page as html text. */
export function listPage(frame: Frame, view: ListView): string {
  const { lang } = frame;
  const words = screenTexts(lang);
  return renderPage(
    <Page {...frame} title={words.list.title} wide>
      <PageHead
        lang={lang}
        title={words.list.title}
        finding={view.filtered ? words.list.found(view.total) : words.list.finding(view.total)}
      />
      {view.mayOpen && (
        <div className="button-row">
          <ButtonLink label={words.home.newTrajectory} icon="plus" href="/trajecten/nieuw" />
        </div>
      )}
      {view.note && <p className="meta">{view.note}</p>}
      <DayField {...view.day} />
      <Filters lang={lang} view={view} />
      <Card id="trajecten" live="*">
        {view.rows.length === 0 ? <Nothing lang={lang} view={view} /> : <Rows lang={lang} view={view} />}
        <Pagination lang={lang} page={view.page} pages={view.pages} previous={view.previous} next={view.next} />
      </Card>
    </Page>,
  );
}
