// A document of the trajectory, by reference: reports, talking pieces and letters that events name as their paper.
import type { Facts } from '../../facts/facts.js';
import { flatMachine, to } from '../../kit/machine.js';
import { defineEntity } from '../../kit/workflow.js';
import { commands } from './document.commands.js';
import { events, type DocumentData } from './document.events.js';

export const documentMachine = flatMachine('document', 'none', {
  none: { on: { DocumentRegistered: to('registered') } },
  registered: {},
});

export const document = defineEntity<Facts>({
  key: 'document',
  machine: documentMachine,
  events,
  commands,
  needs: {},
  facts: {
    DocumentRegistered(facts, event) {
      const { documentId, kind, title, hasPersonalData, visibility } = event.data as DocumentData['DocumentRegistered'];
      const registeredAt = event.meta.occurredAt;
      facts.documents.set(documentId, { kind, title, hasPersonalData, visibility, registeredAt });
    },
  },
});
