/** Sample story, cards and acts of the parts page: made up, without persons. */
import type { ActLineView, OwedCardProps } from './card.js';
import type { StoryDay } from './story.js';

export const sampleStory: StoryDay[] = [
  {
    key: '2026-06-01',
    heading: 'Maandag 1 juni',
    items: [
      {
        kind: 'entry',
        key: 'regel-64',
        icon: 'phone',
        sentence: 'De bewonersgroep belde. Zij vragen of de bus echt moet blijven.',
        meta: '08:12 · aanspreekpunt',
        audience: 'internal',
        number: 64,
        href: '#regel-64',
        fresh: true,
      },
    ],
  },
  {
    key: '2026-05-27',
    heading: 'Woensdag 27 mei',
    items: [
      {
        kind: 'entry',
        key: 'regel-61',
        icon: 'scales',
        sentence: ['Inbreng ', { text: 'B2', href: '#b2' }, ' is voorgelegd aan de opdrachtgever.'],
        meta: '15:20 · projectleider',
        audience: 'public',
        number: 61,
        href: '#regel-61',
      },
      {
        kind: 'bundle',
        key: 'bundel-60',
        what: 'B1 getoetst aan de kaders',
        entries: [
          {
            kind: 'entry',
            key: 'regel-60',
            icon: 'check-square',
            sentence: 'Inbreng B1 is opgenomen.',
            audience: 'public',
            number: 60,
            href: '#regel-60',
          },
        ],
      },
      {
        kind: 'pause',
        key: 'rust',
        title: '26 dagen onderbroken',
        text: '20 maart tot 15 april · onrust, plan niet passend',
      },
    ],
  },
  {
    key: '2026-03-16',
    heading: 'Maandag 16 maart',
    items: [
      {
        kind: 'entry',
        key: 'regel-22',
        icon: 'chats-circle',
        sentence: [
          'Bewonersavond G1. Er waren ',
          { text: '120', mark: 'del' },
          ' ',
          { text: '140', mark: 'strong' },
          ' bewoners. Gemeld door ',
          { mark: 'erased' },
          '.',
        ],
        meta: '19:30 · projectleider',
        audience: 'public',
        number: 22,
        href: '#regel-22',
        unknownThen: true,
        chips: [
          { kind: 'mark', icon: 'pencil-simple', text: 'gecorrigeerd op 19 maart: presentielijst nageteld' },
          { kind: 'attention', text: '31 dagen na het gesprek' },
        ],
      },
    ],
  },
];

export const sampleOwed: OwedCardProps[] = [
  {
    id: 'schuld-1',
    name: 'Warmteplan Middelkoog-Noord',
    href: '#traject',
    where: 'Terugkoppeling · ronde 1',
    reason: '17 bewoners wachten op antwoord over hun inbreng. De norm is 42 dagen.',
    chip: { kind: 'late', text: '52 dagen oud' },
    act: { label: 'Terugkoppeling voorbereiden', href: '#terugkoppeling' },
    late: true,
  },
  {
    id: 'schuld-2',
    name: 'Verkeersstraat Havenweg',
    href: '#traject-2',
    where: 'Duiden · ronde 1',
    reason: 'De opdrachtgever moet kiezen over inbreng B2. Zonder keuze haalt u 12 juni niet.',
    chip: { kind: 'waiting', text: 'wacht 5 dagen' },
    act: { label: 'Opdrachtgever herinneren', href: '#herinneren' },
  },
];

export const sampleActs: ActLineView[] = [
  {
    key: 'toetsen',
    title: 'Inbreng B3 toetsen',
    note: 'U of de projectleider · schooloversteek bij de bakker',
    act: { label: 'Toetsen', href: '#toetsen' },
    solid: true,
  },
  {
    key: 'duiden',
    title: 'Resultaten duiden',
    gate: { kind: 'closed', needed: 2 },
    needs: [
      {
        key: 'b2',
        level: 'reason',
        sentence: 'Inbreng B2 heeft nog geen uitkomst.',
        who: 'Opdrachtgever kan dit oplossen',
      },
    ],
  },
];
