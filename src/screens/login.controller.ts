// Logging in and out: the only screens that nobody needs a login for, apart from errors and static files.
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { loginPage } from '../../web/screens/login.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config.js';
import { ForLoggedIn, OpenToAll } from '../http/access.js';
import { sessionCookie, setSessionCookie } from '../http/cookies.js';
import { LOGIN_PATH } from '../http/page-errors.js';
import { Identity } from '../identity/identity.js';
import { LoginThrottle } from '../identity/throttle.js';
import { goTo, postedValues, queryValue, sendPage } from './answer.js';
import { Frames } from './frame.js';

@Controller()
export class LoginController {
  private readonly secure: boolean;

  constructor(
    private readonly frames: Frames,
    private readonly identity: Identity,
    private readonly throttle: LoginThrottle,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.secure = config.publicUrl.startsWith('https:');
  }

  @Get('inloggen')
  @OpenToAll()
  form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const next = ownPath(queryValue(request, 'next'));
    if (request.webSession) return goTo(reply, next ?? '/');
    sendPage(request, reply, loginPage(this.frames.frame(request), { action: LOGIN_PATH, next }));
  }

  @Post('inloggen')
  @OpenToAll()
  async logIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const posted = postedValues(request.body);
    const [login, password] = [text(posted.login), text(posted.password)];
    const next = ownPath(text(posted.next));
    const now = Date.parse(this.clock.now());
    const seconds = this.throttle.wait(login, request.ip, now);
    const again = (problem: Parameters<typeof loginPage>[1]['problem'], status: number): void =>
      sendPage(
        request,
        reply,
        loginPage(this.frames.frame(request), { action: LOGIN_PATH, next, login, problem }),
        status,
      );
    if (seconds > 0) return again({ kind: 'wait', seconds }, 429);
    // Counted before the slow check, so that guesses sent all at once do not all slip through.
    this.throttle.tries(login, request.ip, now);
    const account = password === '' ? undefined : await this.identity.accounts.verified(login, password);
    if (!account) return again({ kind: 'failed' }, 401);
    this.throttle.succeeded(login, request.ip, now);
    setSessionCookie(
      reply,
      this.identity.sessions.begin(account.ref, now, sessionCookie(request, this.secure)),
      this.secure,
    );
    goTo(reply, next ?? '/');
  }

  @Post('uitloggen')
  @ForLoggedIn()
  logOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (request.webSession) this.identity.sessions.end(request.webSession.id);
    setSessionCookie(reply, undefined, this.secure);
    goTo(reply, LOGIN_PATH);
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 1_000) : '');

/** A path on this site; anything that could lead elsewhere is dropped. */
function ownPath(path: string): string | undefined {
  return /^\/(?![/\\])[\w\-./?=&%#]*$/.test(path) && !path.startsWith(LOGIN_PATH) ? path : undefined;
}
