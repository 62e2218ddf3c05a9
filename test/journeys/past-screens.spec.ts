// The past on the screens: the banner with its two questions, links that keep the day, and nothing that can be changed.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from '../../workflows/kit/ids.js';
import { TestApp } from '../support/app.js';
import { playKersenlaan } from '../support/play-kersenlaan.js';

let app: TestApp;
let cookie = '';
const id = idOf('past screens');
const one = `/trajecten/${id}`;

beforeAll(async () => {
  app = await TestApp.start('2026-07-01T08:00:00.000Z');
  await playKersenlaan(app, { id, town: 'Oosterkoog', start: '2026-04-07', until: 70 });
  await app.runtime.identity.accounts.create({
    name: 'coördinator',
    login: 'coordinator',
    password: 'een-lang-wachtwoord',
    grants: [{ role: 'processCoordinator', municipalityId: app.municipalities.Oosterkoog }],
    createdAt: app.clock.now(),
  });
  const answer = await app.ask('/inloggen', {
    method: 'POST',
    body: new URLSearchParams({ login: 'coordinator', password: 'een-lang-wachtwoord' }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
    },
  });
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}, 120_000);
afterAll(() => app.stop());

const page = (address: string) => app.ask(address, { headers: { cookie, accept: 'text/html' } });

describe('the page of a trajectory on a past day', () => {
  it('shows both questions, the numbers of that day, and what changed afterwards', async () => {
    const so = await page(`${one}?asOf=2026-05-09`);
    expect(so.status).toBe(200);
    expect(so.text).toContain('U kijkt naar 9 mei 2026');
    expect(so.text).toContain('<body class="past"');
    expect(so.text).toContain('Wat was er zo op 9 mei 2026?');
    expect(so.text).toContain(`href="${one}?asOf=2026-05-09&amp;known=then"`);
    expect(so.text).toContain('Terug naar vandaag');
    expect(so.text).toContain('Oosterkoog · groen');
    expect(so.text).toContain('19 gehoord');
    expect(so.text).toContain('Wat er daarna veranderde');
    const known = await page(`${one}?asOf=2026-05-09&known=then`);
    expect(known.text).toContain('21 gehoord');
    expect(known.text).not.toContain('twee namen dubbel geteld');
    expect(known.text).toContain('bewoners Kersenlaan: 21 bereikt, nu 19.');
  });

  it('leads to no form and no act', async () => {
    for (const how of ['', '&known=then']) {
      const { text } = await page(`${one}?asOf=2026-04-10${how}`);
      expect(text).not.toMatch(/\/(formulieren|handelingen)/);
      expect(text).toContain('alleen kijken');
      expect(text).toContain('U kijkt naar het verleden. Hier kunt u niets veranderen.');
    }
  });

  it('says that there was nothing yet, with the way back', async () => {
    const { status, text } = await page(`${one}?asOf=2026-04-06`);
    expect(status).toBe(200);
    expect(text).toContain('Dit traject bestond op 6 april 2026 nog niet.');
    expect(text).toContain('Het begon op 7 april 2026.');
  });

  it('is that of today on a day to come, and refuses a word that is no day', async () => {
    const { text } = await page(`${one}?asOf=2099-01-01`);
    expect(text).not.toContain('class="past"');
    expect((await page(`${one}?asOf=gisteren`)).status).toBe(400);
  });
});

describe('the list and the overview on a past day', () => {
  it.each(['/trajecten', '/overzicht'])('%s keeps the day in its links and offers nothing to do', async (address) => {
    const { status, text } = await page(`${address}?asOf=2026-05-09&known=then`);
    expect(status).toBe(200);
    expect(text).toContain(`href="${one}?asOf=2026-05-09&amp;known=then"`);
    expect(text).toContain('href="/overzicht?asOf=2026-05-09&amp;known=then"');
    expect(text).not.toContain('/trajecten/nieuw');
    expect((await page(`${address}?asOf=2026-04-06`)).text).not.toContain('Vijf bankjes');
  });

  it('lead to what was stuck on that day, not to what is stuck now', async () => {
    const day = '?asOf=2026-05-09&amp;known=then';
    expect((await page('/overzicht?asOf=2026-05-09&known=then')).text).toContain(`href="/vastgelopen${day}"`);
    const { status, text } = await page('/vastgelopen?asOf=2026-05-09&known=then');
    expect(status).toBe(200);
    expect(text).toContain('U kijkt naar 9 mei 2026');
    expect(text).toContain(`href="/trajecten${day}"`);
    expect((await page('/vastgelopen?asOf=gisteren')).status).toBe(400);
  });

  it('have a field for the day that works without script', async () => {
    const { text } = await page('/trajecten?fase=feedback');
    expect(text).toMatch(/<form class="day-field"[^>]* action="\/trajecten" method="get"/);
    expect(text).toContain('<input type="hidden" name="fase" value="feedback"/>');
    expect(text).toMatch(/<input [^>]*type="date"[^>]*name="asOf"/);
  });
});

describe('links of a past day', () => {
  const day = 'asOf=2026-05-09&known=then';
  const hrefs = (text: string): string[] =>
    [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));
  /** Pages that are not about a day at all, and files. */
  const OTHER = /^(#|\/assets\/|\/bouwstenen$)/;

  it.each(['/trajecten', '/overzicht', '/vastgelopen', one])(
    'of %s all go on from that day, or lead back to today',
    async (address) => {
      const { text } = await page(`${address}?${day}`);
      const without = hrefs(text).filter((href) => !OTHER.test(href) && !href.includes(day));
      // The other question about the same day, and the ways back to today that say so.
      expect([...new Set(without)].sort()).toEqual([address, `${address}?asOf=2026-05-09`].sort());
      expect(text).toContain('<input type="hidden" name="asOf" value="2026-05-09"/>');
    },
  );

  it.each(['/', '/leren', '/zoeken', '/zoeken?q=bankjes', `${one}/gebeurtenissen/1`])(
    'lead to %s, which says that it is about now, with the way back',
    async (address) => {
      const { status, text } = await page(`${address}${address.includes('?') ? '&' : '?'}${day}`);
      expect(status).toBe(200);
      expect(text).toContain('Deze bladzijde laat zien hoe het nu is. U keek naar 9 mei 2026.');
      expect(text).toContain(`href="/trajecten?asOf=2026-05-09&amp;known=then"`);
      expect(text).not.toContain('<body class="past"');
      for (const other of ['', 'asOf=2099-01-01', 'asOf=gisteren'])
        expect((await page(`${address}${address.includes('?') ? '&' : '?'}${other}`)).text).not.toContain(
          'U keek naar',
        );
    },
  );

  it('lead from an event back to the trajectory on that day', async () => {
    const { text } = await page(`${one}/gebeurtenissen/1?${day}`);
    expect(hrefs(text)).toContain(`${one}?${day}#gebeurtenis-1`);
  });
});
