// The settings that an organisation can change, with what holds until it does.
import { DATE_SETTINGS, NUMBER_SETTINGS, TEXT_SETTINGS } from '../../workflows/organisation/settings.js';
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
    'Changed with the command `ChangeSetting`; the change is an event and says what held before. A municipality may set a number of its own; the most specific one counts, and for a trajectory of several municipalities the shortest norm. `null` takes a number back. Signals of all trajectories follow a new norm at once, those of the past too.',
    `## Numbers\n\n${table(['setting', 'Dutch', 'default', 'lowest', 'highest'], numbers)}`,
    `## Texts and days\n\n${table(
      ['setting', 'Dutch'],
      [...TEXT_SETTINGS, ...DATE_SETTINGS].map((key) => [code(key), settingWord(key)]),
    )}`,
  ]);
}
