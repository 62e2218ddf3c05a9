/** Parts of the learning page: the picture, the tables of figures, and the cases with their events. */
import type { ReactNode } from 'react';
import { Card, type LinkView } from '../parts/card.js';
import { DotStrip, type DotStripProps } from '../parts/dot-strip.js';
import { Bar } from '../parts/figures.js';
import { Table, type Column } from '../parts/table.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type PartBar = { readonly key: string; readonly label: string; readonly part: number; readonly text: string };
export type LearningChart = {
  readonly title: string;
  readonly note: string;
} & ({ readonly dots: DotStripProps } | { readonly bars: readonly PartBar[]; readonly norm?: number });

/** One line of a table of figures; without values there were too few. */
export type FigureLine = {
  readonly key: string;
  readonly about: string;
  /** Said when there were too few. */
  readonly few?: string;
  readonly n: string;
  readonly values: readonly string[];
  /** Where its cases are shown. */
  readonly href?: string;
};
export type FigureTable = {
  readonly id: string;
  readonly name: string;
  readonly measures: readonly string[];
  readonly lines: readonly FigureLine[];
};
export type CaseLine = {
  readonly key: string;
  readonly title: string;
  readonly href: string;
  readonly about: string;
  readonly day: string;
  readonly values: readonly string[];
  readonly events: readonly { readonly text: string; readonly href: string }[];
};
export type CaseTable = {
  readonly title: string;
  readonly measures: readonly string[];
  readonly lines: readonly CaseLine[];
  readonly more?: LinkView;
  /** What is left out, and why. */
  readonly rest?: string;
};
function Bars({ bars, norm }: { readonly bars: readonly PartBar[]; readonly norm?: number }) {
  return (
    <ul className="part-bars">
      {bars.map((bar) => (
        <li key={bar.key}>
          <strong>{bar.label}</strong>
          <Bar value={bar.part} max={1} target={norm} text={`${bar.label}: ${bar.text}`} />
          <span>{bar.text}</span>
        </li>
      ))}
    </ul>
  );
}

/** The picture, with the way to the same as a table. */
export function Chart({ lang, chart, table }: { lang: Frame['lang']; chart: LearningChart; table?: string }) {
  const words = screenTexts(lang).learning;
  return (
    <Card
      id="beeld"
      title={chart.title}
      note={chart.note}
      link={table === undefined ? undefined : { label: words.asTable, href: `#${table}` }}
    >
      <figure>{'dots' in chart ? <DotStrip {...chart.dots} /> : <Bars bars={chart.bars} norm={chart.norm} />}</figure>
    </Card>
  );
}

/** Figures of one kind, each with its n. */
export function Figures({ lang, table }: { readonly lang: Frame['lang']; readonly table: FigureTable }) {
  const words = screenTexts(lang).learning;
  const columns: Column[] = [
    { label: words.about },
    { label: 'n', number: true },
    ...table.measures.map((label) => ({ label, number: true })),
  ];
  const linesOf = (line: FigureLine): ReactNode[] => [
    line.few ? (
      <span key="about">
        {line.about} <span className="meta">{line.few}</span>
      </span>
    ) : (
      line.about
    ),
    line.href ? (
      <a key="n" href={line.href} aria-label={words.showCases(line.n, line.about)}>
        {line.n}
      </a>
    ) : (
      line.n
    ),
    ...line.values,
  ];
  return (
    <Card id={table.id} title={table.name}>
      <Table
        id={`${table.id}-cijfers`}
        caption={table.name}
        captionHidden
        columns={columns}
        rows={table.lines.map((line) => ({ key: line.key, cells: linesOf(line) }))}
      />
    </Card>
  );
}

function EventLinks({ lang, line }: { readonly lang: Frame['lang']; readonly line: CaseLine }) {
  const words = screenTexts(lang).learning;
  return (
    <details className="event-links-fold">
      <summary>
        {words.events(line.events.length)}
        <span className="vh"> ({line.title})</span>
      </summary>
      <ul className="event-links">
        {line.events.map((event) => (
          <li key={event.href}>
            <a href={event.href}>{event.text}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The cases behind a figure, each with the events it was made from. */
export function Cases({ lang, cases }: { readonly lang: Frame['lang']; readonly cases: CaseTable }) {
  const words = screenTexts(lang).learning;
  const parts = cases.lines.some(({ about }) => about !== '');
  return (
    <Card id="gevallen" title={cases.title}>
      {cases.lines.length > 0 && (
        <Table
          id="gevallen-tabel"
          caption={cases.title}
          captionHidden
          columns={[
            { label: words.trajectory },
            ...(parts ? [{ label: words.part }] : []),
            ...cases.measures.map((label) => ({ label, number: true })),
            { label: words.day },
            { label: words.eventsHead },
          ]}
          rows={cases.lines.map((line) => ({
            key: line.key,
            cells: [
              <a key="title" href={line.href}>
                {line.title}
              </a>,
              ...(parts ? [line.about] : []),
              ...line.values,
              line.day,
              <EventLinks key="events" lang={lang} line={line} />,
            ],
          }))}
        />
      )}
      {cases.more && (
        <p>
          <a href={cases.more.href}>{cases.more.label}</a>
        </p>
      )}
      {cases.rest && <p className="meta">{cases.rest}</p>}
    </Card>
  );
}
