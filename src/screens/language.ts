// In which language somebody reads pages: a choice in the address, else the one remembered in a cookie, else Dutch.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../../web/text/index.js';

const COOKIE = 'rode_draad_taal';
const YEAR = 31_536_000;

/** The language of the page that answers this request. */
export function languageOfPage(request: FastifyRequest): Lang {
  return chosen(request) ?? remembered(request) ?? 'nl';
}

/** Remembers a choice made in the address. */
export function rememberLanguage(request: FastifyRequest, reply: FastifyReply): void {
  const lang = chosen(request);
  if (lang) void reply.header('set-cookie', `${COOKIE}=${lang}; Path=/; SameSite=Lax; Max-Age=${YEAR}`);
}

/** The address of this page in both languages. */
export function languageLinks(request: FastifyRequest): { lang: Lang; href: string }[] {
  const url = new URL(request.method === 'GET' ? request.url : (request.url.split('?')[0] ?? '/'), 'http://page');
  return (['nl', 'en'] as const).map((lang) => {
    const query = new URLSearchParams(url.search);
    query.set('lang', lang);
    query.delete('klaar');
    return { lang, href: `${url.pathname}?${query}` };
  });
}

function chosen(request: FastifyRequest): Lang | undefined {
  const { lang } = request.query as Record<string, unknown>;
  return lang === 'nl' || lang === 'en' ? lang : undefined;
}

function remembered(request: FastifyRequest): Lang | undefined {
  const found = new RegExp(`(?:^|;\\s*)${COOKIE}=(nl|en)(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
  return found === 'nl' || found === 'en' ? found : undefined;
}
