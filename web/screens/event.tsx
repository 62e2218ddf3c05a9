/** One line of the story in full: when, who, what was recorded, and the way to set a fact right. */
import { Card } from '../parts/card.js';
import { DefinitionList, type Definition } from '../parts/lists.js';
import { PageHead, type PageHeadProps } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { Table } from '../parts/table.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type EventView = {
  readonly title: string;
  readonly above: PageHeadProps['above'];
  readonly sentence: NonNullable<PageHeadProps['finding']>;
  readonly facts: readonly Definition[];
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly correct?: string;
  }[];
};

/** The whole page as html text. */
export function eventPage(frame: Frame, view: EventView): string {
  const { lang } = frame;
  const words = screenTexts(lang).trajectory;
  return renderPage(
    <Page {...frame} title={view.title}>
      <PageHead lang={lang} title={view.title} above={view.above} finding={view.sentence} />
      <Card id="gebeurtenis">
        <DefinitionList items={view.facts} />
      </Card>
      {view.fields.length > 0 && (
        <Card id="velden" title={words.details}>
          <Table
            id="velden-tabel"
            caption={words.details}
            captionHidden
            columns={[{ label: words.fieldName }, { label: words.fieldValue }, { label: words.fieldAct }]}
            rows={view.fields.map((field) => ({
              key: field.key,
              cells: [
                field.label,
                field.value,
                field.correct ? (
                  <a key="correct" href={field.correct}>
                    {words.correct}
                    <span className="vh"> ({field.label})</span>
                  </a>
                ) : (
                  ''
                ),
              ],
            }))}
          />
        </Card>
      )}
    </Page>,
  );
}
