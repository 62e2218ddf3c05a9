// A generated history on a memory log, for proofs over many events: the same seed gives the same events.
import { generateHistory, type HistoryRequest } from '../../src/demo/history/generate.js';
import { beginOf, type HistoryShape } from '../../src/demo/history/outline.js';
import { seedOrganisation, demoPeople } from '../../src/demo/organisation.js';
import type { EventLog } from '../../src/event-log/event-log.js';
import { MemoryEventLog } from '../../src/event-log/memory.event-log.js';
import { readerWith, recorderWith } from '../../src/recording/recorder.js';
import type { Surroundings } from '../../src/trajectories/execute.js';
import { SettingsBook } from '../../src/trajectories/settings-book.js';
import { StreamStore } from '../../src/trajectories/stream-store.js';
import { MemoryVault } from '../../src/vault/memory.vault.js';
import type { Vault } from '../../src/vault/vault.js';
import { idOf } from '../../workflows/kit/ids.js';
import type { Recorded } from '../../workflows/kit/types.js';

export const HISTORY_ORGANISATION = idOf('history-organisation');

export interface History {
  log: EventLog;
  vault: Vault;
  around: Omit<Surroundings, 'now'>;
  settings: SettingsBook;
  organisationId: string;
  towns: HistoryRequest['organisation']['towns'];
  /** Every event of the log in order, opened. */
  events(): Promise<Recorded[]>;
}

/** The organisation and its generated trajectories; 40 over three years up to `today` unless said otherwise. */
export async function aHistory(
  shape: Partial<HistoryShape> = {},
  log: EventLog = new MemoryEventLog(),
  leftAlone?: HistoryRequest['leftAlone'],
): Promise<History> {
  const whole = { trajectories: 40, years: 3, seed: 1, today: '2026-11-01', ...shape };
  const vault = new MemoryVault();
  const decode = readerWith(vault);
  const store = new StreamStore(log, decode);
  const settings = new SettingsBook(store);
  const around: Omit<Surroundings, 'now'> = {
    log,
    store,
    recorder: recorderWith(vault),
    settings: (id) => settings.of(id),
    approverOf: () => undefined,
    elapsed: () => 0,
  };
  const organisationId = HISTORY_ORGANISATION;
  const towns = await seedOrganisation({ around, organisationId, today: whole.today, since: beginOf(whole) });
  await settings.renew(organisationId);
  await generateHistory({
    ...whole,
    around,
    ...(leftAlone ? { leftAlone } : {}),
    organisation: { id: organisationId, towns, person: demoPeople(organisationId) },
  });
  const events = async (): Promise<Recorded[]> => {
    const all: Recorded[] = [];
    for (let after = '-1'; ;) {
      const page = await log.readAll(after, 500);
      all.push(...page.map(decode));
      after = page.at(-1)?.position ?? after;
      if (page.length < 500) return all;
    }
  };
  return { log, vault, around, settings, organisationId, towns, events };
}
