/** English texts of signals on the screens; the names and sentences of the signals themselves stand with the signals. */
export const signals = {
  signals: {
    title: 'Signals',
    none: 'There are no signals.',
    final: (days: number) => (days <= 0 ? 'late since today' : days === 1 ? 'late, 1 day' : `late, ${days} days`),
    target: (days: number) =>
      days <= 0 ? 'attention, since today' : days === 1 ? 'attention, 1 day' : `attention, ${days} days`,
    worstFinal: 'late',
    worstTarget: 'attention',
    letWait: 'Let it wait',
    waits: (until: string, reason: string) => `Waits until ${until}. ${reason}`.trim(),
    count: (n: number) => `It is about ${n}.`,
    led: (n: number) =>
      n === 1 ? '1 trajectory of one process coordinator' : `${n} trajectories of one process coordinator`,
    seeLed: (n: number) => (n === 1 ? 'See this trajectory in the list' : `See these ${n} trajectories`),
    seeLedShort: 'See trajectories',
    solver: (who: string) => `Can be solved by: ${who}`,
    stuck: 'Stuck',
    stuckFinding: (finals: number, targets: number) =>
      [
        finals === 0 ? 'Nothing is stuck.' : finals === 1 ? '1 thing is stuck.' : `${finals} things are stuck.`,
        targets === 0 ? '' : targets === 1 ? '1 thing asks attention.' : `${targets} things ask attention.`,
      ]
        .join(' ')
        .trim(),
    stuckNext: 'As soon as there is a signal, it stands here with its reason.',
    toStuck: 'What is stuck',
    groupNote: (n: number, oldest: string) => `${n} · oldest since ${oldest}`,
    all: (n: number) => `All ${n} in the list`,
    kind: 'Signal',
    number: 'Number',
    oldest: 'Oldest since',
    who: 'Who can solve it',
    overviewNote: 'what stands now and does not wait',
    waiting: 'Waiting on purpose',
  },
};
