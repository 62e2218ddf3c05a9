// What a generated trajectory remembers of itself while it is played: ids of what was made, and what still waits for an answer.
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import type { Life } from './life.js';

export interface Group {
  id: Id;
  required: boolean;
  size: number;
  min: number;
  target: number;
}

export interface Idea {
  id: Id;
  kind: 'idea' | 'objection' | 'question' | 'remark';
  receivedOn: LocalDate;
  text: string;
  /** Has an outcome, or waits for the client, or for a round. */
  state: 'open' | 'settled' | 'escalated' | 'unplaced';
  /** The idea it was put with, which carries the outcome of both. */
  into?: Idea;
  /** What is told about it, where its outcome says nothing itself. */
  reason?: string;
}

export interface Round {
  roundId: Id;
  nr: number;
  groups: Group[];
  ideas: Idea[];
  conversations: { id: Id; day: LocalDate; time: string; done: boolean; reported: boolean }[];
  /** Ids promised an answer later. */
  owed: Id[];
  /** Every conversation was held or called off, and the round is completed. */
  talked: boolean;
  /** An answer is being prepared. */
  answering: boolean;
  feedbackSent: boolean;
  /** The message prepared last. */
  feedbackId: Id;
}

export interface Story {
  life: Life;
  frames: { id: Id; text: string; announcedOn?: LocalDate }[];
  rounds: Round[];
  openAgreements: number;
  /** Hours and cents of the approval, to book around. */
  approved: { hours: number; cents: number };
  endOn: LocalDate;
  approvedOn?: LocalDate;
  /** Decisions that still have to be explained. */
  unexplained: number;
  hasLines: boolean;
  /** Somebody was invited, so a stop has to be told. */
  invited: boolean;
  lastSentOn?: LocalDate;
  /** The chapter of conversations, for a round that begins after the feedback of the one before. */
  talk: (round: Round) => Promise<void>;
}

export const newStory = (life: Life): Story => ({
  life,
  frames: [],
  rounds: [],
  openAgreements: 0,
  approved: { hours: 0, cents: 0 },
  endOn: '',
  unexplained: 0,
  hasLines: false,
  invited: false,
  talk: () => Promise.resolve(),
});

/** Its own state, or that of the idea it was put with. */
export const stateOf = ({ into, state }: Idea): Idea['state'] => (into ? into.state : state);

/** A round begins; its groups are those of the round before unless new ones are added. */
export function openRound(story: Story, roundId: Id, nr: number, groups: Group[] = []): Round {
  const round: Round = {
    roundId,
    nr,
    groups,
    ideas: [],
    conversations: [],
    owed: [],
    talked: false,
    answering: false,
    feedbackSent: false,
    feedbackId: '',
  };
  story.rounds.push(round);
  return round;
}
