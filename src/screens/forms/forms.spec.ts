// From typed values to a batch of commands and back: every command of the workflow has a form, and what is encoded is decoded the same.
import { describe, expect, it } from '@jest/globals';
import { emptyTrajectory } from '../../../workflows/kit/evolve.js';
import { workflowFor, type AnyWorkflow } from '../../../workflows/registry.js';
import { batchOf, fieldAt, type Sent } from './batch.js';
import { decodeFields, withoutGaps } from './decode.js';
import { encodeFields } from './encode.js';
import { formOfCommand, isHidden, sectionsOf } from './sections.js';
import { fieldShapes } from './shape.js';

const kern = workflowFor('kern') as AnyWorkflow;
const trajectory = emptyTrajectory(kern, 'trajectory-x');
const reading = { workflow: kern, trajectory, roles: ['processCoordinator'] as const };
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const form = (key: string) => sectionsOf(kern, kern.forms.find((one) => one.key === key) ?? { commands: [] });
const shapesOf = (name: string) => fieldShapes(kern.commands.get(name)?.payload as Parameters<typeof fieldShapes>[0]);
const commandOf = (sent: readonly Sent[], at = 0) => sent[at]?.command;

describe('decoding', () => {
  it('reads each kind the way people write it', () => {
    const values = {
      'c.totalHours': '20,5',
      'c.totalCents': '1.250,50',
      'c.startOn': '7-4-2026',
      'c.endOn': '2026-06-19',
      'c.basis': 'expert',
      'c.lines.0.phase': 'approval',
      'c.lines.0.role': 'projectLeader',
      'c.lines.0.hours': '1',
      'c.lines.0.cents': '',
    };
    expect(decodeFields(shapesOf('MakeEstimate'), values, 'c')).toEqual({
      payload: {
        lines: [{ phase: 'approval', role: 'projectLeader', hours: 1 }],
        totalHours: 20.5,
        totalCents: 125_050,
        startOn: '2026-04-07',
        endOn: '2026-06-19',
        basis: 'expert',
      },
      faults: {},
    });
  });

  it('names what cannot be read, by its field', () => {
    const { payload, faults } = decodeFields(
      shapesOf('MakeEstimate'),
      { 'c.totalHours': 'veel', 'c.endOn': '31-4-2026' },
      'c',
    );
    expect(payload).toEqual({});
    expect(faults).toEqual({ 'c.totalHours': 'number', 'c.endOn': 'date' });
  });

  it('leaves out what was left empty, but sends an empty text where the field is needed', () => {
    expect(decodeFields(shapesOf('PauseTrajectory'), { 'c.reason': '', 'c.publicReason': '' }, 'c').payload).toEqual({
      reason: '',
    });
  });

  it('an unticked box is a no, and a list that was emptied is empty', () => {
    expect(decodeFields(shapesOf('AddPublicGroup'), { 'c.name': 'bewoners' }, 'c').payload).toMatchObject({
      required: false,
    });
    expect(decodeFields(shapesOf('AddPublicGroup'), { 'c.everyone._shown': '1' }, 'c').payload).toMatchObject({
      everyone: false,
    });
    expect(decodeFields(shapesOf('SendFeedback'), { 'c.answered._shown': '1' }, 'c').payload).toMatchObject({
      answered: [],
    });
    expect(decodeFields(shapesOf('SendFeedback'), {}, 'c').payload).not.toHaveProperty('answered');
  });

  it('one line of text is one item', () => {
    expect(
      decodeFields(shapesOf('ApproveTimeAndMoney'), { 'c.conditions': 'in het voorjaar\r\n\r\n met zand ' }, 'c')
        .payload,
    ).toEqual({
      conditions: ['in het voorjaar', 'met zand'],
    });
  });

  it('counts rows without gaps, also rows within rows', () => {
    expect(withoutGaps({ 'c1.3.a.2.b': 'x', 'c1.5.a.0.b': 'y', 'c1.5.a.9.b': 'z' })).toEqual({
      'c1.0.a.0.b': 'x',
      'c1.1.a.0.b': 'y',
      'c1.1.a.1.b': 'z',
    });
  });

  it('never makes a property of Object out of a name', () => {
    expect(decodeFields(shapesOf('BookHours'), { 'c.__proto__.x': '1', 'c.constructor': '1' }, 'c')).toEqual({
      payload: {},
      faults: {},
    });
  });
});

describe('every command', () => {
  it.each([...kern.commands.keys()])('%s has a form whose fields are those of its payload', (name) => {
    const [section] = sectionsOf(kern, formOfCommand(name));
    expect([...(section?.shapes.keys() ?? [])]).toEqual(Object.keys(kern.commands.get(name)?.payload.shape ?? {}));
  });
});

describe('encoding', () => {
  it('is read back the same', () => {
    const payload = {
      startsAt: '2026-04-28T17:00:00.000Z',
      venue: 'de stoep',
      online: true,
      groupIds: [id(1), id(2)],
      capacity: 20,
      roundId: id(3),
    };
    const shapes = shapesOf('PlanConversation');
    expect(decodeFields(shapes, encodeFields(shapes, payload, 'c'), 'c')).toEqual({ payload, faults: {} });
  });

  it('keeps rows', () => {
    const payload = {
      conversationId: id(1),
      on: '2026-04-28',
      attendance: [{ groupId: id(2), count: 21 }],
      mood: 'calm',
    };
    const shapes = shapesOf('HoldConversation');
    expect(decodeFields(shapes, encodeFields(shapes, payload, 'c'), 'c').payload).toEqual(payload);
  });
});

describe('a form as a batch', () => {
  it('sends required parts, ticked parts and filled rows, and nothing else', () => {
    const { sent } = batchOf(
      form('register'),
      { 'c0.title': 'Bankjes', 'c1.question': 'Waar?', 'c2.0.name': 'bewoners', 'c2.1._row': '1' },
      reading,
    );
    expect(sent.map(({ command, prefix }) => [command.type, prefix])).toEqual([
      ['RegisterTrajectory', 'c0'],
      ['AddPublicGroup', 'c2.0'],
    ]);
  });

  it('gives the id that an earlier part makes, counted over what is sent', () => {
    const { sent } = batchOf(form('ask-time-and-money'), { 'c1._send': 'true' }, reading);
    expect(commandOf(sent, 1)?.payload).toMatchObject({ estimateId: '$0.estimateId' });
  });

  it('gives what was chosen there when it was chosen', () => {
    const values = { 'c0.conversationId': id(7), 'c1.0.text': 'een bankje', 'c1.4.text': 'een boom' };
    const { sent } = batchOf(form('conversation-held'), withoutGaps(values), reading);
    expect(sent.map(({ command }) => (command.payload as Record<string, unknown>).conversationId)).toEqual([
      id(7),
      id(7),
      id(7),
    ]);
    expect(
      commandOf(batchOf(form('conversation-held'), { 'c1.0.text': 'een bankje' }, reading).sent, 1)?.payload,
    ).toMatchObject({
      conversationId: '$0.conversationId',
    });
  });

  it('names a row above by the place it has in what is sent', () => {
    const values = {
      'c0.0.text': 'binnen de stoep',
      'c0.1.text': 'voor € 250',
      'c1._send': 'true',
      'c1.frames.0.frameId': '@0.1.frameId',
    };
    const { sent } = batchOf(form('invite'), values, reading);
    expect(commandOf(sent, 2)?.payload).toMatchObject({ frames: [{ frameId: '$1.frameId' }] });
  });

  it('says for whom only where the roles may not decide', () => {
    const behalf = {
      _decidedRole: 'approver',
      _decidedFunction: 'budgethouder',
      _evidence: 'per mail',
      _decidedOn: '9-4-2026',
    };
    expect(commandOf(batchOf(form('approve'), behalf, reading).sent)).toMatchObject({
      decidedBy: { role: 'approver', function: 'budgethouder' },
      decidedOn: '2026-04-09',
      evidence: { text: 'per mail' },
    });
    expect(commandOf(batchOf(form('ask-time-and-money'), behalf, reading).sent)).not.toHaveProperty('decidedBy');
  });

  it('finds the field of a place in a command', () => {
    const { sent } = batchOf(form('conversation-held'), { 'c0.attendance.0.count': '1' }, reading);
    const [held] = sent as [Sent];
    expect(fieldAt(held, '/payload/attendance/0/count')).toBe('c0.attendance.0.count');
    expect(fieldAt(held, '/payload/attendance')).toBe('c0.attendance');
    expect(fieldAt(held, '/payload/nothing/here')).toBe('c0');
    expect(fieldAt(held, '/occurredAt')).toBe('_at');
  });
});

describe('fields that stay off the page', () => {
  it('follow from the engine, from a required part above, or from there being one round', () => {
    const sections = form('conversation-held');
    const [held, received] = sections;
    if (!held || !received) throw new Error('The form has no such parts.');
    expect(isHidden(received, sections, true, 'conversationId')).toBe(true);
    expect(isHidden(held, sections, true, 'roundId')).toBe(true);
    expect(isHidden(held, sections, false, 'roundId')).toBe(false);
    expect(isHidden(received, sections, true, 'roundId')).toBe(false);
  });
});
