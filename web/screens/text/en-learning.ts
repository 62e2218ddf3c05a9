/** English texts of the learning report: findings as sentences, filters and tables. */
type Many = readonly [one: string, several: string];
const things = (n: number, [one, several]: Many): string => `${n} ${n === 1 ? one : several}`;

export const learning = {
  learning: {
    name: 'Learning',
    questions: 'Questions',
    adjust: 'Change period, municipality, level or theme',
    show: 'Show',
    asTable: 'as a table',
    about: 'About',
    trajectory: 'Trajectory',
    part: 'Part',
    day: 'Finished on',
    eventsHead: 'Made from',
    events: (n: number) => things(n, ['event', 'events']),
    event: (nr: number) => `event ${nr}`,
    counted: 'How this is counted',
    always: { few: 'Only', period: 'Period', corrected: 'Corrected', quantile: 'P50 and P80', stand: 'As of' },
    stand: (position: string) => `up to position ${position} in the log`,
    csv: 'These figures as a table for a spreadsheet',
    showCases: (n: string, about: string) => `${n}, show the cases of ${about}`,
    all: 'All',
    fields: {
      from: 'Finished from',
      to: 'Finished until',
      town: 'Municipality',
      level: 'Level',
      theme: 'Theme',
      every: 'all',
      groups: 'Required groups',
      hours: 'Your estimate in hours',
    },
    above: (period: string, town: string, level: string, theme: string) =>
      `Learning · ${period} · ${town} · ${level} · ${theme}`,
    aboveEstimate: (level: string, theme: string, groups: number) =>
      `Learning · ${level} · ${theme} · ${things(groups, ['required group', 'required groups'])}`,
    period: (from: string | undefined, to: string) =>
      from === undefined ? `finished until ${to}` : `finished from ${from} until ${to}`,
    allTowns: 'all municipalities',
    allLevels: 'all levels',
    allThemes: 'all themes',
    few: (unit: string) => `Fewer than 5 ${unit}: no statement. These are they.`,
    fewHidden: 'Fewer than 5: no statement. The cases are not shown to you, because there are so few.',
    none: 'In this period nothing is finished yet that this figure is about.',
    noneNext: 'As soon as a phase, round or trajectory is finished, it appears here.',
    fewNote: (n: number) => `n = ${n}: no statement`,
    noStatement: 'no statement',
    more: (n: number) => `Show all ${n} cases`,
    markNote: (unit: string, n: number) => `1 mark is 1 ${unit} · n = ${n}`,
    norm: (days: number) => `norm ${days} days`,
    goal: 'target',
    days: (n: string) => `${n} days`,
    hours: (n: string) => `${n} hours`,
    rowText: (label: string, n: number, p50: string, p80: string) => `${label}: n = ${n}, P50 ${p50}, P80 ${p80}`,
    casesOf: (what: string) => `The cases: ${what}`,
    rest: (n: number) => `Another ${n} cases stand in the table for a spreadsheet.`,
    withheld: (n: number) => `${n} cases are not shown to you, because there are so few.`,
    notPerPhase: 'not estimated per phase',
    yes: 'yes',
    no: 'no',
    found: {
      feedback: (p50: string, p80: string, norm: number, onTime: string) => [
        'Half of the rounds were answered within ',
        { text: `${p50} days`, mark: 'strong' as const },
        ', eight out of ten within ',
        { text: `${p80} days`, mark: 'strong' as const },
        `. The norm is ${norm} days. In time, a told delay included, were `,
        { text: onTime, mark: 'strong' as const },
        ' rounds.',
      ],
      cost: (p50: string, p80: string, deviation: string | undefined) => [
        'Half of the trajectories took at most ',
        { text: `${p50} hours`, mark: 'strong' as const },
        ', eight out of ten at most ',
        { text: `${p80} hours`, mark: 'strong' as const },
        '.',
        ...(deviation === undefined
          ? []
          : [' Together that is ', { text: deviation, mark: 'strong' as const }, ' was approved.']),
      ],
      more: (part: string) => `${part} more than`,
      less: (part: string) => `${part} less than`,
      duration: (phase: string, p50: string, p80: string) => [
        'The phase ',
        { text: phase, mark: 'strong' as const },
        ' takes longest. Half are finished within ',
        { text: `${p50} days`, mark: 'strong' as const },
        `, eight out of ten within ${p80} days.`,
      ],
      reach: (heard: string, p50: string) => [
        { text: heard, mark: 'strong' as const },
        ' required groups were heard. Half of the groups reached at least ',
        { text: p50, mark: 'strong' as const },
        ' of their target.',
      ],
      outcomes: (part: string, days: string) => [
        { text: part, mark: 'strong' as const },
        ' of the contributions were adopted, wholly or in part. Half got an outcome within ',
        { text: `${days} days`, mark: 'strong' as const },
        '.',
      ],
      agreements: (kept: string, broken: string) => [
        'We kept ',
        { text: kept, mark: 'strong' as const },
        ` agreements in time. Broken: ${broken}.`,
      ],
      decisions: (deviating: string, explained: string | undefined) => [
        { text: deviating, mark: 'strong' as const },
        ' decisions deviate from the outcome.',
        ...(explained === undefined
          ? []
          : [' Explained in time: ', { text: explained, mark: 'strong' as const }, ' of the decisions.']),
      ],
      overrides: (some: string) => [
        'In ',
        { text: some, mark: 'strong' as const },
        ' trajectories somebody went on with a reason while something was missing.',
      ],
      signals: (count: number) => [
        count === 0 ? 'No signal comes back so often that it recurs.' : '',
        ...(count === 0
          ? []
          : [
              { text: count === 1 ? '1 signal recurs' : `${count} signals recur`, mark: 'strong' as const },
              ': it stood in at least 30% of the trajectories, in more than one municipality.',
            ]),
      ],
      estimate: (p50: string, p80: string, n: number, circle: string) => [
        `Of ${n} trajectories (${circle}) half took at most `,
        { text: `${p50} hours`, mark: 'strong' as const },
        ', eight out of ten at most ',
        { text: `${p80} hours`, mark: 'strong' as const },
        '.',
      ],
      overrun: (part: string) => [
        ' The chance of more hours than your estimate is ',
        { text: part, mark: 'strong' as const },
        '.',
      ],
    },
    of: (some: number, all: number) => `${some} of the ${all}`,
  },
};
