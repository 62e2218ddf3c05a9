// An error page says what failed, what is safe and what to do, in both languages, and never more than that.
import { describe, expect, it } from '@jest/globals';
import { errorPage } from './error.js';
import { screenTexts } from './text/index.js';

const text = (html: string): string => html.replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '').replace(/<[^>]+>/g, ' ');

describe('an error page', () => {
  it.each([403, 404, 500, 503] as const)('%i has its own title and advice, and a way on', (status) => {
    const html = errorPage({ lang: 'nl' }, { status, loggedIn: true });
    const { titles, advice, home } = screenTexts('nl').error;
    expect(text(html)).toContain(titles[status]);
    expect(text(html)).toContain(advice[status]);
    expect(text(html)).toContain(home);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('another status shows the sentence of the problem', () => {
    const html = errorPage({ lang: 'nl' }, { status: 413, detail: 'De inhoud is groter dan 1 MB.', loggedIn: true });
    expect(text(html)).toContain('De inhoud is groter dan 1 MB.');
  });

  it('sends who is not logged in to the login page', () => {
    expect(errorPage({ lang: 'en' }, { status: 404, loggedIn: false })).toContain('href="/inloggen"');
  });
});

describe('the texts of the screens', () => {
  it('are written in both languages, sentence by sentence', () => {
    const paths = (value: unknown, path = ''): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
        : [`${path}: ${typeof value}`];
    expect(paths(screenTexts('en'))).toEqual(paths(screenTexts('nl')));
  });

  it('have no exclamation marks and do not say helaas, oeps or succesvol', () => {
    const all = JSON.stringify(screenTexts('nl'), (_key, value: unknown) =>
      typeof value === 'function' ? String(value) : value,
    );
    expect(all).not.toMatch(/helaas|oeps|succesvol|[a-z]!/i);
  });
});
