// Frames keep every version, because ideas are judged by the one that was known when they came.
import { describe, expect, it } from '@jest/globals';
import { registered } from '../../../test/support/trajectory-run.js';
import { idOf } from '../../kit/ids.js';
import { kern } from '../../kern/v1.workflow.js';

const frame = { kind: 'content', text: 'buslijn 14 blijft', negotiable: false, source: 'vervoersplan' };

describe('frames', () => {
  it('begin with version 1, and an amendment knows version and text before by itself', () => {
    const run = registered(kern);
    const { frameId = '' } = run.ids('DefineFrame', frame);
    const [amended] = run.events('AmendFrame', {
      frameId,
      after: 'buslijn 14 blijft tot 2030',
      reason: 'nieuwe concessie',
    });
    expect(amended?.data).toMatchObject({ version: 2, before: 'buslijn 14 blijft' });
    expect(run.trajectory.facts.frames.get(frameId)?.versions.map(({ version, text }) => [version, text])).toEqual([
      [1, 'buslijn 14 blijft'],
      [2, 'buslijn 14 blijft tot 2030'],
    ]);
  });

  it('are amended with a reason, by client or project leader, from the text in force', () => {
    const run = registered(kern);
    const { frameId } = run.ids('DefineFrame', frame);
    expect(run.refusals('AmendFrame', { frameId, after: 'weg', reason: '' })).toEqual(['REASON_GIVEN']);
    expect(run.refusals('AmendFrame', { frameId, after: 'weg', reason: 'x', before: 'iets anders' })).toEqual([
      'invalid',
    ]);
    expect(run.refusals('AmendFrame', { frameId, after: 'weg', reason: 'x' }, { as: 'teamMember' })).toEqual([
      'ROLE_ALLOWED',
    ]);
  });

  it('are announced by version; a version that never was is unknown', () => {
    const run = registered(kern);
    const { frameId } = run.ids('DefineFrame', frame);
    const told = { channel: 'website', publicText: 'De bus blijft.' };
    expect(run.refusals('AnnounceFrames', { ...told, frames: [{ frameId, version: 2 }] })).toEqual(['unknown-id']);
    expect(run.refusals('AnnounceFrames', { ...told, frames: [{ frameId: idOf('nobody'), version: 1 }] })).toEqual([
      'unknown-id',
    ]);
    expect(run.refusals('AnnounceFrames', { ...told, frames: [] })).toEqual(['invalid']);
    expect(run.refusals('AnnounceFrames', { ...told, frames: [{ frameId, version: 1 }] })).toEqual([]);
  });

  it('keep their versions when the source is corrected, and their announcement moves with its corrected date', () => {
    const run = registered(kern);
    const [defined] = run.events('DefineFrame', frame);
    const frameId = String(defined?.data.frameId);
    run.ids('AmendFrame', { frameId, after: 'buslijn 14 en 15 blijven', reason: 'nieuwe lijn' });
    run.ids('CorrectFact', {
      eventId: defined?.meta.id,
      field: '/source',
      before: 'vervoersplan',
      after: 'ov-plan',
      reason: 'tikfout',
    });
    const kept = run.trajectory.facts.frames.get(frameId);
    expect([kept?.source, kept?.versions.length]).toEqual(['ov-plan', 2]);

    run.on('2026-02-10');
    const [told] = run.events('AnnounceFrames', {
      channel: 'website',
      publicText: '',
      frames: [{ frameId, version: 1 }],
    });
    run.ids('CorrectFact', {
      eventId: told?.meta.id,
      field: '/on',
      before: '2026-02-10',
      after: '2026-02-08',
      reason: 'stond er al',
    });
    expect([...run.trajectory.facts.announcements.values()].map(({ on }) => on)).toEqual(['2026-02-08']);
  });
});
