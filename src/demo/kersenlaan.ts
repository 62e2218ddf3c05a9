// Example 9.4 of the domain as commands: five benches in a street, from registration to completion. Days count from the registration.
import { addDays, atLocal } from '../../workflows/kit/time.js';
import type { Command, Id, LocalDate } from '../../workflows/kit/types.js';

export type Player = 'PC' | 'PL' | 'AP';

/** Who plays in the example: person refs, and the municipality it happens in. */
export interface Cast {
  PC: Id;
  PL: Id;
  AP: Id;
  client: Id;
  municipalityId: Id;
  title: string;
}

/** Ids made so far, by the short names of the example (G1, B1, ...), and a day by its offset. */
export interface Known {
  id: (name: string) => Id;
  on: (day: number) => LocalDate;
  at: (day: number, time: string) => string;
}

export interface Step {
  /** Days after registration, and the local time at which it was typed. */
  day: number;
  time: string;
  by: Player;
  command: (known: Known) => Command;
  /** Short names for the ids this command makes: field -> name. */
  makes?: Record<string, string>;
  /** Short name for the id of its event. */
  keepEvent?: string;
}

/** Day offsets of the moments at which a copy can be stopped, inclusive. */
export const STOPS = { askedApproval: 0, invited: 6, conversationsDone: 23, completed: 66 } as const;

const say = (type: string, payload: Record<string, unknown>): Command => ({ type, payload });

/** The example for a cast, in the order in which it was recorded. */
export function kersenlaan(cast: Cast): Step[] {
  return [
    ...beginning(cast),
    ...approving(cast),
    ...organising(cast),
    ...inviting(cast),
    ...talking(),
    ...weighing(),
    ...ending(),
  ];
}

function beginning(cast: Cast): Step[] {
  return [
    {
      day: 0,
      time: '09:00',
      by: 'PC',
      makes: { roundId: 'R1' },
      command: () =>
        say('RegisterTrajectory', {
          title: cast.title,
          theme: 'groen',
          workflow: 'kern',
          municipalityIds: [cast.municipalityId],
          level: 'consult',
          clientRef: cast.client,
        }),
    },
    {
      day: 0,
      time: '09:05',
      by: 'PC',
      command: () => {
        const question = `Waar in de ${street(cast.title)} staan de vijf bankjes het best?`;
        return say('SetQuestion', { question, publicText: question });
      },
    },
    {
      day: 0,
      time: '09:10',
      by: 'PC',
      makes: { groupId: 'P1' },
      command: () =>
        say('AddPublicGroup', {
          name: `bewoners ${street(cast.title)}`,
          required: true,
          size: 64,
          min: 10,
          target: 20,
        }),
    },
  ];
}

function approving(cast: Cast): Step[] {
  return [
    {
      day: 0,
      time: '09:20',
      by: 'PC',
      makes: { estimateId: 'E1' },
      command: ({ on }) => say('MakeEstimate', { totalHours: 20, totalCents: 25_000, endOn: on(73), basis: 'expert' }),
    },
    {
      day: 0,
      time: '09:30',
      by: 'PC',
      command: ({ on }) => say('RequestApproval', { approverRef: cast.AP, decideBy: on(7) }),
    },
    {
      day: 2,
      time: '10:00',
      by: 'PC',
      command: ({ on }) => ({
        ...say('ApproveTimeAndMoney', {}),
        decidedBy: { role: 'approver', function: 'budgethouder groen', ref: cast.AP },
        decidedOn: on(2),
        evidence: { text: 'Mail van de budgethouder: akkoord met 20 uur en 250 euro.' },
      }),
    },
  ];
}

/** The street of a title like "Vijf bankjes in de Kersenlaan". */
const street = (title: string): string => title.slice(title.lastIndexOf(' ') + 1);

function organising(cast: Cast): Step[] {
  const role = (time: string, name: string, assigneeRef: Id, department: string, responsibility: string): Step => ({
    day: 2,
    time,
    by: 'PC',
    command: () =>
      say('AssignRole', {
        role: name,
        assigneeRef,
        department,
        isCommunication: false,
        responsibility,
        accepted: true,
      }),
  });
  return [
    role('10:10', 'projectLeader', cast.PL, 'Beheer groen', 'content'),
    role('10:15', 'processCoordinator', cast.PC, 'Participatie', 'process'),
    {
      day: 2,
      time: '10:20',
      by: 'PC',
      command: () =>
        say('AppointSingleContact', {
          assigneeRef: cast.PC,
          publicName: 'Groenloket Oosterkoog',
          channel: 'telefoon en mail',
        }),
    },
    { day: 3, time: '09:00', by: 'PC', command: () => say('ConfirmOrganisation', {}) },
  ];
}

function inviting(cast: Cast): Step[] {
  return [
    {
      day: 3,
      time: '09:30',
      by: 'PC',
      makes: { conversationId: 'G1' },
      command: ({ id, at }) =>
        say('PlanConversation', {
          startsAt: at(21, '19:00'),
          venue: 'straatgesprek op de stoep',
          groupIds: [id('P1')],
        }),
    },
    {
      day: 6,
      time: '11:00',
      by: 'PC',
      command: ({ id, on }) =>
        say('SendInvitation', {
          groupId: id('P1'),
          conversationIds: [id('G1')],
          channel: 'briefje in de bus',
          addressed: 64,
          says: {
            topic: `Waar in de ${street(cast.title)} staan de vijf bankjes het best?`,
            timeNeeded: 'een half uur',
            resultsWhen: `voor ${on(35)}`,
          },
        }),
    },
  ];
}

function talking(): Step[] {
  const contribution = (name: string, time: string, text: string): Step => ({
    day: 21,
    time,
    by: 'PC',
    makes: { contributionId: name },
    command: ({ id }) => say('ReceiveContribution', { conversationId: id('G1'), groupId: id('P1'), text }),
  });
  return [
    {
      day: 21,
      time: '20:30',
      by: 'PC',
      command: ({ id }) =>
        say('HoldConversation', {
          conversationId: id('G1'),
          attendance: [{ groupId: id('P1'), count: 21 }],
          mood: 'calm',
        }),
      keepEvent: 'held',
    },
    contribution('B1', '20:35', 'een bankje bij de speelplek'),
    contribution('B2', '20:40', 'een bankje bij de bushalte'),
    {
      day: 21,
      time: '20:45',
      by: 'PC',
      makes: { agreementId: 'A1' },
      command: ({ id, on }) =>
        say('MakeAgreement', {
          text: 'bankjes staan er voor de zomer',
          conversationId: id('G1'),
          dueOn: on(73),
          public: true,
        }),
    },
    {
      day: 23,
      time: '10:00',
      by: 'PC',
      command: ({ id }) => say('ShareReport', { conversationId: id('G1'), text: 'foto van de kaart met stickers' }),
    },
    { day: 23, time: '10:30', by: 'PC', command: () => say('CompleteConversations', {}) },
  ];
}

function weighing(): Step[] {
  return [
    {
      day: 29,
      time: '13:00',
      by: 'PL',
      command: ({ id }) =>
        say('AdoptContribution', { contributionIds: [id('B1')], how: 'bankje 3 komt bij de speelplek' }),
    },
    {
      day: 29,
      time: '13:10',
      by: 'PL',
      command: ({ id }) =>
        say('LeaveContribution', {
          contributionIds: [id('B2')],
          reason: 'onder de stoep liggen kabels; naast de brievenbus kan wel',
        }),
    },
    {
      day: 29,
      time: '13:30',
      by: 'PL',
      command: ({ id }) =>
        say('InterpretResults', {
          answered: 'yes',
          findings: [{ text: 'vijf plekken', contributionIds: [id('B1'), id('B2')] }],
        }),
    },
    { day: 29, time: '14:00', by: 'PL', command: () => say('ValidateInterpretation', { by: ['projectLeader'] }) },
  ];
}

function ending(): Step[] {
  return [
    { day: 30, time: '09:00', by: 'PC', makes: { feedbackId: 'F1' }, command: () => say('PrepareFeedback', {}) },
    {
      day: 31,
      time: '11:00',
      by: 'PC',
      command: ({ id }) =>
        say('SendFeedback', { feedbackId: id('F1'), channel: 'kaartje met de vijf plekken', recipients: 21 }),
    },
    { day: 31, time: '16:00', by: 'PC', command: () => say('BookHours', { phase: 'conversations', hours: 9 }) },
    {
      day: 34,
      time: '09:00',
      by: 'PC',
      command: ({ id }) =>
        say('CorrectFact', {
          eventId: id('held'),
          field: '/attendance/0/count',
          before: 21,
          after: 19,
          reason: 'twee namen dubbel geteld',
        }),
    },
    { day: 65, time: '15:00', by: 'PL', command: ({ id }) => say('FulfilAgreement', { agreementId: id('A1') }) },
    { day: 66, time: '09:00', by: 'PC', command: () => say('BookHours', { hours: 8 }) },
    { day: 66, time: '09:30', by: 'PC', command: () => say('CompleteTrajectory', {}) },
  ];
}

/** Days and instants of an example that began on `start`. */
export function calendarFrom(start: LocalDate): Pick<Known, 'on' | 'at'> {
  return { on: (day) => addDays(start, day), at: (day, time) => atLocal(addDays(start, day), time) };
}
