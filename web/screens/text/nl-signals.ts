/** Dutch texts of signals on the screens; the names and sentences of the signals themselves stand with the signals. */
export const signals = {
  signals: {
    title: 'Signalen',
    none: 'Er zijn geen signalen.',
    final: (days: number) =>
      days <= 0 ? 'te laat sinds vandaag' : days === 1 ? 'te laat, 1 dag' : `te laat, ${days} dagen`,
    target: (days: number) =>
      days <= 0 ? 'let op, sinds vandaag' : days === 1 ? 'let op, 1 dag' : `let op, ${days} dagen`,
    worstFinal: 'te laat',
    worstTarget: 'let op',
    letWait: 'Laten wachten',
    waits: (until: string, reason: string) => `Wacht tot ${until}. ${reason}`.trim(),
    count: (n: number) => `Het gaat om ${n}.`,
    led: (n: number) => (n === 1 ? '1 traject van één procescoördinator' : `${n} trajecten van één procescoördinator`),
    seeLed: (n: number) => (n === 1 ? 'Bekijk dit traject in de lijst' : `Bekijk deze ${n} trajecten`),
    seeLedShort: 'Trajecten bekijken',
    solver: (who: string) => `Kan worden opgelost door: ${who}`,
    stuck: 'Vastgelopen',
    stuckFinding: (finals: number, targets: number) =>
      [
        finals === 0
          ? 'Er loopt niets vast.'
          : finals === 1
            ? 'Er loopt 1 ding vast.'
            : `Er lopen ${finals} dingen vast.`,
        targets === 0 ? '' : targets === 1 ? 'Er vraagt 1 ding aandacht.' : `Er vragen ${targets} dingen aandacht.`,
      ]
        .join(' ')
        .trim(),
    stuckNext: 'Zodra er een signaal is, staat het hier met de reden erbij.',
    toStuck: 'Wat vastloopt',
    groupNote: (n: number, oldest: string) => `${n} · oudste sinds ${oldest}`,
    all: (n: number) => `Alle ${n} in de lijst`,
    kind: 'Signaal',
    number: 'Aantal',
    oldest: 'Oudste sinds',
    who: 'Wie kan dit oplossen',
    overviewNote: 'wat nu staat en niet wacht',
    waiting: 'Laat men wachten',
  },
};
