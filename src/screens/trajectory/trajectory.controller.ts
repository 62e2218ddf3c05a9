// The page of one trajectory.
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StatusQueries } from '../../../projections/status-overview/status-overview.queries.js';
import type { StatusDetail } from '../../../projections/status-overview/views.js';
import type { LocalDate } from '../../../workflows/kit/types.js';
import { date } from '../../../projections/kit/format.js';
import type { DayFieldProps } from '../../../web/parts/past.js';
import type { BannerProps } from '../../../web/parts/banner.js';
import type { SignalLineView } from '../../../web/parts/signals.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import { notYetPage, type NotYetView } from '../../../web/screens/not-yet.js';
import { trajectoryPage, type TrajectoryView } from '../../../web/screens/trajectory.js';
import type { Lang } from '../../../web/text/index.js';
import { ForLoggedIn } from '../../http/access.js';
import { Problem } from '../../http/problem.js';
import { callerOf } from '../../http/request.js';
import { ReadLogbook } from '../../queries/logbook.query.js';
import type { Caller } from '../../trajectories/caller.js';
import type { AsOf } from '../../trajectories/past.js';
import { internalScopeOf, scopeOf } from '../../trajectories/reading.js';
import { addressWith, pageNumber, queryValue, sendPage } from '../answer.js';
import { Frames } from '../frame.js';
import { languageOfPage } from '../language.js';
import { dayField, dayQuery, pastIn } from '../past.js';
import { Reader, type Standing } from '../reader.js';
import { currentPhases } from '../rows.js';
import { signalLine } from '../signals.js';
import { ScreenWords } from '../words.js';
import { actLines } from './acts.js';
import { chartOf, chartSource, type ChartSource } from './charts.js';
import { currentPhase, stripBlocks } from './strip.js';
import { changesSince, lockedLines, readOnly } from './then.js';
import { categoryOf, groupBars, headOf, moneyView, storyView, stripDays, type Choice } from './view.js';

const PAGE_SIZE = 30;

@Controller('trajecten/:id')
@ForLoggedIn()
export class TrajectoryScreen {
  constructor(
    private readonly frames: Frames,
    private readonly reader: Reader,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const caller = callerOf(request);
    const lang = languageOfPage(request);
    const today = this.reader.today();
    const past = pastIn(request, today);
    const { signalsFrom } = await this.reader.runtime.settings.of(caller.organisationId);
    const oneOn = (day: LocalDate, rows: StatusQueries) =>
      rows.one(scopeOf(caller), id, day, signalsFrom, internalScopeOf(caller));
    const now = oneOn(today, this.reader.status);
    if (!now) throw new Problem('not-found');
    const status = past ? oneOn(past.day, this.reader.statusAsOf(past)) : now;
    const shown = { past, now, day: dayField(request, past, today, keptOf(request)) };
    const frame = { current: '/trajecten', live: true, past };
    if (!status) {
      const page = notYetPage(this.frames.frame(request, frame), notYetView(now, shown.day, past, lang));
      return sendPage(request, reply, page);
    }
    const view = await this.view(request, caller, status, shown, lang);
    const banners = past ? [] : doneBanner(request, id, lang);
    const fewer = past && (await this.fewer(caller, id, choiceOf(request, past), past));
    sendPage(request, reply, trajectoryPage(this.frames.frame(request, { ...frame, banners, fewer }), view));
  }

  private async view(
    request: FastifyRequest,
    caller: Caller,
    status: StatusDetail,
    { past, now, day }: Shown,
    lang: Lang,
  ): Promise<TrajectoryView> {
    const { trajectoryId: id } = status;
    const choice = choiceOf(request, past);
    const look = (standing: Standing) => this.fromStream(standing, status, choice, past, lang);
    const { chart, internal, ...folded } = await this.reader.trajectory(caller, id, look, past);
    const asked = { category: categoryOf(choice), page: pageNumber(request), pageSize: PAGE_SIZE };
    const entries = await this.queries.execute(new ReadLogbook(caller, id, editionOf(choice), asked, past));
    if (!entries || entries === 'no-right') throw new Problem('not-found');
    return {
      id,
      day,
      head: headOf(status, internal, lang, past && { past, events: now.revision + 1 }),
      ...folded,
      ...(past
        ? {
            then: {
              locked: { href: `/trajecten/${id}` },
              changes: changesSince(status, now, past, internal, lang),
            },
          }
        : {}),
      story: storyView(id, entries, choice, internal, lang, past),
      ...(chart ? { chart: await chartOf(chart, lang) } : {}),
    };
  }

  /** How many lines less were known then than are told of that time now. */
  private async fewer(caller: Caller, id: string, choice: Choice, { day }: AsOf): Promise<number> {
    const totals = [false, true].map(async (knownThen) => {
      const asked = { category: categoryOf(choice), pageSize: 1 };
      const page = await this.queries.execute(
        new ReadLogbook(caller, id, editionOf(choice), asked, { day, knownThen }),
      );
      return page && page !== 'no-right' ? page.total : 0;
    });
    const [so = 0, known = 0] = await Promise.all(totals);
    return Math.max(0, so - known);
  }

  /** Everything that the folded stream tells, taken between two commands. */
  private fromStream(
    standing: Standing,
    status: StatusDetail,
    choice: Choice,
    past: AsOf | undefined,
    lang: Lang,
  ): Omit<TrajectoryView, 'id' | 'day' | 'head' | 'story' | 'chart'> & { chart?: ChartSource; internal: boolean } {
    const phases = currentPhases(status.phases);
    const shown = phases.find(({ phase }) => phase === choice.fase) ?? currentPhase(phases);
    const words = new ScreenWords(lang);
    const standingBlocks = stripBlocks(standing, status, lang);
    const blocks = past ? standingBlocks.map((one) => ({ ...one, needs: readOnly(one.needs) })) : standingBlocks;
    const acts = actLines(standing, status, lang);
    const { internal } = standing.sight;
    return {
      internal,
      blocks: internal ? blocks : blocks.map((block) => ({ ...block, needs: [] })),
      days: stripDays(blocks),
      ...(internal && status.signals.length > 0 ? { signals: signalLines(standing, status, past, words) } : {}),
      ...(internal
        ? { acts: past ? lockedLines(acts) : acts, groups: groupBars(status), money: moneyView(status, lang) }
        : {}),
      charts: phases.map(({ phase }) => ({
        label: words.part(phase),
        href: `${addressWith(`/trajecten/${standing.id}`, { ...choice }, { fase: phase })}#kaart`,
        current: phase === shown?.phase,
      })),
      ...(shown ? { chart: chartSource(standing, shown) } : {}),
    };
  }
}

/** Signals that stand, worst first; what waits comes last, with its reason for who may read it. */
function signalLines(
  standing: Standing,
  status: StatusDetail,
  past: AsOf | undefined,
  words: ScreenWords,
): SignalLineView[] {
  const { sight, trajectory, id } = standing;
  // On a past day nothing can be done, so nobody has a role in it.
  const roles = past ? [] : standing.roles;
  const today = past?.day ?? standing.today;
  const reasonOf = (eventId: string): string | undefined =>
    sight.text ? (trajectory.events.get(eventId)?.data.reason as string | undefined) : undefined;
  const inOrder = [...status.signals].sort((a, b) => Number(a.snoozed !== undefined) - Number(b.snoozed !== undefined));
  return inOrder.map((signal) => signalLine(signal, id, { words, today, roles, reasonOf, ...(past ? { past } : {}) }));
}

interface Shown {
  past: AsOf | undefined;
  /** How it stands now. */
  now: StatusDetail;
  day: DayFieldProps;
}

const OWN = ['soort', 'versie', 'pagina', 'fase'] as const;

function choiceOf(request: FastifyRequest, past: AsOf | undefined): Choice {
  const [soort = '', versie = '', pagina = '', fase = ''] = OWN.map((name) => queryValue(request, name).slice(0, 40));
  return { soort, versie, pagina, fase, asOf: '', known: '', ...dayQuery(past) };
}

/** What stays in the address when another day is chosen. */
const keptOf = (request: FastifyRequest): Record<string, string> => {
  const { soort, versie, fase } = choiceOf(request, undefined);
  return { soort, versie, fase };
};

const editionOf = ({ versie }: Choice): 'public' | undefined => (versie === 'openbaar' ? 'public' : undefined);

/** On a day on which there was nothing of it yet: that is said, with the day on which it began. */
function notYetView(now: StatusDetail, day: DayFieldProps, past: AsOf | undefined, lang: Lang): NotYetView {
  const words = screenTexts(lang).past;
  const on = date(past?.day ?? '', lang);
  return {
    title: now.title,
    day,
    meaning: past?.knownThen ? words.notKnown(on) : words.notYet(on),
    next: words.notYetNext(date(now.registeredOn, lang)),
    back: { label: words.today, href: `/trajecten/${now.trajectoryId}` },
  };
}

/** After a form: the number of the event that was stored, with the way to it. */
function doneBanner(request: FastifyRequest, id: string, lang: Lang): BannerProps[] {
  const number = queryValue(request, 'klaar');
  if (!/^[1-9]\d{0,8}$/.test(number)) return [];
  const words = screenTexts(lang).trajectory;
  return [
    {
      kind: 'done',
      text: words.saved(Number(number)),
      link: { label: words.showSaved, href: `/trajecten/${id}#gebeurtenis-${number}` },
    },
  ];
}
