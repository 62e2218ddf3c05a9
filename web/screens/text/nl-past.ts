/** Dutch texts of looking at a past day. */
export const past = {
  past: {
    title: (day: string) => `U kijkt naar ${day}`,
    so: (day: string) => `Wat was er zo op ${day}?`,
    soNote: 'met wat wij later vastlegden',
    known: (day: string) => `Wat wisten wij op ${day}?`,
    knownNote: 'alleen wat toen was vastgelegd',
    fewer: (n: number) =>
      n === 0
        ? 'alleen wat toen was vastgelegd: evenveel regels'
        : `alleen wat toen was vastgelegd: ${n} ${n === 1 ? 'regel' : 'regels'} minder`,
    questions: 'Welke vraag stelt u over deze dag?',
    today: 'Terug naar vandaag',
    day: 'Kijk naar een dag',
    show: 'Toon deze dag',
    state: (day: string) => `stand op ${day} 24:00 · gebeurtenis `,
    of: (n: number) => ` van ${n}`,
    could: 'Wat kon toen',
    locked: 'U kijkt naar het verleden. Hier kunt u niets veranderen. ',
    goToday: 'Ga naar vandaag',
    toAct: ' om iets te doen.',
    story: (day: string) => `Verhaal tot en met ${day}`,
    later: (n: number) => (n === 1 ? '1 later vastgelegd' : `${n} later vastgelegd`),
    unknownThen: (day: string) => `op ${day} wisten wij dit nog niet`,
    notYet: (day: string) => `Dit traject bestond op ${day} nog niet.`,
    notKnown: (day: string) => `Op ${day} wisten wij nog niet van dit traject.`,
    notYetNext: (day: string) => `Het begon op ${day}.`,
    after: 'Wat er daarna veranderde',
    afterEvents: (day: string, n: number): [string, string, string] =>
      n === 1
        ? [`Sinds ${day} is er `, '1 gebeurtenis', ' bij gekomen.']
        : [`Sinds ${day} zijn er `, `${n} gebeurtenissen`, ' bij gekomen.'],
    afterNone: (day: string) => `Sinds ${day} is er niets bij gekomen.`,
    afterState: (from: string, to: string) => `Het traject was '${from}' en is nu '${to}'.`,
    afterEnd: (days: number) =>
      `Het geplande einde schoof ${Math.abs(days)} ${Math.abs(days) === 1 ? 'dag' : 'dagen'} ${days > 0 ? 'op' : 'naar voren'}.`,
    afterLevel: (from: string, to: string) => `Het niveau ging van ${from} naar ${to}.`,
    afterReached: (name: string, from: string, to: string) => `${name}: ${from} bereikt, nu ${to}.`,
    compare: 'Bekijk het traject van nu',
    isNow: (day: string) => `Deze bladzijde laat zien hoe het nu is. U keek naar ${day}.`,
    backTo: (day: string) => `Terug naar de trajecten op ${day}`,
    noNew: 'In het verleden kunt u geen traject aanmelden.',
  },
};
