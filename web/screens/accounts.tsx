/** Accounts, for administrators: make one (its password is shown once), see all, end one. */
import { Button } from '../parts/button.js';
import { Card } from '../parts/card.js';
import type { FieldErrors, FormValues, Option } from '../parts/field-types.js';
import { Fields, Form } from '../parts/form.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { StateWord } from '../parts/shapes.js';
import { Table } from '../parts/table.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type AccountsView = {
  readonly csrf: string;
  readonly accounts: readonly {
    readonly login: string;
    readonly name: string;
    readonly rights: string;
    readonly active: boolean;
    readonly own: boolean;
  }[];
  readonly roles: readonly Option[];
  readonly towns: readonly Option[];
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly problem?: string;
  /** Just made: shown once and never again. */
  readonly made?: { readonly login: string; readonly password: string };
};
type Part = { readonly lang: Frame['lang']; readonly view: AccountsView };

function Made({ lang, view }: Part) {
  const words = screenTexts(lang).accounts;
  if (!view.made) return null;
  return (
    <Card id="gemaakt" title={words.made(view.made.login)}>
      <div tabIndex={-1} data-focus-on-load role="status">
        <p>
          {words.password}: <span className="password-once">{view.made.password}</span>
        </p>
        <p>{words.once}</p>
      </div>
    </Card>
  );
}

function All({ lang, view }: Part) {
  const words = screenTexts(lang).accounts;
  return (
    <Table
      id="accounts-tabel"
      caption={words.list}
      captionHidden
      sticky
      columns={[
        { label: words.login },
        { label: words.name },
        { label: words.rights },
        { label: words.state },
        { label: words.end },
      ]}
      rows={view.accounts.map((account) => ({
        key: account.login,
        cells: [
          account.login,
          account.name,
          account.rights,
          <StateWord
            key="state"
            lang={lang}
            state={{ word: account.active ? 'busy' : 'done' }}
            label={account.active ? words.active : words.ended}
          />,
          account.active && !account.own ? (
            <form key="end" method="post" action="/beheer/accounts/beeindigen">
              <input type="hidden" name="_csrf" value={view.csrf} />
              <input type="hidden" name="login" value={account.login} />
              <Button label={words.end} context={`(${account.login})`} inline />
            </form>
          ) : (
            ''
          ),
        ],
      }))}
    />
  );
}

/** The whole page as html text. */
export function accountsPage(frame: Frame, view: AccountsView): string {
  const { lang } = frame;
  const words = screenTexts(lang).accounts;
  return renderPage(
    <Page {...frame} title={words.title} wide>
      <PageHead lang={lang} title={words.title} finding={words.intro} />
      <Made lang={lang} view={view} />
      <Card id="maken" title={words.make}>
        <Form
          id="account"
          action="/beheer/accounts"
          csrf={view.csrf}
          refilled={Object.keys(view.errors).length > 0 || view.problem !== undefined}
        >
          {view.problem && (
            <p className="message" role="alert">
              {view.problem}
            </p>
          )}
          <Fields
            lang={lang}
            values={view.values}
            errors={view.errors}
            fields={[
              { kind: 'text', name: 'name', label: words.name, hint: words.nameHint, maxLength: 200, required: true },
              {
                kind: 'text',
                name: 'login',
                label: words.login,
                hint: words.loginHint,
                autocomplete: 'off',
                maxLength: 60,
                required: true,
              },
              { kind: 'select', name: 'role', label: words.role, options: view.roles, required: true },
              { kind: 'select', name: 'municipality', label: words.town, hint: words.townHint, options: view.towns },
            ]}
          />
          <div className="button-row">
            <Button look="solid" label={words.make} />
          </div>
        </Form>
      </Card>
      <Card id="alle" title={words.list}>
        <All lang={lang} view={view} />
      </Card>
    </Page>,
  );
}
