// What the report learns from, one value per finished thing of a trajectory, with the day that decides in which period it counts and the ids
// of the events it was made from. Figures are made of these when they are asked (figures/).
import type { Id, LocalDate } from '../../../workflows/kit/types.js';

/** Hours and cents; days are whole. */
export interface Spent {
  hours: number;
  cents: number;
  days: number;
}

export interface ItemData {
  /** A trajectory that ended: completed or cancelled. */
  ended: Spent & {
    completed: boolean;
    /** With supplements; null when nothing was ever approved. */
    approvedHours: number | null;
    approvedCents: number | null;
    /** Booked without a phase ('zonder fase'). */
    unphasedHours: number;
    unphasedCents: number;
    /** Public groups in force that may not be missing. */
    requiredGroups: number;
    /** The approved estimate had lines per phase. */
    perPhase: boolean;
    /** What was passed over with a reason, in order. */
    overrides: {
      command: string;
      phase: string | null;
      needs: string[];
      event: Id;
      /** The act for which it was given followed. */
      used: boolean;
    }[];
    /** How often each kind of decision was recorded, per phase: what asked for its needs. */
    decided: { type: string; phase: string | null; count: number }[];
  };
  /** What a finished phase cost in its trajectory, all rounds together. `approved…` is null when the estimate had no lines. */
  cost: Spent & { phase: string; approvedHours: number | null; approvedCents: number | null };
  /** A finished phase, per round where it has rounds. */
  phase: {
    phase: string;
    /** Number of the round; null for a phase without rounds. */
    round: number | null;
    days: number;
    wait: number;
    paused: number;
    /** Null without planned dates. */
    withinPlan: boolean | null;
  };
  /** A round of which the feedback is finished: the longest that people in it waited for an answer. */
  round: { round: number; start: LocalDate; sent: LocalDate; days: number; told: LocalDate | null };
  /** A contribution of a round that was interpreted, or of a trajectory that ended. */
  outcome: {
    nr: number;
    outcome: string;
    days: number;
    /** Rejected on a frame: whether that was announced before the contribution came. Null for any other outcome. */
    announced: boolean | null;
    /** Passed on: days until it was accepted; null when it was not, absent for any other outcome. */
    acceptedAfter?: number | null;
  };
  /** A contribution whose giver was answered, of a round of which the feedback is finished. */
  told: { nr: number; received: LocalDate; told: LocalDate; days: number; owedBy: LocalDate | null };
  /** A public group in a trajectory of which all conversations are finished. */
  group: {
    nr: number;
    name: string;
    required: boolean;
    min: number;
    target: number;
    addressed: number;
    accepted: number;
    attended: number;
  };
  /** An agreement with participants, by the date it was to be kept. */
  agreement: {
    nr: number;
    state: string;
    due: LocalDate;
    fulfilled: LocalDate | null;
  };
  /** What the board decided, by the day on which it did. */
  decision: {
    nr: number;
    outcome: string;
    deviates: boolean;
    /** Contributions of which the decision says what became of the advice, and those where it was followed. */
    judged: number;
    asAdvised: number;
    /** The day on which participants were told why. */
    explained: LocalDate | null;
  };
}
export type Kind = keyof ItemData;

export interface Item<K extends Kind = Kind> {
  kind: K;
  day: LocalDate;
  data: ItemData[K];
  events: Id[];
}

/** Any item, narrowed by its kind. */
export type AnyItem = { [K in Kind]: Item<K> }[Kind];
