// A trajectory read from its plain events by someone who knows only the domain reference: no workflow, no machine, no projection.
// The learning report is held to what is counted from this.

/** An event as the export writes it. */
export interface Plain {
  type: string;
  data: Record<string, unknown>;
  meta: { id: string; stream: string; revision: number; occurredAt: string; phase?: string; round?: string };
}

const AMSTERDAM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
export const localDate = (instant: string): string => AMSTERDAM.format(new Date(instant));

export const daysApart = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The day an event is about: its own `on`, else the day it occurred. */
export const dateOf = ({ data, meta }: Plain): string =>
  typeof data.on === 'string' ? data.on : localDate(meta.occurredAt);

export class Story {
  readonly events: Plain[];

  /** `events` are all of one stream, in its order. Corrections are put into the events that they correct. */
  constructor(events: readonly Plain[]) {
    this.events = events.map((event) => ({ ...event, data: structuredClone(event.data) }));
    for (const { type, data } of this.events) {
      if (type !== 'FactCorrected') continue;
      const original = this.events.find(({ meta }) => meta.id === data.eventId);
      if (original) put(original.data, String(data.field), data.after);
    }
  }

  all(...types: string[]): Plain[] {
    return this.events.filter(({ type }) => types.includes(type));
  }

  last(...types: string[]): Plain | undefined {
    return this.all(...types).at(-1);
  }

  get registration(): Plain {
    const [first] = this.events;
    if (first?.type !== 'TrajectoryRegistered') throw new Error('A trajectory begins with its registration.');
    return first;
  }

  get level(): string {
    const said = this.last('TrajectoryRegistered', 'IntakeRecorded', 'LevelSet')?.data.level;
    return typeof said === 'string' ? said : 'consult';
  }

  get municipalities(): string[] {
    return this.registration.data.municipalityIds as string[];
  }

  /** The first day of the trajectory. */
  get start(): string {
    return (this.registration.data.startOn as string | undefined) ?? localDate(this.registration.meta.occurredAt);
  }

  /** Ids of the rounds, the first one of the registration. */
  get rounds(): string[] {
    return [String(this.registration.meta.round), ...this.all('RoundPlanned').map(({ data }) => String(data.roundId))];
  }

  /** Completed or cancelled, and not opened again. */
  get end(): { day: string; completed: boolean } | undefined {
    const last = this.last('TrajectoryCompleted', 'TrajectoryCancelled', 'TrajectoryReopened');
    if (!last || last.type === 'TrajectoryReopened') return undefined;
    return { day: dateOf(last), completed: last.type === 'TrajectoryCompleted' };
  }

  /** Days of pauses between two days. */
  pausedBetween(from: string, to: string): number {
    let since: string | undefined;
    let total = 0;
    const add = (until: string): void => {
      if (since === undefined) return;
      const begin = since > from ? since : from;
      const end = until < to ? until : to;
      if (end > begin) total += daysApart(begin, end);
      since = undefined;
    };
    for (const { type, meta } of this.events) {
      if (type === 'TrajectoryPaused') since = localDate(meta.occurredAt);
      else if (['TrajectoryResumed', 'TrajectoryCancelled', 'TrajectoryCompleted'].includes(type))
        add(localDate(meta.occurredAt));
    }
    add(to);
    return total;
  }
}

function put(data: Record<string, unknown>, pointer: string, value: unknown): void {
  const steps = pointer.split('/').slice(1);
  const name = steps.pop() ?? '';
  const holder = steps.reduce<Record<string, unknown>>((inner, step) => inner[step] as Record<string, unknown>, data);
  if (value === null) delete holder[name];
  else holder[name] = value;
}

/** The stories of all trajectories in a log, in the order in which they began. */
export function storiesOf(log: readonly Plain[]): Story[] {
  const streams = [...new Set(log.map(({ meta }) => meta.stream))].filter((name) => name.startsWith('trajectory-'));
  return streams.map((stream) => new Story(log.filter(({ meta }) => meta.stream === stream)));
}
