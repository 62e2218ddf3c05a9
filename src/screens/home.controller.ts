// Today: what the reader owes, most urgent first, the next dates of the trajectories that go on, and the last lines of the logbook.
import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { date } from '../../projections/kit/format.js';
import type { LogbookEntry } from '../../projections/logbook/logbook.queries.js';
import type { OwedView } from '../../projections/status-overview/views.js';
import type { OwedCardProps } from '../../web/parts/card.js';
import type { ChipView } from '../../web/parts/chips.js';
import type { InlineText } from '../../web/parts/inline.js';
import { homePage, type HomeView } from '../../web/screens/home.js';
import { screenTexts } from '../../web/screens/text/index.js';
import { workflowFor } from '../../workflows/registry.js';
import { signalName, signalSentence, type Told } from '../signal-words.js';
import { ForLoggedIn } from '../http/access.js';
import { missingNeed } from '../http/wording.js';
import { callerOf } from '../http/request.js';
import { SearchLogbook } from '../queries/logbook.query.js';
import { ListTrajectories, ReadOwed } from '../queries/overview.query.js';
import type { Caller } from '../trajectories/caller.js';
import { scopeOf } from '../trajectories/reading.js';
import { sendPage } from './answer.js';
import { Frames } from './frame.js';
import { languageOfPage } from './language.js';
import { commandHref } from './needs.js';
import { Reader } from './reader.js';
import { mayOpen } from './rights.js';
import { listOfSignal, signalChip } from './signals.js';
import { deadlineName } from './trajectory/view.js';
import { dayHeading, ICONS, numberOfEvent } from './trajectory/story.js';
import { ScreenWords } from './words.js';

const NOW_MAX = 5;
const OWED_MAX = 50;
/** Trajectories whose next dates are looked up. */
const LOOKED_AT = 20;
const SOON_MAX = 6;
const FOLLOWED_MAX = 6;
/** An act this old is called for; norms of their own come with the signals. */
const OLD_DAYS = 7;

@Controller()
@ForLoggedIn()
export class HomeController {
  constructor(
    private readonly frames: Frames,
    private readonly reader: Reader,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async today(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    const words = new ScreenWords(languageOfPage(request));
    const owed = await this.queries.execute(new ReadOwed(caller, { page: 1, pageSize: OWED_MAX, order: 'urgency' }));
    const [oldest] = (await this.queries.execute(new ReadOwed(caller, { page: 1, pageSize: 1 }))).items;
    const cards = owed.items.map((act, index) => owedCard(act, index, caller, words));
    const lines = await this.queries.execute(new SearchLogbook(caller, { page: 1, pageSize: FOLLOWED_MAX }));
    const view: HomeView = {
      day: dayHeading(this.reader.today(), words.lang),
      finding: finding(owed.total, oldest?.ageDays ?? 0, words),
      now: cards.slice(0, NOW_MAX),
      later: cards.slice(NOW_MAX),
      total: owed.total,
      soon: await this.soon(caller, words),
      followed: lines.items.map((line) => this.followed(line, caller, words)),
      mayOpen: mayOpen(caller),
    };
    sendPage(request, reply, homePage(this.frames.frame(request, { current: '/', live: true }), view));
  }

  private async soon(caller: Caller, words: ScreenWords): Promise<HomeView['soon']> {
    const { items } = await this.queries.execute(new ListTrajectories(caller, { state: 'bezig', pageSize: LOOKED_AT }));
    const dated = items.flatMap(({ trajectoryId, title, sight }) => {
      const deadlines = sight.internal
        ? (this.reader.status.one(scopeOf(caller), trajectoryId, this.reader.today())?.deadlines ?? [])
        : [];
      return deadlines.map((deadline) => ({ ...deadline, trajectoryId, title }));
    });
    const next = dated.sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title)).slice(0, SOON_MAX);
    return next.map(({ on, kind, subject, trajectoryId, title }) => ({
      key: `${trajectoryId}-${kind}-${subject}-${on}`,
      name: title,
      href: `/trajecten/${trajectoryId}`,
      when: date(on, words.lang),
      what: deadlineName({ kind, subject }, words.lang),
    }));
  }

  private followed(line: LogbookEntry, caller: Caller, { lang }: ScreenWords): HomeView['followed'][number] {
    const title = this.reader.status.one(scopeOf(caller), line.trajectoryId, this.reader.today())?.title ?? '';
    const number = numberOfEvent(line);
    return {
      key: line.eventId,
      icon: ICONS[line.category],
      name: title,
      text: line.text[lang],
      meta: date(line.happenedOn, lang),
      href: `/trajecten/${line.trajectoryId}/gebeurtenissen/${number}`,
    };
  }
}

/** 'Er wachten 3 dingen op u. Het oudste is 12 dagen oud.' */
function finding(total: number, oldest: number, { lang }: ScreenWords): InlineText | undefined {
  const words = screenTexts(lang).home;
  if (total === 0) return undefined;
  const [before, after] = words.waiting(total);
  return [before, { text: words.owed(total), mark: 'strong' }, after, words.oldest(total, oldest)];
}

function owedCard(act: OwedView, index: number, { ref, grants }: Caller, words: ScreenWords): OwedCardProps {
  const texts = screenTexts(words.lang).home;
  const base = `/trajecten/${act.trajectoryId}`;
  const workflow = workflowFor('kern');
  const label = words.command(act.command);
  const mine = act.ref === ref || act.missing.length > 0 || grants.some(({ role }) => act.by.includes(role));
  const [need] = act.missing;
  const href = need || !workflow || !mine ? `${base}#wat-kan-nu` : commandHref(workflow, base, act.command);
  const phase = act.address.phase;
  const led = act.signal?.trajectoryIds;
  const list = act.signal && led && listOfSignal(act.signal);
  return {
    id: `taak-${index}-${act.trajectoryId}`,
    name: led ? screenTexts(words.lang).signals.led(led.length) : act.title,
    href: list ?? base,
    where: act.signal ? signalName(act.signal.code, words.lang) : phase === undefined ? label : words.part(phase),
    reason: act.signal
      ? signalReason(act, act.signal, words)
      : need
        ? texts.stillNeeded(label, missingNeed(need, words.lang).text)
        : reasonOf(act, label, words),
    chip: act.signal ? signalChip(act.signal, act.ageDays, words.lang) : ageChip(act.ageDays, words),
    act: list
      ? { label: screenTexts(words.lang).signals.seeLedShort, href: list }
      : { label: need ? texts.whatIsNeeded : label, href },
    late: act.signal ? act.signal.severity === 'final' : act.ageDays > OLD_DAYS,
  };
}

/** Why it stands, and how many it stands for. */
function signalReason({ count }: OwedView, told: Told, { lang }: ScreenWords): string {
  const sentence = signalSentence(told, lang);
  return count > 1 ? `${sentence} ${screenTexts(lang).home.times(count)}` : sentence;
}

function reasonOf({ command, count }: OwedView, label: string, { lang }: ScreenWords): string {
  const texts = screenTexts(lang).home;
  const reason = texts.reasons[command] ?? `${label}.`;
  return count > 1 ? `${reason} ${texts.times(count)}` : reason;
}

function ageChip(days: number, { lang }: ScreenWords): ChipView {
  const text = screenTexts(lang).home.wait(days);
  if (days === 0) return { kind: 'today', text };
  return { kind: days > OLD_DAYS ? 'attention' : 'waiting', text };
}
