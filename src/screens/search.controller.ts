// Search: trajectories by name, and lines of every logbook that the reader may see.
import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { number } from '../../projections/kit/format.js';
import type { LogbookEntry, Page } from '../../projections/logbook/logbook.queries.js';
import { searchPage, type SearchView } from '../../web/screens/search.js';
import { screenTexts } from '../../web/screens/text/index.js';
import type { Lang } from '../../web/text/index.js';
import { ForLoggedIn } from '../http/access.js';
import { callerOf } from '../http/request.js';
import { SearchLogbook } from '../queries/logbook.query.js';
import { ListTrajectories } from '../queries/overview.query.js';
import type { Caller } from '../trajectories/caller.js';
import { addressWith, pageNumber, queryValue, sendPage } from './answer.js';
import { Frames } from './frame.js';
import { languageOfPage } from './language.js';
import { storyDays } from './trajectory/story.js';

const PAGE_SIZE = 30;
const TRAJECTORIES_MAX = 5;
const EMPTY: Page<LogbookEntry> = { items: [], page: 1, pageSize: PAGE_SIZE, total: 0, more: false };

@Controller('zoeken')
@ForLoggedIn()
export class SearchController {
  constructor(
    private readonly frames: Frames,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    const lang = languageOfPage(request);
    const q = queryValue(request, 'q').trim().slice(0, 200);
    const lines =
      q === ''
        ? EMPTY
        : await this.queries.execute(new SearchLogbook(caller, { q, page: pageNumber(request), pageSize: PAGE_SIZE }));
    const pages = Math.max(1, Math.ceil(lines.total / PAGE_SIZE));
    const at = (page: number): string => addressWith('/zoeken', { q }, { pagina: String(page) });
    const view: SearchView = {
      q,
      ...(q === '' ? {} : { finding: findingOf(lines, lang) }),
      trajectories: q === '' || lines.page > 1 ? [] : await this.named(caller, q),
      days: storyDays(lines.items, lang, { across: true }),
      page: lines.page,
      pages,
      ...(lines.page > 1 ? { previous: at(lines.page - 1) } : {}),
      ...(lines.page < pages ? { next: at(lines.page + 1) } : {}),
    };
    sendPage(request, reply, searchPage(this.frames.frame(request, { current: '/zoeken', q }), view));
  }

  private async named(caller: Caller, q: string): Promise<SearchView['trajectories']> {
    const { items } = await this.queries.execute(new ListTrajectories(caller, { q, pageSize: TRAJECTORIES_MAX }));
    return items.map(({ trajectoryId, title, municipalities }) => ({
      id: trajectoryId,
      title,
      towns: municipalities.map(({ name }) => name).join(', '),
    }));
  }
}

function findingOf({ total, more }: Page<LogbookEntry>, lang: Lang): string {
  const words = screenTexts(lang).search;
  return more ? words.foundMore(number(total, lang)) : words.found(number(total, lang));
}
