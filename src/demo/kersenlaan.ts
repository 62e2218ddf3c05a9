// Example 9.4 of the domain as commands: five benches in a street, from registration to completion. Days count from the registration.
import { say, type Cast, type Step } from './example.js';
import { firstHalf } from './kersenlaan-begin.js';

/** Day offsets of the moments at which a copy can be stopped, inclusive. */
export const STOPS = { askedApproval: 0, invited: 6, conversationsDone: 23, completed: 66 } as const;

/** The example for a cast, in the order in which it was recorded. */
export function kersenlaan(cast: Cast): Step[] {
  return [...firstHalf(cast), ...weighing(), ...ending()];
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
