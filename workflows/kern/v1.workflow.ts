// Workflow kern, version 1: the five phases of the card for small trajectories, with light needs.
import { agreement } from '../entities/agreement/agreement.entity.js';
import { contribution } from '../entities/contribution/contribution.entity.js';
import { conversation } from '../entities/conversation/conversation.entity.js';
import { document } from '../entities/document/document.entity.js';
import { lesson } from '../entities/lesson/lesson.entity.js';
import { emptyFacts, type Facts } from '../facts/facts.js';
import { factGroups } from '../facts/index.js';
import { decision } from '../facts/decision/decision.facts.js';
import { defineWorkflow } from '../kit/workflow.js';
import { approval } from '../phases/approval/approval.phase.js';
import { conversations } from '../phases/conversations/conversations.phase.js';
import { feedback } from '../phases/feedback/feedback.phase.js';
import { interpreting } from '../phases/interpreting/interpreting.phase.js';
import { organisation } from '../phases/organisation/organisation.phase.js';
import { commands } from '../root/root.commands.js';
import { events } from '../root/root.events.js';
import { rootMachine } from '../root/root.machine.js';
import { facts, needs } from '../root/root.js';
import { acknowledge } from '../signals/acknowledge/acknowledge.facts.js';
import { awaits, dueByClock } from './by-clock.js';
import { forms } from './forms.js';
import { followUps, laterPhases, municipalitiesOf, named, opens, refs, rootAllows, rounds } from './rules.js';

export const kern = defineWorkflow<Facts>({
  name: 'kern',
  version: 1,
  root: { machine: rootMachine, events, commands, needs, facts },
  phases: [approval, organisation, conversations, interpreting, feedback],
  entities: [conversation, contribution, agreement, document, lesson],
  facts: [...factGroups, decision, acknowledge],
  emptyFacts,
  rounds,
  opens,
  follows: followUps,
  laterPhases,
  awaits,
  due: dueByClock,
  rootAllows,
  sealedState: 'archived',
  refs,
  named,
  municipalitiesOf,
  // Of the soft needs kern asks only those marked (k) in the rule table; hard ones always hold.
  asks: (need) => need.hard || need.kern === true,
  forms,
});
