// The settings that an organisation can change, with what holds until it does.
import { NUMBER_SETTINGS, TEXT_SETTINGS } from '../../workflows/organisation/settings.js';
import { code, page, table } from './markdown.js';
import { settingWord } from './words.js';

/** The page with all settings. */
export function settingsPage(): string {
  const numbers = Object.entries(NUMBER_SETTINGS).map(([key, { standard, min, max }]) => [
    code(key),
    settingWord(key),
    String(standard),
    String(min),
    String(max),
  ]);
  return page('Settings of an organisation', 'the settings of the organisation stream', [
    'Changed with the command `ChangeSetting`; the change is an event, holds from its own date on, and says what held before.',
    `## Numbers\n\n${table(['setting', 'Dutch', 'default', 'lowest', 'highest'], numbers)}`,
    `## Texts\n\n${table(
      ['setting', 'Dutch'],
      TEXT_SETTINGS.map((key) => [code(key), settingWord(key)]),
    )}`,
  ]);
}
