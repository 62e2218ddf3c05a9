// Dutch words of documents.
import type { Labels } from '../../kit/labels.js';

export const nl: Labels = {
  name: 'Document',
  states: {
    none: { word: 'nog niet', label: 'Nog niet geregistreerd' },
    registered: { word: 'bezig', label: 'Geregistreerd' },
  },
  commands: { RegisterDocument: 'Document registreren' },
  fields: {
    documentId: 'Document',
    kind: 'Soort',
    title: 'Titel',
    hasPersonalData: 'Staan er persoonsgegevens in?',
    visibility: 'Wie mag het zien?',
    retentionClass: 'Bewaarcategorie',
  },
  choices: {
    kind: {
      plan: 'plan',
      talkingPiece: 'praatstuk',
      report: 'verslag',
      attendanceList: 'presentielijst',
      mailing: 'mailing',
      newsletter: 'nieuwsbrief',
      poster: 'poster',
      photo: 'foto',
      finalReport: 'eindverslag',
      reactionNote: 'reactienota',
      councilLetter: 'raadsbrief',
      proposalParagraph: 'paragraaf in een voorstel',
      briefing: 'briefing',
      notice: 'bekendmaking',
      applicantStatement: 'verklaring van de aanvrager',
      boardPack: 'stukken voor het bestuur',
      other: 'anders',
    },
    visibility: { internal: 'intern', public: 'openbaar' },
  },
  events: {
    DocumentRegistered: (data, names) =>
      `Document geregistreerd (${names.choice('kind', data.kind)}): ${String(data.title)}`,
  },
};
