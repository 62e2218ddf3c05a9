// Dutch words of frames.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

const told = (list: unknown, names: Names): string =>
  (Array.isArray(list) ? (list as { frameId: string; version: number }[]) : [])
    .map(({ frameId, version }) => `${names.frame(frameId)} versie ${version}`)
    .join(', ');

export const nl: Labels = {
  name: 'Kaders',
  commands: { DefineFrame: 'Kader vastleggen', AmendFrame: 'Kader wijzigen', AnnounceFrames: 'Kaders bekendmaken' },
  fields: {
    frameId: 'Kader',
    frames: 'Kaders',
    version: 'Versie',
    kind: 'Soort',
    text: 'Tekst',
    negotiable: 'Bespreekbaar',
    source: 'Waar komt het vandaan?',
    before: 'Was',
    after: 'Wordt',
    reason: 'Reden',
    channel: 'Kanaal',
    publicText: 'Openbare tekst',
    conversationId: 'Bij de opening van welk gesprek?',
    on: 'Datum',
  },
  choices: { kind: { content: 'inhoud', money: 'geld', time: 'tijd', law: 'wet', process: 'proces' } },
  events: {
    FrameDefined: (data, names) => {
      const kind = names.choice('kind', data.kind);
      const firm = data.negotiable === true ? 'bespreekbaar' : 'vast';
      return `Kader ${names.frame(data.frameId)} is vastgelegd (${kind}, ${firm}): ${excerpt(data.text)}`;
    },
    FrameAmended: (data, names) =>
      `Kader ${names.frame(data.frameId)} heeft versie ${names.number(data.version)}: “${excerpt(data.before)}” ` +
      `is nu “${excerpt(data.after)}”. Reden: ${excerpt(data.reason)}`,
    FramesAnnounced: (data, names) => {
      const via = excerpt(data.channel) === '' ? '' : ` via ${excerpt(data.channel)}`;
      const at =
        data.conversationId === undefined ? '' : ` bij de opening van ${names.conversation(data.conversationId)}`;
      return `Bekendgemaakt${via}${at}: kader ${told(data.frames, names)}. ${excerpt(data.publicText)}`.trimEnd();
    },
  },
  needs: { CHANGE_BY_PLAN: 'Dit stond in het vastgestelde plan; maak een planwijziging.' },
};
