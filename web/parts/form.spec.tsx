/** Forms and refusals keep what a keyboard and a screen reader need: messages tied to fields, typed text kept, Enter that sends. */
import { describe, expect, it } from '@jest/globals';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { nl } from '../text/nl.js';
import { Fields, Form } from './form.js';
import { RefusalPanel } from './refusal.js';
import { sampleFields, sampleValues } from './sample-form.js';
import { sampleNeeds } from './sample-phases.js';

const html = (element: ReactElement): string => renderToStaticMarkup(element);
const count = (text: string, piece: string): number => text.split(piece).length - 1;
/** The opening tag of the first button with this name, whatever the order of its attributes. */
const button = (text: string, name: string): string =>
  new RegExp(`<button[^>]* name="${name}"[^>]*>`).exec(text)?.[0] ?? '';

describe('refusal', () => {
  const panel = html(<RefusalPanel lang="nl" {...sampleNeeds} override={{ formId: 'f' }} />);

  it('can take the focus, is named by its heading, and counts its needs', () => {
    expect(panel).toMatch(/<section[^>]*tabindex="-1"[^>]*aria-labelledby="weigering-kop"/);
    expect(panel).toContain('<h2 id="weigering-kop">Dit kan nog niet. Er zijn 4 dingen nodig.</h2>');
  });

  it('tells what may never be skipped, and lets the rest be skipped with a reason sent with the form', () => {
    expect(count(panel, nl.refusal.never)).toBe(1);
    expect(panel).toContain('3 van de 4 mag u met een reden overslaan.');
    expect(panel).toMatch(/<textarea[^>]*name="_overrideReason"[^>]*form="f"/);
    expect(button(panel, '_override')).toMatch(/ value="1" form="f"/);
  });

  it('offers no skipping when nothing may be skipped', () => {
    const never = sampleNeeds.self.slice(0, 1);
    expect(html(<RefusalPanel lang="nl" self={never} others={[]} override={{ formId: 'f' }} />)).not.toContain(
      '_override',
    );
  });
});

describe('forms', () => {
  const form = html(
    <Form id="f" action="/x" csrf="geheim">
      <Fields lang="nl" fields={sampleFields} values={sampleValues} errors={{ promisedOn: 'Vul een datum in.' }} />
    </Form>,
  );

  it('ties label, hint and message to the control', () => {
    expect(form).toContain('<label for="veld-promisedOn">');
    expect(form).toMatch(
      /<input[^>]*id="veld-promisedOn"[^>]*aria-describedby="veld-promisedOn-melding" aria-invalid="true"/,
    );
    expect(form).toMatch(/<input[^>]*id="veld-hours"[^>]*aria-describedby="veld-hours-hint"/);
  });

  it('keeps what was typed in every kind of field', () => {
    expect(form).toMatch(/name="budget"[^>]*value="1\.234,50"/);
    expect(form).toContain('name="groups" checked="" value="p1"');
    expect(form).toContain('name="groups" value="p2"');
    expect(form).toMatch(/name="attendance\.0\.count"[^>]*value="21"/);
    expect(form).toMatch(/<textarea[^>]*name="text"[^>]*>Beste bewoner/);
  });

  it('gives a list of rows a template, a button to add and one to take away, which skip the checks', () => {
    expect(form).toMatch(/<template[^>]*>.*name="attendance\.__attendance__\.group"/s);
    expect(button(form, '_add')).toMatch(/ value="attendance" formNoValidate=""/);
    expect(button(form, '_remove')).toMatch(/ value="attendance\.0" formNoValidate=""/);
  });

  it('lets Enter in a field send the form, not take away a row or skip a need', () => {
    const refused = html(<RefusalPanel lang="nl" {...sampleNeeds} override={{ formId: 'f' }} />);
    expect(/<button[^>]*>/.exec(form)?.[0]).toContain('class="vh"');
    expect(/<button[^>]*>/.exec(refused)?.[0]).toMatch(/class="vh"[^>]* form="f"/);
  });

  it('never puts a password back in the page', () => {
    const field = html(
      <Fields
        lang="nl"
        fields={[{ kind: 'text', input: 'password', name: 'p', label: 'Wachtwoord' }]}
        values={{ p: 'x9' }}
      />,
    );
    expect(field).not.toContain('x9');
  });
});
