// English words of the organisation phase.
import type { Labels } from '../../kit/labels.js';

export const en: Labels = {
  name: 'Organisation structure',
  states: {
    designing: { word: 'bezig', label: 'Setting up' },
    confirmed: { word: 'klaar', label: 'Set up' },
    vacancy: { word: 'bezig', label: 'Role vacant' },
  },
  commands: { ConfirmOrganisation: 'Confirm the organisation' },
  fields: { roles: 'Roles' },
  events: {
    OrganisationConfirmed: (data, names) => {
      const roles = (Array.isArray(data.roles) ? data.roles : []).map((role) => names.role(role)).join(', ');
      return `The organisation was set up${roles === '' ? '' : `: ${roles}`}.`;
    },
  },
  needs: {
    CONTENT_ROLE_ACCEPTED: 'Nobody said yes to the content.',
    PROCESS_ROLE_ACCEPTED: 'Nobody said yes to the process.',
    MANDATE_GRANTED: 'The project leader has no written mandate.',
    SINGLE_CONTACT_NAMED: 'There is no single contact for residents.',
    ALDERMAN_LINE_AGREED: 'No regular contact with the alderman was agreed.',
    COUNCIL_ROLE_TOLD: 'What the council does has not been told yet.',
  },
};
