/** Chips: urgency (dark is urgent), waiting, today, and outlined marks on facts; always shape or icon plus words. */
import { Icon, type IconName } from './icon.js';
import { StateShape, UrgencyShape } from './shapes.js';

/** `mark` is a fact about a fact (later recorded, corrected): outlined, without colour, with an icon of its own. */
export type ChipView = {
  readonly kind: 'late' | 'attention' | 'waiting' | 'today' | 'mark';
  readonly text: string;
  readonly icon?: IconName;
};

function ChipShape({ chip }: { readonly chip: ChipView }) {
  if (chip.kind === 'late' || chip.kind === 'attention') return <UrgencyShape level={chip.kind} />;
  if (chip.kind === 'waiting') return <StateShape word="waiting" size="mini" />;
  if (chip.kind === 'today') return <Icon name="calendar-check" small />;
  return <Icon name={chip.icon ?? 'clock-clockwise'} small />;
}

/** One chip. */
export function Chip({ chip }: { readonly chip: ChipView }) {
  return (
    <span className={`chip chip-${chip.kind}`}>
      <ChipShape chip={chip} />
      <span>{chip.text}</span>
    </span>
  );
}
