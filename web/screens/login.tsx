/** The login page: two fields, one button, and what to do when it does not work. */
import { Button } from '../parts/button.js';
import { Card } from '../parts/card.js';
import type { FieldSpec } from '../parts/field-types.js';
import { Fields, Form } from '../parts/form.js';
import { PageHead } from '../parts/page-head.js';
import { Page, renderPage } from '../parts/page.js';
import { UrgencyShape } from '../parts/shapes.js';
import type { Frame } from './frame.js';
import { screenTexts } from './text/index.js';

export type LoginView = {
  readonly action: string;
  /** Where to go afterwards. */
  readonly next?: string;
  readonly login?: string;
  readonly problem?: { readonly kind: 'failed' } | { readonly kind: 'wait'; readonly seconds: number };
};

function problemText(lang: Frame['lang'], problem: LoginView['problem']): string | undefined {
  const words = screenTexts(lang).login;
  if (problem === undefined) return undefined;
  return problem.kind === 'failed' ? words.failed : words.wait(problem.seconds);
}

const fieldsOf = (lang: Frame['lang']): FieldSpec[] => {
  const words = screenTexts(lang).login;
  const common = { kind: 'text', maxLength: 200, required: true } as const;
  return [
    { ...common, name: 'login', label: words.login, autocomplete: 'username' },
    { ...common, name: 'password', label: words.password, input: 'password', autocomplete: 'current-password' },
  ];
};

/** The whole page as html text. */
export function loginPage(frame: Frame, view: LoginView): string {
  const { lang } = frame;
  const words = screenTexts(lang).login;
  const problem = problemText(lang, view.problem);
  return renderPage(
    <Page {...frame} title={words.title}>
      <div className="form-width stack">
        <PageHead lang={lang} title={words.title} />
        <Card>
          <Form
            id="inloggen"
            action={view.action}
            csrf=""
            hidden={view.next ? { next: view.next } : {}}
            refilled={problem !== undefined}
          >
            <p>{words.intro}</p>
            {problem && (
              <p className="message" role="alert">
                <UrgencyShape level="attention" />
                <span>{problem}</span>
              </p>
            )}
            <Fields lang={lang} values={{ login: view.login }} fields={fieldsOf(lang)} />
            <div className="button-row">
              <Button look="solid" label={words.submit} />
            </div>
          </Form>
        </Card>
        <p className="meta">{words.forgotten}</p>
      </div>
    </Page>,
  );
}
