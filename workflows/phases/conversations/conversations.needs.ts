// What closing a round of conversations needs: programmes made, everything held or called off, reports shared, required groups heard.
import type { Conversation, Facts } from '../../facts/facts.js';
import { numbered } from '../../facts/numbers.js';
import { conversationsOf, underHeard } from '../../facts/rounds.js';
import { defineNeeds, type Data, type View } from '../../kit/commands.js';

const ofRound = ({ facts, address }: View<Facts>): Conversation[] => conversationsOf(facts, address.round ?? '');
const named = ({ facts }: View<Facts>, found: Conversation[]): Record<string, string> => ({
  conversations: numbered(
    'G',
    facts.conversations,
    found.map(({ id }) => id),
  ),
});

/** Talking piece, method and tasks make a programme, all three. */
function unprepared({ facts }: View<Facts>, data: Data): Conversation[] {
  return (data.conversationIds as string[])
    .flatMap((id) => facts.conversations.get(id) ?? [])
    .filter(({ programme }) => !programme?.talkingPieceDocId || !programme.methodId || !programme.tasksComplete);
}
const undone = (view: View<Facts>): Conversation[] =>
  ofRound(view).filter((one) => one.heldOn === undefined && !one.cancelled);
const unreported = (view: View<Facts>): Conversation[] =>
  ofRound(view).filter((one) => one.heldOn !== undefined && one.reportSharedOn === undefined);
const unheard = ({ facts, address }: View<Facts>) =>
  underHeard(facts, address.round ?? '').filter((group) => !group.waived);

export const needs = defineNeeds<Facts>({
  PROGRAMMES_COMPLETE: {
    hard: false,
    sees: 'payload',
    solvableBy: ['processCoordinator', 'teamMember'],
    met: (view, data) => unprepared(view, data).length === 0,
    vars: (view, data) => named(view, unprepared(view, data)),
  },
  CONVERSATIONS_DONE: {
    hard: false,
    kern: true,
    sees: 'state',
    solvableBy: ['processCoordinator'],
    met: (view) => undone(view).length === 0,
    vars: (view) => named(view, undone(view)),
  },
  REPORTS_SHARED: {
    hard: false,
    kern: true,
    sees: 'state',
    solvableBy: ['processCoordinator', 'teamMember'],
    met: (view) => unreported(view).length === 0,
    vars: (view) => named(view, unreported(view)),
  },
  REQUIRED_GROUPS_HEARD: {
    hard: false,
    sees: 'state',
    solvableBy: ['processCoordinator', 'client'],
    met: (view) => unheard(view).length === 0,
    vars: (view) => ({
      groups: unheard(view)
        .map(({ name }) => name)
        .join(', '),
    }),
  },
});
