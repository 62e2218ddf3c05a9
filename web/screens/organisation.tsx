/** The organisation's own page: what is in force, and a form for each thing that an administrator can change. */
import type { ReactNode } from 'react';
import { Button } from '../parts/button.js';
import { Card } from '../parts/card.js';
import { fieldId, type FieldErrors, type FieldSpec, type FormValues } from '../parts/field-types.js';
import { Fields, Form } from '../parts/form.js';
import { Empty } from '../parts/messages.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { UrgencyShape } from '../parts/shapes.js';
import { Table } from '../parts/table.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type OrganisationForm = {
  readonly command: string;
  readonly title: string;
  readonly fields: readonly FieldSpec[];
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly problem?: string;
  readonly key: string;
  readonly refilled: boolean;
};
export type OrganisationPageView = {
  readonly name: string;
  readonly csrf: string;
  readonly towns: readonly { readonly id: string; readonly name: string }[];
  readonly settings: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly calendar: readonly {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly name: string;
  }[];
  readonly forms: readonly OrganisationForm[];
};
type Part = { readonly lang: Frame['lang']; readonly view: OrganisationPageView };

function InForce({ lang, view }: Part): ReactNode {
  const words = screenTexts(lang).organisation;
  return (
    <>
      <Card id="gemeenten" title={words.towns}>
        {view.towns.length === 0 && <Empty meaning={words.noTowns} next={words.noTownsNext} />}
        <ul className="lines">
          {view.towns.map((town) => (
            <li key={town.id}>{town.name}</li>
          ))}
        </ul>
      </Card>
      <Card id="instellingen" title={words.settings}>
        <Table
          id="instellingen-tabel"
          caption={words.settings}
          captionHidden
          columns={[{ label: words.setting }, { label: words.value }]}
          rows={view.settings.map(({ key, label, value }) => ({ key, cells: [label, value] }))}
        />
      </Card>
      <Card id="kalender" title={words.calendar}>
        {view.calendar.length === 0 && <Empty meaning={words.noCalendar} />}
        {view.calendar.length > 0 && (
          <Table
            id="kalender-tabel"
            caption={words.calendar}
            captionHidden
            columns={[{ label: words.name }, { label: words.from }, { label: words.to }]}
            rows={view.calendar.map(({ key, name, from, to }) => ({ key, cells: [name, from, to] }))}
          />
        )}
      </Card>
    </>
  );
}

function ChangeForm({ lang, view, form }: Part & { readonly form: OrganisationForm }) {
  const words = screenTexts(lang);
  const faults = Object.entries(form.errors).filter(([, error]) => error !== undefined);
  return (
    <Card id={`doe-${form.command}`} title={form.title}>
      <Form
        id={`formulier-${form.command}`}
        action={`/organisatie/${form.command}`}
        csrf={view.csrf}
        hidden={{ _key: form.key }}
        refilled={form.refilled}
      >
        {(form.problem !== undefined || faults.length > 0) && (
          <div className="message" tabIndex={-1} data-focus-on-load role="alert">
            <UrgencyShape level="attention" />
            <p>
              {form.problem ?? words.form.errors}{' '}
              {faults.map(([name, error]) => (
                <a key={name} href={`#${fieldId(name)}`}>
                  {typeof error === 'string' ? error : error?.text}
                </a>
              ))}
            </p>
          </div>
        )}
        <Fields lang={lang} fields={form.fields} values={form.values} errors={form.errors} />
        <div className="button-row">
          <Button label={words.organisation.save} context={`(${form.title})`} />
        </div>
      </Form>
    </Card>
  );
}

/** The whole page as html text. */
export function organisationPage(frame: Frame, view: OrganisationPageView): string {
  const { lang } = frame;
  const words = screenTexts(lang).organisation;
  return renderPage(
    <Page {...frame} title={words.title}>
      <PageHead lang={lang} title={view.name === '' ? words.title : view.name} finding={words.intro} />
      <div className="columns columns-form">
        <div className="stack">
          <InForce lang={lang} view={view} />
        </div>
        <div className="stack">
          {view.forms.map((form) => (
            <ChangeForm key={form.command} lang={lang} view={view} form={form} />
          ))}
        </div>
      </div>
    </Page>,
  );
}
