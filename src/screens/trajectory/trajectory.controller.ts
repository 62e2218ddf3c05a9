// The page of one trajectory.
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StatusDetail } from '../../../projections/status-overview/views.js';
import type { BannerProps } from '../../../web/parts/banner.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import { trajectoryPage, type TrajectoryView } from '../../../web/screens/trajectory.js';
import type { Lang } from '../../../web/text/index.js';
import { ForLoggedIn } from '../../http/access.js';
import { Problem } from '../../http/problem.js';
import { callerOf } from '../../http/request.js';
import { ReadLogbook } from '../../queries/logbook.query.js';
import { scopeOf } from '../../trajectories/reading.js';
import { addressWith, pageNumber, queryValue, sendPage } from '../answer.js';
import { Frames } from '../frame.js';
import { languageOfPage } from '../language.js';
import { Reader, type Standing } from '../reader.js';
import { currentPhases } from '../rows.js';
import { ScreenWords } from '../words.js';
import { actLines } from './acts.js';
import { chartOf, chartSource, type ChartSource } from './charts.js';
import { currentPhase, stripBlocks } from './strip.js';
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
    const choice = choiceOf(request);
    const status = this.reader.status.one(scopeOf(caller), id, this.reader.today());
    if (!status) throw new Problem('not-found');
    const { chart, internal, ...folded } = await this.reader.trajectory(caller, id, (standing) =>
      this.fromStream(standing, status, choice, lang),
    );
    const edition = choice.versie === 'openbaar' ? 'public' : undefined;
    const entries = await this.queries.execute(
      new ReadLogbook(caller, id, edition, {
        category: categoryOf(choice),
        page: pageNumber(request),
        pageSize: PAGE_SIZE,
      }),
    );
    if (!entries || entries === 'no-right') throw new Problem('not-found');
    const view: TrajectoryView = {
      id,
      head: headOf(status, internal, lang),
      ...folded,
      story: storyView(id, entries, choice, internal, lang),
      ...(chart ? { chart: await chartOf(chart, lang) } : {}),
    };
    sendPage(
      request,
      reply,
      trajectoryPage(
        this.frames.frame(request, { current: '/trajecten', live: true, banners: doneBanner(request, id, lang) }),
        view,
      ),
    );
  }

  /** Everything that the folded stream tells, taken between two commands. */
  private fromStream(
    standing: Standing,
    status: StatusDetail,
    choice: Choice,
    lang: Lang,
  ): Omit<TrajectoryView, 'id' | 'head' | 'story' | 'chart'> & { chart?: ChartSource; internal: boolean } {
    const phases = currentPhases(status.phases);
    const shown = phases.find(({ phase }) => phase === choice.fase) ?? currentPhase(phases);
    const words = new ScreenWords(lang);
    const blocks = stripBlocks(standing, status, lang);
    const { internal } = standing.sight;
    return {
      internal,
      blocks: internal ? blocks : blocks.map((block) => ({ ...block, needs: [] })),
      days: stripDays(blocks),
      ...(internal
        ? { acts: actLines(standing, status, lang), groups: groupBars(status), money: moneyView(status, lang) }
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

function choiceOf(request: FastifyRequest): Choice {
  const [soort, versie, pagina, fase] = ['soort', 'versie', 'pagina', 'fase'].map((name) =>
    queryValue(request, name).slice(0, 40),
  );
  return { soort: soort ?? '', versie: versie ?? '', pagina: pagina ?? '', fase: fase ?? '' };
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
