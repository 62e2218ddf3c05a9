/** Sample form of the parts page with every kind of field, and what was typed in it. */
import type { FieldSpec, FormValues } from './field-types.js';

export const sampleFields: FieldSpec[] = [
  { kind: 'text', name: 'title', label: 'Naam van het traject', required: true, maxLength: 120 },
  {
    kind: 'pair',
    name: 'promise',
    fields: [
      {
        kind: 'hours',
        name: 'hours',
        label: 'Tijd die het kost',
        hint: 'Zoals op de uitnodiging staat',
        required: true,
      },
      { kind: 'date', name: 'promisedOn', label: 'Wanneer horen mensen de uitkomst?', required: true },
    ],
  },
  { kind: 'textarea', name: 'text', label: 'Tekst van de uitnodiging', required: true },
  { kind: 'money', name: 'budget', label: 'Budget' },
  { kind: 'number', name: 'size', label: 'Aantal adressen', min: 0 },
  { kind: 'datetime', name: 'startsAt', label: 'Begin van het gesprek' },
  {
    kind: 'select',
    name: 'level',
    label: 'Niveau',
    required: true,
    options: [
      { value: 'consult', label: 'Raadplegen' },
      { value: 'advise', label: 'Adviseren' },
    ],
  },
  {
    kind: 'radio',
    name: 'audience',
    label: 'Wie mag dit lezen?',
    required: true,
    options: [
      { value: 'internal', label: 'Alleen intern', hint: 'Collega’s van deze gemeente' },
      { value: 'public', label: 'Openbaar' },
    ],
  },
  {
    kind: 'checkboxes',
    name: 'groups',
    label: 'Welke groepen?',
    options: [
      { value: 'p1', label: 'Bewoners' },
      { value: 'p2', label: 'Ouders en leerlingen' },
    ],
  },
  { kind: 'checkbox', name: 'agreed', label: 'De opdrachtgever is het hiermee eens' },
  {
    kind: 'rows',
    name: 'attendance',
    label: 'Wie kwamen er?',
    hint: 'Een regel per groep.',
    item: 'groep',
    least: 1,
    fields: [
      { kind: 'text', name: 'group', label: 'Groep', required: true },
      { kind: 'number', name: 'count', label: 'Aantal', required: true, min: 0 },
    ],
  },
];

export const sampleValues: FormValues = {
  title: 'Verkeersstraat Havenweg',
  hours: '2',
  text: 'Beste bewoner, op 16 maart praten wij met u over de Havenweg.',
  budget: '1.234,50',
  groups: ['p1'],
  audience: 'public',
  'attendance.0._row': '1',
  'attendance.0.group': 'Bewoners',
  'attendance.0.count': '21',
};
