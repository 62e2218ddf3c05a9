// English words of documents.
import type { Labels } from '../../kit/labels.js';

export const en: Labels = {
  name: 'Document',
  states: {
    none: { word: 'nog niet', label: 'Not registered yet' },
    registered: { word: 'bezig', label: 'Registered' },
  },
  commands: { RegisterDocument: 'Register a document' },
  fields: {
    documentId: 'Document',
    kind: 'Kind',
    title: 'Title',
    hasPersonalData: 'Does it hold personal data?',
    visibility: 'Who may see it?',
    retentionClass: 'Retention class',
  },
  choices: {
    kind: {
      plan: 'plan',
      talkingPiece: 'talking piece',
      report: 'report',
      attendanceList: 'attendance list',
      mailing: 'mailing',
      newsletter: 'newsletter',
      poster: 'poster',
      photo: 'photo',
      finalReport: 'final report',
      reactionNote: 'reaction note',
      councilLetter: 'letter to the council',
      proposalParagraph: 'paragraph of a proposal',
      briefing: 'briefing',
      notice: 'notice',
      applicantStatement: 'statement of the applicant',
      boardPack: 'papers for the board',
      other: 'other',
    },
    visibility: { internal: 'internal', public: 'public' },
  },
  events: {
    DocumentRegistered: (data, names) =>
      `Document registered (${names.choice('kind', data.kind)}): ${String(data.title)}`,
  },
};
