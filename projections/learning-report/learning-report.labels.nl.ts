// Dutch words of the learning report: what is asked, how each figure is counted, and what its numbers are called.
import { measures } from './measures.labels.nl.js';
import type { LearningWords } from './words.js';

export const nl: LearningWords = {
  questions: {
    cost: 'Wat kost een fase echt?',
    estimate: 'Wat moet ik ramen?',
    duration: 'Hoe lang duurt een fase?',
    feedback: 'Krijgen mensen antwoord?',
    reach: 'Wie bereiken wij?',
    outcomes: 'Wat gebeurt er met ideeën?',
    agreements: 'Houden wij ons woord?',
    decisions: 'Doet het ertoe bij het besluit?',
    overrides: 'Welke stap slaan wij over?',
    signals: 'Wat gaat steeds mis?',
  },
  figures: {
    'cost.phase': {
      name: 'Uren, geld en dagen per fase',
      definition:
        'Trajecten waarin deze fase klaar is, alle rondes samen. Had de begroting regels per fase? Dan rekenen wij het akkoord naar die regels om. Anders telt het akkoord alleen in het totaal (niet per fase begroot).',
      formula:
        'akkoord van een fase = som van de regels van de fase × goedgekeurd totaal ÷ begroot totaal; afwijking = geboekt ÷ akkoord − 1',
    },
    'cost.total': {
      name: 'Uren, geld en dagen per traject',
      definition:
        'Trajecten die klaar of gestopt zijn. Akkoord is met aanvullingen. Een boeking zonder fase telt alleen hier (zonder fase). Dagen tellen vanaf de startdatum.',
      formula: 'afwijking = geboekt ÷ akkoord − 1, over trajecten met een akkoord',
    },
    'cost.estimate': {
      name: 'Ervaringscijfers',
      definition:
        'Voltooide trajecten van hetzelfde niveau en thema, met evenveel verplichte groepen. Zijn dat er minder dan 5? Dan nemen wij een ruimere kring, en zeggen wij welke.',
      formula: 'kans op meer dan uw raming = trajecten met meer geboekt dan de raming ÷ alle trajecten in de kring',
    },
    'duration.phase': {
      name: 'Dagen per fase',
      definition:
        'Fasen die klaar zijn, per ronde. Een onderbreking gaat eraf. Wachten is de tijd tussen het openen van de fase en de eerste gebeurtenis. Ging de fase weer open? Dan telt de laatste keer dat zij klaar was.',
      formula: 'dagen = klaar − eerste gebeurtenis − onderbreking; wachten = eerste gebeurtenis − open',
    },
    'feedback.rounds': {
      name: 'Dagen tot antwoord per ronde',
      definition:
        'Rondes waarvan de terugkoppeling klaar is en waarin niemand meer wacht. Het langste wachten telt. Een onderbreking gaat er niet af. Een uitstel dat op tijd is verteld, komt in de plaats van de norm.',
      formula:
        'dagen = datum van versturen − begin van het wachten (het gesprek of de inbreng die het langst wachtte); op tijd ≤ norm, zoals die nu geldt',
    },
    'feedback.contributions': {
      name: 'Dagen tot antwoord per inbreng',
      definition:
        'Inbreng in die rondes, en inbreng zonder ronde in trajecten die klaar zijn. Alleen als de gever antwoord kreeg.',
      formula: 'dagen = eerste bericht dat de inbreng beantwoordt − datum van ontvangst',
    },
    'feedback.promised': {
      name: 'Beloofde antwoorden',
      definition: 'Inbreng waarvoor een bericht een antwoord op een latere datum beloofde. De laatste belofte telt.',
      formula: 'op de beloofde datum of eerder beantwoord ÷ beloofd',
    },
    'reach.groups': {
      name: 'Publieksgroepen: gepland en bereikt',
      definition:
        'Groepen in trajecten waarvan alle gesprekken klaar zijn. Een groep zonder doel of zonder uitnodiging telt niet mee in dat cijfer.',
      formula:
        'bereik = aanwezig ÷ doel; respons = aangemeld ÷ uitgenodigd; nooit gehoord = groepen met 0 aanwezigen ÷ groepen',
    },
    'reach.required': {
      name: 'Verplichte groepen',
      definition: 'Groepen die niet mogen ontbreken. Een groep die met een reden is losgelaten, telt mee.',
      formula: 'groepen met minstens het minimum aanwezig ÷ verplichte groepen',
    },
    'reach.balance': {
      name: 'Evenwicht',
      definition: 'Per traject de verplichte groep die het minst is gehoord.',
      formula: 'kleinste van aanwezig ÷ minimum, hoogstens 1',
    },
    'outcomes.all': {
      name: 'Dagen tot een uitkomst',
      definition:
        'Inbreng met een uitkomst, in rondes die geduid zijn of in trajecten die klaar zijn. Ingetrokken en samengevoegde inbreng telt niet.',
      formula: 'dagen = datum van de laatste uitkomst − datum van ontvangst',
    },
    'outcomes.share': {
      name: 'Uitkomst',
      definition: 'Welk deel van alle inbreng met een uitkomst deze uitkomst kreeg.',
      formula: 'inbreng met deze uitkomst ÷ alle inbreng met een uitkomst',
    },
    'outcomes.rejected': {
      name: 'Afgewezen op een kader dat bekend was',
      definition: 'Inbreng die is afgewezen op een kader. Een keuze van de opdrachtgever telt niet mee.',
      formula: 'kader eerder bekendgemaakt dan de inbreng kwam, of bij de opening van hetzelfde gesprek ÷ afgewezen',
    },
    'outcomes.passedOn': {
      name: 'Doorgegeven en opgepakt',
      definition: 'Inbreng die aan een gebiedsteam is doorgegeven.',
      formula: 'binnen 28 dagen opgepakt ÷ doorgegeven',
    },
    'agreements.due': {
      name: 'Afspraken die nagekomen moesten zijn',
      definition:
        'Afspraken waarvan de datum in de periode valt. De laatst afgesproken datum telt. Een open afspraak telt vanaf de dag erna.',
      formula: 'op tijd nagekomen ÷ alle afspraken waarvan de datum voorbij is',
    },
    'agreements.broken': {
      name: 'Niet nagekomen en uitgelegd',
      definition: 'Afspraken die niet zijn nagekomen.',
      formula: 'uitgelegd aan deelnemers ÷ niet nagekomen',
    },
    'decisions.deviate': {
      name: 'Besluiten die afwijken',
      definition: 'Besluiten die genomen zijn. Een uitgesteld besluit telt niet mee.',
      formula: 'besluiten die afwijken van de uitkomst ÷ alle besluiten',
    },
    'decisions.explained': {
      name: 'Besluiten die op tijd zijn uitgelegd',
      definition:
        'Besluiten die zijn uitgelegd, en besluiten waarvan de termijn voorbij is. De termijn is een instelling.',
      formula:
        'binnen de termijn uitgelegd aan deelnemers ÷ die besluiten; dagen = datum van uitleg − datum van besluit',
    },
    'decisions.influence': {
      name: 'Invloed op het besluit',
      definition: 'Besluiten waarin per inbreng staat of het advies is gevolgd.',
      formula: 'invloed = inbreng zoals geadviseerd ÷ inbreng die beoordeeld is, per besluit',
    },
    'overrides.trajectories': {
      name: 'Trajecten met een afwijking',
      definition:
        'Trajecten die klaar of gestopt zijn. Een afwijking is een keer dat iemand met een reden doorging terwijl iets ontbrak. De redenen staan bij de gebeurtenissen.',
      formula: 'trajecten met minstens één afwijking ÷ alle trajecten',
    },
    'overrides.needs': {
      name: 'Overgeslagen voorwaarde',
      definition:
        'Hoe vaak deze voorwaarde is overgeslagen, van de keren dat zij werd gevraagd. Een voorwaarde wordt gevraagd bij elke handeling die haar nodig heeft. De redenen staan bij de gebeurtenissen, voor wie ze mag lezen.',
      formula:
        'deel van de keren = overgeslagen ÷ gevraagd (bij minder dan 5 keer geen uitspraak); deel = trajecten waarin dit gebeurde ÷ alle trajecten',
    },
    'signals.year': {
      name: 'Signaal per jaar',
      definition:
        'Trajecten die in dat jaar klaar of gestopt zijn, voor signalen die in minstens 3 trajecten stonden. Het verschil is met het jaar ervoor, als daarin minstens 5 trajecten eindigden.',
      formula:
        'trajecten van dat jaar met dit signaal ÷ trajecten van dat jaar; verschil = dit deel − het deel van het jaar ervoor',
    },
    'signals.code': {
      name: 'Signaal',
      definition:
        'Trajecten die klaar of gestopt zijn en waarin dit signaal ooit stond. Een rode draad is een signaal dat in minstens 30% van die trajecten stond, in minstens 3 trajecten en 2 gemeenten.',
      formula:
        'trajecten met dit signaal ÷ alle trajecten; P50 dagen = van de eerste dag van het signaal tot het was opgelost',
    },
  },
  measures,
  units: {
    trajectory: ['traject', 'trajecten'],
    phase: ['fase', 'fasen'],
    round: ['ronde', 'rondes'],
    contribution: ['inbreng', 'keer inbreng'],
    group: ['groep', 'groepen'],
    agreement: ['afspraak', 'afspraken'],
    decision: ['besluit', 'besluiten'],
  },
  circles: {
    levelThemeGroups: 'zelfde niveau, thema en aantal verplichte groepen',
    levelTheme: 'zelfde niveau en thema',
    level: 'zelfde niveau',
    all: 'alle trajecten',
  },
  dimensions: {
    phase: 'Fase',
    level: 'Niveau',
    municipality: 'Gemeente',
    outcome: 'Uitkomst',
    need: 'Voorwaarde',
    signal: 'Signaal',
    year: 'Jaar',
  },
  outcomes: {
    adopted: 'Overgenomen',
    partlyAdopted: 'Deels overgenomen',
    notChosen: 'Niet gekozen',
    rejected: 'Afgewezen',
    answered: 'Beantwoord',
    noted: 'Voor kennisgeving',
    passedOn: 'Doorgegeven',
  },
  levels: {
    inform: 'informeren',
    consult: 'raadplegen',
    advise: 'adviseren',
    coproduce: 'coproduceren',
    codecide: 'meebeslissen',
    selfGovern: 'zelfbestuur',
  },
  always: {
    few: 'Alleen wat klaar is. Bij minder dan 5 doen wij geen uitspraak en tonen wij de gevallen.',
    period: 'Iets telt in de periode waarin het klaar was; een afspraak op de dag dat zij nagekomen moest zijn.',
    corrected: 'Verbeterde waarden tellen, niet de oude.',
    quantile: 'P50 en P80: 50% of 80% zit op of onder dit getal. Rang 1 + (n − 1) × q, met interpolatie.',
  },
  csv: {
    question: 'Vraag',
    figure: 'Cijfer',
    n: 'n',
    measure: 'Maat',
    value: 'Waarde',
    trajectory: 'Traject',
    about: 'Onderdeel',
    day: 'Klaar op',
    tooFew: 'te weinig voor een uitspraak',
  },
};
