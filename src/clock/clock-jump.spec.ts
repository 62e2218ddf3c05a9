// A clock that was set is noticed, and one that is merely corrected is not.
import { expect, it } from '@jest/globals';
import { jumpBetween, jumpSentence } from './clock-jump.js';

const before = { now: '2026-03-01T10:00:00.000Z', elapsed: 5_000 };
const after = (now: string, passed: number) => ({ now, elapsed: 5_000 + passed });

it.each([
  ['goes as it should', '2026-03-01T10:01:00.000Z', undefined],
  ['is corrected by half a minute', '2026-03-01T10:01:30.000Z', undefined],
  ['goes back two hours', '2026-03-01T08:01:00.000Z', -2 * 3_600_000],
  ['goes ahead thirty days', '2026-03-31T10:01:00.000Z', 30 * 86_400_000],
])('one that %s', (_what, now, jumped) => {
  expect(jumpBetween(before, after(now, 60_000))).toBe(jumped);
});

it('is said with its size and what to do', () => {
  expect(jumpSentence(-7_200_000)).toMatch(/went back 120 minutes.*Check the time service/);
  expect(jumpSentence(2_592_000_000)).toMatch(/went ahead 43200 minutes.*each thing once/);
});
