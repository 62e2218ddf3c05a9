// Holds the generated documents to the code they describe, the folder they stand in to them, and every link in our pages to a file.
// That the folder is up to date is checked by `npm run docs -- --check`.
import 'reflect-metadata';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { documents } from '../src/docs/documents.js';
import { staleFiles, writeDocuments } from '../src/docs/folder.js';
import { code, table } from '../src/docs/markdown.js';
import { roleWord } from '../src/docs/words.js';
import { PROBLEMS } from '../src/http/problem-codes.js';
import { partName } from '../src/http/wording.js';
import { ROLES } from '../workflows/kit/types.js';
import { kern, organisationWorkflow } from '../workflows/registry.js';

const made = documents();
const text = (name: string): string => made.get(name) ?? '';
/** The row of a table whose first cell is this code. */
const rowOf = (page: string, first: string): string =>
  page.split('\n').find((line) => line.startsWith(`| ${code(first)} |`)) ?? '';
/** What follows a heading, up to the next one. */
const sectionOf = (page: string, title: string): string =>
  page.split(/^#+ /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

describe('the page of a machine', () => {
  const machines = [...kern.machines, ['root', kern.rootMachine] as const];

  it.each(machines)('%s: draws every move and no other', (key, machine) => {
    const drawn = [...text(`machines/${key}.md`).matchAll(/^ {2}(\w+) --> (\w+): .+$/gm)].map(
      ([, from, to]) => `${from}-${to}`,
    );
    const moves = [...machine.table()].flatMap(([from, row]) =>
      [...row.values()].flatMap((targets) =>
        targets.filter((to) => to !== undefined && to !== from).map((to) => `${from}-${to}`),
      ),
    );
    expect(drawn.sort()).toEqual(moves.sort());
    expect(text(`machines/${key}.md`)).toContain(`[*] --> ${machine.initial}`);
  });

  it.each(machines)('%s: has a row per event with the step from every state', (key, machine) => {
    for (const type of machine.events) {
      const cells = rowOf(text(`machines/${key}.md`), type)
        .split(' | ')
        .slice(2);
      const taken = cells.map((cell) => cell.replaceAll('|', '').trim() !== '');
      expect([type, ...taken]).toEqual([type, ...machine.states.map((state) => machine.takes(state, type))]);
    }
  });

  it('says where the payload decides', () => {
    const choices = rowOf(text('machines/contribution.md'), 'ClientChoiceMade');
    expect(choices).toContain('`adopted` or `partlyAdopted` or `notChosen` or `rejected` or `passedOn`');
    expect(rowOf(text('machines/approval.md'), 'PhaseReopened')).toContain('`estimating`?');
    expect(rowOf(text('machines/approval.md'), 'TimeAndMoneyApproved')).not.toContain('?');
  });
});

describe('the rule table', () => {
  it.each([...kern.commands.values()].map((command) => [command.name, command] as const))('has %s', (name, command) => {
    const row = rowOf(text('rule-table.md'), name);
    const asked = command.needs.filter(
      (need) => kern.needs.get(need)?.hard === true || kern.needs.get(need)?.kern === true,
    );
    expect([command.kind, command.event, ...command.by, ...asked].filter((word) => !row.includes(word))).toEqual([]);
  });

  it('tells hard from soft, and asks PHASE_OPEN of decisions of a phase', () => {
    expect(rowOf(text('rule-table.md'), 'ApproveTimeAndMoney')).toContain(
      '| `APPROVER_NOT_REQUESTER`, *`PHASE_OPEN`* |',
    );
    expect(rowOf(text('rule-table.md'), 'HoldConversation')).toMatch(/\| none \|$/);
    expect(rowOf(text('rule-table.md'), 'PHASE_OPEN')).toContain(
      '| soft | beforehand | Deze fase is nog niet begonnen: eerst {entry}. |',
    );
  });

  it('has a sentence of its own for every need, and Dutch words for every command', () => {
    const needs = sectionOf(text('rule-table.md'), 'Needs').match(/^\| `[A-Z_]+` .*$/gm) ?? [];
    expect(needs.length).toBeGreaterThan(30);
    expect(needs.filter((row) => !row.split(' | ')[3]?.endsWith('.'))).toEqual([]);
    const commands = [...kern.commands.keys(), ...organisationWorkflow.commands.keys()];
    expect(commands.filter((name) => rowOf(text('rule-table.md'), name).split(' | ')[1] === name)).toEqual([]);
  });
});

describe('the event catalogue', () => {
  const events = [...kern.events.values(), ...organisationWorkflow.events.values()];
  const schema = JSON.parse(text('events.schema.json')) as {
    oneOf: unknown[];
    $defs: Record<string, { properties: Record<string, { const?: unknown; required?: string[] }> }>;
  };

  it('has every field of every event with its class', () => {
    for (const { type, leaves, kind } of events) {
      const section = sectionOf(text('events.md'), type);
      const own = leaves.filter(
        ({ path }) => kind !== 'decision' || !['decidedBy', 'decidedOn', 'evidence'].includes(path[0] ?? ''),
      );
      const rows = own.map(({ path, meta }) => [
        path.join('/'),
        rowOf(section, path.join('/')).includes(`| ${meta.fieldClass}`),
      ]);
      expect([type, ...rows.filter(([, found]) => !found)]).toEqual([type]);
    }
  });

  it('says what must be there, also within what may be left out', () => {
    expect(rowOf(sectionOf(text('events.md'), 'EstimateMade'), 'totalHours')).toContain('| hours | yes | internal |');
    expect(rowOf(sectionOf(text('events.md'), 'EstimateMade'), 'lines/*/hours')).toContain('| hours | no | internal |');
    expect(rowOf(sectionOf(text('events.md'), 'On every decision'), 'evidence/text')).toContain(
      '| text | no | personal |',
    );
  });

  it('is the same as one JSON Schema', () => {
    expect(Object.keys(schema.$defs).sort()).toEqual(events.map(({ type }) => type).sort());
    expect(schema.oneOf).toHaveLength(events.length);
    for (const { type, version, schema: data } of events) {
      const { properties } = schema.$defs[type] ?? { properties: {} };
      expect({ type: properties.type, version: properties.version }).toEqual({
        type: { const: type },
        version: { const: version },
      });
      const required = Object.entries(data.shape as Record<string, z.ZodType>).filter(
        ([, field]) => !field.safeParse(undefined).success,
      );
      expect([type, ...(properties.data?.required ?? [])]).toEqual([type, ...required.map(([name]) => name)]);
    }
  });
});

describe('the other pages', () => {
  it('have every problem with its status, and every form with its commands', () => {
    for (const [key, status] of Object.entries(PROBLEMS))
      expect(text('problems.md')).toContain(`| ${status} | ${code(key)} |`);
    for (const form of kern.forms) {
      const section =
        text('forms.md')
          .split(/^## /m)
          .find((part) => part.startsWith(`${form.nr}. `)) ?? '';
      expect(form.commands.filter(({ command }) => !section.includes(code(command)))).toEqual([]);
    }
    expect(text('settings.md')).toContain(
      '| `feedback.reactionDays` | Dagen om te reageren na een terugkoppeling | 7 | 0 | 90 |',
    );
  });

  it('are the same every time', () => {
    expect([...documents()]).toEqual([...made]);
  });

  it('hold any text in a cell', () => {
    expect(table(['a'], [['one | two\n three']])).toBe('| a |\n|---|\n| one \\| two three |');
    expect(table(['a'], [])).toBe('None.');
  });
});

describe('the folder of documents', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'rode-draad-docs-')), 'generated');
  });
  afterEach(() => rmSync(dirname(folder), { recursive: true }));
  const wanted = new Map([
    ['a.md', 'A'],
    ['b/c.md', 'C'],
  ]);

  it('given what differs, is absent or does not belong there, names it', () => {
    expect(staleFiles(folder, wanted)).toEqual(['a.md', 'b/c.md']);
    mkdirSync(join(folder, 'b'), { recursive: true });
    writeFileSync(join(folder, 'a.md'), 'old');
    writeFileSync(join(folder, 'b', 'c.md'), 'C');
    writeFileSync(join(folder, 'b', 'gone.md'), '');
    expect(staleFiles(folder, wanted)).toEqual(['a.md', 'b/gone.md']);
  });

  it('when written holds exactly the documents, and writing again changes nothing', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'gone.md'), '');
    expect(writeDocuments(folder, wanted)).toEqual(['a.md', 'b/c.md', 'gone.md']);
    expect(staleFiles(folder, wanted)).toEqual([]);
    expect(writeDocuments(folder, wanted)).toEqual([]);
    expect(readFileSync(join(folder, 'b', 'c.md'), 'utf8')).toBe('C');
  });
});

describe('the glossary', () => {
  const rows = [...readFileSync(join(process.cwd(), 'docs/glossary.md'), 'utf8').matchAll(/^\| (.+) \| (.+) \|$/gm)];
  const pairs = rows.flatMap(([, dutch = '', keys = '']) =>
    keys.split('; ').map((key, index) => [key, dutch.split('; ')[index]]),
  );
  const known = new Map(pairs.map(([key = '', dutch]) => [key, dutch]));

  it('calls roles and phases what people read', () => {
    const roles = ROLES.filter((role) => known.has(role)).map((role) => [role, roleWord(role)]);
    const phases = kern.phases.map(({ key }) => [key, partName(key, 'nl').toLowerCase()]);
    expect(roles.length).toBeGreaterThan(8);
    for (const [key = '', word] of [...roles, ...phases]) expect([key, known.get(key)]).toEqual([key, word]);
  });
});

describe('the links in our pages', () => {
  const root = process.cwd();
  const generated = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join('docs', name),
  );
  const pages = ['README.md', 'CHANGELOG.md', join('workflows', 'README.md'), ...generated].filter((name) =>
    name.endsWith('.md'),
  );

  it.each(pages)('%s: lead to a file', (page) => {
    const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, target]) => target ?? '',
    );
    const local = links.filter((target) => !/^[a-z]+:/.test(target));
    expect(local.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });
});
