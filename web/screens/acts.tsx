/** All acts of a trajectory: the twelve forms, and every command with what it still needs, grouped by phase. */
import { ActLines, Card, type ActLineView } from '../parts/card.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type ActsView = {
  readonly title: string;
  readonly back: string;
  readonly forms: readonly ActLineView[];
  readonly groups: readonly { readonly key: string; readonly name: string; readonly lines: readonly ActLineView[] }[];
};

/** The whole page as html text. */
export function actsPage(frame: Frame, view: ActsView): string {
  const { lang } = frame;
  const words = screenTexts(lang).form;
  return renderPage(
    <Page {...frame} title={words.commands}>
      <PageHead
        lang={lang}
        title={words.commands}
        above={[{ text: view.title, href: view.back }]}
        finding={words.commandsIntro}
      />
      <div className="columns columns-side">
        <div className="stack">
          {view.groups.map((group) => (
            <Card key={group.key} id={`groep-${group.key}`} title={group.name}>
              <ActLines lines={group.lines} lang={lang} />
            </Card>
          ))}
        </div>
        <Card id="formulieren" title={words.forms}>
          <ActLines lines={view.forms} lang={lang} />
        </Card>
      </div>
    </Page>,
  );
}
