// What is still needed, as screens show it: the sentence, who can solve it, and the way there when it is the reader.
import type { Refusal, Role } from '../../workflows/kit/types.js';
import type { Form } from '../../workflows/kit/forms.js';
import type { AnyWorkflow } from '../../workflows/registry.js';
import type { NeedView } from '../../web/parts/needs.js';
import { screenTexts } from '../../web/screens/text/index.js';
import { missingNeed } from '../http/wording.js';
import type { ScreenWords } from './words.js';

/** What of a refusal the screens use; rows of the status overview hold no `hard`. */
export type Missing = Pick<Refusal, 'code' | 'vars'> & { hard?: boolean; solvableBy: readonly string[] };

export interface NeedContext {
  words: ScreenWords;
  workflow: AnyWorkflow;
  roles: readonly Role[];
  /** Address of the trajectory. */
  base: string;
}

/** The command that meets a need, where one does. */
const SOLUTIONS: Readonly<Record<string, string>> = {
  ESTIMATE_COVERS_ALL: 'MakeEstimate',
  CONTENT_ROLE_ACCEPTED: 'AssignRole',
  PROCESS_ROLE_ACCEPTED: 'AssignRole',
  SINGLE_CONTACT_NAMED: 'AppointSingleContact',
  MANDATE_GRANTED: 'GrantMandate',
  ALDERMAN_LINE_AGREED: 'AgreeAldermanLine',
  COUNCIL_ROLE_TOLD: 'CommunicateCouncilRole',
  PROGRAMMES_COMPLETE: 'SetProgramme',
  CONVERSATIONS_DONE: 'HoldConversation',
  REPORTS_SHARED: 'ShareReport',
  REQUIRED_GROUPS_HEARD: 'WaiveGroup',
  ALL_HAVE_OUTCOME: 'AdoptContribution',
  ASSESSED: 'AssessContribution',
  NOT_PAUSED: 'ResumeTrajectory',
  FRAME_ANNOUNCED_BEFORE_IDEA: 'AnnounceFrames',
  ALL_FEEDBACK_CLOSED: 'SendFeedback',
  NOTHING_OWED: 'SendFeedback',
  DECISIONS_EXPLAINED: 'SendFeedback',
  AGREEMENTS_SETTLED: 'FulfilAgreement',
  CONTENT_AND_PROCESS: 'ValidateInterpretation',
};

/** The needs as a list on a page. */
export function needViews(missing: readonly Missing[], context: NeedContext): NeedView[] {
  return missing.map((need) => needView(need, context));
}

function needView(need: Missing, { words, workflow, roles, base }: NeedContext): NeedView {
  const { text, solvableBy, hard } = missingNeed(need, words.lang);
  const command = SOLUTIONS[need.code];
  const may = command !== undefined && mayGive(workflow, command, roles);
  return {
    key: need.code,
    level: hard ? 'never' : 'reason',
    sentence: text,
    ...(isOwn(need, roles) || solvableBy.length === 0 ? {} : { who: solversText(solvableBy, words) }),
    ...(may
      ? { action: { label: screenTexts(words.lang).form.solve, href: commandHref(workflow, base, command) } }
      : {}),
  };
}

/** Whether the reader can solve it. */
export function isOwn({ solvableBy }: Pick<Missing, 'solvableBy'>, roles: readonly Role[]): boolean {
  return solvableBy.some((who) => who === 'recorder' || roles.some((role) => role === who));
}

/** Who can solve something, as the beginning of a sentence. */
export function solversText(solvers: readonly string[], words: ScreenWords): string {
  const text = words.roles(solvers);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function mayGive(workflow: AnyWorkflow, name: string, roles: readonly Role[]): boolean {
  const by = workflow.commands.get(name)?.by ?? [];
  return by.some((role) => (roles as readonly string[]).includes(role));
}

/** Where a command is filled in: the form in which it can be sent alone, else its own form. */
export function commandHref(workflow: AnyWorkflow, base: string, name: string): string {
  const form = workflow.forms.find((one) => canStandAlone(one, name));
  if (!form) return `${base}/handelingen/${name}`;
  const only = form.commands.length === 1;
  return `${base}/formulieren/${form.key}${only ? '' : `?doe=${name}`}`;
}

const canStandAlone = ({ commands }: Form, name: string): boolean =>
  commands.some(({ command }) => command === name) &&
  commands.every(({ command, optional }) => optional || command === name);
