// A form as a page: the model with what was typed, the messages at its fields, and a refusal with everything that is needed.
import { possibleAt, type Possible } from '../../../workflows/kit/possible.js';
import type { Refusal, Role } from '../../../workflows/kit/types.js';
import type { FieldErrors, FormValues } from '../../../web/parts/field-types.js';
import type { InlineText } from '../../../web/parts/inline.js';
import type { NeedView } from '../../../web/parts/needs.js';
import { OVERRIDE_REASON } from '../../../web/parts/refusal.js';
import type { FormView } from '../../../web/screens/form.js';
import { isOwn, needViews } from '../needs.js';
import type { Standing } from '../reader.js';
import { possibleFor } from '../trajectory/acts.js';
import type { ScreenWords } from '../words.js';
import type { FormModel } from './form-model.js';

/** Hidden fields of every form. */
export const KEY = '_key';
export const SOFT = '_soft';

export interface FormPlace {
  title: string;
  above: InlineText;
  action: string;
  back: string;
  csrf: string;
}

export interface FormState {
  values: FormValues;
  key: string;
  errors?: FieldErrors;
  refilled?: boolean;
  problem?: string;
  refused?: readonly Refusal[];
}

/** Roles that may pass a soft need with a reason. */
const OVERRIDERS: readonly Role[] = ['client', 'projectLeader', 'processCoordinator'];

/** The page as data. */
export function formView(
  standing: Standing,
  model: FormModel,
  place: FormPlace,
  state: FormState,
  words: ScreenWords,
): FormView {
  const { values, key, errors = {}, refilled = false, problem, refused } = state;
  const soft = refused?.filter(({ hard }) => !hard).map(({ code }) => code) ?? [];
  const { [OVERRIDE_REASON]: reasonError, ...fieldErrors } = errors;
  return {
    ...place,
    hidden: { [KEY]: key, ...(soft.length > 0 ? { [SOFT]: soft.join(',') } : {}) },
    sections: model.shown,
    whole: model.whole,
    values,
    errors: fieldErrors,
    refilled,
    ...(problem === undefined ? {} : { problem }),
    ...(refused ? { refusal: refusalOf(refused, standing, words, typed(values[OVERRIDE_REASON]), reasonError) } : {}),
    needs: refused ? [] : stateNeeds(standing, model, words),
  };
}

const typed = (value: FormValues[string]): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function refusalOf(
  refused: readonly Refusal[],
  standing: Standing,
  words: ScreenWords,
  reason: string | undefined,
  reasonError: FieldErrors[string],
): FormView['refusal'] {
  const context = { words, workflow: standing.workflow, roles: standing.roles, base: `/trajecten/${standing.id}` };
  const own = refused.filter((need) => isOwn(need, standing.roles));
  const others = refused.filter((need) => !isOwn(need, standing.roles));
  return {
    self: needViews(own, context),
    others: needViews(others, context),
    // Passing the soft needs only helps when no hard need is left.
    mayOverride: refused.every(({ hard }) => !hard) && standing.roles.some((role) => OVERRIDERS.includes(role)),
    ...(reason === undefined ? {} : { reason }),
    ...(reasonError === undefined ? {} : { errors: { [OVERRIDE_REASON]: reasonError } }),
  };
}

/** What the state alone says is missing for the parts that are always sent, at the place where least is missing. */
function stateNeeds(standing: Standing, { sections }: FormModel, words: ScreenWords): NeedView[] {
  if (standing.trajectory.revision < 0) return [];
  const all = possibleFor(standing);
  const required = sections.filter(({ optional }) => !optional);
  const needs = (required.length > 0 ? required : sections.slice(0, 0)).flatMap(({ command }) =>
    leastMissing(
      all.filter((one) => one.command.name === command.name),
      standing,
      command.name,
    ),
  );
  const unique = [...new Map(needs.map((need) => [need.code, need])).values()].filter(
    ({ code }) => code !== 'DECIDER_KNOWN',
  );
  return needViews(unique, {
    words,
    workflow: standing.workflow,
    roles: standing.roles,
    base: `/trajecten/${standing.id}`,
  });
}

function leastMissing(
  places: readonly Pick<Possible<unknown>, 'missing'>[],
  standing: Standing,
  name: string,
): readonly Refusal[] {
  const [best] = [...places].sort((a, b) => a.missing.length - b.missing.length);
  if (best) return best.missing;
  // A thing that no machine of its kind can take now: the state at no place in particular says why.
  const command = standing.workflow.commands.get(name);
  const home = standing.workflow.homes.get(name);
  if (!command || home?.kind !== 'entity') return [];
  const { workflow, trajectory, context } = standing;
  return possibleAt(workflow, trajectory, command, { entity: home.key }, context).missing.filter(
    ({ code }) => code !== 'STATE_FITS',
  );
}
