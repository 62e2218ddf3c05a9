// The facts of a trajectory: what every phase may read and no phase owns. Handlers overwrite by id, so that a correction can be read again.
import type { Level, Phase } from '../kit/fields.js';
import type { Id, Instant, LocalDate, Role } from '../kit/types.js';
import type {
  Round,
  Frame,
  Announcement,
  Group,
  Invitation,
  RoleHeld,
  RoleAct,
  Estimate,
  Conversation,
  Contribution,
  Agreement,
  LogEntry,
  FeedbackMessage,
  Decided,
} from './things.js';

export type * from './things.js';

export interface Facts {
  title: string;
  theme: string;
  policyStage?: string;
  municipalityIds: Id[];
  clientRef: Id;
  coordinatorRef: Id;
  lawBasis: string[];
  startOn: LocalDate;
  logbookForm: 'internal' | 'transparent' | 'both';
  registeredAt: Instant;
  level: Level;
  impact?: { score: number; advisedLevel: Level; level: Level };
  goals?: { participationGoal: string; othersMustKnow: string[]; weWantToKnow: string[]; councilRole: string };
  /** In the order in which they were planned; the first is R1. */
  rounds: Map<Id, Round>;
  frames: Map<Id, Frame>;
  groups: Map<Id, Group>;
  /** By event id. */
  announcements: Map<Id, Announcement>;
  invitations: Map<Id, Invitation>;
  responses: Map<Id, { groupId: Id; roundId?: Id; accepted: number; declined: number; on: LocalDate }>;
  hours: Map<Id, { hours: number; phase?: Phase; roundId?: Id; role: Role; on: LocalDate }>;
  costs: Map<Id, { cents: number; phase?: Phase; category: string; on: LocalDate }>;
  tools: Map<Id, { tool: string; purpose: string; on: LocalDate }>;
  /** What was said about who does what, by event id; the roles and the single contact in force are read from it. */
  roleActs: Map<Id, RoleAct>;
  roles: RoleHeld[];
  mandate?: { holderRef: Id; scope: string; limits: string };
  singleContact?: { assigneeRef: Id; publicName: string; channel: string };
  aldermanLine?: { everyDays: number; form: string; agreedOn: LocalDate };
  councilRoleToldOn?: LocalDate;
  directRoutes: Map<Id, { to: 'alderman' | 'council'; topic: string; noticedOn: LocalDate; handledOn?: LocalDate }>;
  emotions: Map<Id, { conversationId?: Id; level: number; on: LocalDate }>;
  aftercare: Map<Id, { conversationId?: Id; roundId?: Id; on: LocalDate }>;
  questions: Map<Id, { on: LocalDate; answeredOn?: LocalDate }>;
  opinions: Map<Id, { about: 'design' | 'evaluation'; on: LocalDate; givenOn?: LocalDate }>;
  estimates: Map<Id, Estimate>;
  /** The estimate that was asked approval for last. */
  request?: { estimateId: Id; approverRef: Id; decideBy: LocalDate; requesterRef: Id; on: LocalDate };
  approval?: {
    hours: number;
    cents: number;
    startOn: LocalDate;
    endOn: LocalDate;
    conditions: string[];
    on: LocalDate;
    estimateId?: Id;
  };
  supplement?: { hours: number; cents: number; days: number; requesterRef: Id; on: LocalDate };
  conversations: Map<Id, Conversation>;
  contributions: Map<Id, Contribution>;
  /** Ids of contributions that came from another system, by what that system calls them. */
  contributionKeys: Map<string, Id>;
  clusters: Map<Id, { roundId: Id; theme: string; contributionIds: Id[] }>;
  interpretations: Map<
    Id,
    {
      answered: 'yes' | 'partly' | 'no';
      method: string;
      on: LocalDate;
      validatedOn?: LocalDate;
      withParticipants?: boolean;
      by?: Role[];
    }
  >;
  agreements: Map<Id, Agreement>;
  documents: Map<
    Id,
    { kind: string; title: string; hasPersonalData: boolean; visibility: string; registeredAt: Instant }
  >;
  lessons: Map<Id, { text: string; kind: string; phase: Phase; signalCode?: string; recordedOn: LocalDate }>;
  logEntries: Map<Id, LogEntry>;
  feedbacks: Map<Id, FeedbackMessage>;
  /** Delays of the feedback clock by `about`, in the order in which they were recorded; `id` is that of the event. */
  delays: Map<string, { id: Id; newDate: LocalDate; participantsTold: boolean; at: Instant }[]>;
  decisions: Map<Id, Decided>;
  /** Set by the feedback about `stopped`. */
  stopped?: { on: LocalDate; participantsInvolved: boolean; messagePlannedOn?: LocalDate; toldOn?: LocalDate };
  paused?: { since: LocalDate; expectedResumeOn?: LocalDate };
  /** Revision of the event that said the last word on a subject: a correction of an older one does not undo it. */
  latest: Map<string, number>;
  /** Overrides counted as 'afwijkingen'. */
  deviations: { command: string; needs: string[]; at: Instant }[];
}

/** Facts before registration. */
export function emptyFacts(): Facts {
  return {
    title: '',
    theme: '',
    municipalityIds: [],
    clientRef: '',
    coordinatorRef: '',
    lawBasis: [],
    startOn: '',
    logbookForm: 'internal',
    registeredAt: '',
    level: 'consult',
    rounds: new Map(),
    frames: new Map(),
    groups: new Map(),
    announcements: new Map(),
    invitations: new Map(),
    responses: new Map(),
    hours: new Map(),
    costs: new Map(),
    tools: new Map(),
    roleActs: new Map(),
    roles: [],
    directRoutes: new Map(),
    emotions: new Map(),
    aftercare: new Map(),
    questions: new Map(),
    opinions: new Map(),
    estimates: new Map(),
    conversations: new Map(),
    contributions: new Map(),
    contributionKeys: new Map(),
    clusters: new Map(),
    interpretations: new Map(),
    agreements: new Map(),
    documents: new Map(),
    lessons: new Map(),
    logEntries: new Map(),
    feedbacks: new Map(),
    delays: new Map(),
    decisions: new Map(),
    latest: new Map(),
    deviations: [],
  };
}
