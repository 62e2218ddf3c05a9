// What is stuck, or was at the end of a past day: signals that stand, grouped by reason, with the oldest of each and the way to all.
import { Controller, Get, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { date } from '../../projections/kit/format.js';
import type { SignalGroup } from '../../projections/status-overview/signals/views.js';
import { stuckPage, type StuckGroup, type StuckView } from '../../web/screens/stuck.js';
import { screenTexts } from '../../web/screens/text/index.js';
import { ForLoggedIn } from '../http/access.js';
import { found } from '../http/found.js';
import { callerOf } from '../http/request.js';
import { ReadOverview } from '../queries/overview.query.js';
import { ReadSignals } from '../queries/signals.query.js';
import type { Caller } from '../trajectories/caller.js';
import type { AsOf } from '../trajectories/past.js';
import { signalName } from '../signal-words.js';
import { addressWith, sendPage } from './answer.js';
import { Frames } from './frame.js';
import { languageOfPage } from './language.js';
import { dayField, dayQuery, onDay, pastIn } from './past.js';
import { Reader } from './reader.js';
import { signalLine, type Reading } from './signals.js';
import { ScreenWords } from './words.js';

const SHOWN_MAX = 8;

@Controller('vastgelopen')
@ForLoggedIn()
export class StuckController {
  constructor(
    private readonly frames: Frames,
    private readonly reader: Reader,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    const words = new ScreenWords(languageOfPage(request));
    const roles = [...new Set(caller.grants.map(({ role }) => role))];
    const today = this.reader.today();
    const past = pastIn(request, today);
    const reading: Reading = { words, today: past?.day ?? today, roles, ...(past ? { past } : {}) };
    const kinds = (await this.queries.execute(new ReadOverview(caller, undefined, past)))?.signals ?? [];
    const groups: StuckGroup[] = [];
    for (const kind of kinds) groups.push(await this.group(caller, kind, reading, past));
    const waiting = found(
      await this.queries.execute(new ReadSignals(caller, { snoozed: 'only', pageSize: SHOWN_MAX }, past)),
    );
    const view: StuckView = {
      finals: kinds.reduce((sum, { finals }) => sum + finals, 0),
      targets: kinds.reduce((sum, { count, finals }) => sum + count - finals, 0),
      groups,
      waiting: waiting.items.map((one) => signalLine(one, one.trajectoryId, reading, one.title)),
      day: dayField(request, past, today),
      all: onDay('/trajecten', past),
    };
    sendPage(request, reply, stuckPage(this.frames.frame(request, { current: '/', live: true, past }), view));
  }

  private async group(
    caller: Caller,
    kind: SignalGroup,
    reading: Reading,
    past: AsOf | undefined,
  ): Promise<StuckGroup> {
    const { words } = reading;
    const texts = screenTexts(words.lang).signals;
    const listed = found(
      await this.queries.execute(new ReadSignals(caller, { code: kind.code, pageSize: SHOWN_MAX }, past)),
    );
    const all = {
      label: texts.all(listed.total),
      href: addressWith('/trajecten', dayQuery(past), { signaal: kind.code }),
    };
    return {
      code: kind.code,
      name: signalName(kind.code, words.lang),
      note: texts.groupNote(kind.count, date(kind.oldestOn, words.lang)),
      who: texts.solver(words.roles(kind.solvableBy)),
      lines: listed.items.map((one) => signalLine(one, one.trajectoryId, reading, one.title)),
      ...(listed.total > listed.items.length ? { all } : {}),
    };
  }
}
