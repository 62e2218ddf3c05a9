/** The parts keep what a keyboard and a screen reader need: states in words, current marked, regions that can be reached. */
import { describe, expect, it } from '@jest/globals';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { nl } from '../text/nl.js';
import { en } from '../text/en.js';
import { assetHref, assets } from './assets.js';
import { Button, LockedButton } from './button.js';
import { OwedCard } from './card.js';
import { Chip } from './chips.js';
import { Bar, MiniStrip } from './figures.js';
import { FilterLinks, Pagination } from './lists.js';
import { Loading } from './messages.js';
import { renderPage } from './page.js';
import { Bouwstenen } from './preview.js';
import { sampleBlocks, sampleEdges, sampleNodes } from './sample-phases.js';
import { sampleStory } from './sample-work.js';
import { StateWord } from './shapes.js';
import { Statechart } from './statechart.js';
import { Story } from './story.js';
import { PhaseStrip } from './strip.js';
import { Table } from './table.js';

const html = (element: ReactElement): string => renderToStaticMarkup(element);
const count = (text: string, piece: string): number => text.split(piece).length - 1;

describe('page', () => {
  const page = renderPage(
    <Bouwstenen
      lang="nl"
      blocked
      demo
      live={{ kind: 'live', until: '08:41' }}
      search={{ action: '/zoeken' }}
      nav={[
        { href: '/trajecten', label: 'Trajecten', icon: 'path', current: true, tab: true },
        { href: '/organisatie', label: 'Organisatie', icon: 'gear' },
      ]}
      user={{ name: 'pc', role: 'Procescoördinator', csrf: 'geheim', logOutAction: '/afmelden' }}
      banners={(['done', 'conflict', 'connection'] as const).map((kind) => ({ kind, text: `melding ${kind}` }))}
    />,
  );

  it('has a language, a title that tells of a refusal, one h1, a skip link and a main part that it leads to', () => {
    expect(page.startsWith('<!doctype html><html lang="nl">')).toBe(true);
    expect(page).toContain('<title>Kan nog niet: Bouwstenen · Rode Draad</title>');
    expect(count(page, '<h1')).toBe(1);
    expect(page).toContain('<a class="skip" href="#inhoud">');
    expect(page).toMatch(/<main[^>]* id="inhoud" tabindex="-1"/);
  });

  it('marks the current place in the menu and in the tab bar, and logs out by a post with the csrf value', () => {
    expect(count(page, '<a href="/trajecten" aria-current="page">')).toBe(2);
    expect(page).toMatch(/<form[^>]*action="\/afmelden"[^>]*><input type="hidden" name="_csrf" value="geheim"\/>/);
    expect(page).toContain('Bij tot 08:41');
  });

  it('shows at most two banners', () => {
    expect(page).toContain('melding done');
    expect(page).toContain('melding conflict');
    expect(page).not.toContain('melding connection');
  });

  it('holds no inline style and no inline script, because the browser is told to refuse them', () => {
    expect(page).not.toMatch(/ style=/);
    expect(page).not.toMatch(/<script(?![^>]* src=)/);
    expect(page).not.toMatch(/ on[a-z]+="/);
  });

  it('gives every id once', () => {
    const outsideTemplates = page.replaceAll(/<template.*?<\/template>/gs, '');
    const ids = [...outsideTemplates.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe('states, urgency and strip', () => {
  it('says every state in words beside a shape that is hidden', () => {
    expect(html(<StateWord lang="nl" state={{ word: 'waiting', who: 'opdrachtgever' }} />)).toContain(
      'Wacht op opdrachtgever',
    );
    expect(html(<StateWord lang="nl" state={{ word: 'done' }} />)).toMatch(/<svg[^>]*aria-hidden="true".*Klaar/s);
    expect(html(<Chip chip={{ kind: 'late', text: '52 dagen oud' }} />)).toContain('52 dagen oud');
  });

  it('marks exactly the current block as the step, and unfolds needs behind each gate', () => {
    const strip = html(<PhaseStrip lang="nl" blocks={sampleBlocks} />);
    expect(strip).toMatch(/<li[^>]*id="fase-interpreting" aria-current="step"/);
    expect(count(strip, 'aria-current="step"')).toBe(1);
    expect(count(strip, '<details class="phase-gate"')).toBe(5);
    expect(strip).toMatch(/Nog 2 nodig.*van Duiden.*Inbreng B2 heeft nog geen uitkomst/s);
  });

  it('draws the thread solid up to the block where the work is, and dashed after it', () => {
    const strip = html(<PhaseStrip lang="nl" blocks={sampleBlocks} />);
    expect([...strip.matchAll(/class="phase phase-(\w+)/g)].map((match) => match[1])).toEqual([
      'passed',
      'passed',
      'passed',
      'here',
      'ahead',
    ]);
  });

  it('cuts a bar at the edge of its block', () => {
    const [first] = sampleBlocks;
    const blocks = first ? [{ ...first, bars: { plan: { from: 60, to: 400 } } }] : [];
    expect(html(<PhaseStrip lang="nl" blocks={blocks} />)).toContain('x="50.00%" width="50.00%"');
  });

  it('tells the mini strip and a bar in words', () => {
    const phases = sampleBlocks.map(({ name, state }) => ({ name, state }));
    expect(html(<MiniStrip lang="nl" phases={phases} />)).toContain('Duiden wacht op opdrachtgever');
    expect(html(<Bar value={1} max={2} text="1 van 2" />)).toContain('role="img" aria-label="1 van 2"');
  });
});

describe('lists, story and charts', () => {
  it('makes the scroller of a table reachable and named, and the first cell a row heading', () => {
    const table = html(
      <Table
        id="t"
        caption="Rijen"
        columns={[{ label: 'A' }, { label: 'B', number: true }]}
        rows={[{ key: 'r', cells: ['a', '1'] }]}
      />,
    );
    expect(table).toMatch(/role="region" tabindex="0" aria-labelledby="t-naam"/i);
    expect(table).toContain('<th scope="row">a</th><td class="num">1</td>');
  });

  it('tells audience, correction and erased text in words', () => {
    const story = html(<Story lang="nl" days={sampleStory} />);
    expect(story).toContain('<h3 id="dag-2026-06-01">Maandag 1 juni</h3>');
    expect(story).toMatch(/alleen intern, .*64/s);
    expect(story).toMatch(/<del>.*120<\/del> <strong>140<\/strong>/s);
    expect(story).toContain(nl.story.erased);
  });

  it('shows a statechart as a named drawing and always as a list with the current step', () => {
    const chart = html(
      <Statechart lang="nl" id="k" title="Duiden" width={10} height={10} nodes={sampleNodes} edges={sampleEdges} />,
    );
    expect(chart).toContain('role="img" aria-label="Duiden. rode lijn = gelopen weg"');
    expect(count(chart, 'class="stop stop-current" aria-current="step"')).toBe(2);
    expect(chart).toContain('duiden: naar Geduid');
  });

  it('marks the filter in use, hides pages when there is one, and names what buttons are about', () => {
    expect(html(<FilterLinks label="F" links={[{ label: 'Alles', href: '#', current: true }]} />)).toContain(
      'aria-current="true"',
    );
    expect(html(<Pagination lang="nl" page={1} pages={1} />)).toBe('');
    expect(
      html(<OwedCard id="o" name="Naam" href="#" where="w" reason="r" act={{ label: 'Delen', href: '#' }} />),
    ).toContain('(Naam)');
    expect(html(<LockedButton lang="nl" />)).toContain('aria-disabled="true"');
    expect(html(<Button label="Delen" />)).toContain('type="submit"');
    expect(html(<Loading lang="nl" />)).toContain('aria-busy="true"');
  });
});

describe('texts and assets', () => {
  it('has no word that the style guide avoids', () => {
    const all = JSON.stringify(nl, (_key, value: unknown) => (typeof value === 'function' ? String(value) : value));
    expect(all).not.toMatch(/helaas|oeps|succesvol|actie vereist|klik hier|[a-z]!/i);
    expect(Object.keys(en)).toEqual(Object.keys(nl));
  });

  it('knows only its own files and puts their version in the address', () => {
    expect(assetHref('/assets/app.js')).toMatch(/^\/assets\/app\.js\?v=[0-9a-f]{12}$/);
    expect(() => assetHref('/assets/../package.json')).toThrow('unknown asset');
    expect([...assets.keys()].filter((url) => url.includes('source-sans'))).toHaveLength(2);
  });
});
