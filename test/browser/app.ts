// Starts the product beside the test with a clock that the test moves, and a browser that looks at it: helpers for all browser tests.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const PASSWORD = 'een-lang-wachtwoord';
const program = join(import.meta.dirname, '..', 'support', 'browser-app.mjs');

export interface TestApp {
  url: string;
  admin: { login: string; password: string };
  /** Moves the clock of the product and waits until what fell due was done. */
  moveTo(moment: string): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** The product on a free port with an empty organisation, one municipality and an account per role. */
export async function startApp(start: string): Promise<TestApp> {
  const directory = mkdtempSync(join(tmpdir(), 'rode-draad-browser-'));
  const child: ChildProcess = fork(program, [directory, String(await freePort()), start], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('The product stopped before it was ready.');
  });
  const [ready] = (await Promise.race([once(child, 'message'), ended])) as [{ url: string; admin: TestApp['admin'] }];
  ended.catch(() => undefined);
  return {
    ...ready,
    async moveTo(moment) {
      const answered = once(child, 'message');
      child.send(moment);
      await answered;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });

/** A page whose console errors and thrown errors are collected. */
export async function openPage(context: BrowserContext): Promise<{ page: Page; errors: string[] }> {
  const page = await context.newPage();
  const errors: string[] = [];
  // A refused form is answered with its own status, which the browser notes as an error although the page is there.
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !/the server responded with a status of 4\d\d/.test(message.text()) &&
      errors.push(message.text()),
  );
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors };
}

export async function logIn(page: Page, url: string, login: string, password = PASSWORD): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${url}/inloggen`);
  await page.fill('[name=login]', login);
  await page.fill('[name=password]', password);
  await page.click('main button:has-text("Inloggen")');
  await page.waitForURL((address) => address.pathname !== '/inloggen');
}

/** Rules that axe finds broken, with the first places; empty is good. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(', ')}`,
  );
}

/** Pixels that the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
