// Example 9.4 of the domain as somebody fills it in on the screens: the twelve forms and nothing else. Each step is a day, a person, a form and
// what is typed; `c1.0.text` is the field `text` of the first row of the second part.
import type { Page } from 'playwright-core';

export interface FormStep {
  at: string;
  by: 'processcoordinator' | 'projectleader';
  form: string;
  /** Optional parts to tick, by their place. */
  tick?: readonly number[];
  /** Rows to add first, by the path of the list. */
  rows?: readonly string[];
  /** Field name to what is typed; a select by the text of its choice (`=` before it), a box by true. */
  type: Readonly<Record<string, string | true>>;
}

export const REGISTER: FormStep = {
  at: '2026-04-07T07:00:00.000Z',
  by: 'processcoordinator',
  form: 'register',
  tick: [1],
  rows: ['c2'],
  type: {
    'c0.title': 'Vijf bankjes in de Kersenlaan',
    'c0.theme': 'groen',
    'c0.clientRef': '=client Oosterkoog',
    'c1.question': 'Waar in de Kersenlaan staan de vijf bankjes het best?',
    'c1.publicText': 'Waar in de Kersenlaan staan de vijf bankjes het best?',
    'c2.0.name': 'bewoners Kersenlaan',
    'c2.0.required': true,
    'c2.0.size': '64',
    'c2.0.min': '10',
    'c2.0.target': '20',
  },
};

export const STEPS: readonly FormStep[] = [
  {
    at: '2026-04-07T07:20:00.000Z',
    by: 'processcoordinator',
    form: 'ask-time-and-money',
    tick: [1],
    type: {
      'c0.totalHours': '20',
      'c0.totalCents': '250,00',
      'c0.startOn': '2026-04-07',
      'c0.endOn': '2026-06-19',
      'c1.approverRef': '=approver Oosterkoog',
      'c1.decideBy': '2026-04-14',
    },
  },
  {
    at: '2026-04-09T08:00:00.000Z',
    by: 'processcoordinator',
    form: 'approve',
    type: {
      _decidedRole: '=budgethouder',
      _decidedFunction: 'budgethouder groen',
      _decidedRef: '=approver Oosterkoog',
      _decidedOn: '2026-04-09',
      _evidence: 'Mail van de budgethouder: akkoord met 20 uur en 250 euro.',
    },
  },
  {
    at: '2026-04-10T07:00:00.000Z',
    by: 'processcoordinator',
    form: 'who-does-what',
    tick: [1, 2],
    rows: ['c0', 'c0'],
    type: {
      'c0.0.role': '=projectleider',
      'c0.0.assigneeRef': '=projectLeader Oosterkoog',
      'c0.0.department': 'Beheer groen',
      'c0.0.responsibility': '=inhoud',
      'c0.0.accepted': true,
      'c0.1.role': '=procescoördinator',
      'c0.1.assigneeRef': '=processCoordinator Oosterkoog',
      'c0.1.department': 'Participatie',
      'c0.1.responsibility': '=proces',
      'c0.1.accepted': true,
      'c1.assigneeRef': '=processCoordinator Oosterkoog',
      'c1.publicName': 'Groenloket Oosterkoog',
      'c1.channel': 'telefoon en mail',
    },
  },
  {
    at: '2026-04-10T07:30:00.000Z',
    by: 'processcoordinator',
    form: 'plan-conversation',
    type: { 'c0.startsAt': '2026-04-28T19:00', 'c0.venue': 'straatgesprek op de stoep' },
  },
  {
    at: '2026-04-13T09:00:00.000Z',
    by: 'processcoordinator',
    form: 'invite',
    type: {
      'c2.0.channel': 'briefje in de bus',
      'c2.0.addressed': '64',
      'c2.0.says.timeNeeded': 'een half uur',
      'c2.0.says.resultsWhen': 'voor 12 mei',
    },
  },
  {
    at: '2026-04-28T18:30:00.000Z',
    by: 'processcoordinator',
    form: 'conversation-held',
    rows: ['c1', 'c1', 'c2'],
    type: {
      'c0.attendance.0.count': '21',
      'c1.0.text': 'een bankje bij de speelplek',
      'c1.1.text': 'een bankje bij de bushalte',
      'c2.0.text': 'bankjes staan er voor de zomer',
      'c2.0.dueOn': '2026-06-19',
      'c2.0.public': true,
    },
  },
  {
    at: '2026-04-30T08:00:00.000Z',
    by: 'processcoordinator',
    form: 'report',
    tick: [2],
    type: { 'c1.text': 'foto van de kaart met stickers' },
  },
  {
    at: '2026-05-06T11:00:00.000Z',
    by: 'projectleader',
    form: 'weigh-ideas',
    tick: [9, 10],
    rows: ['c1', 'c3'],
    type: {
      'c1.0.contributionIds': '=B1',
      'c1.0.how': 'bankje 3 komt bij de speelplek',
      'c3.0.contributionIds': '=B2',
      'c3.0.reason': 'onder de stoep liggen kabels; naast de brievenbus kan wel',
      'c9.answered': '=ja',
    },
  },
  {
    at: '2026-05-08T09:00:00.000Z',
    by: 'processcoordinator',
    form: 'give-feedback',
    tick: [0, 1],
    type: { 'c1.channel': 'kaartje met de vijf plekken', 'c1.recipients': '21' },
  },
  {
    at: '2026-06-11T13:00:00.000Z',
    by: 'processcoordinator',
    form: 'agreements-hours-corrections',
    rows: ['c0', 'c1', 'c3'],
    type: {
      'c0.0.agreementId': '=A1',
      'c1.0.hours': '7,5',
      'c3.0.what': '=Aantal mensen: 21',
      'c3.0.after': '19',
      'c3.0.reason': 'twee namen dubbel geteld',
    },
  },
  {
    at: '2026-06-12T07:30:00.000Z',
    by: 'processcoordinator',
    form: 'complete',
    rows: ['c0'],
    type: {
      'c0.0.text': 'Vraag vooraf waar kabels liggen.',
      'c0.0.kind': '=de volgende keer anders',
      'c0.0.phase': '=Gesprekken',
    },
  },
];

/** Opens the parts and rows of a step and types what it says. */
export async function fillIn(page: Page, { tick = [], rows = [], type }: FormStep): Promise<void> {
  for (const part of tick) await page.check(`[name="c${part}._send"]`);
  for (const path of rows) await page.click(`button[name="_add"][value="${path}"]`);
  for (const [name, value] of Object.entries(type)) await put(page, name, value);
}

async function put(page: Page, name: string, value: string | true): Promise<void> {
  const field = page.locator(`[name="${name}"]`);
  const tag = await field
    .first()
    .evaluate((node) => (node instanceof HTMLInputElement ? node.type : node.tagName.toLowerCase()));
  if (value === true) return field.first().check();
  if (!value.startsWith('=')) return field.first().fill(value);
  const words = value.slice(1);
  if (tag === 'select') {
    const choice = await field.first().locator('option').filter({ hasText: words }).first().getAttribute('value');
    await field.first().selectOption(choice ?? '');
    return;
  }
  const id = await field.first().evaluate((node) => node.closest('fieldset')?.id ?? '');
  await page.locator(`#${id} label`).filter({ hasText: words }).first().click();
}

/** Sends the form on the page. */
export const send = (page: Page): Promise<void> => page.locator('form#formulier .button-solid').click();
