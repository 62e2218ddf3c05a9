/** The learning report: a question at the left, what was found as a sentence, one mark per case, all figures with n, the cases, and how it is counted. */
import { Button } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { Field, type FieldProps } from '../parts/field.js';
import { type InlineText } from '../parts/inline.js';
import { Empty } from '../parts/messages.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import type { Frame } from './frame.js';
import { Cases, Chart, Figures, type CaseTable, type FigureTable, type LearningChart } from './learning-parts.js';
import { screenTexts } from './text/index.js';

export type LearningView = {
  readonly title: string;
  readonly above: InlineText;
  readonly questions: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly finding: InlineText;
  readonly fields: readonly FieldProps[];
  /** Values of the address that the filter keeps. */
  readonly kept: Readonly<Record<string, string>>;
  readonly chart?: LearningChart;
  readonly tables: readonly FigureTable[];
  readonly cases?: CaseTable;
  readonly counted: readonly { readonly term: string; readonly text: string; readonly formula?: string }[];
  readonly csv?: string;
  readonly empty?: { readonly meaning: string; readonly next: string };
};
type Part = { readonly lang: Frame['lang']; readonly view: LearningView };

function Questions({ lang, view }: Part) {
  return (
    <nav aria-label={screenTexts(lang).learning.questions}>
      <ul className="questions">
        {view.questions.map((one) => (
          <li key={one.href}>
            <a href={one.href} aria-current={one.current ? 'page' : undefined}>
              {one.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Filter({ lang, view }: Part) {
  const words = screenTexts(lang).learning;
  return (
    <details className="learn-filter">
      <summary>
        <span className="quiet-link">{words.adjust}</span>
      </summary>
      <form method="get" action="/leren" aria-label={words.adjust}>
        {Object.entries(view.kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {view.fields.map((field) => (
          <Field key={field.name} {...field} />
        ))}
        <Button label={words.show} look="outlined" />
      </form>
    </details>
  );
}

function Counted({ lang, view }: Part) {
  const words = screenTexts(lang).learning;
  return (
    <Card id="geteld" title={words.counted}>
      <dl className="counted">
        {view.counted.map((one) => (
          <div key={one.term}>
            <dt>{one.term}</dt>
            <dd>{one.text}</dd>
            {one.formula && <dd className="formula">{one.formula}</dd>}
          </div>
        ))}
      </dl>
      {view.csv && (
        <p>
          <a href={view.csv}>{words.csv}</a>
        </p>
      )}
    </Card>
  );
}

/** The whole page as html text. */
export function learningPage(frame: Frame, view: LearningView): string {
  const { lang } = frame;
  return renderPage(
    <Page {...frame} title={view.title}>
      <div className="columns columns-left">
        <Questions lang={lang} view={view} />
        <div className="stack">
          <PageHead lang={lang} title={view.title} above={view.above} finding={view.finding} />
          <Filter lang={lang} view={view} />
          {view.empty && (
            <Card id="leeg">
              <Empty meaning={view.empty.meaning} next={view.empty.next} />
            </Card>
          )}
          {view.chart && <Chart lang={lang} chart={view.chart} table={view.tables[0]?.id} />}
          <div className="columns learn-side">
            <div className="stack">
              {view.tables.map((table) => (
                <Figures key={table.id} lang={lang} table={table} />
              ))}
              {view.cases && <Cases lang={lang} cases={view.cases} />}
            </div>
            <Counted lang={lang} view={view} />
          </div>
        </div>
      </div>
    </Page>,
  );
}
