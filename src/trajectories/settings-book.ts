// The settings of the organisation as everything that decides reads them: folded once, and again after each change of its stream.
import type { Id, Settings } from '../../workflows/kit/types.js';
import { settingsOf, type OrganisationFacts } from '../../workflows/organisation/v1.workflow.js';
import type { StreamStore } from './stream-store.js';

export const organisationStream = (organisationId: Id): string => `organisation-${organisationId}`;

export class SettingsBook {
  private readonly known = new Map<Id, Settings>();
  private readonly listeners: ((settings: Settings) => void)[] = [];

  constructor(private readonly store: StreamStore) {}

  /** Settings in force. Not those of a change that is being decided: they count from the moment it is stored. */
  async of(organisationId: Id): Promise<Settings> {
    return this.known.get(organisationId) ?? this.read(organisationId);
  }

  /** Reads the stream again; called after something was stored in it. */
  async renew(organisationId: Id): Promise<Settings> {
    this.known.delete(organisationId);
    return this.store.exclusive(organisationStream(organisationId), () => this.read(organisationId));
  }

  /** Calls the listener with the settings each time they were read anew. */
  onRenewed(listener: (settings: Settings) => void): void {
    this.listeners.push(listener);
  }

  private async read(organisationId: Id): Promise<Settings> {
    const loaded = await this.store.load(organisationStream(organisationId));
    const facts = (loaded?.trajectory.facts as OrganisationFacts | undefined) ?? {
      municipalities: new Map(),
      settings: new Map(),
      calendar: [],
    };
    const settings = settingsOf(organisationId, facts);
    if (loaded) this.known.set(organisationId, settings);
    this.listeners.forEach((listener) => listener(settings));
    return settings;
  }
}
