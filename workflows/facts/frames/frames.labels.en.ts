// English words of frames.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

const told = (list: unknown, names: Names): string =>
  (Array.isArray(list) ? (list as { frameId: string; version: number }[]) : [])
    .map(({ frameId, version }) => `${names.frame(frameId)} version ${version}`)
    .join(', ');

export const en: Labels = {
  name: 'Frames',
  commands: { DefineFrame: 'Define a frame', AmendFrame: 'Amend a frame', AnnounceFrames: 'Announce frames' },
  fields: {
    frameId: 'Frame',
    frames: 'Frames',
    version: 'Version',
    kind: 'Kind',
    text: 'Text',
    negotiable: 'Negotiable',
    source: 'Where does it come from?',
    before: 'Was',
    after: 'Becomes',
    reason: 'Reason',
    channel: 'Channel',
    publicText: 'Public text',
    conversationId: 'In the opening of which conversation?',
    on: 'Date',
  },
  choices: { kind: { content: 'content', money: 'money', time: 'time', law: 'law', process: 'process' } },
  events: {
    FrameDefined: (data, names) => {
      const kind = names.choice('kind', data.kind);
      const firm = data.negotiable === true ? 'negotiable' : 'fixed';
      return `Frame ${names.frame(data.frameId)} was defined (${kind}, ${firm}): ${excerpt(data.text)}`;
    },
    FrameAmended: (data, names) =>
      `Frame ${names.frame(data.frameId)} has version ${names.number(data.version)}: “${excerpt(data.before)}” ` +
      `is now “${excerpt(data.after)}”. Reason: ${excerpt(data.reason)}`,
    FramesAnnounced: (data, names) => {
      const via = excerpt(data.channel) === '' ? '' : ` by ${excerpt(data.channel)}`;
      const at =
        data.conversationId === undefined ? '' : ` in the opening of ${names.conversation(data.conversationId)}`;
      return `Announced${via}${at}: frame ${told(data.frames, names)}. ${excerpt(data.publicText)}`.trimEnd();
    },
  },
  needs: { CHANGE_BY_PLAN: 'This stood in the adopted plan; make a plan change.' },
};
