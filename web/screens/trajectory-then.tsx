/** What a trajectory shows of a past day only: acts to read and not to do, and what changed afterwards. */
import { ActLines, Card, type ActLineView } from '../parts/card.js';
import { Inline, type InlineText } from '../parts/inline.js';
import { Empty } from '../parts/messages.js';
import type { Lang } from '../text/index.js';
import { screenTexts } from './text/index.js';

export type ThenView = {
  /** The way back to today. */
  readonly locked: { readonly href: string };
  readonly changes: { readonly finding: InlineText; readonly lines: readonly string[] };
};

/** What could be done on a past day, to read only, with the way back to today. */
export function ActsThen({
  lang,
  value,
  then,
}: {
  readonly lang: Lang;
  readonly value: readonly ActLineView[];
  readonly then: ThenView;
}) {
  const words = screenTexts(lang);
  return (
    <Card title={words.past.could} id="wat-kan-nu">
      <div className="stack">
        <p>
          {words.past.locked}
          <a href={then.locked.href}>{words.past.goToday}</a>
          {words.past.toAct}
        </p>
        {value.length > 0 ? <ActLines lines={value} lang={lang} /> : <Empty meaning={words.trajectory.nothingCan} />}
      </div>
    </Card>
  );
}

/** What changed between that day and now. */
export function After({ lang, then }: { readonly lang: Lang; readonly then: ThenView }) {
  const words = screenTexts(lang).past;
  return (
    <Card title={words.after} id="daarna" link={{ label: words.compare, href: then.locked.href }}>
      <p>
        <Inline text={then.changes.finding} lang={lang} />
      </p>
      {then.changes.lines.length > 0 && (
        <ul className="lines">
          {then.changes.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
