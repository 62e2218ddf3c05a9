// What people must know or find before anyone speaks to them: frames, a question, someone to turn to.
import { endOf, periods, shared } from './intervals.js';
import type { Story } from './story.js';
import type { Case, Interval } from './types.js';

/** The part of these times after the first contact, as cases about the trajectory. */
function sinceContact(
  story: Story,
  what: Pick<Case, 'code' | 'command' | 'phase'>,
  times: readonly (Interval & { raisedBy?: string[]; clearedBy?: string[] })[],
): Case[] {
  const contact = story.firstContact;
  if (!contact) return [];
  return times.flatMap((time) =>
    shared(time, { from: endOf(contact.day) }).map((part) => ({
      ...what,
      ...part,
      subjectId: story.trajectory.id,
      subject: '',
      severity: 'final' as const,
      base: part.from.slice(0, -1),
      raisedBy: [...(time.raisedBy ?? []), contact.id],
      clearedBy: part.to === undefined ? [] : (time.clearedBy ?? []),
    })),
  );
}

/** FRAMES_NOT_ANNOUNCED: a version is in force that nobody was told of. */
export function framesNotAnnounced(story: Story): Case[] {
  const versions = story.all('FrameDefined', 'FrameAmended');
  const announced = story.all('FramesAnnounced');
  const times = versions.map((version) => {
    const { frameId, version: nr } = version.data;
    const told = announced.find(({ data }) =>
      (data.frames as { frameId: string; version: number }[]).some(
        (one) => one.frameId === frameId && one.version === nr,
      ),
    );
    const replaced = versions.find(({ data, revision }) => data.frameId === frameId && revision > version.revision);
    const end = [told, replaced].filter((one) => one !== undefined).sort((a, b) => a.day.localeCompare(b.day))[0];
    return {
      from: endOf(version.day),
      ...(end ? { to: endOf(end.day), clearedBy: [end.id] } : {}),
      raisedBy: [version.id],
    };
  });
  return sinceContact(story, { code: 'FRAMES_NOT_ANNOUNCED', command: 'AnnounceFrames' }, times);
}

/** NO_SINGLE_CONTACT: nobody to turn to, from the beginning or since the one there was left. */
export function noSingleContact(story: Story): Case[] {
  let contact: unknown;
  const moments = story
    .all('TrajectoryRegistered', 'SingleContactAppointed', 'RoleReleased')
    .flatMap(({ type, day, data, id }) => {
      const isReleased = data.role === 'singleContact' && data.assigneeRef === contact;
      if (type === 'RoleReleased' && !isReleased) return [];
      contact = type === 'SingleContactAppointed' ? data.assigneeRef : undefined;
      return [{ day, id, on: contact === undefined }];
    });
  const times = periods(moments).map((time) => ({
    ...time,
    clearedBy: moments.filter(({ day, on }) => !on && endOf(day) === time.to).map(({ id }) => id),
  }));
  const what = { code: 'NO_SINGLE_CONTACT', command: 'AppointSingleContact', phase: 'organisation' };
  return sinceContact(story, what, times);
}

/** QUESTION_MISSING: people are asked something, and nobody wrote down what. */
export function questionMissing(story: Story): Case[] {
  const question = story
    .all('QuestionSet', 'RoundPlanned')
    .find(({ data }) => typeof data.question === 'string' && data.question !== '');
  const levels = story.all('TrajectoryRegistered', 'LevelSet', 'IntakeRecorded');
  const asked = periods(levels.map(({ day, data }) => ({ day, on: (data.level ?? 'consult') !== 'inform' })));
  const times = asked.flatMap((time) =>
    shared(time, { from: '', ...(question ? { to: endOf(question.day) } : {}) }).map((part) => ({
      ...part,
      clearedBy: question ? [question.id] : [],
    })),
  );
  return sinceContact(story, { code: 'QUESTION_MISSING', command: 'SetQuestion' }, times);
}
