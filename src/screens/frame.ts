// What stands around every page: menu for this person, account with its log out form, language, live indicator, demo banner.
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { localDay, localTime } from '../../workflows/kit/time.js';
import type { Role } from '../../workflows/kit/types.js';
import type { BannerProps } from '../../web/parts/banner.js';
import type { NavItem, UserView } from '../../web/parts/header.js';
import type { Frame } from '../../web/screens/frame.js';
import { screenTexts } from '../../web/screens/text/index.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { DemoFilling } from '../demo/filling.js';
import { LEARNERS } from '../queries/learning.query.js';
import { Runtime } from '../runtime.js';
import type { AsOf } from '../trajectories/past.js';
import { languageLinks, languageOfPage } from './language.js';
import { cameFrom, dayQuery, nowBanner, onDay, pastView } from './past.js';
import { ScreenWords } from './words.js';

export interface FrameWish {
  /** Address of the menu item that this page belongs to. */
  current?: string;
  /** The page renews its live parts. */
  live?: boolean;
  banners?: readonly BannerProps[];
  wide?: boolean;
  q?: string;
  /** The page shows a past day: nothing is live, and the menu stays on that day where a page can show it. */
  past?: AsOf;
  /** How many lines less were known then, where the page counts them. */
  fewer?: number;
}

/** Pages that can show a past day, and those that are about now and say so to who comes from a past day. */
const TAKES_A_DAY = ['/trajecten', '/overzicht', '/', '/leren', '/zoeken'];

@Injectable()
export class Frames {
  constructor(
    private readonly runtime: Runtime,
    private readonly filling: DemoFilling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The frame for whoever asks; without a login only the language switch. */
  frame(request: FastifyRequest, { current, live, banners, wide, q, past, fewer }: FrameWish = {}): Frame {
    const lang = languageOfPage(request);
    const common = {
      lang,
      languages: languageLinks(request),
      demo: this.runtime.options.demo,
      filling: this.filling.progress,
      banners,
      wide,
    };
    if (!request.caller || !request.webSession) return common;
    const roles = [...new Set(request.caller.grants.map(({ role }) => role))];
    const left = past ? undefined : cameFrom(request, localDay(this.clock.now()));
    return {
      ...common,
      ...(left ? { banners: [...(banners ?? []), nowBanner(left, lang)] } : {}),
      home: onDay('/', past),
      nav: this.nav(request, roles, current, past),
      user: this.user(request, roles),
      search: { action: '/zoeken', hidden: dayQuery(past), ...(q === undefined ? {} : { value: q }) },
      ...(past ? { past: pastView(request, past, fewer), live: { kind: 'off' } as const } : {}),
      ...(live && !past ? { live: { kind: 'live', until: localTime(this.clock.now()) } as const } : {}),
    };
  }

  private nav(
    request: FastifyRequest,
    roles: readonly Role[],
    current: string | undefined,
    past: AsOf | undefined,
  ): NavItem[] {
    const words = screenTexts(languageOfPage(request)).nav;
    const isAdmin = roles.includes('admin');
    const items: NavItem[] = [
      { href: '/', label: words.today, icon: 'house', tab: true },
      { href: '/trajecten', label: words.trajectories, icon: 'list-checks', tab: true },
      { href: '/overzicht', label: words.overview, icon: 'chart-bar', tab: true },
      ...(roles.some((role) => LEARNERS.includes(role))
        ? ([{ href: '/leren', label: screenTexts(languageOfPage(request)).learning.name, icon: 'lightbulb' }] as const)
        : []),
      ...(isAdmin
        ? ([
            { href: '/organisatie', label: words.organisation, icon: 'gear' },
            { href: '/beheer/accounts', label: words.accounts, icon: 'user-circle' },
          ] as const)
        : []),
      { href: '/zoeken', label: words.search, icon: 'magnifying-glass', tab: true },
    ];
    return items.map((item) => ({
      ...item,
      href: TAKES_A_DAY.includes(item.href) ? onDay(item.href, past) : item.href,
      current: item.href === current,
    }));
  }

  private user(request: FastifyRequest, roles: readonly Role[]): UserView {
    const lang = languageOfPage(request);
    const words = new ScreenWords(lang);
    const [first] = roles;
    const role = first === undefined ? undefined : words.role(first);
    return {
      name: request.webSession?.name ?? '',
      ...(role === undefined ? {} : { role: role.charAt(0).toUpperCase() + role.slice(1) }),
      csrf: request.webSession?.csrf ?? '',
      logOutAction: '/uitloggen',
      links: [{ href: '/bouwstenen', label: screenTexts(lang).nav.parts }],
    };
  }
}
