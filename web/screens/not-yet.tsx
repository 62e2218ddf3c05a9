/** A trajectory on a day on which there was nothing of it yet. */
import { Card } from '../parts/card.js';
import { Empty } from '../parts/messages.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { DayField, type DayFieldProps } from '../parts/past.js';
import type { Frame } from './frame.js';

export type NotYetView = {
  readonly title: string;
  readonly day: DayFieldProps;
  readonly meaning: string;
  readonly next: string;
  readonly back: { readonly label: string; readonly href: string };
};

/** The whole page as html text. */
export function notYetPage(frame: Frame, view: NotYetView): string {
  return renderPage(
    <Page {...frame} title={view.title}>
      <PageHead lang={frame.lang} title={view.title} />
      <DayField {...view.day} />
      <Card>
        <Empty meaning={view.meaning} next={view.next} act={view.back} />
      </Card>
    </Page>,
  );
}
