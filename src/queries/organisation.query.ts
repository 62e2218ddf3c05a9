// The organisation with its municipalities and settings, and who the caller is in it.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Id, Role } from '../../workflows/kit/types.js';
import { Runtime } from '../runtime.js';
import type { Caller } from '../trajectories/caller.js';
import { scopeOf } from '../trajectories/reading.js';

export interface OrganisationView {
  id: Id;
  name: string;
  municipalities: { id: Id; name: string }[];
  /** Numbers in force, by key. */
  settings: Record<string, number>;
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
    const {
      organisationName: name,
      municipalities,
      numbers,
      calendar,
    } = await this.runtime.settings.of(organisationId);
    return {
      id: organisationId,
      name,
      municipalities: listed(municipalities),
      settings: Object.fromEntries(numbers),
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
