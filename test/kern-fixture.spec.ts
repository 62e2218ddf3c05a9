// Holds workflow kern to the copy of the domain reference, restricted to what is built here: machines, commands, needs, payloads, words and forms.
// Where the two differ on purpose the difference stands in this file with its reason; everything else must be equal.
import { describe, expect, it } from '@jest/globals';
import { LABELS } from '../src/labels.js';
import { kern, organisationWorkflow } from '../workflows/registry.js';
import type { CompiledMachine } from '../workflows/kit/compile.js';
import type { Recorded } from '../workflows/kit/types.js';
import * as domain from './support/domain/index.js';

const { root, phaseTables, entityTables, kernCommands, kernEvents } = domain;
const code: CompiledMachine[] = [kern.rootMachine, ...kern.machines.values()];
const tableOf = (machine: string): domain.MachineTable =>
  [root, ...Object.values(phaseTables), ...Object.values(entityTables)].find((table) => table.machine === machine)!;

/** Commands and events of both workflows that are built here. */
const commands = new Map(
  [...kern.commands, ...organisationWorkflow.commands].map(([name, def]) => [name, def] as const),
);
const events = new Map([...kern.events, ...organisationWorkflow.events]);

/** Every value a route of the reference or of the code may ask for. */
const routes: [field: string, values: (string | boolean)[]][] = [
  ['toState', ['estimating', 'designing', 'assessing', 'elsewhere']],
  ['choice', ['adopt', 'partly', 'notChosen', 'reject', 'passOn', 'elsewhere']],
  ['responsibility', ['content', 'process', 'support', 'buddy']],
  ['tasksComplete', [true, false]],
  ['last', [true, false]],
  ['verdict', ['within', 'outside', 'unclear']],
];
const payloads = routes.flatMap(([field, values]) => values.map((value) => ({ [field]: value })));

function codeNext(
  machine: CompiledMachine,
  state: string,
  type: string,
  data: Record<string, unknown>,
): string | undefined {
  const cell = { ...machine.start(), value: state };
  const event: Recorded = {
    type,
    version: 1,
    data,
    meta: { occurredAt: '2026-04-07T08:00:00.000Z' } as Recorded['meta'],
  };
  return machine.step(cell, event) ? cell.value : undefined;
}

/** The reference leaves the automatic phase events out of the root table but for the first; 3.0 says in words when they come. */
const inWords = ['PhaseStarted', 'PhaseCompleted', 'PhaseMarkedForReview'];
/** A thing that was made cannot be made again, and these states come with the commands that lead to them. */
const later: Record<string, string[]> = {
  agreement: ['transferred'],
  document: ['final', 'published', 'withdrawn'],
  lesson: ['reviewed', 'shared', 'adopted', 'retired'],
};

describe('machines', () => {
  it.each(code.map((machine) => [machine.id, machine] as const))(
    '%s has the states and the first state of the reference',
    (id, machine) => {
      const table = tableOf(id);
      const states = table.states.filter((state) => !later[id]?.includes(state));
      expect(new Set(machine.states)).toEqual(new Set([...(table.initial === 'none' ? ['none'] : []), ...states]));
      expect(machine.initial).toBe(table.initial);
      const closed = machine.states.filter((state) => machine.tags.get(state)?.has('closed'));
      expect(closed.sort()).toEqual([...table.closed].sort());
    },
  );

  it.each(code.map((machine) => [machine.id, machine] as const))(
    '%s goes from state to state as the table says',
    (id, machine) => {
      const table = tableOf(id);
      const built = [...new Set([...domain.eventsOf(table), ...machine.events])].filter((event) =>
        kernEvents.includes(event),
      );
      const asked = id === 'root' ? built.filter((event) => !inWords.includes(event)) : built;
      const rows = machine.states.flatMap((state) =>
        asked.flatMap((event) => payloads.map((data) => [state, event, data] as const)),
      );
      const next = (of: (state: string, event: string, data: Record<string, unknown>) => string | undefined) =>
        rows.map(
          ([state, event, data]) =>
            `${state} -${event} ${JSON.stringify(data)}-> ${of(state, event, data) ?? 'not taken'}`,
        );
      expect(next((state, event, data) => codeNext(machine, state, event, data))).toEqual(
        next((state, event, data) => domain.nextState(table, state, event, data)),
      );
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  it('takes the automatic phase events wherever something may still happen, the first one activates', () => {
    const next = (state: string) => inWords.map((event) => codeNext(kern.rootMachine, state, event, {}));
    expect(next('none')).toEqual([undefined, undefined, undefined]);
    expect(next('registered')).toEqual(['active', undefined, undefined]);
    for (const state of ['active', 'paused', 'completed', 'cancelled'])
      expect(next(state)).toEqual([state, state, state]);
    expect(next('archived')).toEqual([undefined, undefined, undefined]);
  });

  it('are all there: the root, the five phases of the card and the things of section 4, but for the log entry', () => {
    // A log entry only has its first state here: it is a trajectory fact until entries can be proposed for publication.
    const entities = Object.keys(entityTables).filter((name) => name !== 'logEntry');
    expect(code.map(({ id }) => id).sort()).toEqual(
      ['root', 'approval', 'organisation', 'conversations', 'interpreting', 'feedback', ...entities].sort(),
    );
  });
});

/** Needs that only volledig can ask: what they look at (a plan with versions, an evaluation) does not exist in kern. */
const ofVolledig = ['PLAN_VERSION_CURRENT', 'EVALUATION_SHARED'];

describe('commands', () => {
  it('are exactly those of kern and of the organisation', () => {
    expect([...commands.keys()].sort()).toEqual([...kernCommands].sort());
    expect([...events.keys()].sort()).toEqual([...kernEvents].sort());
  });

  it.each([...kernCommands])('%s has kind, group, roles, needs and event of the rule table', (name) => {
    const row = domain.commandRow(name);
    const def = commands.get(name)!;
    expect({ kind: def.kind, group: def.group, by: [...def.by].sort(), event: def.event }).toEqual({
      kind: row.kind === 'D' ? 'decision' : 'fact',
      group: row.group,
      by: [...row.by].sort(),
      event: domain.eventOf(name),
    });
    expect([...def.needs].sort()).toEqual(row.needs.filter((code_) => !ofVolledig.includes(code_)).sort());
  });

  it('of a phase wait for that phase to open', () => {
    for (const phase of kern.phases) {
      for (const def of Object.values(phase.commands).filter(({ kind }) => kind === 'decision'))
        expect([def.name, def.phase]).toEqual([def.name, phase.key]);
    }
  });
});

const sentences = new Map([...LABELS.nl.values()].flatMap((labels) => Object.entries(labels.needs ?? {})));
const named = [...new Set(kernCommands.flatMap((name) => domain.commandRow(name).needs))].filter(
  (need) => !ofVolledig.includes(need),
);
const general = [
  'NOT_ARCHIVED',
  'ROLE_ALLOWED',
  'STATE_FITS',
  'PHASE_OPEN',
  'NOT_PAUSED',
  'DECIDER_KNOWN',
  'NOT_IN_FUTURE',
  'REASON_GIVEN',
];
/** Words of the reference that the engine fills in itself: the roles of the command, and those of the need that was named. */
const solvers: Record<string, readonly string[]> = {
  ROLE_ALLOWED: [],
  NEED_IS_SOFT: ['client', 'projectLeader', 'processCoordinator'],
};

describe('needs', () => {
  it('are exactly those that the commands name, and the general ones', () => {
    expect([...kern.needs.keys()].sort()).toEqual([...new Set([...named, ...general])].sort());
  });

  it.each([...new Set([...general, ...named])])(
    '%s is as hard, asked in kern and solvable as the rule table says, in its words',
    (need) => {
      const row = domain.needs.find((one) => one.code === need)!;
      const def = kern.needs.get(need)!;
      expect({ hard: def.hard, asked: kern.asks(def) }).toEqual({ hard: row.hard, asked: row.k });
      expect([...def.solvableBy].sort()).toEqual([...(solvers[need] ?? row.solvableBy)].sort());
      const frame = (text: string) => text.replaceAll(/\{[^}]*\}/g, '{}');
      expect(frame(sentences.get(need) ?? 'no sentence')).toBe(frame(row.sentence));
    },
  );
});

/** Who is waited for, where the table names two machines in one cell or says it in the label itself. */
const judgedWho: Record<string, string> = {
  'approval submitted': 'budgethouder',
  'contribution escalated': 'opdrachtgever',
};

describe('words', () => {
  const ofMachine = code.map((machine) => [machine.id, LABELS.nl.get(machine.id)] as const);
  it.each(ofMachine)('%s names its states as the screen does in the reference', (machine, labels) => {
    for (const state of tableOf(machine).states.filter((one) => !later[machine]?.includes(one))) {
      const { word, label } = domain.labelOf(machine, state);
      const who = judgedWho[`${machine} ${state}`] ?? domain.labelOf(machine, state).who;
      expect([state, labels?.states?.[state]]).toEqual([state, { word, label, ...(who ? { who } : {}) }]);
    }
  });

  it('name the phases as the reference does', () => {
    for (const { key } of kern.phases)
      expect([key, LABELS.nl.get(key)?.name]).toEqual([key, domain.phaseNames.get(key)]);
  });
});

describe('forms', () => {
  it('are the twelve of the reference, with what may be left out or repeated', () => {
    const outcomes = [
      'AdoptContribution',
      'AdoptContributionPartly',
      'LeaveContribution',
      'RejectContribution',
      'AnswerContribution',
      'NoteContribution',
      'EscalateContribution',
      'PassOnContribution',
    ];
    const expected = domain.forms.map(({ nr, commands: list }) => ({
      nr,
      commands: list.flatMap(({ name, ...times }) =>
        (name === 'outcome command' ? outcomes : [name]).map((command) => ({ command, ...times })),
      ),
    }));
    const shown = kern.forms.map(({ nr, commands: list }) => ({
      nr,
      commands: list.map(({ command, optional, repeated }) => ({
        command,
        optional: optional === true,
        repeated: repeated === true,
      })),
    }));
    expect(shown).toEqual(expected);
  });
});
