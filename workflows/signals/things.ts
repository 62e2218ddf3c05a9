// Promises, decisions, questions and entries: each with a day by which somebody had to come back to it.
import { numberOf } from '../facts/numbers.js';
import { localDay } from '../kit/time.js';
import type { Recorded } from '../kit/types.js';
import { ended, next, type Happened, type Story } from './story.js';
import type { Case, Severity } from './types.js';

const BOTH: readonly Severity[] = ['target', 'final'];

/** AGREEMENT_OVERDUE: a promise to participants past its day. A new day counts when they were told. */
export function agreementOverdue(story: Story): Case[] {
  return story.all('AgreementMade').flatMap((made) => {
    const id = String(made.data.agreementId);
    const moved = story
      .about('agreementId', id, 'AgreementRescheduled')
      .filter(({ data }) => data.participantsTold === true);
    const ends = story.about('agreementId', id, 'AgreementFulfilled', 'AgreementBroken', 'AgreementTransferred');
    return [made, ...moved].flatMap((dated, index, all) => {
      const end = [all[index + 1], next(ends, dated)].filter((one) => one !== undefined).sort(inOrder)[0];
      return BOTH.map((severity): Case => ({
        ...ofAgreement(story, id),
        code: 'AGREEMENT_OVERDUE',
        command: 'FulfilAgreement',
        severity,
        base: String(dated.data.dueOn),
        norm: `norm.AGREEMENT_OVERDUE.${severity}`,
        raisedBy: [dated.id],
        ...ended(end),
      }));
    });
  });
}

/** AGREEMENT_BROKEN: not kept, and the people it was made with have not heard why. */
export function agreementBroken(story: Story): Case[] {
  return story.all('AgreementBroken').map((broken): Case => {
    const id = String(broken.data.agreementId);
    return {
      ...ofAgreement(story, id),
      code: 'AGREEMENT_BROKEN',
      command: 'TellBrokenAgreement',
      severity: 'final',
      base: broken.day,
      raisedBy: [broken.id],
      ...ended(next(story.about('agreementId', id, 'BrokenAgreementTold'), broken)),
    };
  });
}

const ofAgreement = (story: Story, id: string): Pick<Case, 'subjectId' | 'subject' | 'ref'> => {
  const ref = story.facts.agreements.get(id)?.ownerRef;
  return { subjectId: id, subject: numberOf('A', story.facts.agreements, id), ...(ref ? { ref } : {}) };
};

/** DECISION_DEVIATES and DECISION_UNEXPLAINED: the board decided, and participants have not heard why. */
export function decisions(story: Story): Case[] {
  return story.all('DecisionTaken').flatMap((taken) => {
    const { decisionId, deviates, outcome } = taken.data;
    const id = String(decisionId);
    const one: Omit<Case, 'code'> = {
      subjectId: id,
      subject: '',
      phase: 'feedback',
      round: id,
      command: 'SendFeedback',
      severity: 'final',
      base: taken.day,
      raisedBy: [taken.id],
      ...ended(next(story.about('decisionId', id, 'DecisionExplained'), taken)),
    };
    return [
      ...(deviates === true ? [{ ...one, code: 'DECISION_DEVIATES' }] : []),
      ...(outcome === 'deferred'
        ? []
        : [{ ...one, code: 'DECISION_UNEXPLAINED', norm: 'norm.DECISION_UNEXPLAINED.final' }]),
    ];
  });
}

/** ADVICE_WAITING: a question to the strategic adviser, or a second opinion, without an answer. */
export function adviceWaiting(story: Story): Case[] {
  const waits = (asked: string, answered: string, field: string, command: string, norm: string): Case[] =>
    story.all(asked).map((one): Case => ({
      subjectId: String(one.data[field]),
      subject: '',
      code: 'ADVICE_WAITING',
      command,
      severity: 'target',
      base: one.day,
      norm,
      days: 'official',
      raisedBy: [one.id],
      ...ended(next(story.about(field, String(one.data[field]), answered), one)),
    }));
  return [
    ...waits('AdviserAsked', 'AdviserAnswered', 'questionId', 'AnswerAdviser', 'norm.ADVICE_WAITING.target'),
    ...waits(
      'SecondOpinionRequested',
      'SecondOpinionGiven',
      'opinionId',
      'GiveSecondOpinion',
      'norm.ADVICE_WAITING.opinion',
    ),
  ];
}

/** DIRECT_ROUTE: people went straight to alderman or council, and nobody has dealt with it. */
export function directRoute(story: Story): Case[] {
  return story.all('DirectRouteNoticed').flatMap((noticed) => {
    const id = String(noticed.data.routeId);
    return BOTH.map((severity): Case => ({
      subjectId: id,
      subject: '',
      code: 'DIRECT_ROUTE',
      command: 'HandleDirectRoute',
      severity,
      base: noticed.day,
      norm: `norm.DIRECT_ROUTE.${severity}`,
      days: 'working',
      raisedBy: [noticed.id],
      ...ended(next(story.about('routeId', id, 'DirectRouteHandled'), noticed)),
    }));
  });
}

/** ENTRY_INCOMPLETE: a quick entry that still lacks with whom it was, or what it yielded. */
export function entryIncomplete(story: Story): Case[] {
  return written(story)
    .filter(({ event }) => event.data.incomplete === true)
    .map(({ event, entryId }): Case => ({
      subjectId: entryId,
      subject: numberOf('L', story.facts.logEntries, entryId),
      code: 'ENTRY_INCOMPLETE',
      command: 'CorrectFact',
      ref: event.meta.actor.ref,
      severity: 'target',
      base: localDay(event.meta.recordedAt),
      norm: 'norm.ENTRY_INCOMPLETE.target',
      raisedBy: [event.meta.id],
      ...ended(gone(story, entryId) ?? filledIn(story, event)),
    }));
}

/** PRIVACY_RISK, the half of the logbook: an entry for everyone that says to hold personal data. */
export function privacyRisk(story: Story): Case[] {
  return written(story)
    .filter(({ event: { data } }) => data.visibility === 'public' && data.hasPersonalData === true)
    .map(({ event, entryId }): Case => ({
      subjectId: entryId,
      subject: numberOf('L', story.facts.logEntries, entryId),
      code: 'PRIVACY_RISK',
      command: 'CorrectFact',
      severity: 'final',
      base: localDay(event.meta.recordedAt),
      raisedBy: [event.meta.id],
      ...ended(gone(story, entryId)),
    }));
}

const written = (story: Story): { event: Recorded; entryId: string }[] =>
  story.all('LogEntryWritten').flatMap(({ id, data }) => {
    const event = story.trajectory.events.get(id);
    return event ? [{ event, entryId: String(data.entryId) }] : [];
  });

const gone = (story: Story, entryId: string): Happened | undefined =>
  story.about('entryId', entryId, 'LogEntryWithdrawn', 'LogEntryRedacted')[0];

/** The correction that made the entry complete; undefined while it is not. */
function filledIn(story: Story, { meta, data }: Recorded): Happened | undefined {
  const isWhole = (data.withWhom as unknown[]).length > 0 && data.yield !== '';
  return isWhole
    ? story
        .about('eventId', meta.id, 'FactCorrected')
        .findLast((one) => /^\/(withWhom|yield)/.test(String(one.data.field)))
    : undefined;
}

const inOrder = (a: Happened, b: Happened): number => a.day.localeCompare(b.day) || a.revision - b.revision;
