/** Sample phases, needs and statechart of the parts page: made up, without persons, with long names and every state. */
import type { NeedView } from './needs.js';
import { chartNodeSize, type ChartEdge, type ChartNode } from './statechart.js';
import type { PhaseBlock } from './strip.js';

export const sampleNeeds: { self: NeedView[]; others: NeedView[] } = {
  self: [
    {
      key: 'persoon',
      level: 'never',
      sentence: 'In de tekst staan een naam en een telefoonnummer.',
      detail: 'Persoonsgegevens mogen niet in een brief aan iedereen.',
      action: { label: 'Naar de tekst', href: '#veld-text' },
    },
    {
      key: 'datum',
      level: 'reason',
      sentence: 'U zegt nog niet wanneer mensen de uitkomst horen.',
      detail: 'Vul de datum in.',
      action: { label: 'Naar de datum', href: '#veld-promisedOn' },
    },
  ],
  others: [
    {
      key: 'kaders',
      level: 'reason',
      sentence: 'Kaders K1 en K2 zijn nog niet bekendgemaakt.',
      who: 'Communicatieadviseur · klaar sinds 9 februari',
      action: { label: 'Vraag adviseur', href: '#vraag', look: 'outlined' },
    },
    {
      key: 'procesrol',
      level: 'reason',
      sentence: 'Niemand heeft de procesrol aanvaard.',
      who: 'Opdrachtgever',
      action: { label: 'Vraag opdrachtgever', href: '#vraag-2', look: 'outlined' },
    },
  ],
};

export const sampleBlocks: PhaseBlock[] = [
  {
    id: 'approval',
    name: 'Goedkeuring tijd en geld',
    href: '#fase-approval',
    state: { word: 'done' },
    exact: 'Goedgekeurd',
    sentence: '24 feb · 1 dag eerder. Aanvulling 14 apr.',
    gate: { kind: 'open' },
    bars: {
      first: { from: 0, to: 8 },
      plan: { from: 0, to: 7 },
      actual: [
        { from: 0, to: 6 },
        { from: 48, to: 51 },
      ],
    },
    dates: { first: '17 tot 25 feb', plan: '17 tot 24 feb', actual: '17 tot 24 feb' },
  },
  {
    id: 'organisation',
    name: 'Organisatie\u00adstructuur',
    href: '#fase-organisation',
    state: { word: 'done' },
    sentence: '3 apr · heropend op 30 mrt',
    gate: { kind: 'reason' },
    bars: {
      first: { from: 0, to: 20 },
      plan: { from: 30, to: 40 },
      actual: [
        { from: 0, to: 2 },
        { from: 30, to: 36 },
      ],
    },
  },
  {
    id: 'conversations',
    name: 'Gesprekken',
    href: '#fase-conversations',
    state: { word: 'done' },
    sentence: '21 mei · 4 dagen eerder dan plan v2',
    gate: { kind: 'open' },
    bars: {
      first: { from: 0, to: 30 },
      plan: { from: 0, to: 80 },
      actual: [{ from: 0, to: 76 }],
      paused: [{ from: 18, to: 42 }],
    },
  },
  {
    id: 'interpreting',
    name: 'Duiden',
    href: '#fase-interpreting',
    state: { word: 'waiting', who: 'opdrachtgever' },
    exact: 'Toetsen aan kaders',
    current: true,
    sentence: 'Plan v2: klaar op 8 juni, over 7 dagen',
    gate: { kind: 'closed', needed: 2 },
    needs: [
      {
        key: 'b2',
        level: 'reason',
        sentence: 'Inbreng B2 heeft nog geen uitkomst.',
        who: 'Opdrachtgever kan dit oplossen',
      },
      {
        key: 'b3',
        level: 'reason',
        sentence: 'Inbreng B3 is nog niet getoetst.',
        action: { label: 'Inbreng B3 toetsen', href: '#b3' },
      },
    ],
    bars: { first: { from: 0, to: 22 }, plan: { from: 62, to: 72 }, actual: [{ from: 62, to: 68 }] },
  },
  {
    id: 'feedback',
    name: 'Terugkoppeling',
    href: '#fase-feedback',
    state: { word: 'not-yet' },
    sentence: 'Beloofd: 12 juni, over 11 dagen',
    gate: { kind: 'none' },
    bars: { first: { from: 0, to: 30 }, plan: { from: 70, to: 74 } },
  },
];

const placed = (node: Omit<ChartNode, 'width' | 'height'>): ChartNode => ({
  ...node,
  ...chartNodeSize(node.label, node.sub),
});

export const sampleNodes: ChartNode[] = [
  placed({ id: 'collecting', label: 'Verzamelen', sub: '16 mrt – 26 mei', status: 'visited', x: 100, y: 20 }),
  placed({
    id: 'testing',
    label: 'Toetsen aan kaders',
    sub: '1 klaar · 1 wacht',
    status: 'current',
    word: 'waiting',
    x: 360,
    y: 20,
  }),
  placed({ id: 'interpreted', label: 'Geduid', sub: 'nog 2 nodig', status: 'possible', x: 690, y: 20 }),
  placed({ id: 'disputed', label: 'Betwist', status: 'not-reached', x: 530, y: 130 }),
  placed({ id: 'validated', label: 'Bevestigd', status: 'not-reached', x: 900, y: 28 }),
];

export const sampleEdges: ChartEdge[] = [
  {
    id: 'start',
    from: '',
    to: 'collecting',
    status: 'taken',
    points: [
      [10, 48],
      [98, 48],
    ],
  },
  {
    id: 'toetsen',
    from: 'collecting',
    to: 'testing',
    status: 'taken',
    points: [
      [260, 48],
      [357, 48],
    ],
  },
  {
    id: 'duiden',
    from: 'testing',
    to: 'interpreted',
    label: 'duiden',
    status: 'possible',
    points: [
      [560, 48],
      [688, 48],
    ],
    labelAt: [625, 38],
  },
  {
    id: 'bevestigen',
    from: 'interpreted',
    to: 'validated',
    status: 'none',
    points: [
      [822, 48],
      [898, 48],
    ],
  },
  {
    id: 'betwisten',
    from: 'interpreted',
    to: 'disputed',
    status: 'none',
    points: [
      [760, 76],
      [760, 150],
      [650, 150],
    ],
  },
];
