// Holds the readers of the domain reference to the reference itself: the counts it states, and rows picked by hand from its pages.
// The other tests take their expectations from these readers, so a reader that skips a row would weaken them all.
import { describe, expect, it } from '@jest/globals';
import * as domain from './support/domain/index.js';
import { section, tableWith } from './support/domain/source.js';

const { commands, needs, statedCounts, signals, forms, root, phaseTables, entityTables } = domain;

describe('the counts that the reference states', () => {
  it('are reached by commands, groups and event types', () => {
    expect(statedCounts).toMatchObject({ commands: 176, D: 125, F: 51, groups: 26, events: 179, forms: 12 });
    expect(new Set(commands.map(({ name }) => name)).size).toBe(statedCounts.commands);
    expect(commands.filter(({ kind }) => kind === 'D')).toHaveLength(statedCounts.D);
    expect(commands.filter(({ kind }) => kind === 'F')).toHaveLength(statedCounts.F);
    expect(new Set(commands.map(({ group }) => group)).size).toBe(statedCounts.groups);
    expect(domain.eventTypes).toHaveLength(statedCounts.events);
    expect([...domain.commandToEvent.keys()].sort()).toEqual(commands.map(({ name }) => name).sort());
  });

  it('are reached by needs', () => {
    expect(statedCounts).toMatchObject({ needs: 85, hard: 36, soft: 49, softInKern: 19 });
    expect(new Set(needs.map(({ code }) => code)).size).toBe(statedCounts.needs);
    expect(needs.filter(({ hard }) => hard)).toHaveLength(statedCounts.hard);
    expect(needs.filter(({ hard, k }) => !hard && k)).toHaveLength(statedCounts.softInKern);
  });

  it('are reached by signals and forms', () => {
    expect(statedCounts).toMatchObject({ signals: 47, signalsInKern: 30 });
    expect(new Set(signals.map(({ code }) => code)).size).toBe(statedCounts.signals);
    expect(signals.filter(({ k }) => k)).toHaveLength(statedCounts.signalsInKern);
    expect(forms.map(({ nr }) => nr)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('are reached per stream', () => {
    const rows = tableWith(section('03-phases'), 'Stream', 'Command groups of §11').rows;
    const counted = rows.map(
      ([, groups = '']) => commands.filter(({ group }) => groups.split(', ').includes(group)).length,
    );
    expect(counted).toEqual(rows.map(([, , count]) => Number(count)));
  });
});

describe('the tables fit together', () => {
  it('when every need that a command names exists, and every need is named or general', () => {
    const known = new Set(needs.map(({ code }) => code));
    const named = new Set(commands.flatMap((command) => command.needs));
    const general = ['NOT_ARCHIVED', 'ROLE_ALLOWED', 'STATE_FITS', 'DECIDER_KNOWN', 'NOT_IN_FUTURE'];
    expect([...named].filter((code) => !known.has(code))).toEqual([]);
    expect([...known].filter((code) => !named.has(code))).toEqual(general);
  });

  it('when every event type has a payload, and every payload is of an event type', () => {
    expect([...domain.eventPayloads.keys()].sort()).toEqual([...domain.eventTypes].sort());
  });

  it('when every role that decides or solves is a role or one of the known words', () => {
    const known = new Set(domain.roles.map(({ key }) => key));
    const words = [...commands.flatMap(({ by }) => by), ...needs.flatMap(({ solvableBy }) => solvableBy)];
    const other = [...new Set(words.filter((word) => !known.has(word)))].sort();
    expect(other).toEqual(['assignee', 'author', 'owner', 'receiver', 'recorder', 'solver of that need', '{by}']);
  });

  it('when every state of every machine has a label', () => {
    const all = [root, ...Object.values(phaseTables), ...Object.values(entityTables)];
    const labels = all.flatMap(({ machine, states }) => states.map((state) => domain.labelOf(machine, state).label));
    expect(labels).toHaveLength(87);
  });

  it('when every command of a form and every clearing command is a command', () => {
    const words = ['outcome command', 'outcome commands'];
    const used = [
      ...forms.flatMap((form) => form.commands.map(({ name }) => name)),
      ...signals.flatMap((signal) => signal.clearedBy),
    ];
    expect(used.filter((name) => !words.includes(name)).map((name) => domain.commandRow(name).name)).toHaveLength(
      used.length - 2,
    );
  });
});

describe('rows picked by hand', () => {
  it('reads roles with code, account and sight', () => {
    expect(domain.team).toEqual(['projectLeader', 'processCoordinator', 'teamMember', 'communicationAdviser']);
    const of = (key: string) => domain.roles.find((role) => role.key === key);
    expect(of('client')).toMatchObject({
      code: 'OG',
      dutch: 'opdrachtgever',
      account: 'm',
      seesInternal: true,
      seesPII: false,
    });
    expect(of('teamMember')).toMatchObject({ code: 'TM', seesInternal: true, seesPII: 'task' });
    expect(of('council')).toMatchObject({ code: undefined, account: 'm', seesInternal: false, sees: 'Pub. only' });
    expect(of('wooContact')).toMatchObject({ code: 'WOO', account: 'm' });
    expect(of('archivist')).toMatchObject({ code: 'ARC', account: 'o' });
    expect(of('analyst')).toMatchObject({ account: 'o', seesInternal: false, seesPII: false });
    expect(domain.roles.filter(({ seesPII }) => seesPII === true).map(({ key }) => key)).toEqual([
      'projectLeader',
      'processCoordinator',
      'singleContact',
    ]);
  });

  it('reads commands and needs', () => {
    expect(domain.commandRow('PauseTrajectory')).toEqual({
      name: 'PauseTrajectory',
      group: 'root',
      kind: 'D',
      by: ['client'],
      needs: ['REASON_GIVEN'],
    });
    expect(domain.commandRow('AcceptPassedOn').by).toEqual(['areaManager', 'receiver']);
    expect(domain.commandRow('BookHours')).toMatchObject({ kind: 'F', by: domain.team, needs: [] });
    expect(needs.find(({ code }) => code === 'ROOM_FOR_INPUT')).toEqual({
      code: 'ROOM_FOR_INPUT',
      hard: false,
      k: true,
      sentence: 'Er is geen ruimte voor inbreng; informeer mensen dan alleen.',
      solvableBy: ['client'],
    });
    expect(needs.find(({ code }) => code === 'EVALUATION_SHARED')).toMatchObject({ hard: false, k: false });
    expect(domain.eventOf('LeaveContribution')).toBe('ContributionNotChosen');
    expect(domain.commandsOfEvent('ContributionReceived').map(({ name }) => name)).toEqual([
      'ReceiveContribution',
      'ImportContributions',
    ]);
  });

  it('knows what kern does now', () => {
    expect(domain.kernNow('RecordIntake')).toBe(true);
    for (const later of ['TransferAgreement', 'MoveTrajectoryToWorkflow', 'PublishLogEntry', 'SendSurvey']) {
      expect(domain.kernNow(later)).toBe(false);
    }
    expect(domain.kernCommands).toHaveLength(110);
    expect(domain.kernEvents).toHaveLength(113);
    expect(() => domain.kernNow('Nonsense')).toThrow('no command Nonsense');
  });

  it('reads the forms with what may be left out or repeated', () => {
    expect(forms[5]).toEqual({
      nr: 6,
      title: 'Uitnodigen',
      commands: [
        { name: 'DefineFrame', optional: true, repeated: true },
        { name: 'AnnounceFrames', optional: true, repeated: false },
        { name: 'SendInvitation', optional: false, repeated: true },
      ],
    });
    expect(forms[1]!.commands.map(({ name }) => name)).toEqual(['MakeEstimate', 'RequestApproval']);
  });

  it('reads labels, also where two machines share the name of a state', () => {
    expect(domain.labelOf('approval', 'rejected')).toMatchObject({ word: 'bezig', label: 'Afgewezen' });
    expect(domain.labelOf('contribution', 'rejected')).toMatchObject({ word: 'klaar', label: 'Afgewezen' });
    expect(domain.labelOf('feedback', 'approved')).toMatchObject({
      word: 'wacht op',
      label: 'Goedgekeurd',
      who: 'verzender',
    });
    expect(domain.labelOf('root', 'registered')).toMatchObject({ word: 'nog niet', label: 'Aangemeld' });
    expect(domain.labelOf('document', 'registered')).toMatchObject({ word: 'bezig', label: 'Geregistreerd' });
    expect(domain.phaseNames.get('outreach')).toBe('Vraag, publiek en uitnodiging');
    expect(domain.moodLabels.get('escalated')).toBe('Uit de hand gelopen');
  });

  it('reads the small example', () => {
    expect(domain.example).toHaveLength(29);
    expect(domain.example[5]).toMatchObject({
      mmdd: '04-09',
      event: 'TimeAndMoneyApproved',
      actor: 'processCoordinator',
      decider: 'approver',
    });
    expect(domain.example.filter(({ event }) => event === 'HoursBooked')).toEqual([
      expect.objectContaining({ mmdd: '05-08', phase: 'conversations', hours: 9 }),
      expect.not.objectContaining({ phase: expect.anything() }),
    ]);
    expect(domain.example.at(-1)).toMatchObject({ mmdd: '06-12', event: 'TrajectoryCompleted' });
    expect(domain.exampleSignals).toBe('none');
  });

  it('reads signals and the basis in law', () => {
    expect(signals.find(({ code }) => code === 'GROUP_NOT_HEARD')).toMatchObject({
      k: true,
      severity: 'final',
      label: 'Groep niet gehoord',
      clearedBy: ['PlanConversation', 'WaiveGroup'],
    });
    expect(domain.lawBases.map(({ key }) => key)).toContain('permitOutsidePlan');
    expect(domain.lawBases[4]).toEqual({ key: 'permit', parts: ['applicantStatement'] });
    expect(domain.statutoryParts.get('ownPolicy')).toBe('eigen participatiebeleid');
  });
});
