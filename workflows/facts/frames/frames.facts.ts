// Frames as facts: each keeps all its versions, because ideas are judged by the version that was known when they came.
import { defineNeeds } from '../../kit/commands.js';
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts, Frame } from '../facts.js';
import { commands } from './frames.commands.js';
import { events, type FramesData } from './frames.events.js';

const needs = defineNeeds<Facts>({
  // What stands in an adopted plan changes by a plan change. Kern has no such plan and does not ask this.
  CHANGE_BY_PLAN: {
    hard: false,
    sees: 'payload',
    solvableBy: ['processCoordinator', 'client'],
    met: ({ command, trajectory }, data) =>
      trajectory.cells.get('preparation')?.value !== 'ready' ||
      (command.name === 'MakeClientChoice' && data.frameChange === undefined),
  },
});

/** The versions with this one in its place: a corrected event is read again and may not add a second. */
function withVersion(versions: Frame['versions'], one: Frame['versions'][number]): Frame['versions'] {
  return [...versions.filter(({ version }) => version !== one.version), one].sort((a, b) => a.version - b.version);
}

export const frames: FactGroup<Facts> = {
  events,
  commands,
  needs,
  facts: {
    FrameDefined(facts, event) {
      const { frameId, version, kind, text, negotiable, source } = event.data as FramesData['FrameDefined'];
      const versions = withVersion(facts.frames.get(frameId)?.versions ?? [], {
        version,
        text,
        since: event.meta.occurredAt,
      });
      facts.frames.set(frameId, { id: frameId, kind, negotiable, source, versions });
    },
    FrameAmended(facts, event) {
      const { frameId, version, after } = event.data as FramesData['FrameAmended'];
      const frame = facts.frames.get(frameId);
      if (frame) frame.versions = withVersion(frame.versions, { version, text: after, since: event.meta.occurredAt });
    },
    FramesAnnounced(facts, event) {
      const { frames: told, on, conversationId, channel } = event.data as FramesData['FramesAnnounced'];
      facts.announcements.set(event.meta.id, {
        frames: told,
        on,
        channel,
        ...(conversationId ? { conversationId } : {}),
      });
    },
  },
};
