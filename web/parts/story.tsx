/** The story: the logbook as days on a spine, entries with sentence, meta, audience and permalink, bundles and pauses. */
import { texts, type Lang } from '../text/index.js';
import { Chip, type ChipView } from './chips.js';
import { Icon, type IconName } from './icon.js';
import { Inline, type InlineText } from './inline.js';

export type StoryEntryView = {
  readonly kind: 'entry';
  /** Html id: the permalink's target. */
  readonly key: string;
  readonly icon: IconName;
  readonly sentence: InlineText;
  /** Time and who: '15:20 · projectleider'. */
  readonly meta?: string;
  readonly audience: 'internal' | 'public';
  /** Number of the event and where it is shown in full. */
  readonly number: number;
  readonly href: string;
  readonly chips?: readonly ChipView[];
  /** In the past: this was not known then (amber). */
  readonly unknownThen?: boolean;
  /** Not seen before: the red dot. */
  readonly fresh?: boolean;
};
export type StoryBundleView = {
  readonly kind: 'bundle';
  readonly key: string;
  readonly what: string;
  readonly entries: readonly StoryEntryView[];
};
export type StoryPauseView = {
  readonly kind: 'pause';
  readonly key: string;
  readonly title: string;
  readonly text: string;
};
export type StoryItem = StoryEntryView | StoryBundleView | StoryPauseView;
export type StoryDay = { readonly key: string; readonly heading: string; readonly items: readonly StoryItem[] };

function Audience({ lang, audience }: { readonly lang: Lang; readonly audience: StoryEntryView['audience'] }) {
  return (
    <>
      <Icon name={audience === 'public' ? 'globe' : 'eye-slash'} small />
      <span className="vh">{texts(lang).story[audience]}, </span>
    </>
  );
}

/** The dot of something new, with its word for who does not see it; no text, so that a live comparison of texts leaves it out. */
export function NewDot({ lang }: { readonly lang: Lang }) {
  return <span className="new-dot" role="img" aria-label={texts(lang).frame.newDot} />;
}

/** One line of the story. */
export function StoryEntry({ entry, lang }: { readonly entry: StoryEntryView; readonly lang: Lang }) {
  return (
    <div className={entry.unknownThen ? 'entry entry-unknown' : 'entry'} id={entry.key} data-key={entry.key}>
      <Icon name={entry.icon} />
      <div className="entry-body">
        <p>
          {entry.fresh && <NewDot lang={lang} />}
          <Inline text={entry.sentence} lang={lang} />
        </p>
        {(entry.meta || entry.chips) && (
          <p className="meta entry-meta">
            {entry.meta && <span>{entry.meta}</span>}
            {entry.chips?.map((chip) => (
              <Chip key={chip.text} chip={chip} />
            ))}
          </p>
        )}
      </div>
      <p className="meta entry-end">
        <Audience lang={lang} audience={entry.audience} />
        <a className="quiet" href={entry.href}>
          <span className="vh">{texts(lang).story.permalink('')}</span>
          {entry.number}
        </a>
      </p>
    </div>
  );
}

function Item({ item, lang }: { readonly item: StoryItem; readonly lang: Lang }) {
  if (item.kind === 'entry') return <StoryEntry entry={item} lang={lang} />;
  if (item.kind === 'pause') {
    return (
      <p className="story-pause">
        <span>
          <strong>{item.title}</strong> {item.text}
        </span>
      </p>
    );
  }
  return (
    <details className="story-bundle" id={item.key}>
      <summary>
        <Icon name="caret-down" small />
        <span className="link">{texts(lang).story.more(item.entries.length, item.what)}</span>
      </summary>
      {item.entries.map((entry) => (
        <StoryEntry key={entry.key} entry={entry} lang={lang} />
      ))}
    </details>
  );
}

/** Days, newest first as the caller orders them; give it a heading of level 2 above. */
export function Story({ days, lang }: { readonly days: readonly StoryDay[]; readonly lang: Lang }) {
  return (
    <div className="story">
      {days.map((day) => (
        <section key={day.key} className="story-day" aria-labelledby={`dag-${day.key}`}>
          <h3 id={`dag-${day.key}`}>{day.heading}</h3>
          <ol>
            {day.items.map((item) => (
              <li key={item.key} className={item.kind === 'pause' ? 'story-item-pause' : undefined}>
                <Item item={item} lang={lang} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
