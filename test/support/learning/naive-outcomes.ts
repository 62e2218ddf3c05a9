// What became of the contributions of one story, from plain events: their last outcome, when it was given and on what it rested.
import { stretchesOf } from './naive-phases.js';
import { ideasOf, type Idea } from './naive-people.js';
import { dateOf, daysApart, localDate, type Plain, type Story } from './naive-story.js';

export interface Judged {
  day: string;
  outcome: string;
  days: number;
  announced?: boolean;
  accepted?: boolean;
}

const OUTCOME: Record<string, string> = {
  ContributionAdopted: 'adopted',
  ContributionPartlyAdopted: 'partlyAdopted',
  ContributionNotChosen: 'notChosen',
  ContributionRejected: 'rejected',
  ContributionAnswered: 'answered',
  ContributionNoted: 'noted',
  ContributionPassedOn: 'passedOn',
  ContributionEscalated: 'escalated',
};
const CHOICE: Record<string, string> = {
  adopt: 'adopted',
  partly: 'partlyAdopted',
  notChosen: 'notChosen',
  reject: 'rejected',
  passOn: 'passedOn',
};
const OPEN = ['received', 'asked', 'assessed'];

/** Walks the events of one contribution by the table of section 4: its state, and the event that gave it. */
function walk(story: Story, id: string): { state: string; by?: Plain } {
  let state = 'received';
  let by: Plain | undefined;
  for (const event of story.events) {
    const { type, data } = event;
    const isAbout = data.contributionId === id || ((data.contributionIds ?? []) as string[]).includes(id);
    if (!isAbout) continue;
    const outcome = OUTCOME[type];
    const next =
      outcome !== undefined && OPEN.includes(state)
        ? outcome
        : type === 'ClientChoiceMade' && state === 'escalated'
          ? CHOICE[String(data.choice)]
          : type === 'ContributionMerged' && [...OPEN, 'escalated'].includes(state)
            ? 'merged'
            : type === 'ContributionWithdrawn' && [...OPEN, 'escalated'].includes(state)
              ? 'withdrawn'
              : type === 'ContributionReconsidered' && ![...OPEN, 'escalated', 'merged', 'withdrawn'].includes(state)
                ? 'assessed'
                : undefined;
    if (next === undefined) continue;
    state = next;
    by = event;
  }
  return { state, ...(by ? { by } : {}) };
}

export function judgedOf(story: Story): Judged[] {
  const closed = new Map(
    stretchesOf(story).flatMap(({ phase, about, closed: day }) =>
      phase === 'interpreting' && day !== undefined ? [[about, day] as const] : [],
    ),
  );
  return ideasOf(story).flatMap((idea) => {
    const day = closed.get(idea.round) ?? story.end?.day;
    const { state, by } = walk(story, idea.id);
    if (day === undefined || !by || ['received', 'assessed', 'escalated', 'merged', 'withdrawn'].includes(state))
      return [];
    const on = localDate(by.meta.occurredAt);
    return [
      {
        day,
        outcome: state,
        days: daysApart(idea.received, on),
        ...(by.type === 'ContributionRejected' ? { announced: announcedBefore(story, idea, by) } : {}),
        ...(state === 'passedOn' ? { accepted: acceptedInTime(story, idea.id, on) } : {}),
      },
    ];
  });
}

function announcedBefore(story: Story, { received, event }: Idea, { data }: Plain): boolean {
  return story.all('FramesAnnounced').some((told) => {
    const frames = told.data.frames as { frameId: string; version: number }[];
    const isTold = frames.some(({ frameId, version }) => frameId === data.frameId && version === data.frameVersion);
    const { conversationId } = told.data;
    const sameTalk = conversationId !== undefined && conversationId === event.data.conversationId;
    return isTold && (dateOf(told) < received || sameTalk);
  });
}

function acceptedInTime(story: Story, id: string, on: string): boolean {
  const accepted = story.all('PassedOnAccepted').find(({ data }) => (data.contributionIds as string[]).includes(id));
  return accepted !== undefined && daysApart(on, dateOf(accepted)) <= 28;
}
