// Events of a contribution: how it came in, how it was judged, and what became of it. One outcome may cover a whole cluster.
import type { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import {
  choice,
  date,
  id,
  ids,
  int,
  internal,
  letter,
  line,
  list,
  object,
  orEmpty,
  person,
  txt,
} from '../../kit/fields.js';

export const SOURCES = ['conversation', 'online', 'letter', 'email', 'phone'] as const;
export const CHOICES = ['adopt', 'partly', 'notChosen', 'reject', 'passOn'] as const;

const contributionId = id('contribution');
/** At least one: an outcome of nothing fits no machine. */
const contributionIds = ids('contribution').min(1);

const specs = {
  ContributionReceived: {
    kind: 'fact',
    data: {
      contributionId: id(),
      roundId: id('round').optional(),
      conversationId: id('conversation').optional(),
      source: choice(SOURCES),
      kind: choice(['idea', 'objection', 'question', 'remark']),
      sourceSystem: internal(line()).optional(),
      externalId: internal(line()).optional(),
      groupId: id('group').optional(),
      theme: internal(line()).optional(),
      text: letter(),
      personRef: person().optional(),
    },
  },
  ContributionWithdrawn: { kind: 'fact', data: { contributionId } },
  GiverAsked: { kind: 'fact', data: { contributionId, question: txt(), on: date() } },
  ContributionAssignedToRound: { kind: 'decision', data: { contributionIds, roundId: id('round') } },
  ContributionAssessed: {
    kind: 'decision',
    data: {
      contributionIds,
      verdict: choice(['within', 'outside', 'unclear']),
      frames: list(object({ frameId: id('frame'), version: int(1) })),
      motivation: txt(),
    },
  },
  ContributionAdopted: { kind: 'decision', data: { contributionIds, how: txt() } },
  ContributionPartlyAdopted: {
    kind: 'decision',
    data: { contributionIds, what: txt(), whatNot: txt(), reason: txt() },
  },
  ContributionNotChosen: { kind: 'decision', data: { contributionIds, reason: txt() } },
  ContributionRejected: {
    kind: 'decision',
    data: { contributionIds, frameId: id('frame'), frameVersion: int(1), reason: txt() },
  },
  ContributionAnswered: { kind: 'decision', data: { contributionIds, answer: txt() } },
  ContributionNoted: { kind: 'decision', data: { contributionIds, reply: txt() } },
  ContributionEscalated: { kind: 'decision', data: { contributionIds, clientRef: person(), question: txt() } },
  ClientChoiceMade: {
    kind: 'decision',
    data: { contributionIds, choice: choice(CHOICES), motivation: txt(), frameChange: txt().optional() },
  },
  ContributionPassedOn: {
    kind: 'decision',
    data: { contributionIds, toArea: id('area'), receiverRef: orEmpty(person()) },
  },
  PassedOnAccepted: { kind: 'decision', data: { contributionIds, on: date() } },
  ContributionMerged: { kind: 'decision', data: { contributionId, intoId: contributionId } },
  ContributionReconsidered: { kind: 'decision', data: { contributionIds, reason: txt() } },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type ContributionData = DataOf<typeof specs>;
export const events = defineEvents(specs);
