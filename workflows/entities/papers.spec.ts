// Lessons and documents are recorded by anyone around the trajectory, at any time.
import { describe, expect, it } from '@jest/globals';
import { registered } from '../../test/support/trajectory-run.js';
import { kern } from '../kern/v1.workflow.js';

const lesson = { text: 'Kaders eerder vertellen', kind: 'improve', phase: 'conversations' };
const document = { kind: 'report', title: 'Verslag', hasPersonalData: false, retentionClass: 'V10' };

describe('a lesson', () => {
  it('is recorded at any time, also after the trajectory was stopped', () => {
    const run = registered(kern);
    run.ids('CancelTrajectory', { reason: 'geen budget' }, { as: 'client' });
    const { lessonId = '' } = run.ids('RecordLesson', { ...lesson, keyNo: 1 }, { as: 'management' });
    expect(run.state(`lesson/${lessonId}`)).toBe('recorded');
    expect(run.facts.lessons.get(lessonId)).toMatchObject({ ...lesson, recordedOn: '2026-02-02' });
  });

  it('is not for everyone, and names one of the eight keys', () => {
    const run = registered(kern);
    expect(run.refusals('RecordLesson', lesson, { as: 'participant' })).toEqual(['ROLE_ALLOWED']);
    expect(run.refusals('RecordLesson', { ...lesson, keyNo: 9 })).toEqual(['invalid']);
  });
});

describe('a document', () => {
  it('is registered by reference and stays internal unless said otherwise', () => {
    const run = registered(kern);
    const { documentId = '' } = run.ids('RegisterDocument', document, { as: 'strategicAdviser' });
    expect(run.state(`document/${documentId}`)).toBe('registered');
    expect(run.facts.documents.get(documentId)).toMatchObject({ title: 'Verslag', visibility: 'internal' });
    expect(run.refusals('RegisterDocument', document, { as: 'alderman' })).toEqual(['ROLE_ALLOWED']);
    expect(run.refusals('RegisterDocument', { ...document, kind: 'selfie' })).toEqual(['invalid']);
  });
});
