// A trajectory with a bit of everything that projections look at: people's texts, a person who can be erased, corrections, late records.
import type { Id, Recorded } from '../../../workflows/kit/types.js';
import { kern } from '../../../workflows/registry.js';
import { OOSTERKOOG, ORGANISATION, personOf, World } from '../kern/world.js';
import { idOf } from '../../../workflows/kit/ids.js';

/** A resident who sent a letter. */
export const RESIDENT: Id = idOf('test-person', 'resident');

/** What registering the story asks. */
export const REGISTRATION = {
  title: 'Vijf bankjes in de Kersenlaan',
  theme: 'groen',
  workflow: 'kern',
  municipalityIds: [OOSTERKOOG],
  clientRef: personOf('client'),
};

export interface Story {
  world: World;
  groupId: Id;
  conversationId: Id;
  letterId: Id;
  ideaId: Id;
}

/** From registration to a held conversation with two contributions and an agreement, at its tenth day or so. */
export function story(): Story {
  const world = new World(kern);
  world.must('processCoordinator', 'RegisterTrajectory', REGISTRATION);
  world.must('processCoordinator', 'SetQuestion', {
    question: 'Waar staan de bankjes het best?',
    publicText: 'Waar staan de bankjes het best?',
  });
  const { groupId = '' } = world.must('processCoordinator', 'AddPublicGroup', {
    name: 'bewoners Kersenlaan',
    required: true,
    size: 64,
    min: 10,
    target: 20,
  });
  world.must('processCoordinator', 'MakeEstimate', {
    totalHours: 20,
    totalCents: 25_000,
    startOn: '2026-04-07',
    endOn: '2026-06-19',
  });
  return { world, groupId, ...heard(world, groupId) };
}

function heard(world: World, groupId: Id): Omit<Story, 'world' | 'groupId'> {
  world.pass(21);
  const { conversationId = '' } = world.must('processCoordinator', 'HoldConversation', {
    attendance: [{ groupId, count: 21 }],
  });
  const { contributionId: ideaId = '' } = world.must('processCoordinator', 'ReceiveContribution', {
    conversationId,
    kind: 'idea',
    text: 'een bankje bij de speelplek',
  });
  const { contributionId: letterId = '' } = world.must('processCoordinator', 'ReceiveContribution', {
    source: 'letter',
    kind: 'idea',
    text: 'mijn heup verdraagt geen koude zitting',
    personRef: RESIDENT,
  });
  world.must('processCoordinator', 'MakeAgreement', {
    text: 'bankjes staan er voor de zomer',
    dueOn: '2026-06-19',
    public: true,
    conversationId,
  });
  return { conversationId, ideaId, letterId };
}

/** The erasure of a person, in the stream of that person. */
export function erasureOf(person: Id): Recorded {
  return {
    type: 'SubjectErased',
    version: 1,
    data: { personRef: person, ground: 'AVG artikel 17' },
    meta: {
      id: idOf('erasure', person),
      stream: `subject-${person}`,
      revision: 0,
      position: '',
      occurredAt: '2026-05-20T08:00:00.000Z',
      recordedAt: '2026-05-20T08:00:00.000Z',
      actor: { kind: 'person', ref: personOf('privacyOfficer'), role: 'privacyOfficer' },
      organisationId: ORGANISATION,
      municipalityIds: [],
      commandId: idOf('erasure-command', person),
      commandHash: '',
      correlationId: idOf('erasure-request', person),
      causationId: idOf('erasure-request', person),
    },
  };
}
