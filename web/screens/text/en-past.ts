/** English texts of looking at a past day. */
import type { past as dutch } from './nl-past.js';

export const past: typeof dutch = {
  past: {
    title: (day) => `You are looking at ${day}`,
    so: (day) => `What was so on ${day}?`,
    soNote: 'with what we recorded later',
    known: (day) => `What did we know on ${day}?`,
    knownNote: 'only what had been recorded by then',
    fewer: (n) =>
      n === 0
        ? 'only what had been recorded by then: as many lines'
        : `only what had been recorded by then: ${n} ${n === 1 ? 'line' : 'lines'} fewer`,
    questions: 'Which question do you ask about this day?',
    today: 'Back to today',
    day: 'Look at a day',
    show: 'Show this day',
    state: (day) => `as of ${day} 24:00 · event `,
    of: (n) => ` of ${n}`,
    could: 'What could be done then',
    locked: 'You are looking at the past. You cannot change anything here. ',
    goToday: 'Go to today',
    toAct: ' to do something.',
    story: (day) => `Story up to ${day}`,
    later: (n) => `${n} recorded later`,
    unknownThen: (day) => `on ${day} we did not know this yet`,
    notYet: (day) => `This trajectory did not exist yet on ${day}.`,
    notKnown: (day) => `On ${day} we did not know of this trajectory yet.`,
    notYetNext: (day) => `It began on ${day}.`,
    after: 'What changed afterwards',
    afterEvents: (day, n) =>
      n === 1
        ? [`Since ${day} there has been `, '1 more event', '.']
        : [`Since ${day} there have been `, `${n} more events`, '.'],
    afterNone: (day) => `Nothing was added since ${day}.`,
    afterState: (from, to) => `The trajectory was '${from}' and is now '${to}'.`,
    afterEnd: (days) =>
      `The planned end moved ${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'back' : 'forward'}.`,
    afterLevel: (from, to) => `The level went from ${from} to ${to}.`,
    afterReached: (name, from, to) => `${name}: ${from} reached, now ${to}.`,
    compare: 'See the trajectory of today',
    isNow: (day) => `This page shows how things are now. You were looking at ${day}.`,
    backTo: (day) => `Back to the trajectories on ${day}`,
    noNew: 'In the past you cannot register a trajectory.',
  },
};
