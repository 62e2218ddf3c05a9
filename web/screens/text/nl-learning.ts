/** Dutch texts of the learning report: findings as sentences, filters and tables (B1, u and wij). */
type Many = readonly [one: string, several: string];
const things = (n: number, [one, several]: Many): string => `${n} ${n === 1 ? one : several}`;

export const learning = {
  learning: {
    name: 'Leren',
    questions: 'Vragen',
    adjust: 'Periode, gemeente, niveau of thema aanpassen',
    show: 'Tonen',
    asTable: 'als tabel',
    about: 'Waarover',
    trajectory: 'Traject',
    part: 'Onderdeel',
    day: 'Klaar op',
    eventsHead: 'Gemaakt van',
    events: (n: number) => things(n, ['gebeurtenis', 'gebeurtenissen']),
    event: (nr: number) => `gebeurtenis ${nr}`,
    counted: 'Zo is dit geteld',
    always: { few: 'Alleen', period: 'Periode', corrected: 'Verbeterd', quantile: 'P50 en P80', stand: 'Stand' },
    stand: (position: string) => `tot en met positie ${position} in het log`,
    csv: 'Deze cijfers als tabel voor een rekenblad',
    showCases: (n: string, about: string) => `${n}, toon de gevallen van ${about}`,
    all: 'Alle',
    fields: {
      from: 'Klaar vanaf',
      to: 'Klaar tot en met',
      town: 'Gemeente',
      level: 'Niveau',
      theme: 'Thema',
      every: 'alle',
      groups: 'Verplichte groepen',
      hours: 'Uw raming in uren',
    },
    above: (period: string, town: string, level: string, theme: string) =>
      `Leren · ${period} · ${town} · ${level} · ${theme}`,
    aboveEstimate: (level: string, theme: string, groups: number) =>
      `Leren · ${level} · ${theme} · ${things(groups, ['verplichte groep', 'verplichte groepen'])}`,
    period: (from: string | undefined, to: string) =>
      from === undefined ? `klaar tot en met ${to}` : `klaar van ${from} tot en met ${to}`,
    allTowns: 'alle gemeenten',
    allLevels: 'alle niveaus',
    allThemes: 'alle thema’s',
    few: (unit: string) => `Minder dan 5 ${unit}: geen uitspraak. Dit zijn ze.`,
    fewHidden: 'Minder dan 5: geen uitspraak. Wij tonen u de gevallen niet, omdat het er zo weinig zijn.',
    none: 'Er is in deze periode nog niets klaar waar dit cijfer over gaat.',
    noneNext: 'Zodra een fase, ronde of traject klaar is, staat dat hier vanzelf bij.',
    fewNote: (n: number) => `n = ${n}: geen uitspraak`,
    noStatement: 'geen uitspraak',
    more: (n: number) => `Toon alle ${n} gevallen`,
    markNote: (unit: string, n: number) => `1 punt is 1 ${unit} · n = ${n}`,
    norm: (days: number) => `norm ${days} dagen`,
    goal: 'doel',
    days: (n: string) => `${n} dagen`,
    hours: (n: string) => `${n} uur`,
    rowText: (label: string, n: number, p50: string, p80: string) => `${label}: n = ${n}, P50 ${p50}, P80 ${p80}`,
    casesOf: (what: string) => `De gevallen: ${what}`,
    rest: (n: number) => `Nog ${n} gevallen staan in de tabel voor een rekenblad.`,
    withheld: (n: number) => `${n} gevallen tonen wij u niet, omdat het er zo weinig zijn.`,
    notPerPhase: 'niet per fase begroot',
    yes: 'ja',
    no: 'nee',
    found: {
      feedback: (p50: string, p80: string, norm: number, onTime: string) => [
        'De helft van de rondes kreeg binnen ',
        { text: `${p50} dagen`, mark: 'strong' as const },
        ' antwoord, acht van de tien binnen ',
        { text: `${p80} dagen`, mark: 'strong' as const },
        `. De norm is ${norm} dagen. Op tijd, verteld uitstel meegeteld, waren `,
        { text: onTime, mark: 'strong' as const },
        ' rondes.',
      ],
      cost: (p50: string, p80: string, deviation: string | undefined) => [
        'De helft van de trajecten kostte hoogstens ',
        { text: `${p50} uur`, mark: 'strong' as const },
        ', acht van de tien hoogstens ',
        { text: `${p80} uur`, mark: 'strong' as const },
        '.',
        ...(deviation === undefined
          ? []
          : [' Samen is dat ', { text: deviation, mark: 'strong' as const }, ' akkoord was.']),
      ],
      more: (part: string) => `${part} meer dan er`,
      less: (part: string) => `${part} minder dan er`,
      duration: (phase: string, p50: string, p80: string) => [
        'De fase ',
        { text: phase, mark: 'strong' as const },
        ' duurt het langst. De helft is binnen ',
        { text: `${p50} dagen`, mark: 'strong' as const },
        ` klaar, acht van de tien binnen ${p80} dagen.`,
      ],
      reach: (heard: string, p50: string) => [
        { text: heard, mark: 'strong' as const },
        ' verplichte groepen zijn gehoord. De helft van de groepen haalde minstens ',
        { text: p50, mark: 'strong' as const },
        ' van het doel.',
      ],
      outcomes: (part: string, days: string) => [
        { text: part, mark: 'strong' as const },
        ' van de inbreng is overgenomen, helemaal of voor een deel. De helft kreeg binnen ',
        { text: `${days} dagen`, mark: 'strong' as const },
        ' een uitkomst.',
      ],
      agreements: (kept: string, broken: string) => [
        'Wij kwamen ',
        { text: kept, mark: 'strong' as const },
        ` afspraken op tijd na. Niet nagekomen: ${broken}.`,
      ],
      decisions: (deviating: string, explained: string | undefined) => [
        { text: deviating, mark: 'strong' as const },
        ' besluiten wijken af van de uitkomst.',
        ...(explained === undefined
          ? []
          : [' Op tijd uitgelegd is ', { text: explained, mark: 'strong' as const }, ' van de besluiten.']),
      ],
      overrides: (some: string) => [
        'In ',
        { text: some, mark: 'strong' as const },
        ' trajecten ging iemand met een reden door terwijl iets ontbrak.',
      ],
      signals: (count: number) => [
        count === 0 ? 'Geen enkel signaal komt zo vaak terug dat het een rode draad is.' : '',
        ...(count === 0
          ? []
          : [
              {
                text: count === 1 ? '1 signaal is een rode draad' : `${count} signalen zijn een rode draad`,
                mark: 'strong' as const,
              },
              ': het stond in minstens 30% van de trajecten, in meer dan één gemeente.',
            ]),
      ],
      estimate: (p50: string, p80: string, n: number, circle: string) => [
        `Van ${n} trajecten (${circle}) kostte de helft hoogstens `,
        { text: `${p50} uur`, mark: 'strong' as const },
        ', acht van de tien hoogstens ',
        { text: `${p80} uur`, mark: 'strong' as const },
        '.',
      ],
      overrun: (part: string) => [
        ' De kans op meer uren dan uw raming is ',
        { text: part, mark: 'strong' as const },
        '.',
      ],
    },
    of: (some: number, all: number) => `${some} van de ${all}`,
  },
};
