// From a posted form to stored events, or to the same form with what is missing: the way of every form of a trajectory.
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FieldErrors, FormValues } from '../../../web/parts/field-types.js';
import { applyRowAction, rowNumbers } from '../../../web/parts/field-types.js';
import { OVERRIDE_BUTTON, OVERRIDE_REASON } from '../../../web/parts/refusal.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import type { Command, Rejection } from '../../../workflows/kit/types.js';
import type { AnyWorkflow } from '../../../workflows/registry.js';
import { Problem } from '../../http/problem.js';
import { inputError } from '../../http/problem-texts.js';
import { callerOf } from '../../http/request.js';
import type { SendCommands } from '../../http/send-commands.js';
import type { CommandResult } from '../../trajectories/execute.js';
import type { Standing } from '../reader.js';
import { batchOf, fieldAt, type Batch, type Sent } from './batch.js';
import { withoutGaps } from './decode.js';
import { KEY, SOFT, type FormState } from './form-page.js';
import { formTexts } from './form-texts.js';
import { newRow } from './prefill.js';
import type { Section } from './sections.js';

export type Outcome =
  | { kind: 'stored'; result: CommandResult & { kind: 'accepted' } }
  | { kind: 'again'; status: number; state: FormState };

export interface Posted {
  request: FastifyRequest;
  values: FormValues;
  sections: readonly Section[];
  standing: Standing;
  stream: (key: string) => string;
  opens?: AnyWorkflow;
  lang: Lang;
}

/** Reads what was posted and sends it. The form comes back when a row was added, something cannot be read, or the engine says no. */
export async function sendForm(sender: SendCommands, posted: Posted): Promise<Outcome> {
  const { sections, standing, lang } = posted;
  const key = keyOf(posted.values);
  const rows = rowAction(posted);
  if (rows) return { kind: 'again', status: 200, state: { values: rows, key, refilled: true } };
  const values = withoutGaps(posted.values);
  const again = (status: number, more: Partial<FormState>): Outcome => ({
    kind: 'again',
    status,
    state: { values, key, refilled: true, ...more },
  });
  const batch = batchOf(sections, values, standing);
  if (Object.keys(batch.faults).length > 0) return again(400, { errors: faultTexts(batch, lang) });
  if (batch.sent.length === 0) return again(400, { problem: formTexts(lang).nothingSent });
  const passing = overrides(values, lang);
  if ('errors' in passing) return again(409, { errors: passing.errors, problem: screenTexts(lang).form.errors });
  const commands = batch.sent.map(({ command }) => ({ ...command, ...passing }));
  const result = await sender.send({
    stream: posted.stream(key),
    opens: posted.opens,
    commands,
    key,
    caller: callerOf(posted.request),
  });
  return result.kind === 'accepted' ? { kind: 'stored', result } : again(...answered(result, batch.sent, lang));
}

/** The Idempotency-Key that was made with the page; a new one when it is not there. */
function keyOf(values: FormValues): string {
  const key = values[KEY];
  return typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : randomUUID();
}

/** After 'toevoegen' or 'weghalen': the values with that row; a new row of commands has its defaults. */
function rowAction({ values, sections, standing }: Posted): FormValues | undefined {
  const changed = applyRowAction(values);
  if (!changed) return undefined;
  const section = sections.find(({ prefix, repeated }) => repeated && prefix === values._add);
  const row = section && rowNumbers(changed, section.prefix).at(-1);
  return section && row !== undefined ? { ...changed, ...newRow(standing, section, row) } : changed;
}

/** Soft needs passed with the reason typed in the panel. */
function overrides(values: FormValues, lang: Lang): Pick<Command, 'overrides'> | { errors: FieldErrors } {
  const soft = values[SOFT];
  if (values[OVERRIDE_BUTTON] !== '1' || typeof soft !== 'string') return {};
  const given = values[OVERRIDE_REASON];
  const reason = typeof given === 'string' ? given.trim() : '';
  if (reason === '') return { errors: { [OVERRIDE_REASON]: inputError('', 'absent', {}, lang).text } };
  return {
    overrides: soft
      .split(',')
      .slice(0, 20)
      .map((code) => ({ code, reason })),
  };
}

function faultTexts({ faults }: Batch, lang: Lang): FieldErrors {
  const { faults: texts } = formTexts(lang);
  return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, texts[fault]]));
}

/** What the engine answered, as status and state of the form. @throws Problem when the trajectory is not there. */
function answered(
  result: Exclude<CommandResult, { kind: 'accepted' }>,
  sent: readonly Sent[],
  lang: Lang,
): [number, Partial<FormState>] {
  const words = screenTexts(lang).form;
  switch (result.kind) {
    case 'refused':
      return [409, { refused: result.refused }];
    case 'rejected':
      return rejected(result.rejections, sent[result.index], lang);
    case 'key-reused':
      return [409, { problem: words.keyUsed, key: randomUUID() }];
    case 'too-large':
      return [413, { problem: words.tooLarge }];
    case 'conflict':
      return [409, { problem: words.changed }];
    case 'not-found':
      throw new Problem('not-found');
  }
}

function rejected(rejections: readonly Rejection[], sent: Sent | undefined, lang: Lang): [number, Partial<FormState>] {
  const words = screenTexts(lang).form;
  const errors = Object.fromEntries(
    rejections.map(({ code, pointer, detail }) => {
      const name = sent ? fieldAt(sent, pointer) : pointer;
      return [name, formSentence(code, detail, lang)];
    }),
  );
  const changed = rejections.some(({ code }) => code === 'already-changed' || code === 'stale-revision');
  const before = rejections.some(({ code }) => code === 'before-last-step');
  return [changed || before ? 409 : 400, { errors, ...(changed ? { problem: words.changed } : {}) }];
}

/** People write dates as day-month-year; the sentence of the API shows them the other way. */
function formSentence(code: string, detail: Record<string, string>, lang: Lang): string {
  const { faults } = formTexts(lang);
  if (detail.issue === 'bad-date') return faults.date;
  if (detail.issue === 'bad-instant') return faults.moment;
  return inputError('', code, detail, lang).text;
}
