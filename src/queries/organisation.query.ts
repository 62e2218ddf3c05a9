// The organisation with its municipalities and settings, and who the caller is in it.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { localDay } from '../../workflows/kit/time.js';
import type { Id, LocalDate, Role } from '../../workflows/kit/types.js';
import { numbersShown } from '../../workflows/organisation/settings.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { scopeOf } from '../trajectories/reading.js';

export interface OrganisationView {
  id: Id;
  name: string;
  municipalities: { id: Id; name: string }[];
  /** Numbers of the organisation as they count today, by key. */
  settings: Record<string, number | null>;
  /** Numbers that count from a later day on, of the organisation or of a municipality; null: it is taken back. */
  upcoming: { key: string; municipalityId?: Id; from: LocalDate; value: number | null }[];
  calendar: { from: string; to: string; name: string }[];
}

/** Answers undefined for any organisation but the caller's own. */
export class ReadOrganisation extends Query<OrganisationView | undefined> {
  constructor(
    readonly caller: Caller,
    readonly organisationId: Id,
  ) {
    super();
  }
}

@QueryHandler(ReadOrganisation)
export class ReadOrganisationHandler implements IQueryHandler<ReadOrganisation> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, organisationId }: ReadOrganisation): Promise<OrganisationView | undefined> {
    if (organisationId !== caller.organisationId) return undefined;
    const { organisationName: name, municipalities, dated, calendar } = await this.runtime.settings.of(organisationId);
    const shown = numbersShown(dated ? { dated } : {}, localDay(this.runtime.around.now()));
    return {
      id: organisationId,
      name,
      municipalities: listed(municipalities),
      settings: Object.fromEntries(
        shown.filter(({ municipalityId }) => municipalityId === undefined).map(({ key, value }) => [key, value]),
      ),
      upcoming: shown.flatMap(({ key, municipalityId, ahead }) =>
        ahead.map((one) => ({ key, ...(municipalityId === undefined ? {} : { municipalityId }), ...one })),
      ),
      calendar: [...calendar],
    };
  }
}

export interface Me {
  personRef: Id;
  /** The first of the roles. */
  role: Role;
  roles: Role[];
  organisationId: Id;
  /** Those of which the caller may know trajectories. */
  municipalities: { id: Id; name: string }[];
}

export class ReadMe extends Query<Me> {
  constructor(readonly caller: Caller) {
    super();
  }
}

@QueryHandler(ReadMe)
export class ReadMeHandler implements IQueryHandler<ReadMe> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller }: ReadMe): Promise<Me> {
    const { municipalities } = await this.runtime.settings.of(caller.organisationId);
    const scope = scopeOf(caller);
    const roles = [...new Set(caller.grants.map(({ role }) => role))];
    const own = listed(municipalities).filter(({ id }) => scope === 'all' || scope.includes(id));
    return {
      personRef: caller.ref,
      role: roles[0] ?? 'publicReader',
      roles,
      organisationId: caller.organisationId,
      municipalities: own,
    };
  }
}

function listed(municipalities: ReadonlyMap<Id, string>): { id: Id; name: string }[] {
  return [...municipalities].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}
