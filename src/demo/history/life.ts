// One trajectory while it is played: its moment, its agenda, and commands sent by the people who would send them.
import { SYSTEM_REF } from '../../../workflows/kit/ids.js';
import { dueStart } from '../../../workflows/kern/by-clock.js';
import type { Facts } from '../../../workflows/facts/facts.js';
import { addDays, atLocal, localDay } from '../../../workflows/kit/time.js';
import type { Command, Id, Instant, LocalDate, Recorded, Role, Trajectory } from '../../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../../workflows/registry.js';
import type { Caller, Grant } from '../../trajectories/caller.js';
import { CommandExecutor, type CommandResult, type Surroundings } from '../../trajectories/execute.js';
import { openByCalendar } from '../../trajectories/open-by-calendar.js';
import { Agenda, type Act } from './agenda.js';
import type { Chance } from './chance.js';
import { workday, type Outline } from './outline.js';

/** The organisation in which the history happens. */
export interface HistoryOrganisation {
  id: Id;
  towns: readonly { id: Id; name: string }[];
  /** Who has that role: in that municipality, or in the organisation when the role is not one of a municipality. */
  person(role: Role, town: string): Id;
}

export interface LifeParts {
  around: Omit<Surroundings, 'now'>;
  organisation: HistoryOrganisation;
  workflow: AnyWorkflow;
  stream: string;
  outline: Outline;
  chance: Chance;
  /** Nothing happens at or after this moment. */
  limit: Instant;
  /** Called after each command, so that others get their turn. */
  breathe?: () => Promise<void>;
}

/** A command of the history was not accepted: story and workflow do not fit, or somebody else changed the trajectory meanwhile. */
export class HistoryRefused extends Error {
  constructor(title: string, command: Command, result: CommandResult) {
    const why =
      result.kind === 'refused'
        ? result.refused.map(({ code }) => code).join(', ')
        : JSON.stringify(result.kind === 'rejected' ? result.rejections : result.kind);
    super(`'${title}': ${command.type} was not accepted (${result.kind}): ${why.slice(0, 500)}`);
    this.name = 'HistoryRefused';
  }
}

export type More = Partial<Omit<Command, 'type' | 'payload'>>;

const ORGANISATION_WIDE: readonly Role[] = ['management', 'strategicAdviser', 'archivist', 'admin'];

export class Life {
  readonly outline: Outline;
  readonly chance: Chance;
  now: Instant;
  /** Set when it ended, so that what still recurs stops. */
  over = false;
  /** Id of the event that the last command made for a person. */
  lastEvent: Id = '';
  private readonly agenda = new Agenda();
  private readonly executor: CommandExecutor;
  private sent = 0;
  private stillUntil: Instant = '';

  constructor(private readonly parts: LifeParts) {
    this.outline = parts.outline;
    this.chance = parts.chance;
    this.now = atLocal(parts.outline.start, '08:30');
    this.executor = new CommandExecutor({ ...parts.around, now: () => this.now, elapsed: () => 0 });
  }

  get today(): LocalDate {
    return localDay(this.now);
  }

  /** True in this share of the cases, more often where less care is taken. */
  slips(share: number): boolean {
    return this.chance.happens(Math.min(0.95, share * (0.2 + 3 * (1 - this.outline.care))));
  }

  person(role: Role): Id {
    return this.parts.organisation.person(role, this.town(this.outline.town).name);
  }

  get municipalityIds(): Id[] {
    const { town, secondTown } = this.outline;
    return [town, ...(secondTown === undefined ? [] : [secondTown])].map((index) => this.town(index).id);
  }

  /** The act happens that many days from now, on a working day. */
  after(days: number, act: Act, time = this.officeTime()): void {
    this.plan(workday(addDays(this.today, days)), time, act);
  }

  /** The act happens on that day, also in a weekend; when that has passed, now. */
  plan(day: LocalDate, time: string, act: Act, always = false): void {
    const wanted = atLocal(day, time);
    const at = !always && wanted < this.stillUntil ? atLocal(addDays(localDay(this.stillUntil), 1), time) : wanted;
    this.agenda.plan(at > this.now ? at : new Date(Date.parse(this.now) + 60_000).toISOString(), act, always);
  }

  /** A time at which offices are open. */
  officeTime(): string {
    return `${String(this.chance.int(9, 16)).padStart(2, '0')}:${String(this.chance.int(0, 11) * 5).padStart(2, '0')}`;
  }

  /** Nothing that stops during a pause happens for that many days. */
  putOff(days: number): void {
    this.agenda.shift(days);
    this.stillUntil = atLocal(addDays(this.today, days));
  }

  /** Nothing that was planned happens any more. */
  end(): void {
    this.over = true;
    this.agenda.clear();
  }

  /** Plays the agenda until it is empty or the history ends. */
  async live(): Promise<void> {
    for (let next = this.agenda.takeBefore(this.parts.limit); next; next = this.agenda.takeBefore(this.parts.limit)) {
      await this.settle(next.at);
      this.now = next.at;
      await next.act();
    }
    await this.settle(this.parts.limit);
  }

  /** Sends a command that must be accepted; answers the ids it made. @throws HistoryRefused */
  async send(role: Role, type: string, payload: Record<string, unknown>, more: More = {}): Promise<Record<string, Id>> {
    this.now = new Date(Date.parse(this.now) + 1_000 * this.chance.int(40, 280)).toISOString();
    this.sent += 1;
    const result = await this.execute({ type, payload, ...more }, `history:${this.sent}`, this.caller(role));
    this.lastEvent = result.events.find(({ meta }) => meta.actor.kind === 'person')?.meta.id ?? '';
    return result.ids[0] ?? {};
  }

  private async execute(
    command: Command,
    key: string,
    caller: Caller,
  ): Promise<{ events: Recorded[]; ids: Record<string, Id>[] }> {
    const { stream, workflow, breathe } = this.parts;
    const result = await this.executor.execute({
      stream,
      opens: workflow,
      commands: [command],
      key,
      caller,
      arrivedAt: 0,
    });
    if (result.kind !== 'accepted') throw new HistoryRefused(this.outline.title, command, result);
    await breathe?.();
    return result;
  }

  /** What the clock would have done until that moment. */
  private async settle(until: Instant): Promise<void> {
    const { around, stream, organisation } = this.parts;
    const before = { ...around, now: () => until };
    await openByCalendar(before, stream, organisation.id, ({ trajectory }, now) =>
      dueStart(trajectory as Trajectory<Facts>, now),
    );
    const loaded = await around.store.load(stream);
    const settings = await around.settings(organisation.id);
    const system: Caller = { kind: 'system', ref: SYSTEM_REF, organisationId: organisation.id, grants: [] };
    for (const { command, payload, at } of loaded?.workflow.due(loaded.trajectory, until, settings) ?? []) {
      this.now = at;
      await this.execute(
        { type: command, payload, occurredAt: at },
        `clock:${command}:${String(payload.about)}:${at}`,
        system,
      );
    }
  }

  private town(index: number): { id: Id; name: string } {
    const found = this.parts.organisation.towns[index];
    if (!found) throw new Error(`The organisation has no municipality ${index}.`);
    return found;
  }

  private caller(role: Role): Caller {
    const wide = ORGANISATION_WIDE.includes(role);
    const grants: Grant[] = wide ? [{ role }] : [{ role, municipalityId: this.town(this.outline.town).id }];
    return { kind: 'person', ref: this.person(role), organisationId: this.parts.organisation.id, grants };
  }
}
