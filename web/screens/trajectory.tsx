/** One trajectory: head, phase strip, story, what can be done now, who was reached, time and money, and where each phase stands. */
import { ActLines, Card, type ActLineView } from '../parts/card.js';
import { Bar } from '../parts/figures.js';
import { FilterLinks, Pagination, type FilterLink } from '../parts/lists.js';
import { Empty } from '../parts/messages.js';
import { PageHead, type PageHeadProps } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { DayField, type DayFieldProps } from '../parts/past.js';
import { StateShape } from '../parts/shapes.js';
import { SignalLines, type SignalLineView } from '../parts/signals.js';
import { Statechart, type StatechartProps } from '../parts/statechart.js';
import { Story, type StoryDay } from '../parts/story.js';
import { PhaseStrip, type PhaseBlock } from '../parts/strip.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';
import { ActsThen, After, type ThenView } from './trajectory-then.js';

export type GroupBar = {
  readonly id: string;
  readonly name: string;
  readonly heard: number;
  readonly min: number;
  readonly target: number;
  readonly invited: number;
  readonly required: boolean;
  readonly waived: boolean;
};
export type MoneyView = {
  readonly hours: string;
  readonly cents: string;
  /** Absent while nothing is approved. */
  readonly approved?: {
    readonly hours: string;
    readonly cents: string;
    readonly hoursPart: number;
    readonly centsPart: number;
  };
};
export type StoryView = {
  /** In the past: up to which day. */
  readonly title?: string;
  readonly days: readonly StoryDay[];
  readonly total: string;
  readonly categories: readonly FilterLink[];
  /** Absent for who may only read the public edition. */
  readonly editions?: readonly FilterLink[];
  readonly page: number;
  readonly pages: number;
  readonly previous?: string;
  readonly next?: string;
};
export type TrajectoryView = {
  readonly id: string;
  readonly head: Omit<PageHeadProps, 'lang'>;
  readonly blocks: readonly PhaseBlock[];
  readonly days: number;
  /** Signals that stand; absent without any, and for who may not see what is internal. */
  readonly signals?: readonly SignalLineView[];
  /** Absent for who may not see what is internal. */
  readonly acts?: readonly ActLineView[];
  readonly groups?: readonly GroupBar[];
  readonly money?: MoneyView;
  readonly story: StoryView;
  readonly day: DayFieldProps;
  /** On a past day: nothing can be changed, and what changed afterwards. */
  readonly then?: ThenView;
  readonly charts: readonly FilterLink[];
  readonly chart?: StatechartProps;
};

type Part<K extends keyof TrajectoryView> = {
  readonly lang: Frame['lang'];
  readonly id: string;
  readonly value: NonNullable<TrajectoryView[K]>;
};

function Acts({ lang, id, value }: Part<'acts'>) {
  const words = screenTexts(lang).trajectory;
  return (
    <Card title={words.can} id="wat-kan-nu" live={id} link={{ label: words.all, href: `/trajecten/${id}/handelingen` }}>
      {value.length > 0 ? (
        <ActLines lines={value} lang={lang} />
      ) : (
        <Empty meaning={words.nothingCan} next={words.nothingCanNext} />
      )}
    </Card>
  );
}

function GroupLine({ lang, group }: { readonly lang: Frame['lang']; readonly group: GroupBar }) {
  const words = screenTexts(lang).trajectory;
  const reached = group.heard > 0 && group.heard >= group.min;
  const meta = [
    words.groupMeta(group.min, group.target, group.invited),
    group.required ? '' : words.optionalGroup,
    group.waived ? words.waived : '',
  ];
  return (
    <li>
      <p className="meter-line">
        <span>{group.name}</span>
        <strong className={reached ? 'state-word state-done' : 'state-word state-not-yet'}>
          <StateShape word={reached ? 'done' : 'not-yet'} size="mini" />
          <span>{words.heard(group.heard)}</span>
        </strong>
      </p>
      <Bar
        value={group.heard}
        max={Math.max(group.target, group.heard, group.min, 1)}
        target={group.target}
        minimum={group.min}
        tone={reached ? 'done' : 'plain'}
        text={words.groupText(group.name, group.heard, group.min, group.target)}
      />
      <p className="meta">{meta.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

function Groups({ lang, id, value }: Part<'groups'>) {
  const words = screenTexts(lang).trajectory;
  return (
    <Card title={words.groups} id="wie-is-bereikt" live={id}>
      {value.length === 0 && <Empty meaning={words.noGroups} next={words.noGroupsNext} />}
      {value.length > 0 && (
        <ul className="lines">
          {value.map((group) => (
            <GroupLine key={group.id} lang={lang} group={group} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Money({ lang, id, value }: Part<'money'>) {
  const words = screenTexts(lang).trajectory;
  const { approved } = value;
  const part = (share: number) => Math.round(share * 100);
  return (
    <Card title={words.money} id="tijd-en-geld" live={id}>
      <div className="pair">
        <div>
          <p>
            <strong className="tile-number">{value.hours}</strong>{' '}
            {approved ? words.ofHours(approved.hours) : words.hours}
          </p>
          <Bar
            value={approved?.hoursPart ?? 0}
            max={1}
            target={0.8}
            text={words.hoursText(value.hours, approved?.hours ?? '0')}
          />
          <p className="meta">{approved ? words.booked(part(approved.hoursPart)) : words.noApproval}</p>
        </div>
        <div>
          <p>
            <strong className="tile-number">{value.cents}</strong> {approved && words.ofMoney(approved.cents)}
          </p>
          <Bar
            value={approved?.centsPart ?? 0}
            max={1}
            target={0.8}
            text={words.moneyText(value.cents, approved?.cents ?? '€ 0')}
          />
          <p className="meta">{approved ? words.spent(part(approved.centsPart)) : words.noApproval}</p>
        </div>
      </div>
    </Card>
  );
}

function StoryCard({ lang, id, value }: Part<'story'>) {
  const words = screenTexts(lang).trajectory;
  return (
    <Card title={value.title ?? words.story} id="verhaal" note={words.lines(value.total)} live={id}>
      <div className="stack">
        {value.editions && <FilterLinks label={words.readers} links={value.editions} look="segment" />}
        <FilterLinks label={words.filter} links={value.categories} />
        {value.days.length > 0 ? (
          <Story days={value.days} lang={lang} />
        ) : (
          <Empty meaning={words.noLines} next={words.noLinesNext} />
        )}
        <Pagination lang={lang} page={value.page} pages={value.pages} previous={value.previous} next={value.next} />
      </div>
    </Card>
  );
}

/** The whole page as html text. */
export function trajectoryPage(frame: Frame, view: TrajectoryView): string {
  const { lang } = frame;
  const { id } = view;
  const words = screenTexts(lang).trajectory;
  return renderPage(
    <Page {...frame} title={view.head.title}>
      <PageHead lang={lang} {...view.head} />
      <DayField {...view.day} />
      <div id="fasen" data-live={id} data-fragment="fasen">
        <PhaseStrip lang={lang} blocks={view.blocks} days={view.days} />
      </div>
      <div className="columns columns-side trajectory">
        <div className="stack">
          <StoryCard lang={lang} id={id} value={view.story} />
        </div>
        <div className="stack side-first">
          {view.signals && (
            <Card title={screenTexts(lang).signals.title} id="signalen" live={id}>
              <SignalLines lines={view.signals} />
            </Card>
          )}
          {view.acts && !view.then && <Acts lang={lang} id={id} value={view.acts} />}
          {view.acts && view.then && <ActsThen lang={lang} value={view.acts} then={view.then} />}
          {view.then && <After lang={lang} then={view.then} />}
          {view.groups && <Groups lang={lang} id={id} value={view.groups} />}
          {view.money && <Money lang={lang} id={id} value={view.money} />}
        </div>
      </div>
      {view.chart && (
        <Card title={words.chartOf(view.chart.title)} id="kaart">
          <div className="stack">
            <FilterLinks label={words.charts} links={view.charts} />
            <Statechart {...view.chart} />
          </div>
        </Card>
      )}
    </Page>,
  );
}
