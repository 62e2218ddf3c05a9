// Every screen but the forms of the walk: with something in it and empty, refused and failed, for axe, for narrow windows and for who may see what.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFaults, launch, logIn, openPage, overflow, startApp, type TestApp } from './app.js';
import { fillIn, REGISTER, send, STEPS } from './walk.js';

let browser: Browser;
let app: TestApp;
let context: BrowserContext;
let page: Page;
let errors: string[];
let base: string;

beforeAll(async () => {
  browser = await launch();
  app = await startApp(REGISTER.at);
  context = await browser.newContext();
  ({ page, errors } = await openPage(context));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** What is wrong with the page as it stands: axe, and width at 320 and 400. */
async function faults(): Promise<string[]> {
  const found = await axeFaults(page);
  for (const width of [320, 400]) {
    await page.setViewportSize({ width, height: 800 });
    if ((await overflow(page)) > 0) found.push(`wider than ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

const visit = (path: string) => page.goto(app.url + path);

describe('before there is anything', () => {
  it('the login page says what did not work and keeps the login name', async () => {
    await visit('/trajecten');
    expect(page.url()).toContain('/inloggen?next=');
    expect(await faults()).toEqual([]);
    await page.fill('[name=login]', 'processcoordinator');
    await page.fill('[name=password]', 'dat is het niet');
    await page.click('main button:has-text("Inloggen")');
    expect(await page.locator('[role=alert]').innerText()).toContain('klopt niet');
    expect(await page.inputValue('[name=login]')).toBe('processcoordinator');
    expect(await faults()).toEqual([]);
  });

  it('every list says that it is empty and what comes next', async () => {
    await logIn(page, app.url, 'processcoordinator');
    for (const [path, words] of [
      ['/', 'Er is nu niets te doen.'],
      ['/trajecten', 'Er zijn nog geen trajecten.'],
      ['/overzicht', 'Er zijn nog geen trajecten.'],
      ['/leren', 'Er is in deze periode nog niets klaar'],
      ['/zoeken', 'Typ een woord om te zoeken.'],
    ] as const) {
      await visit(path);
      expect(await page.locator('main').innerText()).toContain(words);
      expect({ path, faults: await faults() }).toEqual({ path, faults: [] });
    }
  });
});

describe('with a trajectory', () => {
  beforeAll(async () => {
    for (const step of [REGISTER, ...STEPS.slice(0, 1)]) {
      await app.moveTo(step.at);
      await page.goto(step === REGISTER ? `${app.url}/trajecten/nieuw` : `${base}/formulieren/${step.form}`);
      await fillIn(page, step);
      await send(page);
      base = page.url().split('?')[0] ?? '';
    }
  }, 60_000);

  // `~` stands for the page of the trajectory. One test for each page, so that a slow machine has time for every one.
  it.each([
    '/',
    '/trajecten',
    '/trajecten?q=bestaatniet',
    '/overzicht',
    '/vastgelopen',
    '/leren',
    '/leren?vraag=duration',
    '/leren?vraag=estimate&uren=12',
    '/zoeken?q=bankjes',
    '/zoeken?q=bestaatniet',
    '~',
    '~?versie=openbaar',
    '~?fase=feedback',
    '~/handelingen',
    '~/gebeurtenissen/1',
    '/bouwstenen',
  ])('%s has no faults', async (path) => {
    await visit(path.replace('~', new URL(base).pathname));
    expect(await faults()).toEqual([]);
  });

  it('the number of a cell leads to the list of just those trajectories', async () => {
    await visit('/overzicht');
    await page.click('#matrix a');
    expect(await page.locator('#trajecten-tabel tbody tr').count()).toBe(1);
    expect(page.url()).toContain('fase=approval');
  });

  it('who owes the answer finds it under Vandaag, with one act that leads to its form', async () => {
    const other = await openPage(await browser.newContext());
    await logIn(other.page, app.url, 'approver');
    expect(await other.page.locator('article.owed').innerText()).toContain('wacht op antwoord van de budgethouder');
    await other.page.click('article.owed .button');
    expect(other.page.url()).toContain('/formulieren/approve');
  });

  it('a refusal says everything that is needed, keeps what was typed, has the focus and changes nothing', async () => {
    await page.goto(`${base}/formulieren/approve`);
    await page.fill('[name="c0.conditions"]', 'alleen in het voorjaar');
    const before = await storyLength();
    await page.goto(`${base}/formulieren/approve`);
    await page.fill('[name="c0.conditions"]', 'alleen in het voorjaar');
    await send(page);
    expect(await page.title()).toMatch(/^Kan nog niet:/);
    expect(await page.inputValue('[name="c0.conditions"]')).toBe('alleen in het voorjaar');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('weigering');
    expect(await page.locator('#weigering .need').count()).toBeGreaterThan(0);
    expect(await faults()).toEqual([]);
    expect(await storyLength()).toBe(before);
  });

  it('what cannot be read is said at its field, and the rest stays', async () => {
    await page.goto(`${base}/formulieren/agreements-hours-corrections`);
    await page.click('button[name="_add"][value="c1"]');
    await page.fill('[name="c1.0.hours"]', 'veel');
    await send(page);
    expect(await page.locator('#veld-c1-0-hours-melding').innerText()).toBe('Schrijf een getal, zoals 7,5.');
    expect(await page.inputValue('[name="c1.0.hours"]')).toBe('veel');
    expect(await faults()).toEqual([]);
  });

  it('a soft need can be passed with a reason that stays in the story', async () => {
    await page.goto(`${base}/formulieren/plan-conversation`);
    await fillIn(page, {
      ...REGISTER,
      tick: [],
      rows: [],
      type: { 'c0.startsAt': '2026-04-28T19:00', 'c0.venue': 'buurthuis' },
    });
    await send(page);
    await page.click('.refusal-foot summary');
    await page.fill('[name="_overrideReason"]', 'De zaal moet nu worden vastgelegd.');
    await page.click('button[name="_override"]');
    expect(await page.locator('.banner-done').innerText()).toContain('Vastgelegd');
    expect(await page.locator('.story').innerText()).toContain('De zaal moet nu worden vastgelegd.');
  });

  it('the same page sent twice is stored once', async () => {
    await page.goto(`${base}/formulieren/agreements-hours-corrections`);
    await page.click('button[name="_add"][value="c1"]');
    await page.fill('[name="c1.0.hours"]', '1,25');
    const before = await storyLength();
    const answers = await page.evaluate(async () => {
      const form = document.querySelector<HTMLFormElement>('form#formulier');
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form ?? undefined))
        if (typeof value === 'string') body.append(name, value);
      const post = async () =>
        (await fetch(form?.action ?? '', { method: 'POST', body, headers: { accept: 'text/html' } })).url;
      return [await post(), await post()];
    });
    expect(answers[0]).toContain('klaar=');
    expect(answers[1]).toBe(answers[0]);
    expect(await storyLength()).toBe(before + 1);
  });
});

describe('for others', () => {
  it('another page shows a new line by itself', async () => {
    const other = await openPage(await browser.newContext());
    await logIn(other.page, app.url, 'projectleader');
    await other.page.goto(base);
    await page.goto(`${base}/handelingen/WriteLogEntry`);
    await page.fill('[name="c0.discussed"]', 'Een bewoner belde over de bankjes.');
    await send(page);
    await other.page.locator('.story').filter({ hasText: 'Een bewoner belde over de bankjes.' }).waitFor();
    expect(other.errors).toEqual([]);
  });

  it('the council reads the public edition only', async () => {
    const other = await openPage(await browser.newContext());
    await logIn(other.page, app.url, 'council');
    await other.page.goto(base);
    const text = await other.page.locator('main').innerText();
    expect(text).not.toContain('Een bewoner belde');
    expect(text).not.toContain('Tijd en geld\n');
    expect(await other.page.locator('#wat-kan-nu').count()).toBe(0);
  });

  it('English is one link away, and stays', async () => {
    await visit('/trajecten?lang=en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toBe('Trajectories');
    await visit('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await faults()).toEqual([]);
    await visit('/?lang=nl');
  });
});

describe('what one may not see', () => {
  it('is a page that says so, with a way home', async () => {
    expect((await visit('/trajecten/00000000-0000-4000-8000-000000000000'))?.status()).toBe(404);
    expect(await faults()).toEqual([]);
    expect((await visit('/organisatie'))?.status()).toBe(403);
    expect(await page.locator('main').innerText()).toContain('Naar Vandaag');
    expect(await faults()).toEqual([]);
  });
});

it('no page wrote an error in the console', () => {
  expect(errors).toEqual([]);
});

/** Events of the trajectory, as the head of its page counts them. */
async function storyLength(): Promise<number> {
  const looking = await context.newPage();
  await looking.goto(base);
  const count = Number(await looking.locator('.meta-line a').last().innerText());
  await looking.close();
  return count;
}
