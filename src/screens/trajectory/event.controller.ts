// One event of a trajectory in full, by its number. Fields show their value in force; each that may be corrected leads to the form for that.
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { valuesAt, type Leaf } from '../../../workflows/kit/leaves.js';
import type { Recorded } from '../../../workflows/kit/types.js';
import { date, euros, number, time } from '../../../projections/kit/format.js';
import { eventPage, type EventView } from '../../../web/screens/event.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import { ForLoggedIn } from '../../http/access.js';
import { Problem } from '../../http/problem.js';
import { callerOf } from '../../http/request.js';
import { maySee } from '../../trajectories/reading.js';
import type { AsOf } from '../../trajectories/past.js';
import { sendPage } from '../answer.js';
import { Frames } from '../frame.js';
import { optionsOf } from '../forms/options.js';
import { correctables } from '../forms/corrections.js';
import { languageOfPage } from '../language.js';
import { cameFrom, onDay } from '../past.js';
import { Reader, type Standing } from '../reader.js';
import { ScreenWords } from '../words.js';
import { shown, storyEntry, whoOf } from './story.js';

@Controller('trajecten/:id/gebeurtenissen/:number')
@ForLoggedIn()
export class EventScreen {
  constructor(
    private readonly frames: Frames,
    private readonly reader: Reader,
  ) {}

  @Get()
  async page(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('number') nr: string,
  ): Promise<void> {
    const words = new ScreenWords(languageOfPage(request));
    if (!/^[1-9]\d{0,8}$/.test(nr)) throw new Problem('not-found');
    // The event is shown as it is now; the way back leads to the day from which one came.
    const past = cameFrom(request, this.reader.today());
    const view = await this.reader.trajectory(callerOf(request), id, (standing) =>
      this.view(standing, Number(nr), words, past),
    );
    if (!view) throw new Problem('not-found');
    sendPage(request, reply, eventPage(this.frames.frame(request, { current: '/trajecten' }), view));
  }

  /** Undefined when there is no such event yet, or the reader may only see the public edition and it is not in it. */
  private view(standing: Standing, nr: number, words: ScreenWords, past: AsOf | undefined): EventView | undefined {
    const { trajectory, sight, id } = standing;
    const { lang } = words;
    const event = [...trajectory.events.values()].find(({ meta }) => meta.revision === nr - 1);
    const entry = event && this.reader.logbook.line(event.meta.id, sight.text);
    if (!event || !entry || !(sight.internal || entry.visibility === 'public')) return undefined;
    const texts = screenTexts(lang).trajectory;
    return {
      title: texts.event(nr),
      above: [{ text: trajectory.facts.title, href: `${onDay(`/trajecten/${id}`, past)}#gebeurtenis-${nr}` }],
      sentence: storyEntry(entry, lang).sentence,
      facts: [
        { term: texts.happenedOn, value: date(entry.happenedOn, lang) },
        { term: texts.recordedOn, value: time(entry.recordedAt, lang) },
        { term: texts.who, value: whoOf(entry, lang) },
        { term: texts.audience, value: entry.visibility === 'public' ? texts.public : texts.internal },
      ],
      fields: sight.internal ? fieldRows(standing, event, words) : [],
    };
  }
}

/** Every value of the event that the reader may see; those that may be corrected with the way to do so. */
function fieldRows(standing: Standing, event: Recorded, words: ScreenWords): EventView['fields'] {
  const { workflow, trajectory, sight, roles, id } = standing;
  const by: readonly string[] = workflow.commands.get('CorrectFact')?.by ?? [];
  const mayCorrect = roles.some((role) => by.includes(role)) && trajectory.root.value !== workflow.sealedState;
  const open = new Set(
    mayCorrect ? correctables(workflow, trajectory, sight, event.meta.id).map(({ field }) => field) : [],
  );
  const leaves =
    workflow.events
      .get(event.type)
      ?.leaves.filter(({ meta }) => maySee(sight, meta.fieldClass ?? 'personal', meta.kind)) ?? [];
  return leaves.flatMap((leaf) =>
    valuesAt(event.data, leaf.path).map(({ pointer, value }) => ({
      key: pointer,
      label: labelOf(leaf, event, pointer, words),
      value: valueText(value, leaf, standing, event, words),
      ...(open.has(pointer)
        ? {
            correct: `/trajecten/${id}/handelingen/CorrectFact?${new URLSearchParams({ event: event.meta.id, veld: pointer })}`,
          }
        : {}),
    })),
  );
}

const keyOf = ({ path }: Leaf): string => path.findLast((step) => step !== '*') ?? '';

/** The words of the field; of a row in a list with its number. */
function labelOf(leaf: Leaf, event: Recorded, pointer: string, words: ScreenWords): string {
  const row = /\/(\d+)(?:\/|$)/.exec(pointer)?.[1];
  return `${words.field({ event: event.type }, keyOf(leaf))}${row === undefined ? '' : ` (${Number(row) + 1})`}`;
}

function valueText(
  value: unknown,
  leaf: Leaf,
  { trajectory, settings, sight }: Standing,
  event: Recorded,
  words: ScreenWords,
): string {
  const { lang } = words;
  const { kind, ref } = leaf.meta;
  if (kind === 'cents') return euros(value, lang);
  if (kind === 'hours' || kind === 'decimal') return number(value, lang);
  if (kind === 'instant') return time(value, lang);
  if (kind === 'choice') return words.choice({ event: event.type }, keyOf(leaf), String(value));
  if (kind === 'id' && ref) {
    const options = optionsOf(ref, {
      lang,
      facts: trajectory.facts,
      municipalities: settings.municipalities,
      sealedText: sight.text,
    });
    return options.find((option) => option.value === value)?.label ?? '…';
  }
  return shown(value, lang);
}
