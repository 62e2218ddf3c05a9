/** Icons: Phosphor regular, drawn inline in the current colour and hidden from screen readers, because a word always stands beside one. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const NAMES = [
  'arrow-right',
  'arrows-clockwise',
  'calendar-blank',
  'calendar-check',
  'calendar-plus',
  'caret-down',
  'caret-left',
  'caret-right',
  'chart-bar',
  'chat-circle-text',
  'chats-circle',
  'check-circle',
  'check-square',
  'clock',
  'clock-clockwise',
  'clock-counter-clockwise',
  'currency-eur',
  'dots-three',
  'download-simple',
  'envelope-simple',
  'eye',
  'eye-slash',
  'file-text',
  'flag',
  'gear',
  'git-branch',
  'globe',
  'hand-coins',
  'handshake',
  'hash',
  'house',
  'info',
  'lightbulb',
  'list-checks',
  'lock-simple',
  'magnifying-glass',
  'map-pin',
  'note-pencil',
  'path',
  'pause',
  'pencil-simple',
  'phone',
  'plus',
  'printer',
  'question',
  'robot',
  'scales',
  'seal-check',
  'sign-out',
  'signpost',
  'trash',
  'user-circle',
  'users',
  'users-three',
  'warning',
  'wifi-slash',
  'x',
] as const;

export type IconName = (typeof NAMES)[number];
export type IconProps = { readonly name: IconName; readonly small?: boolean };

const resolver = createRequire(import.meta.url);

/** The inner markup of one icon file; it comes from a pinned package, never from data. */
function load(name: IconName): string {
  const svg = readFileSync(resolver.resolve(`@phosphor-icons/core/assets/regular/${name}.svg`), 'utf8');
  const inner = /<svg[^>]*>(.*)<\/svg>/s.exec(svg)?.[1];
  if (inner === undefined) throw new Error(`web/parts/icon: ${name}.svg holds no drawing`);
  return inner;
}

const drawings = Object.fromEntries(NAMES.map((name) => [name, load(name)])) as Record<IconName, string>;

/** One icon of 20 px, or 17 px in small text. */
export function Icon({ name, small }: IconProps) {
  return (
    <svg
      className={small ? 'icon icon-small' : 'icon'}
      viewBox="0 0 256 256"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: drawings[name] }}
    />
  );
}
