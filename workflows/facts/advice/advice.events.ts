// Questions to the strategic adviser and second opinions. An opinion advises; it stops nothing.
import type { z } from 'zod';
import { choice, date, fact, id, letter, txt } from '../../kit/fields.js';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';

const specs = {
  AdviserAsked: { kind: 'fact', standsAlone: true, data: { questionId: id(), question: txt(), on: date() } },
  AdviserAnswered: { kind: 'fact', standsAlone: true, data: { questionId: id('question'), answer: txt(), on: date() } },
  SecondOpinionRequested: {
    kind: 'decision',
    standsAlone: true,
    data: { opinionId: id(), about: choice(['design', 'evaluation']), question: fact(txt()), on: date() },
  },
  SecondOpinionGiven: {
    kind: 'fact',
    standsAlone: true,
    data: { opinionId: id('opinion'), view: choice(['agree', 'adjust', 'reconsider']), text: letter(), on: date() },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type AdviceData = DataOf<typeof specs>;
export const events = defineEvents(specs);
