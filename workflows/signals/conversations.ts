// Conversations: invited in time, reported on, with those who had to be heard, and without tension left behind.
import { daysBetween, localDay } from '../kit/time.js';
import type { Instant } from '../kit/types.js';
import { conversationName, ofRound } from './rounds.js';
import { ended, next, type Happened, type Story } from './story.js';
import type { Case } from './types.js';

const ofConversation = (story: Story, id: string): Pick<Case, 'subjectId' | 'subject' | 'phase' | 'round'> => {
  const round = story.facts.conversations.get(id)?.roundId;
  return { subjectId: id, subject: conversationName(story, id), phase: 'conversations', ...(round ? { round } : {}) };
};

/** INVITATION_TOO_LATE: fewer days between the first invitation to it and its beginning than people need. */
export function invitationTooLate(story: Story): Case[] {
  return [...story.facts.conversations.keys()].flatMap((id): Case[] => {
    const invited = story.all('InvitationSent').find(({ data }) => (data.conversationIds as string[]).includes(id));
    if (!invited) return [];
    const times = story.about('conversationId', id, 'ConversationPlanned', 'ConversationRescheduled');
    const stops = story.about('conversationId', id, 'ConversationHeld', 'ConversationCancelled');
    return times.map((time) => {
      const start = localDay(time.data.startsAt as Instant);
      const last = invited.day > time.day ? invited : time;
      const end = [next(times, time), next(stops, time)]
        .filter((one) => one !== undefined)
        .sort((a, b) => a.day.localeCompare(b.day))[0];
      return {
        ...ofConversation(story, id),
        code: 'INVITATION_TOO_LATE',
        command: 'RescheduleConversation',
        severity: 'target',
        base: last.day,
        measures: [{ value: daysBetween(invited.day, start), is: 'below', norm: 'norm.INVITATION_TOO_LATE.target' }],
        raisedBy: [last.id],
        ...ended(end),
      };
    });
  });
}

/** REPORT_MISSING: people were heard and cannot read what was said. */
export function reportMissing(story: Story): Case[] {
  return [...story.facts.conversations.keys()].flatMap((id) => {
    const held = story.about('conversationId', id, 'ConversationHeld').at(-1);
    if (!held) return [];
    const report = story.about('conversationId', id, 'ReportShared').find(({ day }) => day >= held.day);
    return (['target', 'final'] as const).map((severity): Case => ({
      ...ofConversation(story, id),
      code: 'REPORT_MISSING',
      command: 'ShareReport',
      severity,
      base: held.day,
      norm: `norm.REPORT_MISSING.${severity}`,
      raisedBy: [held.id],
      ...ended(report),
    }));
  });
}

/** GROUP_NOT_HEARD: the round was closed without enough people of a group that had to be heard. */
export function groupNotHeard(story: Story): Case[] {
  return [...story.facts.rounds.values()].flatMap((round) => {
    const closed = story.about('roundId', round.id, 'RoundClosedForInput', 'ConversationsCompleted')[0];
    if (!closed) return [];
    const isAsked = ({ data }: Happened): boolean =>
      (data.roundId ?? round.id) === round.id || (round.groupIds ?? []).includes(String(data.groupId));
    const groups = story.all('PublicGroupAdded', 'LateGroupAdmitted').filter(isAsked);
    return groups
      .filter(({ data }) => data.required === true)
      .map((group): Case => {
        const groupId = String(group.data.groupId);
        const released = story.about('groupId', groupId, 'GroupWaived', 'PublicGroupRemoved')[0];
        const enough = heardEnough(story, round.id, groupId, Number(group.data.min));
        const end = [released, enough].filter((one) => one !== undefined).sort((a, b) => a.day.localeCompare(b.day))[0];
        return {
          code: 'GROUP_NOT_HEARD',
          command: 'PlanConversation',
          subjectId: groupId,
          subject: String(group.data.name),
          phase: 'conversations',
          round: round.id,
          severity: 'final',
          base: group.day > closed.day ? group.day : closed.day,
          raisedBy: [closed.id],
          ...ended(end),
        };
      });
  });
}

/** The conversation with which enough of a group were heard in a round. */
function heardEnough(story: Story, roundId: string, groupId: string, min: number): Happened | undefined {
  let heard = 0;
  const last = new Map(
    story.about('roundId', roundId, 'ConversationHeld').map((one) => [one.data.conversationId, one]),
  );
  if (min <= 0) return story.all('TrajectoryRegistered')[0];
  return [...last.values()].find(({ data }) => {
    for (const one of data.attendance as { groupId: string; count: number }[])
      if (one.groupId === groupId) heard += one.count;
    return heard >= min;
  });
}

/** TENSION: it got out of hand, and nobody has come back to people since. */
export function tension(story: Story): Case[] {
  const held = story.all('ConversationHeld');
  const roundOf = ({ data }: Happened): string | undefined => {
    const own = data.roundId ?? story.facts.conversations.get(String(data.conversationId))?.roundId;
    return typeof own === 'string' ? own : undefined;
  };
  const isSecondTense = (one: Happened): boolean =>
    one.data.mood === 'tense' &&
    held.some(
      (other) =>
        other !== one && other.data.mood === 'tense' && roundOf(other) === roundOf(one) && !isAfter(other, one),
    );
  const causes = [
    ...held.filter((one) => one.data.mood === 'escalated' || isSecondTense(one)),
    ...story.all('EmotionSignalled').filter(({ data }) => data.level === 3),
  ];
  return causes.map((cause): Case => {
    const round = roundOf(cause);
    const care = next(
      story.all('AftercareGiven').filter((one) => round === undefined || roundOf(one) === round),
      cause,
    );
    const calm = next(
      held.filter((one) => one.data.mood === 'calm' && (round === undefined || roundOf(one) === round)),
      cause,
    );
    const end = [care, calm].filter((one) => one !== undefined).sort((a, b) => a.day.localeCompare(b.day))[0];
    return {
      ...(round === undefined ? { subjectId: story.trajectory.id, subject: '' } : ofRound(story, round)),
      code: 'TENSION',
      command: 'RecordAftercare',
      phase: 'conversations',
      severity: 'final',
      base: cause.day,
      raisedBy: [cause.id],
      ...ended(end),
    };
  });
}

const isAfter = (a: Happened, b: Happened): boolean => a.day > b.day || (a.day === b.day && a.revision > b.revision);
