// Commands for frames. Versions and the text before a change are known here; callers need not say them.
import { defineCommands, type Data, type View } from '../../kit/commands.js';
import { TEAM, type Rejection } from '../../kit/types.js';
import type { Facts } from '../facts.js';
import { events } from './frames.events.js';

const inForce = (facts: Facts, data: Data) => facts.frames.get(String(data.frameId))?.versions.at(-1);

/** A version that a frame never had is as unknown as a frame that does not exist. */
function unknownVersion({ facts }: View<Facts>, data: Data): Rejection | undefined {
  const announced = data.frames as { frameId: string; version: number }[];
  const index = announced.findIndex(
    ({ frameId, version }) => !facts.frames.get(frameId)?.versions.some((known) => known.version === version),
  );
  return index < 0
    ? undefined
    : { code: 'unknown-id', pointer: `/payload/frames/${index}/version`, detail: { register: 'frame' } };
}

export const commands = defineCommands<Facts>('facts', events, {
  DefineFrame: {
    event: 'FrameDefined',
    by: ['projectLeader', 'processCoordinator', 'client'],
    makes: ['frameId'],
    engine: { version: () => 1 },
  },
  AmendFrame: {
    event: 'FrameAmended',
    by: ['client', 'projectLeader'],
    needs: ['REASON_GIVEN', 'CHANGE_BY_PLAN'],
    engine: {
      version: ({ facts }, data) => (inForce(facts, data)?.version ?? 0) + 1,
      before: ({ facts }, data) => inForce(facts, data)?.text,
    },
  },
  AnnounceFrames: {
    event: 'FramesAnnounced',
    by: TEAM,
    conflict: unknownVersion,
    defaults: { on: ({ today }) => today },
  },
});
