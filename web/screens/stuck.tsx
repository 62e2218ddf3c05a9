/** What is stuck, grouped by reason: how many, since when the oldest, who can solve it, and the way to each. */
import { Card } from '../parts/card.js';
import { Empty } from '../parts/messages.js';
import { PageHead } from '../parts/page-head.js';
import { DayField, type DayFieldProps } from '../parts/past.js';
import { Page, renderPage } from '../parts/page.js';
import { SignalLines, type SignalLineView } from '../parts/signals.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type StuckGroup = {
  readonly code: string;
  readonly name: string;
  readonly note: string;
  readonly who: string;
  readonly lines: readonly SignalLineView[];
  /** To all of them, when there are more than are shown. */
  readonly all?: { readonly label: string; readonly href: string };
};
export type StuckView = {
  /** How many are past their final date, and how many ask attention. */
  readonly finals: number;
  readonly targets: number;
  readonly groups: readonly StuckGroup[];
  readonly waiting: readonly SignalLineView[];
  readonly day: DayFieldProps;
  /** All trajectories, on the same day. */
  readonly all: string;
};

/** The whole page as html text. */
export function stuckPage(frame: Frame, view: StuckView): string {
  const { lang } = frame;
  const words = screenTexts(lang);
  const texts = words.signals;
  return renderPage(
    <Page {...frame} title={texts.stuck}>
      <PageHead lang={lang} title={texts.stuck} finding={texts.stuckFinding(view.finals, view.targets)} />
      <DayField {...view.day} />
      <div className="stack" id="vastgelopen" data-live="*" data-fragment="vastgelopen">
        {view.groups.length === 0 && (
          <Card>
            <Empty
              meaning={texts.none}
              next={texts.stuckNext}
              act={{ label: words.home.allTrajectories, href: view.all }}
            />
          </Card>
        )}
        {view.groups.map((group) => (
          <Card
            key={group.code}
            id={`reden-${group.code.toLowerCase().replaceAll('_', '-')}`}
            title={group.name}
            note={group.note}
            link={group.all}
          >
            <p className="meta">{group.who}</p>
            <SignalLines lines={group.lines} />
          </Card>
        ))}
        {view.waiting.length > 0 && (
          <Card id="wacht" title={texts.waiting}>
            <SignalLines lines={view.waiting} />
          </Card>
        )}
      </div>
    </Page>,
  );
}
