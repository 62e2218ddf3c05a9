/** The refusal panel: everything that is needed at once, who can solve it, and how a need may be skipped with a reason. It gets the focus on arrival. */
import { texts, type Lang } from '../text/index.js';
import { Button, DefaultButton } from './button.js';
import { Field } from './field.js';
import type { FieldErrors } from './field-types.js';
import { NeedList, type NeedView } from './needs.js';
import { GateShape } from './shapes.js';

export type RefusalProps = {
  readonly lang: Lang;
  /** Replaces 'Dit kan nog niet. Er zijn n dingen nodig.' */
  readonly heading?: string;
  /** What did not happen; default 'Er is niets veranderd. Wat u typte, staat hieronder nog.' */
  readonly notDone?: string;
  readonly self: readonly NeedView[];
  readonly others: readonly NeedView[];
  /**
   * Skipping with a reason: the reason field and button belong to the form with id `formId` elsewhere on the page, so that all
   * that was typed goes along. They are sent as `_overrideReason` and `_override` = '1'. Left out when nothing may be skipped.
   */
  readonly override?: { readonly formId: string; readonly reason?: string; readonly errors?: FieldErrors };
};

export const OVERRIDE_REASON = '_overrideReason';
export const OVERRIDE_BUTTON = '_override';

function NeedGroup({
  lang,
  heading,
  needs,
}: {
  readonly lang: Lang;
  readonly heading: string;
  readonly needs: readonly NeedView[];
}) {
  if (needs.length === 0) return null;
  return (
    <section className="refusal-group">
      <h3>
        {heading} <span className="meta">{needs.length}</span>
      </h3>
      <NeedList needs={needs} lang={lang} />
    </section>
  );
}

function Foot({
  lang,
  override,
  needs,
}: Pick<RefusalProps, 'lang' | 'override'> & { readonly needs: readonly NeedView[] }) {
  const words = texts(lang).refusal;
  const skippable = needs.filter((need) => need.level === 'reason').length;
  if (override === undefined || skippable === 0) return null;
  return (
    <details className="refusal-foot" open={override.reason !== undefined || override.errors !== undefined}>
      <summary>
        <span>
          <strong>{words.overridable(skippable, needs.length)}</strong>
          <br />
          {words.visible}
        </span>
        <span className="button button-outlined">{words.override}</span>
      </summary>
      <div className="stack">
        <DefaultButton form={override.formId} />
        <Field
          kind="textarea"
          lang={lang}
          name={OVERRIDE_REASON}
          label={words.reason}
          hint={words.reasonHint}
          form={override.formId}
          value={override.reason}
          error={override.errors?.[OVERRIDE_REASON]}
          lines={3}
          required
        />
        <div>
          <Button label={words.override} form={override.formId} name={OVERRIDE_BUTTON} value="1" />
        </div>
      </div>
    </details>
  );
}

/** The panel; place it above the form it is about, and give the page `blocked` so that its title begins with 'Kan nog niet:'. */
export function RefusalPanel({ lang, heading, notDone, self, others, override }: RefusalProps) {
  const words = texts(lang).refusal;
  const needs = [...self, ...others];
  return (
    <section className="refusal" tabIndex={-1} aria-labelledby="weigering-kop" id="weigering" data-focus-on-load>
      <div className="refusal-head">
        <GateShape kind="closed" />
        <div>
          <h2 id="weigering-kop">{heading ?? words.heading(needs.length)}</h2>
          <p>{notDone ?? words.notDone}</p>
        </div>
      </div>
      <div className="refusal-body">
        <NeedGroup lang={lang} heading={words.self} needs={self} />
        <NeedGroup lang={lang} heading={words.others} needs={others} />
      </div>
      <Foot lang={lang} override={override} needs={needs} />
    </section>
  );
}
