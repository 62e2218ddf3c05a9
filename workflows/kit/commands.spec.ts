// What a command adds to its payload is checked before it is stored; what the payload brought was checked when it came in.
import { describe, expect, it } from '@jest/globals';
import { kern, organisationWorkflow, type AnyWorkflow } from '../registry.js';
import { defineCommands } from './commands.js';
import { decide } from './decide.js';
import { defineEvents } from './events.js';
import { emptyTrajectory } from './evolve.js';
import { id, line, list, object } from './fields.js';
import { idOf } from './ids.js';
import type { Command, Context } from './types.js';

const workflows = [kern, organisationWorkflow] as unknown as AnyWorkflow[];
const everyCommand = workflows.flatMap((workflow) =>
  [...workflow.commands.values()].map((command) => ({ command, event: workflow.events.get(command.event) })),
);

describe('every field of an event', () => {
  it.each(everyCommand)('is checked by the payload or by what is added: $command.name', ({ command, event }) => {
    const { each } = command;
    const items =
      each === undefined ? undefined : (command.payload.shape[each] as unknown as { element: typeof command.payload });
    const payload = (items?.element ?? command.payload).shape;
    for (const [field, schema] of Object.entries(event?.schema.shape ?? {}))
      expect([field, payload[field] === schema || command.added.shape[field] === schema]).toEqual([field, true]);
  });

  it('that a default or the engine fills, also in a list, belongs to what is added', () => {
    const events = defineEvents({
      ThingMade: {
        kind: 'fact',
        data: { thingId: id(), name: line(), by: line(), at: line(), rows: list(object({ nr: line() })) },
      },
    });
    const { MakeThing } = defineCommands('things', events, {
      MakeThing: {
        event: 'ThingMade',
        by: [],
        makes: ['thingId'],
        defaults: { by: () => '' },
        engine: { at: () => '' },
        itemDefaults: { rows: { nr: () => '' } },
      },
    });
    expect(Object.keys(MakeThing?.added.shape ?? {}).sort()).toEqual(['at', 'by', 'rows', 'thingId']);
  });
});

describe('who decided', () => {
  const context = {
    actor: { kind: 'person', ref: idOf('someone'), roles: ['processCoordinator'] },
    now: '2026-04-07T08:00:00.000Z',
    settings: { organisationId: idOf('town'), municipalities: new Map([[idOf('village'), 'Oosterkoog']]) },
    commandId: idOf('command'),
    commandHash: '',
    correlationId: idOf('request'),
  } as unknown as Context;
  const register = (given: Partial<Command>) => {
    const workflow = kern as unknown as AnyWorkflow;
    const payload = {
      title: 'Plein',
      theme: 'groen',
      workflow: 'kern',
      municipalityIds: [idOf('village')],
      clientRef: idOf('client'),
    };
    const command = { type: 'RegisterTrajectory', payload, ...given };
    return decide(workflow, emptyTrajectory(workflow, 'trajectory-x'), command, context);
  };

  it('is malformed when it does not fit the event, though it stands beside the payload', () => {
    expect(register({}).kind).toBe('accepted');
    const named = (word: string) => ({ decidedBy: { role: 'client', function: word, ref: idOf('client') } }) as const;
    const evidence = { text: 'brief van 2 april' };
    expect(register({ ...named('opdrachtgever'), evidence }).kind).toBe('accepted');
    expect(register({ ...named('x'.repeat(201)), evidence })).toMatchObject({
      kind: 'rejected',
      rejections: [{ code: 'invalid', pointer: '/payload/decidedBy/function' }],
    });
    expect(register({ ...named('opdrachtgever'), evidence: { text: 'x'.repeat(4_001) } }).kind).toBe('rejected');
  });
});
