/** A form of the workflow: one part per command, everything sent at once or nothing, with the refusal above it and what is needed beside it. */
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { fieldId, type FieldErrors, type FieldSpec, type FormValues } from '../parts/field-types.js';
import { Fields, Form } from '../parts/form.js';
import { NeedList, type NeedView } from '../parts/needs.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { RefusalPanel } from '../parts/refusal.js';
import { StateShape, UrgencyShape } from '../parts/shapes.js';
import type { InlineText } from '../parts/inline.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type FormSection = {
  readonly key: string;
  readonly title: string;
  /** Set for a part that may be left out: the name of its checkbox and the words beside it. */
  readonly send?: { readonly name: string; readonly label: string };
  readonly fields: readonly FieldSpec[];
};
export type FormView = {
  readonly title: string;
  readonly above: InlineText;
  readonly action: string;
  readonly csrf: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly sections: readonly FormSection[];
  /** Fields of the form as a whole: for whom, and when. */
  readonly whole: readonly FieldSpec[];
  readonly values: FormValues;
  readonly errors: FieldErrors;
  /** Comes back with what was typed. */
  readonly refilled: boolean;
  /** One sentence about the whole form. */
  readonly problem?: string;
  readonly refusal?: {
    readonly self: readonly NeedView[];
    readonly others: readonly NeedView[];
    readonly mayOverride: boolean;
    readonly reason?: string;
    readonly errors?: FieldErrors;
  };
  /** What the state alone says is needed before this can be sent. */
  readonly needs: readonly NeedView[];
  readonly back: string;
};

const ID = 'formulier';
type Part = { readonly lang: Frame['lang']; readonly view: FormView };

function Section({ section, lang, view }: Part & { readonly section: FormSection }) {
  const fields = <Fields lang={lang} fields={section.fields} values={view.values} errors={view.errors} />;
  const rows = section.fields.length === 1 && section.fields[0]?.kind === 'rows';
  if (section.send === undefined) {
    return (
      <section className="form-part" aria-labelledby={rows ? undefined : `deel-${section.key}`}>
        {!rows && view.sections.length > 1 && <h2 id={`deel-${section.key}`}>{section.title}</h2>}
        {fields}
      </section>
    );
  }
  return (
    <section className="form-part form-optional" aria-label={section.title}>
      <Fields
        lang={lang}
        fields={[{ kind: 'checkbox', name: section.send.name, label: section.send.label }]}
        values={view.values}
      />
      <div className="form-part-fields">{fields}</div>
    </section>
  );
}

function Problems({ lang, view }: Part): ReactNode {
  const words = screenTexts(lang).form;
  const faults = Object.entries(view.errors).filter(([, error]) => error !== undefined);
  if (view.problem === undefined && faults.length === 0) return null;
  return (
    <section className="form-problems" tabIndex={-1} data-focus-on-load aria-labelledby="form-problems-kop">
      <h2 id="form-problems-kop">{view.problem ?? words.errors}</h2>
      <p>{words.kept}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map(([name, error]) => (
            <li key={name}>
              <UrgencyShape level="attention" />{' '}
              <a href={`#${fieldId(name)}`}>{typeof error === 'string' ? error : error?.text}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Side({ lang, view }: Part) {
  const words = screenTexts(lang).form;
  return (
    <div className="stack">
      {/* A refusal says it all; the same list twice would only differ in what the payload adds. */}
      {view.refusal ? null : (
        <Card title={words.needs} id="wat-nodig">
          {view.needs.length > 0 ? (
            <NeedList needs={view.needs} lang={lang} small />
          ) : (
            <p className="meta">
              <StateShape word="done" size="mini" /> {words.needsNone}
            </p>
          )}
        </Card>
      )}
      <p className="meta">{words.sideAll}</p>
    </div>
  );
}

/** The whole page as html text. */
export function formPage(frame: Frame, view: FormView): string {
  const { lang } = frame;
  const words = screenTexts(lang).form;
  const { refusal } = view;
  return renderPage(
    <Page {...frame} title={view.title} blocked={refusal !== undefined}>
      <PageHead lang={lang} title={view.title} above={view.above} />
      <div className="columns columns-form">
        <div className="stack">
          {refusal && (
            <RefusalPanel
              lang={lang}
              self={refusal.self}
              others={refusal.others}
              override={
                refusal.mayOverride ? { formId: ID, reason: refusal.reason, errors: refusal.errors } : undefined
              }
            />
          )}
          {!refusal && <Problems lang={lang} view={view} />}
          <Form id={ID} action={view.action} csrf={view.csrf} hidden={view.hidden} refilled={view.refilled}>
            {view.sections.map((section) => (
              <Section key={section.key} section={section} lang={lang} view={view} />
            ))}
            {view.whole.length > 0 && (
              <section className="form-part">
                <Fields lang={lang} fields={view.whole} values={view.values} errors={view.errors} />
              </section>
            )}
            <div className="button-row">
              <Button look="solid" label={view.refilled ? words.again : words.send} />
              <ButtonLink look="text" label={screenTexts(lang).trajectory.back} href={view.back} />
            </div>
          </Form>
        </div>
        <Side lang={lang} view={view} />
      </div>
    </Page>,
  );
}
