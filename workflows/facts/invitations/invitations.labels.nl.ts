// Dutch words of invitations and responses.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

function where(data: Record<string, unknown>, names: Names): string {
  const ids = Array.isArray(data.conversationIds) ? data.conversationIds : [];
  const via = excerpt(data.channel);
  return `${ids.length === 0 ? '' : ` voor ${ids.map((id) => names.conversation(id)).join(', ')}`}${via === '' ? '' : ` via ${via}`}`;
}

export const nl: Labels = {
  name: 'Uitnodigingen',
  commands: { SendInvitation: 'Uitnodiging versturen', RecordResponse: 'Reacties tellen' },
  fields: {
    groupId: 'Groep',
    roundId: 'Ronde',
    conversationIds: 'Gesprekken',
    channel: 'Kanaal',
    on: 'Datum',
    addressed: 'Aan hoeveel adressen?',
    says: 'Wat staat in de uitnodiging?',
    topic: 'Waarover gaat het?',
    timeNeeded: 'Hoeveel tijd kost het?',
    resultsWhen: 'Wanneer horen mensen het resultaat?',
    letter: 'Tekst van de brief',
    accepted: 'Hoeveel mensen komen tot nu toe?',
    declined: 'Hoeveel mensen komen tot nu toe niet?',
  },
  hints: { says: 'Dit zijn beloften aan de deelnemers.' },
  events: {
    InvitationSent: (data, names) =>
      `Groep ${names.group(data.groupId)} is uitgenodigd${where(data, names)}: ${names.number(data.addressed)} ` +
      `${data.addressed === 1 ? 'adres' : 'adressen'}.`,
    ResponseRecorded: (data, names) =>
      `Groep ${names.group(data.groupId)}: ${names.number(data.accepted)} komen, ${names.number(data.declined)} komen niet ` +
      `(stand op ${names.date(data.on)}).`,
  },
};
