// Ways by commands alone to every state of every machine of kern, and to a world in which each command can rightfully be given.
import type { Facts } from '../../../workflows/facts/facts.js';
import type { Role } from '../../../workflows/kit/types.js';
import type { Workflow } from '../../../workflows/kit/workflow.js';
import { kern } from '../../../workflows/registry.js';
import { needs } from '../domain/index.js';
import { rightful, sampleOf, type Payload } from './samples.js';
import { World, type Extra } from './world.js';

export type Route = (workflow: Workflow<Facts>) => World;

/** Every soft need of kern passed with a reason, by someone who may. Those of groups that come later are not known yet. */
export const FORCED: Extra = {
  overrides: needs
    .filter(({ code, hard, k }) => k && !hard && kern.needs.has(code))
    .map(({ code }) => ({ code, reason: 'het moet nu' })),
};

/** Sends the sample of a command in its first rightful role; it must be accepted. */
export function take(world: World, command: string, change: Payload = {}, extra: Extra = {}): World {
  world.must(rightful(command)[0]!, command, { ...sampleOf(command, world), ...change }, extra);
  return world;
}

/** The same past every soft need: a process coordinator takes part. */
export function force(world: World, command: string, change: Payload = {}): World {
  const roles: Role[] = [rightful(command)[0]!, 'processCoordinator'];
  world.must(roles, command, { ...sampleOf(command, world), ...change }, FORCED);
  return world;
}

const all =
  (from: Route, ...commands: string[]): Route =>
  (workflow) => {
    const world = from(workflow);
    for (const command of commands) take(world, command);
    return world;
  };
const then =
  (from: Route, act: (world: World) => World): Route =>
  (workflow) =>
    act(from(workflow));

export const nothing: Route = (workflow) => new World(workflow);
const begin =
  (change: (world: World) => Payload): Route =>
  (workflow) => {
    const world = new World(workflow);
    return take(world, 'RegisterTrajectory', change(world));
  };

/** Registered, and nothing has begun yet. */
export const registered = begin(() => ({}));
export const informing = begin(({ today }) => ({ startOn: today, level: 'inform' }));
export const active = all(
  begin(({ today }) => ({ startOn: today })),
  'SetQuestion',
  'AddPublicGroup',
  'DefineFrame',
);
export const estimated = all(active, 'MakeEstimate');
export const submitted = all(estimated, 'RequestApproval');
export const rejected = all(submitted, 'RejectTimeAndMoney');
export const approved = all(submitted, 'ApproveTimeAndMoney');
export const supplementPending = all(approved, 'RequestSupplement');
/** Content and process have someone, and people outside know whom to call. */
export const staffed = then(approved, (world) => {
  take(world, 'AssignRole');
  take(world, 'AssignRole', { role: 'processCoordinator', responsibility: 'process' });
  return take(world, 'AppointSingleContact');
});
export const organised = all(staffed, 'ConfirmOrganisation');
export const vacant = then(organised, (world) => {
  const role = sampleOf('AssignRole', world);
  return take(world, 'ReleaseRole', { role: role.role, assigneeRef: role.assigneeRef, responsibility: 'content' });
});
export const planned = all(organised, 'AnnounceFrames', 'PlanConversation', 'SendInvitation');
/** One conversation was held, in which two contributions came up. */
export const held = then(planned, (world) => {
  take(world.pass(21), 'HoldConversation');
  take(world, 'ReceiveContribution');
  world.ids.set('otherId', world.id('contributionId'));
  return take(world, 'ReceiveContribution');
});
export const reported = all(held, 'ShareReport');
export const conversed = all(reported, 'CompleteConversations');
const both = (world: World): Payload => ({ contributionIds: [world.id('contributionId'), world.id('otherId')] });
export const weighed = then(conversed, (world) => take(world, 'AdoptContribution', both(world)));
export const interpreted = all(weighed, 'InterpretResults');
export const validated = all(interpreted, 'ValidateInterpretation');
export const prepared = all(validated, 'PrepareFeedback');
export const sent = all(prepared, 'SendFeedback');
export const reacted = then(sent, (world) => world.pass(8));
export const answered = all(reacted, 'CloseFeedback');
export const completed = all(answered, 'CompleteTrajectory');
export const paused = all(active, 'PauseTrajectory');
export const cancelled = all(held, 'CancelTrajectory');
export const archived = all(completed, 'ArchiveTrajectory');

/** Two conversations are planned; the one made last stays as it is, so that something can still happen to it. */
const two = all(organised, 'AnnounceFrames', 'PlanConversation', 'PlanConversation');
const running = then(two, (world) => {
  const [first] = world.facts.conversations.keys();
  return take(world.pass(21), 'HoldConversation', { conversationId: first });
});

const agreed = all(held, 'MakeAgreement');
const broken = all(agreed, 'BreakAgreement');
const choose = (choice: string): Route =>
  then(held, (world) => take(take(world, 'EscalateContribution'), 'MakeClientChoice', { choice }));

/** Machine -> state -> the way there. The state `none` of a thing is where it does not exist yet. */
export const stateRoutes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  root: { none: nothing, registered, active, paused, cancelled, completed, archived },
  approval: { estimating: estimated, submitted, rejected, approved, supplementPending },
  organisation: { designing: staffed, confirmed: organised, vacancy: vacant },
  conversations: {
    programming: two,
    scheduled: all(two, 'ReleaseProgramme'),
    running,
    reporting: then(running, (world) => force(world, 'CloseRoundForInput')),
    closed: then(running, (world) => force(world, 'CompleteConversations')),
  },
  interpreting: {
    collecting: held,
    assessing: all(held, 'ClusterContributions'),
    interpreted: then(held, (world) => force(world, 'InterpretResults')),
    validated: then(held, (world) => force(force(world, 'InterpretResults'), 'ValidateInterpretation')),
    contested: then(held, (world) => take(force(world, 'InterpretResults'), 'ContestInterpretation')),
  },
  feedback: {
    preparing: all(prepared, 'ReturnFeedback'),
    inApproval: prepared,
    approved: all(prepared, 'ApproveFeedback'),
    sent: reacted,
    closed: answered,
  },
  conversation: {
    none: organised,
    planned,
    programmed: all(planned, 'SetProgramme'),
    postponed: all(planned, 'PostponeConversation'),
    held,
    reported,
    cancelled: all(planned, 'CancelConversation'),
  },
  contribution: {
    none: planned,
    received: held,
    asked: all(held, 'AskGiver'),
    assessed: all(held, 'AssessContribution'),
    adopted: all(held, 'AdoptContribution'),
    partlyAdopted: all(held, 'AdoptContributionPartly'),
    notChosen: choose('notChosen'),
    rejected: all(held, 'RejectContribution'),
    answered: all(held, 'AnswerContribution'),
    noted: all(held, 'NoteContribution'),
    passedOn: all(held, 'PassOnContribution'),
    escalated: all(held, 'EscalateContribution'),
    merged: all(held, 'MergeContributions'),
    withdrawn: all(held, 'WithdrawContribution'),
  },
  agreement: {
    none: held,
    open: agreed,
    fulfilled: all(agreed, 'FulfilAgreement'),
    broken,
    told: all(broken, 'TellBrokenAgreement'),
  },
  document: { none: active, registered: all(active, 'RegisterDocument') },
  lesson: { none: active, recorded: all(active, 'RecordLesson') },
};
