// Words of screens from the label files: fields, hints and choices of a command, forms, and the four words of a state.
import type { Labels, StateLabel, Word } from '../../workflows/kit/labels.js';
import type { CommandDef } from '../../workflows/kit/commands.js';
import type { StateName, StateView } from '../../web/parts/shapes.js';
import type { Lang } from '../../web/text/index.js';
import { LABELS } from '../labels.js';
import { commandLabel, partName, roleLabel } from '../http/wording.js';

const STATE_NAMES: Record<Word, StateName> = {
  'nog niet': 'not-yet',
  bezig: 'busy',
  'wacht op': 'waiting',
  klaar: 'done',
};

/** A state as screens show it, from one of the four words. */
export function stateView({ word, who }: Pick<StateLabel, 'word' | 'who'>): StateView {
  return { word: STATE_NAMES[word], ...(who === undefined || who === '' ? {} : { who }) };
}

/** Words in one language, Dutch where that language has none. */
export class ScreenWords {
  private readonly parts: Labels[];

  constructor(readonly lang: Lang) {
    this.parts = [...LABELS[lang].values(), ...(lang === 'nl' ? [] : LABELS.nl.values())];
  }

  command(name: string): string {
    return commandLabel(name, this.lang);
  }

  role(key: string): string {
    return roleLabel(key, this.lang);
  }

  /** Roles in a sentence: 'opdrachtgever of procescoördinator'. */
  roles(keys: readonly string[]): string {
    const names = [...new Set(keys.map((key) => this.role(key).toLowerCase()))];
    const or = this.lang === 'nl' ? ' of ' : ' or ';
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${or}${names.at(-1)}`;
  }

  part(key: string): string {
    return partName(key, this.lang);
  }

  form(key: string): string {
    return this.first((labels) => labels.forms?.[key]) ?? key;
  }

  state(machine: string, value: string): StateLabel {
    return (
      LABELS[this.lang].get(machine)?.states?.[value] ??
      LABELS.nl.get(machine)?.states?.[value] ?? { word: 'bezig', label: value }
    );
  }

  field(command: Pick<CommandDef<unknown>, 'event'>, key: string): string {
    return this.own(command, (labels) => labels.fields?.[key]) ?? key;
  }

  hint(command: Pick<CommandDef<unknown>, 'event'>, key: string): string | undefined {
    return this.own(command, (labels) => labels.hints?.[key]);
  }

  choice(command: Pick<CommandDef<unknown>, 'event'>, key: string, value: string): string {
    if (key === 'phase' || key === 'step') return this.part(value);
    const label = this.own(command, (labels) => labels.choices?.[key]?.[value]);
    return label ?? (value === '' ? '' : (this.first((labels) => labels.choices?.role?.[value]) ?? value));
  }

  /** The label of a choice that means the same everywhere. */
  anyChoice(key: string, value: string): string {
    return this.first((labels) => labels.choices?.[key]?.[value]) ?? value;
  }

  /** What the part that tells of this event says, else any part. */
  private own(
    command: Pick<CommandDef<unknown>, 'event'>,
    pick: (labels: Labels) => string | undefined,
  ): string | undefined {
    const part = this.parts.find((labels) => labels.events?.[command.event] !== undefined);
    return (part && pick(part)) ?? this.first(pick);
  }

  private first(pick: (labels: Labels) => string | undefined): string | undefined {
    for (const labels of this.parts) {
      const found = pick(labels);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
