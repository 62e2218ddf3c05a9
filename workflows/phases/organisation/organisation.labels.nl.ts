// Dutch words of the organisation phase.
import type { Labels } from '../../kit/labels.js';

export const nl: Labels = {
  name: 'Organisatiestructuur',
  states: {
    designing: { word: 'bezig', label: 'Inrichten' },
    confirmed: { word: 'klaar', label: 'Ingericht' },
    vacancy: { word: 'bezig', label: 'Rol onbezet' },
  },
  commands: { ConfirmOrganisation: 'Organisatie bevestigen' },
  fields: { roles: 'Rollen' },
  events: {
    OrganisationConfirmed: (data, names) => {
      const roles = (Array.isArray(data.roles) ? data.roles : []).map((role) => names.role(role)).join(', ');
      return `De organisatie is ingericht${roles === '' ? '' : `: ${roles}`}.`;
    },
  },
  needs: {
    CONTENT_ROLE_ACCEPTED: 'Niemand heeft ja gezegd tegen de inhoud.',
    PROCESS_ROLE_ACCEPTED: 'Niemand heeft ja gezegd tegen het proces.',
    MANDATE_GRANTED: 'De projectleider heeft geen schriftelijk mandaat.',
    SINGLE_CONTACT_NAMED: 'Er is geen aanspreekpunt voor bewoners.',
    ALDERMAN_LINE_AGREED: 'Er is geen vast contact met de wethouder afgesproken.',
    COUNCIL_ROLE_TOLD: 'Nog niet verteld wat de raad doet.',
  },
};
