// 'Wat kan nu': what waits for the reader first, then the forms that can be sent, then what others owe. At most eight lines.
import type { Facts } from '../../../workflows/facts/facts.js';
import { possible, type Possible } from '../../../workflows/kit/possible.js';
import type { Form } from '../../../workflows/kit/forms.js';
import type { Workflow } from '../../../workflows/kit/workflow.js';
import type { OwedView, StatusDetail } from '../../../projections/status-overview/views.js';
import type { ActLineView } from '../../../web/parts/card.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import { commandHref, needViews } from '../needs.js';
import type { Standing } from '../reader.js';
import { ScreenWords } from '../words.js';

const LINES_MAX = 8;
/** What a form asks itself: who decided is a field on it, and it may be somebody else than the reader. */
const ASKED_ON_FORM: readonly string[] = ['DECIDER_KNOWN', 'APPROVER_NOT_REQUESTER', 'SECOND_PERSON'];

/** Every command at every address with what it needs from this reader. */
export function possibleFor({ workflow, trajectory, context }: Standing): Possible<Facts>[] {
  return possible(workflow as unknown as Workflow<Facts>, trajectory, context);
}

/** The lines, most pressing first. */
export function actLines(standing: Standing, status: StatusDetail, lang: Lang): ActLineView[] {
  const words = new ScreenWords(lang);
  const base = `/trajecten/${standing.id}`;
  const own = status.owedActs.filter((act) => isOwed(act, standing));
  const others = status.owedActs.filter((act) => !isOwed(act, standing));
  const first = own.map((act, index) => ownLine(act, standing, words, base, index === 0));
  const taken = new Set(first.map(({ act }) => act?.href.split('?')[0]));
  const forms = sendableForms(standing).filter(
    (form) => !taken.has(`${base}/formulieren/${form.key}`) && isTimely(form, status),
  );
  const rest = forms.map((form, index) => formLine(form, words, base, own.length === 0 && index === 0));
  return [
    ...first,
    ...rest.slice(0, Math.max(2, LINES_MAX - first.length - others.length)),
    ...others.map((act) => othersLine(act, words)),
  ].slice(0, LINES_MAX);
}

/** A form of a phase that goes on, or of none; completing comes when every phase is done. What is early or late stands under 'alle handelingen'. */
function isTimely({ phase, commands }: Form, { phases }: StatusDetail): boolean {
  if (commands.some(({ command }) => command === 'CompleteTrajectory'))
    return phases.every(({ state }) => state.word === 'klaar');
  return (
    phase === undefined ||
    phases.some((one) => one.phase === phase && (one.state.word === 'bezig' || one.state.word === 'wacht op'))
  );
}

/** Whether the reader may decide it, or solve what it needs. */
export function isOwed({ by, ref }: OwedView, { roles, context }: Pick<Standing, 'roles' | 'context'>): boolean {
  return ref === undefined ? by.some((role) => (roles as readonly string[]).includes(role)) : ref === context.actor.ref;
}

function ownLine(act: OwedView, standing: Standing, words: ScreenWords, base: string, solid: boolean): ActLineView {
  const texts = screenTexts(words.lang);
  const key = `${act.command}-${act.address.round ?? act.address.id ?? ''}`;
  const title = words.command(act.command);
  if (act.missing.length > 0) {
    const needs = needViews(act.missing, { words, workflow: standing.workflow, roles: standing.roles, base });
    return { key, title, gate: { kind: 'closed', needed: needs.length }, needs };
  }
  const note = texts.home.reasons[act.command] ?? texts.trajectory.yourTurn;
  return {
    key,
    title,
    note,
    act: { label: texts.trajectory.open, href: commandHref(standing.workflow, base, act.command) },
    solid,
  };
}

function formLine(form: Form, words: ScreenWords, base: string, solid: boolean): ActLineView {
  const texts = screenTexts(words.lang).trajectory;
  return {
    key: `form-${form.key}`,
    title: words.form(form.key),
    note: form.phase ? words.part(form.phase) : texts.always,
    act: { label: texts.open, href: `${base}/formulieren/${form.key}` },
    solid,
  };
}

function othersLine(act: OwedView, words: ScreenWords): ActLineView {
  return {
    key: `wait-${act.command}-${act.address.round ?? act.address.id ?? ''}`,
    title: words.command(act.command),
    note: screenTexts(words.lang).trajectory.waits(words.roles(act.by)),
  };
}

/** Forms of the workflow that this reader could send now, as far as the state tells. */
export function sendableForms(standing: Standing): Form[] {
  const able = new Set(
    possibleFor(standing)
      .filter(isPossible)
      .map(({ command }) => command.name),
  );
  return standing.workflow.forms.filter(({ commands }) => {
    if (commands.some(({ command }) => standing.workflow.commands.get(command)?.opensStream)) return false;
    const required = commands.filter(({ optional }) => !optional);
    return required.length > 0
      ? required.every(({ command }) => able.has(command))
      : commands.some(({ command }) => able.has(command));
  });
}

/** Nothing is missing but what the form itself asks. */
export function isPossible({ missing }: Pick<Possible<unknown>, 'missing'>): boolean {
  const asked = missing.some(({ code }) => code === 'DECIDER_KNOWN') ? ASKED_ON_FORM : [];
  return missing.every(({ code }) => asked.includes(code));
}
