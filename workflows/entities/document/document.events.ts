// A document is registered by reference: what it is and how it may be seen. The file itself lives in the organisation's own archive.
import type { z } from 'zod';
import { defineEvents, type DataOf, type EventSpec } from '../../kit/events.js';
import { bool, choice, id, internal, line } from '../../kit/fields.js';

export const DOCUMENT_KINDS = [
  'plan',
  'talkingPiece',
  'report',
  'attendanceList',
  'mailing',
  'newsletter',
  'poster',
  'photo',
  'finalReport',
  'reactionNote',
  'councilLetter',
  'proposalParagraph',
  'briefing',
  'notice',
  'applicantStatement',
  'boardPack',
  'other',
] as const;

const specs = {
  DocumentRegistered: {
    kind: 'fact',
    data: {
      documentId: id(),
      kind: choice(DOCUMENT_KINDS),
      title: internal(line(1)),
      hasPersonalData: bool(),
      visibility: choice(['internal', 'public']),
      retentionClass: internal(line()),
    },
  },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export type DocumentData = DataOf<typeof specs>;
export const events = defineEvents(specs);
