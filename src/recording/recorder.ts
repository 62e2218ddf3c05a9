// Joins the codec of the log, the vault and the events of the workflows: what is decided becomes sealed bytes, and bytes become events.
import { personalFields, upcast, type EventDef } from '../../workflows/kit/events.js';
import type { Recorded } from '../../workflows/kit/types.js';
import { kern, organisationWorkflow } from '../../workflows/registry.js';
import type { StoredEvent } from '../event-log/event-log.js';
import { decode, prepare } from '../event-log/recorder/codec.js';
import type { Recorder } from '../trajectories/execute.js';
import type { KeyReader, Vault } from '../vault/vault.js';

/** Every event type of this version; a type means the same in every workflow. */
const DEFINITIONS: ReadonlyMap<string, EventDef> = new Map([...organisationWorkflow.events, ...kern.events]);

/** Seals with the keys of this vault. The events it gets have been applied to the loaded stream already. */
export function recorderWith(vault: Vault): Recorder {
  return {
    fingerprint: (text) => vault.fingerprint(text),
    encode: (events, { workflow, trajectory, chain }) => {
      const personal = (event: Recorded) => {
        const def = workflow.events.get(event.type);
        if (!def) throw new Error(`Workflow '${workflow.name}' has no event '${event.type}'.`);
        return personalFields(def, event, trajectory, workflow.events);
      };
      return prepare(events, personal, chain, vault);
    },
  };
}

/** Reads stored bytes: sealed texts opened (or their placeholder), lifted to the newest version of the event. */
export function readerWith(vault: KeyReader): (stored: StoredEvent) => Recorded {
  return (stored) => {
    const event = decode(stored, vault);
    const def = DEFINITIONS.get(event.type);
    return def ? upcast(event, def) : event;
  };
}
