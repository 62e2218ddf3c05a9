// The pages of an administrator: what is in force, what does not fit, and accounts whose password is shown once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFaults, launch, logIn, openPage, overflow, startApp, type TestApp } from './app.js';

let browser: Browser;
let app: TestApp;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  app = await startApp('2026-04-07T07:00:00.000Z');
  ({ page } = await openPage(await browser.newContext()));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function faults(): Promise<string[]> {
  const found = await axeFaults(page);
  await page.setViewportSize({ width: 320, height: 800 });
  if ((await overflow(page)) > 0) found.push('wider than 320');
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

const visit = (path: string) => page.goto(app.url + path);

describe('for an administrator', () => {
  it('the organisation can be changed, and what does not fit is said at the field', async () => {
    await logIn(page, app.url, app.admin.login, app.admin.password);
    await visit('/organisatie');
    expect(await faults()).toEqual([]);
    await page.selectOption('[name="c0.key"]', 'feedback.reactionDays');
    await page.fill('#formulier-ChangeSetting [name="c0.after"]', 'tien');
    await page.click('#doe-ChangeSetting .button-outlined');
    expect(await page.locator('#veld-c0-after-melding').innerText()).toContain('0-90');
    await page.fill('#formulier-ChangeSetting [name="c0.after"]', '10');
    await page.click('#doe-ChangeSetting .button-outlined');
    expect(await page.locator('#instellingen-tabel').innerText()).toContain('10');
  });

  it('an account is made with a password that is shown once, and ended', async () => {
    await visit('/beheer/accounts');
    expect(await faults()).toEqual([]);
    await page.fill('[name=name]', 'Griffier Oosterkoog');
    await page.fill('[name=login]', 'griffier');
    await page.selectOption('[name=role]', 'clerk');
    await page.selectOption('[name=municipality]', { label: 'Oosterkoog' });
    await page.click('#maken .button-solid');
    const password = await page.locator('.password-once').innerText();
    const other = await openPage(await browser.newContext());
    await logIn(other.page, app.url, 'griffier', password);
    expect(await other.page.locator('h1').count()).toBe(1);
    await page.click('tr[data-key="griffier"] button');
    await other.page.goto(`${app.url}/`);
    expect(other.page.url()).toContain('/inloggen');
    expect(await page.locator('main').innerText()).not.toContain(password);
  });
});
