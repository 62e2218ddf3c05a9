// What the trajectories of the generated history are about: per theme the titles, the question, the frames and what people bring in.
// Everything is made up; streets and functions only, no names of persons. `{plek}` becomes the place of the trajectory.
import { COSTLY_THEMES } from './subjects-costly.js';

type List = readonly [string, ...string[]];

export interface Theme {
  theme: string;
  titles: List;
  question: string;
  /** What is fixed beforehand, with its kind. */
  frames: readonly [
    readonly [kind: 'content' | 'money' | 'time' | 'law' | 'process', text: string, source: string],
    ...(readonly ['content' | 'money' | 'time' | 'law' | 'process', string, string])[],
  ];
  groups: List;
  ideas: List;
  objections: List;
  questions: List;
  agreements: List;
  department: string;
}

export const PLACES: List = [
  'de Kastanjelaan',
  'het Dorpsplein',
  'de Vlietkade',
  'de Meidoornstraat',
  'het Sluispark',
  'de Oostdijk',
  'de Bleekweide',
  'het Stationskwartier',
  'de Korenmolenweg',
  'het Waterlooppad',
  'de Esdoornhof',
  'het Havenhoofd',
  'de Parallelweg',
  'het Wilgenpark',
  'de Noorderdreef',
  'het Kerkplein',
  'de Polderweg',
  'het Rietveld',
  'de Tuinstraat',
  'het Binnenhofje',
  'de Zuiderkade',
  'het Lindeplein',
];

export const THEMES: readonly [Theme, ...Theme[]] = [
  {
    theme: 'groen',
    titles: ['Nieuwe bomen voor {plek}', 'Buurttuin aan {plek}', 'Herinrichting van het groen bij {plek}'],
    question: 'Welk groen past bij {plek}, en wie helpt mee het te onderhouden?',
    frames: [
      ['content', 'De grote beuken blijven staan.', 'bomenverordening'],
      ['money', 'Er is 40.000 euro voor aanleg en drie jaar beheer.', 'begroting'],
    ],
    groups: ['omwonenden', 'volkstuinders', 'leerlingen van de basisschool', 'de dorpsraad'],
    ideas: [
      'fruitbomen waar iedereen van mag plukken',
      'een bloemenweide in plaats van gazon',
      'bankjes in de schaduw',
      'een geveltuin bij elk huis dat wil',
      'een insectenhotel samen met de school',
      'minder tegels langs de stoep',
    ],
    objections: ['de bomen nemen het licht in mijn kamer weg', 'blad op de stoep is glad voor wie slecht loopt'],
    questions: ['wanneer wordt er geplant?', 'wie snoeit de bomen na drie jaar?'],
    agreements: ['de plantlijst gaat naar de buurt', 'er komt een plantdag met de school'],
    department: 'Beheer groen',
  },
  {
    theme: 'verkeer',
    titles: ['Veilig oversteken bij {plek}', '30 km per uur in {plek}', 'Fietsroute langs {plek}'],
    question: 'Waar is het verkeer bij {plek} onveilig, en wat zou helpen?',
    frames: [
      ['content', 'De bus blijft door de straat rijden.', 'concessie openbaar vervoer'],
      ['time', 'Het werk gaat samen met het riool en begint in het najaar.', 'rioolplanning'],
    ],
    groups: ['bewoners', 'ondernemers', 'ouders van de basisschool', 'de fietsersbond'],
    ideas: [
      'een zebrapad bij de school',
      'drempels die niet rammelen',
      'laden en lossen alleen voor elf uur',
      'de fietsers een eigen strook geven',
      'meer licht op de oversteek',
      'een haal- en brengplek om de hoek',
    ],
    objections: ['wij verliezen parkeerplaatsen voor de deur', 'de omleiding gaat straks door onze straat'],
    questions: ['hoe lang ligt de straat open?', 'blijven de winkels bereikbaar?'],
    agreements: ['de telcijfers van het verkeer worden gedeeld', 'voor de bouwvak ligt er een proefopstelling'],
    department: 'Verkeer',
  },
  {
    theme: 'sport en spelen',
    titles: ['Speelplek bij {plek}', 'Beweegroute door {plek}', 'Vernieuwing van het sportveld bij {plek}'],
    question: 'Wie wil er bij {plek} spelen of bewegen, en wat is daarvoor nodig?',
    frames: [
      ['content', 'Alle toestellen voldoen aan de regels voor veilig spelen.', 'warenwet'],
      ['money', 'Er is 65.000 euro voor de hele plek.', 'begroting'],
    ],
    groups: ['kinderen van de basisschool', 'jongeren', 'omwonenden', 'de sportvereniging'],
    ideas: [
      'een toestel waar kinderen met een rolstoel bij kunnen',
      'een kooi om in te voetballen',
      'een tafel voor wie toekijkt',
      'bomen voor de schaduw',
      'een watertappunt',
      'een pad dat ook met een rollator gaat',
    ],
    objections: ["'s avonds hangt daar straks iedereen", 'het geluid van een voetbalkooi draagt ver'],
    questions: ['mogen honden er ook komen?', 'wie ruimt op na het weekend?'],
    agreements: ['de kinderen kiezen de kleur van het toestel', 'het ontwerp hangt in de school'],
    department: 'Sport',
  },
  {
    theme: 'centrum',
    titles: ['Winkelstraat {plek} leefbaar houden', 'Terrassen op {plek}', 'Weekmarkt verplaatsen naar {plek}'],
    question: 'Wat maakt {plek} prettig voor wie er woont, werkt en komt?',
    frames: [
      ['law', 'De vluchtweg voor de brandweer blijft vrij.', 'omgevingsplan'],
      ['process', 'Het college beslist na het gesprek met de buurt.', 'collegebesluit'],
    ],
    groups: ['winkeliers', 'bewoners boven de winkels', 'horeca', 'bezoekers'],
    ideas: [
      'een vaste plek voor bezorgers',
      'plantenbakken in plaats van paaltjes',
      'de markt op zaterdag in plaats van donderdag',
      'een openbaar toilet',
      "'s avonds om elf uur de terrassen dicht",
      'fietsen stallen in de oude bank',
    ],
    objections: ['het wordt nog drukker onder mijn slaapkamer', 'zonder auto’s komen mijn klanten niet'],
    questions: ['krijgen wij een vergoeding tijdens het werk?', 'hoe breed wordt het terras?'],
    agreements: ['er komt een proef van zes weken', 'de geluidsmeting wordt gedeeld'],
    department: 'Economie',
  },
  ...COSTLY_THEMES,
];

/** Wording for what recurs in every theme. */
export const WORDS = {
  venues: [
    'het buurthuis',
    'de kantine van de sportclub',
    'de bibliotheek',
    'de school',
    'het gemeentehuis',
    'op straat',
  ],
  channels: ['brief', 'kaartje in de bus', 'buurtapp', 'mail', 'huis-aan-huisblad'],
  phoneCalls: [
    'Gebeld over de planning van het gesprek.',
    'Gevraagd of de stukken goed te lezen zijn.',
    'Uitgelegd wat vastligt en wat open is.',
    'Besproken wie er nog niet is gehoord.',
  ],
  yields: [
    'Afgesproken dat het verslag nagestuurd wordt.',
    'Geen bijzonderheden.',
    'Twee aandachtspunten voor het gesprek.',
  ],
  supplementReasons: [
    'een extra gesprek met de buurt',
    'de zaal en de drukker werden duurder',
    'er was een tolk nodig',
  ],
  returnReasons: ['de kosten van de zaal ontbreken', 'maak duidelijk wie de uren levert'],
  rejectReasons: ['er is dit jaar geen geld voor', 'dit hoort bij een groter plan dat volgend jaar komt'],
  pauseReasons: ['wachten op de uitkomst van het bodemonderzoek', 'de opdrachtgever wil eerst het college horen'],
  stopReasons: [
    'het plan gaat op in een groter project',
    'de subsidie ging niet door',
    'de grondeigenaar trok zich terug',
  ],
  leaveReasons: [
    'onder de stoep liggen kabels',
    'een andere keuze kreeg meer steun',
    'dit past niet binnen het geld dat er is',
    'het beheer is niet te regelen',
  ],
  lessons: [
    'vroeg langsgaan bij wie niet reageert levert meer op dan een tweede brief',
    'een praatplaat op straat trekt mensen die niet naar een zaal komen',
    'het verslag binnen een week delen voorkomt vragen',
    'spreek aan het begin af wat vastligt',
    'reken voor het duiden meer uren dan gedacht',
  ],
} as const satisfies Record<string, List>;
