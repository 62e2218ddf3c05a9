// The things that facts speak of: rounds, frames, groups, roles, conversations, contributions and the rest, as plain data.
import type { Phase } from '../kit/fields.js';
import type { Id, Instant, LocalDate, Role } from '../kit/types.js';

export interface Round {
  id: Id;
  nr: number;
  title: string;
  question?: string;
  publicQuestion?: string;
  plannedAt: Instant;
  /** Groups of an earlier round that this one asks again. */
  groupIds?: Id[];
}

export interface Frame {
  id: Id;
  kind: string;
  negotiable: boolean;
  source: string;
  /** Oldest first; the last is in force. */
  versions: { version: number; text: string; since: Instant }[];
}

export interface Announcement {
  frames: { frameId: Id; version: number }[];
  on: LocalDate;
  conversationId?: Id;
  channel: string;
}

export interface Group {
  id: Id;
  roundId?: Id;
  name: string;
  relation: string;
  required: boolean;
  everyone: boolean;
  size: number;
  min: number;
  target: number;
  removed?: boolean;
  waived?: boolean;
  extraOutreach?: boolean;
}

export interface Invitation {
  groupId: Id;
  roundId?: Id;
  conversationIds: Id[];
  channel: string;
  on: LocalDate;
  addressed: number;
}

export interface RoleHeld {
  role: Role;
  assigneeRef: Id;
  department: string;
  isCommunication: boolean;
  responsibility: 'content' | 'process' | 'support' | 'buddy';
  from: LocalDate;
  accepted: boolean;
}

export type RoleAct =
  | ({ act: 'assigned' } & RoleHeld)
  | { act: 'accepted'; role: Role; assigneeRef: Id }
  | { act: 'released'; role: Role; assigneeRef: Id; responsibility: RoleHeld['responsibility'] }
  | { act: 'contact'; assigneeRef: Id; publicName: string; channel: string };

export interface Estimate {
  id: Id;
  lines?: { phase: Phase; role: Role; hours: number; cents: number }[];
  totalHours: number;
  totalCents: number;
  startOn: LocalDate;
  endOn: LocalDate;
  basis: 'experience' | 'expert' | 'quote';
  madeAt: Instant;
}

export interface Conversation {
  id: Id;
  roundId: Id;
  startsAt?: Instant;
  endsAt?: Instant;
  venue?: string;
  online: boolean;
  groupIds: Id[];
  capacity?: number;
  programme?: { talkingPieceDocId?: Id; methodId?: Id; agenda: string[]; tasksComplete: boolean };
  heldOn?: LocalDate;
  heldAt?: Instant;
  attendance: { groupId: Id; count: number }[];
  mood?: 'calm' | 'tense' | 'escalated';
  reportSharedOn?: LocalDate;
  cancelled?: boolean;
}

export interface Contribution {
  id: Id;
  roundId?: Id;
  conversationId?: Id;
  source: string;
  kind: 'idea' | 'objection' | 'question' | 'remark';
  groupId?: Id;
  text: string;
  personRef?: Id;
  sourceSystem?: string;
  externalId?: string;
  receivedAt: Instant;
  verdict?: 'within' | 'outside' | 'unclear';
  /** Reason of the outcome, for the feedback. */
  reason?: string;
  passedTo?: { receiverRef: Id; on: LocalDate };
  /** Given to a round after it came in; a correction of how it came in does not undo that. */
  assigned?: boolean;
  /** The first day on which a FeedbackSent answered it. */
  toldOn?: LocalDate;
  /** Taken back by its giver: nobody waits for an answer. */
  withdrawn?: boolean;
  /** Answered together with the contribution it was merged into. */
  mergedInto?: Id;
}

export interface Agreement {
  id: Id;
  text: string;
  ownerRef: Id;
  /** The date in force: that of the last rescheduling. */
  dueOn: LocalDate;
  public: boolean;
  madeAt: Instant;
}

export interface LogEntry {
  id: Id;
  happenedOn: LocalDate;
  step: Phase;
  form: string;
  incomplete: boolean;
  withWhom: { label: string }[];
  yield: string;
  authorRef: Id;
  recordedAt: Instant;
  visibility: string;
}

export interface FeedbackMessage {
  id: Id;
  about: string;
  preparedBy?: Id;
  items: { contributionIds: Id[]; outcome: string; reason: string }[];
  /** As sent last; before it was sent, as prepared. */
  owed: { contributionIds: Id[]; by: LocalDate }[];
  /** Named in any sending. */
  answered: Id[];
  /** The last sending. */
  sentOn?: LocalDate;
  sentAt?: Instant;
  recipients?: number;
  channel?: string;
  /** Every time it went out, by event id. */
  sends: Map<Id, FeedbackSend>;
  /** `id` is that of the event. */
  reactions: { id: Id; tone: 'positive' | 'neutral' | 'negative'; count: number }[];
}

export interface FeedbackSend {
  on: LocalDate;
  at: Instant;
  recipients: number;
  channel: string;
  answered: Id[];
  owed: { contributionIds: Id[]; by: LocalDate }[];
}

export interface Decided {
  id: Id;
  body: 'college' | 'raad' | 'mandaat';
  municipalityId: Id;
  on: LocalDate;
  outcome: 'asProposed' | 'amended' | 'rejected' | 'deferred';
  deviates: boolean;
  explainedOn?: LocalDate;
}
