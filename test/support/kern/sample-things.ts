// Sample payloads of the commands about things with a life of their own: contributions, agreements, documents and lessons.
import { idOf } from '../../../workflows/kit/ids.js';
import { addDays } from '../../../workflows/kit/time.js';
import type { Sample } from './samples.js';
import { personOf, type World } from './world.js';

const reason = 'omdat het zo is afgesproken';
const one = (world: World) => ({ contributionId: world.id('contributionId') });
const some = (world: World) => ({ contributionIds: [world.id('contributionId')] });
const agreed = (world: World) => ({ agreementId: world.id('agreementId') });

export const thingPayloads: Readonly<Record<string, Sample>> = {
  ReceiveContribution: (world) => ({ roundId: world.id('roundId'), text: 'een bankje bij de speelplek' }),
  ImportContributions: (world) => ({
    contributions: [{ roundId: world.id('roundId'), text: 'een bankje bij de bushalte' }],
  }),
  WithdrawContribution: one,
  AskGiver: (world) => ({ ...one(world), question: 'Welke speelplek?' }),
  AssignContributionToRound: (world) => ({ ...some(world), roundId: world.id('roundId') }),
  AssessContribution: (world) => ({ ...some(world), verdict: 'within' }),
  AdoptContribution: (world) => ({ ...some(world), how: 'het bankje komt er' }),
  AdoptContributionPartly: (world) => ({ ...some(world), what: 'het bankje', whatNot: 'de prullenbak', reason }),
  LeaveContribution: (world) => ({ ...some(world), reason }),
  RejectContribution: (world) => ({ ...some(world), frameId: world.id('frameId'), reason }),
  AnswerContribution: (world) => ({ ...some(world), answer: 'In mei.' }),
  NoteContribution: (world) => ({ ...some(world), reply: 'Dank u wel.' }),
  EscalateContribution: (world) => ({ ...some(world), question: 'Mag dit?' }),
  MakeClientChoice: (world) => ({ ...some(world), choice: 'adopt', motivation: reason }),
  PassOnContribution: (world) => ({ ...some(world), toArea: idOf('test-area'), receiverRef: personOf('management') }),
  AcceptPassedOn: some,
  MergeContributions: (world) => ({ ...one(world), intoId: world.id('otherId') }),
  ReconsiderContribution: (world) => ({ ...some(world), reason }),
  MakeAgreement: ({ today }) => ({ text: 'de bankjes staan er voor de zomer', dueOn: addDays(today, 60) }),
  RescheduleAgreement: (world) => ({ ...agreed(world), dueOn: addDays(world.today, 90), reason }),
  FulfilAgreement: agreed,
  BreakAgreement: (world) => ({ ...agreed(world), reason }),
  TellBrokenAgreement: (world) => ({ ...agreed(world), explanation: 'De leverancier ging failliet.' }),
  RegisterDocument: () => ({ kind: 'report', title: 'Verslag', hasPersonalData: false, retentionClass: 'B1' }),
  RecordLesson: () => ({ text: 'eerder de buurt in', kind: 'improve', phase: 'conversations' }),
};
