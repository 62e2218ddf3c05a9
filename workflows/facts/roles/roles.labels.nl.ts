// Dutch words of roles, mandate and single contact, and the names of all roles.
import { excerpt, type Labels } from '../../kit/labels.js';

export const nl: Labels = {
  name: 'Rollen en aanspreekpunt',
  commands: {
    AssignRole: 'Rol toewijzen',
    AcceptRole: 'Rol aanvaarden',
    ReleaseRole: 'Rol vrijgeven',
    GrantMandate: 'Mandaat geven',
    AppointSingleContact: 'Aanspreekpunt kiezen',
  },
  fields: {
    role: 'Rol',
    assigneeRef: 'Persoon',
    department: 'Afdeling',
    isCommunication: 'Is dit een afdeling Communicatie?',
    responsibility: 'Verantwoordelijk voor',
    from: 'Vanaf',
    accepted: 'Heeft ja gezegd',
    reason: 'Reden',
    holderRef: 'Wie krijgt het mandaat?',
    scope: 'Waarvoor geldt het mandaat?',
    limits: 'Grenzen van het mandaat',
    publicName: 'Openbare naam',
    channel: 'Hoe bereikbaar? (openbaar)',
  },
  hints: { publicName: 'Een functienaam, zoals Groenloket. Geen naam van een persoon.' },
  choices: {
    responsibility: { content: 'inhoud', process: 'proces', support: 'ondersteuning', buddy: 'meekijken' },
    role: {
      client: 'opdrachtgever',
      approver: 'budgethouder',
      projectLeader: 'projectleider',
      processCoordinator: 'procescoördinator',
      teamMember: 'teamlid',
      communicationAdviser: 'communicatieadviseur',
      areaManager: 'gebiedsmanager',
      singleContact: 'aanspreekpunt',
      deputy: 'waarnemer',
      buddy: 'buddy',
      alderman: 'wethouder',
      council: 'raad',
      clerk: 'griffier',
      management: 'management',
      strategicAdviser: 'strategisch adviseur',
      analyst: 'analist',
      privacyOfficer: 'privacyfunctionaris',
      wooContact: 'Woo-contactpersoon',
      archivist: 'archivaris',
      participant: 'deelnemer',
      publicReader: 'lezer',
      admin: 'functioneel beheer',
      system: 'systeem',
      assignee: 'degene die de rol krijgt',
      receiver: 'degene aan wie het is doorgezet',
      author: 'degene die de regel schreef',
      owner: 'degene die de afspraak nakomt',
      recorder: 'degene die het vastlegde',
    },
  },
  events: {
    RoleAssigned: (data, names) => {
      const department = excerpt(data.department);
      const what = `${names.choice('responsibility', data.responsibility)}${department === '' ? '' : `, afdeling ${department}`}`;
      const answer = data.accepted === true ? 'Er is ja gezegd.' : 'Er is nog geen ja gezegd.';
      return `De rol ${names.role(data.role)} is toegewezen vanaf ${names.date(data.from)} (${what}). ${answer}`;
    },
    RoleAccepted: (data, names) => `De rol ${names.role(data.role)} is aanvaard.`,
    RoleReleased: (data, names) =>
      `De rol ${names.role(data.role)} is vrijgekomen (${names.choice('responsibility', data.responsibility)}). ${excerpt(data.reason)}`.trimEnd(),
    MandateGranted: (data) => `Er is een mandaat gegeven: ${excerpt(data.scope)}. Grenzen: ${excerpt(data.limits)}`,
    SingleContactAppointed: (data) => {
      const channel = excerpt(data.channel);
      return `Het aanspreekpunt is ${excerpt(data.publicName)}${channel === '' ? '' : `, bereikbaar via ${channel}`}.`;
    },
  },
  needs: {
    CONTENT_NOT_WITH_COMMUNICATION: 'De inhoud ligt bij een afdeling Communicatie; zeg waarom.',
    IS_ASSIGNEE: 'Alleen wie de rol krijgt kan ja zeggen.',
    FUNCTION_NAME: 'Gebruik een functienaam, geen persoonsnaam.',
  },
};
