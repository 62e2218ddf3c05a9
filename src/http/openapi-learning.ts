// The learning report in the description of the API: its operations and the shapes of its answers.
import { day, id, listOf, ref, text, whole, type Operation, type Schema } from './openapi-kit.js';

const learning = { from: day, to: day, municipality: id, level: text(), theme: text() };
const measures: Schema = { type: 'object', additionalProperties: { type: ['number', 'null'] } };
const object = (required: string[], properties: Record<string, Schema>): Schema => ({
  type: 'object',
  required,
  properties,
});

export const LEARNING_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/learning-report',
    id: 'readLearningReport',
    tag: 'Leren',
    summary: 'Wat afgeronde fasen, rondes en trajecten leren, met de gevallen erachter',
    query: learning,
    answer: ref('LearningReport'),
  },
  {
    method: 'get',
    path: '/learning-report/table',
    id: 'readLearningReportAsTable',
    tag: 'Leren',
    summary: 'Hetzelfde als tabel voor een rekenblad',
    query: { ...learning, table: { type: 'string', enum: ['figures', 'cases'] } },
    answer: { type: 'string' },
    contentType: 'text/csv',
  },
  {
    method: 'get',
    path: '/experience-figures',
    id: 'readExperienceFigures',
    tag: 'Leren',
    summary: 'Wat trajecten zoals dit kostten, om te ramen',
    query: { level: text(), theme: text(), groups: whole(0, 500), hours: whole(0, 1e12), cents: whole(0, 1e12) },
    answer: ref('ExperienceFigures'),
  },
];

export const LEARNING_SCHEMAS: Record<string, Schema> = {
  LearningCase: object(['trajectoryId', 'title', 'day', 'values', 'events'], {
    trajectoryId: id,
    title: text(200),
    about: text(20),
    name: text(200),
    day,
    values: measures,
    events: listOf(id),
  }),
  LearningFigure: object(['key', 'name', 'definition', 'formula', 'of', 'unit', 'n', 'cases'], {
    key: text(60),
    name: text(200),
    definition: text(4_000),
    formula: text(4_000),
    of: { type: 'object', additionalProperties: text(200) },
    unit: text(20),
    n: { type: 'integer' },
    values: { ...measures, description: 'Ontbreekt bij minder dan 5: dan is er geen uitspraak' },
    cases: listOf(ref('LearningCase')),
  }),
  LearningReport: object(['questions', 'today', 'position'], {
    questions: listOf(
      object(['key', 'question', 'figures'], {
        key: text(20),
        question: text(200),
        figures: listOf(ref('LearningFigure')),
      }),
    ),
    today: day,
    position: text(40),
  }),
  ExperienceFigures: object(['circle', 'used', 'n', 'cases'], {
    circle: { type: 'string', enum: ['levelThemeGroups', 'levelTheme', 'level', 'all'] },
    used: text(200),
    n: { type: 'integer' },
    values: measures,
    cases: listOf(ref('LearningCase')),
  }),
};
