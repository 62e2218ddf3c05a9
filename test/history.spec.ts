// The generated history: the same seed tells the same story, before today only, and the stories differ enough to learn from.
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '../workflows/kit/types.js';
import { daysBetween, localDay } from '../workflows/kit/time.js';
import { generateHistory } from '../src/demo/history/generate.js';
import { demoPeople } from '../src/demo/organisation.js';
import { aHistory, type History } from './support/history.js';

const TODAY = '2026-11-01';
let history: History;
let events: Recorded[] = [];

beforeAll(async () => {
  history = await aHistory({ today: TODAY });
  events = await history.events();
});

const ofType = (type: string): Recorded[] => events.filter((event) => event.type === type);
const streamsWith = (type: string): Set<string> => new Set(ofType(type).map(({ meta }) => meta.stream));

describe('a generated history of 40 trajectories in three years', () => {
  it('begins three years ago and ends before today', () => {
    const starts = ofType('TrajectoryRegistered')
      .map(({ meta }) => localDay(meta.recordedAt))
      .sort();
    expect(starts).toHaveLength(40);
    expect(daysBetween(starts[0] ?? '', TODAY)).toBeGreaterThan(1_080);
    expect(daysBetween(starts.at(-1) ?? '', TODAY)).toBeLessThan(60);
    expect(events.every(({ meta }) => localDay(meta.recordedAt) < TODAY || meta.actor.kind === 'system')).toBe(true);
    expect(events.every(({ meta }) => meta.occurredAt <= meta.recordedAt)).toBe(true);
  });

  it('has enough that is finished to learn from, and some that is not', () => {
    const ended = new Set([...streamsWith('TrajectoryCompleted'), ...streamsWith('TrajectoryCancelled')]);
    expect(streamsWith('TrajectoryCompleted').size).toBeGreaterThanOrEqual(20);
    expect(40 - ended.size).toBeGreaterThanOrEqual(4);
    const towns = new Set(ofType('TrajectoryRegistered').flatMap(({ meta }) => meta.municipalityIds));
    expect(towns).toEqual(new Set(history.towns.map(({ id }) => id)));
    expect(new Set(ofType('TrajectoryRegistered').map(({ data }) => data.level)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(ofType('TrajectoryRegistered').map(({ data }) => data.theme)).size).toBe(8);
  });

  it.each([
    'SupplementApproved',
    'TimeAndMoneyRejected',
    'ApprovalReturned',
    'GuardOverridden',
    'FactCorrected',
    'TrajectoryPaused',
    'TrajectoryResumed',
    'TrajectoryCancelled',
    'RoundPlanned',
    'ContributionEscalated',
    'ClientChoiceMade',
    'ContributionPassedOn',
    'PassedOnAccepted',
    'ContributionRejected',
    'AgreementRescheduled',
    'AgreementFulfilled',
    'AgreementBroken',
    'FeedbackDelayed',
    'FeedbackReactionReceived',
    'FeedbackCompleted',
    'DecisionTaken',
    'DecisionExplained',
    'LogEntryWritten',
    'LessonRecorded',
    'EmotionSignalled',
    'DirectRouteNoticed',
    'PhaseSkipped',
    'TrajectoryArchived',
  ])('knows %s', (type) => {
    expect(ofType(type).length).toBeGreaterThan(0);
  });

  it('has what is good and what is not', () => {
    const has = (type: string, holds: (event: Recorded) => boolean): boolean => ofType(type).some(holds);
    expect(has('EstimateMade', ({ data }) => data.lines !== undefined)).toBe(true);
    expect(has('EstimateMade', ({ data }) => data.lines === undefined)).toBe(true);
    expect(has('HoursBooked', ({ data }) => data.phase === undefined)).toBe(true);
    expect(has('LogEntryWritten', ({ data }) => data.incomplete === true)).toBe(true);
    expect(has('LogEntryWritten', ({ data }) => data.incomplete !== true)).toBe(true);
    expect(has('DecisionTaken', ({ data }) => data.deviates === true)).toBe(true);
    expect(has('FeedbackReactionReceived', ({ data }) => data.tone === 'negative')).toBe(true);
    for (const told of [true, false]) {
      expect(has('FeedbackDelayed', ({ data }) => data.participantsTold === told)).toBe(true);
      expect(has('TrajectoryCancelled', ({ meta }) => toldToStop(meta.stream) === told)).toBe(true);
    }
    const late = ofType('ConversationHeld').filter(
      ({ meta }) => meta.recordedAt.slice(0, 10) > meta.occurredAt.slice(0, 10),
    );
    expect(late.length).toBeGreaterThan(2);
  });

  it('is the same for the same seed, and another for another', async () => {
    const again = await aHistory({ today: TODAY });
    expect(plain(await again.events())).toEqual(plain(events));
    const other = await aHistory({ today: TODAY, seed: 2, trajectories: 2 });
    expect(plain(await other.events())).not.toEqual(plain(events).slice(0, (await other.events()).length));
  });

  it('adds nothing when it is played again', async () => {
    const before = await history.log.head();
    await generateHistory({
      trajectories: 40,
      years: 3,
      seed: 1,
      today: TODAY,
      around: history.around,
      organisation: { id: history.organisationId, towns: history.towns, person: demoPeople(history.organisationId) },
    });
    expect(await history.log.head()).toBe(before);
  });
});

const toldToStop = (stream: string): boolean =>
  ofType('FeedbackSent').some(({ meta, data }) => meta.stream === stream && data.about === 'stopped');

/** What does not hang on keys made by chance: the fingerprint of a request is made with a secret of the vault. */
const plain = (all: Recorded[]) =>
  all.map(({ type, version, data, meta }) => ({ type, version, data, meta: { ...meta, commandHash: '' } }));
