// Example 9.4, first half: from registration until the conversation and its report.
import type { Id } from '../../workflows/kit/types.js';
import { say, street, type Cast, type Step } from './example.js';

/** Registration, approval, organisation, invitation and conversation. */
export function firstHalf(cast: Cast): Step[] {
  return [...beginning(cast), ...approving(cast), ...organising(cast), ...inviting(cast), ...talking()];
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
