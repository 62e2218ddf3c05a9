// What an outcome needs: judged first, on a frame that held and was known before the idea came, and with someone to receive it.
import type { Contribution, Facts, Frame } from '../../facts/facts.js';
import { numberOf } from '../../facts/numbers.js';
import { defineNeeds, type Data, type View } from '../../kit/commands.js';
import { localDay } from '../../kit/time.js';
import type { Address, Id, Instant } from '../../kit/types.js';

/** The contributions a command is about: those it names, or the one at its address while only asking. */
export function idsOf(address: Address, data: Data): Id[] {
  if (Array.isArray(data.contributionIds)) return data.contributionIds as Id[];
  const one = data.contributionId ?? address.id;
  return typeof one === 'string' ? [one] : [];
}

/** The version of a frame that held at that moment; undefined before the first. */
export function versionInForce(frame: Frame | undefined, at: Instant | undefined): number | undefined {
  return at === undefined ? undefined : frame?.versions.findLast(({ since }) => since <= at)?.version;
}

const stateOf = (view: View<Facts>, id: Id): string | undefined =>
  view.trajectory.cells.get(`contribution/${id}`)?.value;
const named = ({ facts, address }: View<Facts>, data: Data): Contribution[] =>
  idsOf(address, data).flatMap((id) => facts.contributions.get(id) ?? []);

/** Told strictly before: on an earlier day, or in the opening of the conversation in which the idea came up. */
function toldBefore(facts: Facts, frameId: unknown, version: unknown, idea: Contribution): boolean {
  const day = localDay(idea.receivedAt);
  return [...facts.announcements.values()].some((told) => {
    const thisOne = told.frames.some((frame) => frame.frameId === frameId && frame.version === version);
    const inOpening =
      told.conversationId !== undefined && told.conversationId === idea.conversationId && told.on === day;
    return thisOne && (told.on < day || inOpening);
  });
}

export const needs = defineNeeds<Facts>({
  ASSESSED: {
    hard: false,
    sees: 'state',
    solvableBy: ['projectLeader'],
    met: (view, data) => idsOf(view.address, data).every((id) => stateOf(view, id) === 'assessed'),
  },
  FRAME_IN_FORCE: {
    hard: true,
    sees: 'payload',
    solvableBy: ['projectLeader'],
    met: (view, data) => {
      const frame = view.facts.frames.get(String(data.frameId));
      return named(view, data).every((idea) => versionInForce(frame, idea.receivedAt) === data.frameVersion);
    },
    vars: ({ facts }, data) => {
      const id = String(data.frameId);
      return {
        version: `${numberOf('K', facts.frames, id)} versie ${String(facts.frames.get(id)?.versions.at(-1)?.version ?? '?')}`,
      };
    },
  },
  FRAME_ANNOUNCED_BEFORE_IDEA: {
    hard: true,
    sees: 'payload',
    solvableBy: ['client', 'projectLeader'],
    met: (view, data) =>
      named(view, data).every((idea) => toldBefore(view.facts, data.frameId, data.frameVersion, idea)),
  },
  RECEIVER_KNOWN: {
    hard: true,
    sees: 'payload',
    solvableBy: ['projectLeader', 'areaManager'],
    met: (_view, data) => data.receiverRef !== '',
  },
  TARGET_OPEN: {
    hard: true,
    sees: 'payload',
    solvableBy: ['projectLeader'],
    // Merged into itself it would be merged already.
    met: (view, data) =>
      data.intoId !== data.contributionId &&
      !['merged', 'withdrawn'].includes(stateOf(view, String(data.intoId)) ?? ''),
  },
});
