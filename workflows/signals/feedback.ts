// Feedback: people wait for an answer (domain.md 3.7), are not content with it, or were never told that it stopped.
// The clock of a round starts with whatever waits longest, so it is late exactly when anything that waits is late on its own.
import { addDays } from '../kit/time.js';
import type { Id, LocalDate } from '../kit/types.js';
import { endOf, startOf } from './intervals.js';
import { ofRound } from './rounds.js';
import { ended, next, type Happened, type Story } from './story.js';
import type { Case, Interval, Severity } from './types.js';

/** Something that waits for an answer in a round: since when, and until it is answered or gets a date of its own. */
interface Waiting {
  since: LocalDate;
  by: Id;
  end?: Happened;
}

/** FEEDBACK_OVERDUE of every round, with the dates that were promised to single contributions. */
export function feedbackOverdue(story: Story): Case[] {
  return [...story.facts.rounds.keys()].flatMap((roundId) => {
    const waiting = waitingIn(story, roundId);
    const delays = toldDelays(story, roundId, waiting);
    const one = { ...ofRound(story, roundId), code: 'FEEDBACK_OVERDUE', command: 'SendFeedback', phase: 'feedback' };
    const except = delays.map(({ time }) => time);
    const byClock = (severity: Severity): Case[] =>
      waiting.map(({ since, by, end }) => ({
        ...one,
        severity,
        base: since,
        norm: `norm.FEEDBACK_OVERDUE.${severity}`,
        raisedBy: [by],
        ...(except.length > 0 ? { except } : {}),
        ...ended(end),
      }));
    return [
      ...byClock('target'),
      ...byClock('final'),
      ...delays.map(({ delay, time }): Case => ({
        ...one,
        severity: 'final',
        base: String(delay.data.newDate),
        from: startOf(addDays(String(delay.data.newDate), 1)),
        raisedBy: [delay.id],
        ...(time.to === undefined ? {} : { to: time.to, clearedBy: endedBy(waiting, time.to) }),
      })),
      ...promises(story, roundId).map((part): Case => ({ ...one, severity: 'final', ...part })),
    ];
  });
}

const endedBy = (waiting: readonly Waiting[], to: string): Id[] => [
  ...new Set(waiting.flatMap(({ end }) => (end && endOf(end.day) === to ? [end.id] : []))),
];

/** Conversations wait for anything sent about their round, contributions for being named, until they are promised a date. */
function waitingIn(story: Story, roundId: Id): Waiting[] {
  const sends = story.about('about', roundId, 'FeedbackSent');
  const held = [
    ...new Map(
      story.about('roundId', roundId, 'ConversationHeld').map((one) => [one.data.conversationId, one]),
    ).values(),
  ];
  const named = namedIn(story);
  const found = held.map(({ day, id }): Waiting => ({
    since: day,
    by: id,
    end: sends.find((send) => send.day >= day),
  }));
  const grouped = new Map<string, Waiting>();
  for (const received of story.all('ContributionReceived')) {
    const id = String(received.data.contributionId);
    if (story.facts.contributions.get(id)?.roundId !== roundId) continue;
    const end = named.get(id)?.find(({ day }) => day >= received.day);
    const key = `${received.day} ${end?.id ?? ''}`;
    if (!grouped.has(key)) grouped.set(key, { since: received.day, by: received.id, ...(end ? { end } : {}) });
  }
  return [...found, ...grouped.values()];
}

/** For each contribution what took it off the clock: an answer, a date of its own, or being taken back. */
function namedIn(story: Story): Map<Id, Happened[]> {
  const found = new Map<Id, Happened[]>();
  const note = (id: Id, one: Happened): void => {
    const known = found.get(id);
    if (known) known.push(one);
    else found.set(id, [one]);
  };
  for (const one of story.all('FeedbackSent', 'ContributionWithdrawn')) {
    if (one.type === 'ContributionWithdrawn') note(String(one.data.contributionId), one);
    else
      for (const id of [...(one.data.answered as Id[]), ...owedIn(one).flatMap((part) => part.contributionIds)])
        note(id, one);
  }
  return found;
}

const owedIn = ({ data }: Happened): { contributionIds: Id[]; by: LocalDate }[] =>
  data.owed as { contributionIds: Id[]; by: LocalDate }[];

/** Told delays, each for as long as the start runs that it was told about; the first of a start counts. */
function toldDelays(story: Story, roundId: Id, waiting: readonly Waiting[]): { delay: Happened; time: Interval }[] {
  const found: { delay: Happened; time: Interval; start: LocalDate }[] = [];
  for (const delay of story
    .about('about', roundId, 'FeedbackDelayed')
    .filter(({ data }) => data.participantsTold === true)) {
    const alive = waiting.filter(({ since, end }) => since <= delay.day && (end === undefined || end.day > delay.day));
    const start = alive.map(({ since }) => since).sort()[0];
    if (start === undefined || found.some((other) => other.start === start)) continue;
    const ends = alive.filter(({ since }) => since === start).map(({ end }) => end?.day);
    const last = ends.includes(undefined) ? undefined : ends.sort().at(-1);
    found.push({ delay, start, time: { from: endOf(delay.day), ...(last === undefined ? {} : { to: endOf(last) }) } });
  }
  return found;
}

type Part = Pick<Case, 'base' | 'from' | 'to' | 'raisedBy' | 'clearedBy'>;

/** Dates promised to contributions of the round: late from the day after, until answered or promised anew. */
function promises(story: Story, roundId: Id): Part[] {
  const named = namedIn(story);
  const found = new Map<string, Part>();
  for (const send of story.all('FeedbackSent')) {
    for (const { contributionIds, by } of owedIn(send)) {
      for (const id of contributionIds) {
        const round = story.facts.contributions.get(id)?.roundId ?? String(send.data.about);
        if (round !== roundId) continue;
        const end = ended(next(named.get(id) ?? [], send));
        found.set(`${by} ${end.to}`, { base: by, from: startOf(addDays(by, 1)), raisedBy: [send.id], ...end });
      }
    }
  }
  return [...found.values()];
}

/** FEEDBACK_NEGATIVE: enough reactions to one message, most of them negative. */
export function feedbackNegative(story: Story): Case[] {
  const messages = new Set(story.all('FeedbackReactionReceived').map(({ data }) => String(data.feedbackId)));
  return [...messages].flatMap((feedbackId) => {
    const reactions = story.about('feedbackId', feedbackId, 'FeedbackReactionReceived');
    let all = 0;
    let negative = 0;
    return reactions.flatMap((one, index): Case[] => {
      const count = Number(one.data.count);
      all += count;
      if (one.data.tone === 'negative') negative += count;
      const after = reactions[index + 1];
      if (negative === 0 || after?.day === one.day) return [];
      const about = String(one.data.about);
      const care = story.all('AftercareGiven').filter(({ data }) => data.roundId === about);
      const corrected = next(
        [...story.about('feedbackId', feedbackId, 'FeedbackCorrected'), ...care].sort(inOrder),
        one,
      );
      const end = [corrected, after].filter((part) => part !== undefined).sort(inOrder)[0];
      return [
        {
          subjectId: feedbackId,
          subject: story.facts.rounds.has(about) ? ofRound(story, about).subject : '',
          phase: 'feedback',
          round: about,
          code: 'FEEDBACK_NEGATIVE',
          command: 'CorrectFeedback',
          severity: 'target',
          base: one.day,
          measures: [
            { value: all, is: 'atLeast', norm: 'norm.FEEDBACK_NEGATIVE.target' },
            { value: (negative / all) * 100, is: 'above', norm: 'norm.FEEDBACK_NEGATIVE.share' },
          ],
          raisedBy: [one.id],
          ...ended(end),
        },
      ];
    });
  });
}

const inOrder = (a: Happened, b: Happened): number => a.day.localeCompare(b.day) || a.revision - b.revision;

/** STOP_NOT_TOLD: people were invited, it stopped, and nobody told them. It outlives the trajectory. */
export function stopNotTold(story: Story): Case[] {
  return story.all('TrajectoryCancelled').flatMap((stop): Case[] => {
    if (!story.all('InvitationSent').some(({ day }) => day <= stop.day)) return [];
    const end = next(
      [...story.about('about', 'stopped', 'FeedbackSent'), ...story.all('TrajectoryReopened')].sort(inOrder),
      stop,
    );
    return [
      {
        subjectId: story.trajectory.id,
        subject: '',
        phase: 'feedback',
        round: 'stopped',
        code: 'STOP_NOT_TOLD',
        command: 'SendFeedback',
        severity: 'final',
        base: stop.day,
        norm: 'norm.STOP_NOT_TOLD.final',
        raisedBy: [stop.id],
        ...ended(end),
      },
    ];
  });
}
