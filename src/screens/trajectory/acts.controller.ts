// Every act of a trajectory with what it still needs, grouped as people look for them.
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ActLineView } from '../../../web/parts/card.js';
import { actsPage, type ActsView } from '../../../web/screens/acts.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import { ForLoggedIn } from '../../http/access.js';
import { callerOf } from '../../http/request.js';
import { sendPage } from '../answer.js';
import { Frames } from '../frame.js';
import { languageOfPage } from '../language.js';
import { needViews } from '../needs.js';
import { Reader, type Standing } from '../reader.js';
import { ScreenWords } from '../words.js';
import { isPossible, possibleFor, sendableForms } from './acts.js';

@Controller('trajecten/:id/handelingen')
@ForLoggedIn()
export class ActsScreen {
  constructor(
    private readonly frames: Frames,
    private readonly reader: Reader,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const words = new ScreenWords(languageOfPage(request));
    const view = await this.reader.trajectory(callerOf(request), id, (standing) => actsView(standing, words));
    sendPage(request, reply, actsPage(this.frames.frame(request, { current: '/trajecten' }), view));
  }
}

function actsView(standing: Standing, words: ScreenWords): ActsView {
  const { workflow, trajectory, id } = standing;
  const texts = screenTexts(words.lang).form;
  const base = `/trajecten/${id}`;
  const sendable = new Set(sendableForms(standing).map(({ key }) => key));
  const forms = workflow.forms.filter(
    ({ commands }) => !commands.some(({ command }) => workflow.commands.get(command)?.opensStream),
  );
  const groups = new Map<string, ActLineView[]>();
  for (const line of commandLines(standing, words, base))
    groups.set(line.group, [...(groups.get(line.group) ?? []), line.view]);
  const order = [...workflow.phases.map(({ key }) => key), 'entities', 'facts', 'root'];
  const name = (key: string): string =>
    ({ entities: texts.entities, facts: texts.facts, root: texts.root })[key] ?? words.part(key);
  return {
    title: trajectory.facts.title,
    back: base,
    forms: forms.map(({ key, nr, phase }) => ({
      key,
      title: words.form(key),
      note: [texts.formNr(nr), phase ? words.part(phase) : '', sendable.has(key) ? texts.canNow : '']
        .filter(Boolean)
        .join(' · '),
      act: { label: texts.fill, href: `${base}/formulieren/${key}` },
    })),
    groups: order.flatMap((key) => (groups.has(key) ? [{ key, name: name(key), lines: groups.get(key) ?? [] }] : [])),
  };
}

/** One line per command, at the place where least is missing. */
function commandLines(standing: Standing, words: ScreenWords, base: string): { group: string; view: ActLineView }[] {
  const { workflow, roles } = standing;
  const all = possibleFor(standing);
  const texts = screenTexts(words.lang).form;
  const commands = [...workflow.commands.values()].filter(({ opensStream }) => !opensStream);
  return commands.map((command) => {
    const [best] = all
      .filter((one) => one.command.name === command.name)
      .sort((a, b) => a.missing.length - b.missing.length);
    const home = workflow.homes.get(command.name);
    const group =
      home?.kind === 'phase'
        ? home.key
        : home?.kind === 'entity'
          ? 'entities'
          : home?.kind === 'fact'
            ? 'facts'
            : 'root';
    const href = `${base}/handelingen/${command.name}`;
    const open = best !== undefined && isPossible(best);
    const needs = open || !best ? [] : needViews(best.missing, { words, workflow, roles, base });
    const title = words.command(command.name);
    if (open) return { group, view: { key: command.name, title, act: { label: texts.fill, href } } };
    // The form of the command has the whole list; here the first sentence says enough.
    const note = best ? needs[0]?.sentence : texts.nothingFits;
    return {
      group,
      view: {
        key: command.name,
        title,
        href,
        note,
        ...(best ? { gate: { kind: 'closed', needed: needs.length } as const } : {}),
      },
    };
  });
}
