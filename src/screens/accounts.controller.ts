// Accounts, for administrators: making one with a password that is shown once, and ending one.
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldErrors, FormValues } from '../../web/parts/field-types.js';
import { accountsPage, type AccountsView } from '../../web/screens/accounts.js';
import { screenTexts } from '../../web/screens/text/index.js';
import type { BannerProps } from '../../web/parts/banner.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { ForRoles } from '../http/access.js';
import { callerOf } from '../http/request.js';
import { LoginTaken } from '../identity/accounts.js';
import { Identity } from '../identity/identity.js';
import { newPassword } from '../identity/passwords.js';
import { BadGrant, grantOf, REACH } from '../identity/roles.js';
import type { Grant } from '../trajectories/caller.js';
import { goTo, postedValues, queryValue, sendPage } from './answer.js';
import { Frames } from './frame.js';
import { languageOfPage } from './language.js';
import { ScreenWords } from './words.js';

type Typed = Partial<Pick<AccountsView, 'values' | 'errors' | 'problem' | 'made'>>;

@Controller('beheer/accounts')
@ForRoles('admin')
export class AccountsScreen {
  constructor(
    private readonly frames: Frames,
    private readonly identity: Identity,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const ended = queryValue(request, 'beeindigd').slice(0, 60);
    const words = screenTexts(languageOfPage(request)).accounts;
    this.show(
      request,
      reply,
      {},
      200,
      ended === '' || this.identity.accounts.byLogin(ended)?.active !== false
        ? []
        : [{ kind: 'done', text: words.endedNow(ended) }],
    );
  }

  /** The page that answers holds the password; it is never asked for again, so it is not a redirect. */
  @Post()
  async make(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const values = postedValues(request.body);
    const lang = languageOfPage(request);
    const name = text(values.name);
    const login = text(values.login);
    const errors = faultsOf(name, login, lang);
    if (Object.keys(errors).length > 0) return this.show(request, reply, { values, errors }, 400);
    try {
      const grant = this.grant(values);
      const password = newPassword();
      await this.identity.accounts.create({ name, login, password, grants: [grant], createdAt: this.clock.now() });
      this.show(request, reply, { made: { login, password } });
    } catch (error) {
      if (!(error instanceof BadGrant || error instanceof LoginTaken)) throw error;
      this.show(
        request,
        reply,
        { values, errors: { [error instanceof LoginTaken ? 'login' : 'role']: error.message } },
        400,
      );
    }
  }

  @Post('beeindigen')
  end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const login = text(postedValues(request.body).login);
    const own = this.identity.accounts.byRef(callerOf(request).ref)?.login === login;
    if (!own) this.identity.accounts.end(login);
    goTo(reply, `/beheer/accounts?${new URLSearchParams({ beeindigd: login })}`);
  }

  private grant(values: FormValues): Grant {
    const municipality = text(values.municipality);
    return grantOf(
      text(values.role),
      municipality === '' ? undefined : municipality,
      new Set(this.identity.municipalities().map(({ id }) => id)),
    );
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    { values = {}, errors = {}, ...rest }: Typed,
    status = 200,
    banners: BannerProps[] = [],
  ): void {
    const words = new ScreenWords(languageOfPage(request));
    const texts = screenTexts(words.lang).accounts;
    const towns = new Map(this.identity.municipalities().map(({ id, name }) => [id, name]));
    const right = ({ role, municipalityId }: Grant): string =>
      `${words.role(role)} (${municipalityId === undefined ? texts.wholeOrganisation : (towns.get(municipalityId) ?? '')})`;
    const { ref } = callerOf(request);
    const view: AccountsView = {
      csrf: request.webSession?.csrf ?? '',
      accounts: this.identity.accounts.all().map((account) => ({
        login: account.login,
        name: account.name,
        rights: account.grants.map(right).join(', '),
        active: account.active,
        own: account.ref === ref,
      })),
      roles: Object.entries(REACH).map(([value, reach]) => ({
        value,
        label: `${words.role(value)} · ${reach === 'organisation' ? texts.wholeOrganisation : texts.town.toLowerCase()}`,
      })),
      towns: [...towns].map(([value, label]) => ({ value, label })),
      values,
      errors,
      ...rest,
    };
    sendPage(
      request,
      reply,
      accountsPage(this.frames.frame(request, { current: '/beheer/accounts', banners }), view),
      status,
    );
  }
}

const text = (value: FormValues[string]): string => (typeof value === 'string' ? value.trim() : '');

function faultsOf(name: string, login: string, lang: 'nl' | 'en'): FieldErrors {
  const words = screenTexts(lang).accounts;
  return {
    ...(name === '' || name.length > 200 ? { name: words.badName } : {}),
    ...(/^[a-z0-9][a-z0-9.-]{2,59}$/.test(login) ? {} : { login: words.badLogin }),
  };
}
