// A trajectory walked from registration to completion through the twelve forms alone, in a browser, with and without scripts.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFaults, launch, logIn, openPage, overflow, startApp, type TestApp } from './app.js';
import { fillIn, REGISTER, send, STEPS, type FormStep } from './walk.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** What the page says when a form was not accepted, for the message of the test. */
const complaint = async (page: Page): Promise<string> =>
  (await page.locator('#weigering, .form-problems').allInnerTexts()).join(' | ');

async function walk(app: TestApp, page: Page, look: (step: string) => Promise<void>): Promise<string> {
  let by: FormStep['by'] | undefined;
  let base = '';
  for (const step of [REGISTER, ...STEPS]) {
    await app.moveTo(step.at);
    // A session lasts half an hour and the clock jumps days, so everybody logs in anew.
    by = step.by;
    await logIn(page, app.url, by);
    await page.goto(step === REGISTER ? `${app.url}/trajecten/nieuw` : `${base}/formulieren/${step.form}`);
    await look(`empty ${step.form}`);
    await fillIn(page, step);
    await send(page);
    expect(`${step.form}: ${await complaint(page)}`).toBe(`${step.form}: `);
    base = page.url().split('?')[0] ?? '';
    expect(await page.locator('.banner-done').innerText()).toContain('Vastgelegd als gebeurtenis');
    if (step === REGISTER || step === STEPS.at(-1)) await look(`after ${step.form}`);
  }
  return base;
}

describe('a trajectory through the twelve forms', () => {
  it('with scripts: every screen without faults for axe, nothing in the console, nothing wider than the window', async () => {
    const app = await startApp(REGISTER.at);
    try {
      const { page, errors } = await openPage(await browser.newContext());
      const found: string[] = [];
      const base = await walk(app, page, async (step) => {
        found.push(...(await axeFaults(page)).map((fault) => `${step}: ${fault}`));
        for (const width of [320, 400]) {
          await page.setViewportSize({ width, height: 800 });
          if ((await overflow(page)) > 0) found.push(`${step}: wider than ${width}`);
        }
        await page.setViewportSize({ width: 1280, height: 900 });
      });
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      expect(await page.locator('.page-head .state-word').first().innerText()).toBe('Voltooid');
      expect(await page.locator('.phase-state').allInnerTexts()).toEqual(['Klaar', 'Klaar', 'Klaar', 'Klaar', 'Klaar']);
      await page.goto(`${base}?soort=conversation`);
      expect(await page.locator('.story').innerText()).toContain('19');
    } finally {
      await app.stop();
    }
  }, 240_000);

  it('without scripts: rows are added by the server, and the same forms end in the same place', async () => {
    const app = await startApp(REGISTER.at);
    try {
      const { page } = await openPage(await browser.newContext({ javaScriptEnabled: false }));
      await walk(app, page, () => Promise.resolve());
      expect(await page.locator('.page-head .state-word').first().innerText()).toBe('Voltooid');
    } finally {
      await app.stop();
    }
  }, 240_000);
});
