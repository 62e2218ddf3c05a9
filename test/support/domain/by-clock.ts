// What the reference gives to the system and its clock, as far as it is built: commands of the rule table, and automatic events that a date brings.
import { kernEvents, kernNow } from './kern.js';
import { automaticEvents, commands, eventOf } from './rules.js';
import { subsection, tableWith } from './source.js';

/** Something that happens by itself: the command that the clock sends or, without one, the automatic event. */
export interface SystemAct {
  name: string;
  /** The event that it leaves. */
  event: string;
}

const ofSystem = commands.filter(({ name, by }) => by.includes('system') && kernNow(name)).map(({ name }) => name);

/** Rows of the root table that no command leads to, and whose event may come on a day that was named before (`startOn`). */
const dated = tableWith(subsection('3.0'), 'Root: from → to', 'Command').rows.flatMap(([, command, event = '']) => {
  const named = /`([A-Z]\w+)`.*\bon `\w+On`/.exec(event)?.[1];
  return command === '(automatic)' && named ? [named] : [];
});

/** Everything that a clock must do, in the order of the reference. */
export const systemActs: readonly SystemAct[] = [
  ...ofSystem.map((name) => ({ name, event: eventOf(name) })),
  ...dated
    .filter((event) => automaticEvents.includes(event) && kernEvents.includes(event))
    .map((event) => ({ name: event, event })),
];
