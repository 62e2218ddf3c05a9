// English words of roles, mandate and single contact, and the names of all roles.
import { excerpt, type Labels } from '../../kit/labels.js';

export const en: Labels = {
  name: 'Roles and single contact',
  commands: {
    AssignRole: 'Assign a role',
    AcceptRole: 'Accept a role',
    ReleaseRole: 'Release a role',
    GrantMandate: 'Grant a mandate',
    AppointSingleContact: 'Appoint the single contact',
  },
  fields: {
    role: 'Role',
    assigneeRef: 'Person',
    department: 'Department',
    isCommunication: 'Is this a communication department?',
    responsibility: 'Responsible for',
    from: 'From',
    accepted: 'Said yes',
    reason: 'Reason',
    holderRef: 'Who gets the mandate?',
    scope: 'What is the mandate for?',
    limits: 'Limits of the mandate',
    publicName: 'Public name',
    channel: 'How to reach? (public)',
  },
  hints: {
    publicName: 'The name of a function, such as Groenloket. Not that of a person.',
  },
  choices: {
    responsibility: { content: 'content', process: 'process', support: 'support', buddy: 'buddy' },
    role: {
      client: 'client',
      approver: 'budget holder',
      projectLeader: 'project leader',
      processCoordinator: 'process coordinator',
      teamMember: 'team member',
      communicationAdviser: 'communication adviser',
      areaManager: 'area manager',
      singleContact: 'single contact',
      deputy: 'deputy',
      buddy: 'buddy',
      alderman: 'alderman',
      council: 'council',
      clerk: 'council clerk',
      management: 'management',
      strategicAdviser: 'strategic adviser',
      analyst: 'analyst',
      privacyOfficer: 'privacy officer',
      wooContact: 'Woo contact',
      archivist: 'archivist',
      participant: 'participant',
      publicReader: 'reader',
      admin: 'functional administrator',
      system: 'system',
      assignee: 'whoever gets the role',
      receiver: 'whoever it was passed on to',
      author: 'whoever wrote the entry',
      owner: 'whoever keeps the agreement',
      recorder: 'whoever recorded it',
    },
  },
  events: {
    RoleAssigned: (data, names) => {
      const department = excerpt(data.department);
      const what = `${names.choice('responsibility', data.responsibility)}${department === '' ? '' : `, department ${department}`}`;
      const answer = data.accepted === true ? 'The answer was yes.' : 'There is no yes yet.';
      return `The role ${names.role(data.role)} was assigned from ${names.date(data.from)} (${what}). ${answer}`;
    },
    RoleAccepted: (data, names) => `The role ${names.role(data.role)} was accepted.`,
    RoleReleased: (data, names) =>
      `The role ${names.role(data.role)} was released (${names.choice('responsibility', data.responsibility)}). ${excerpt(data.reason)}`.trimEnd(),
    MandateGranted: (data) => `A mandate was granted: ${excerpt(data.scope)}. Limits: ${excerpt(data.limits)}`,
    SingleContactAppointed: (data) => {
      const channel = excerpt(data.channel);
      return `The single contact is ${excerpt(data.publicName)}${channel === '' ? '' : `, to be reached by ${channel}`}.`;
    },
  },
  needs: {
    CONTENT_NOT_WITH_COMMUNICATION: 'The content lies with a communication department; say why.',
    IS_ASSIGNEE: 'Only who gets the role can say yes.',
    FUNCTION_NAME: 'Use the name of a function, not of a person.',
  },
};
