// Dutch words of the approval phase.
import type { Labels } from '../../kit/labels.js';

export const nl: Labels = {
  name: 'Goedkeuring tijd en geld',
  states: {
    estimating: { word: 'bezig', label: 'Begroten' },
    submitted: { word: 'wacht op', label: 'Ingediend', who: 'budgethouder' },
    rejected: { word: 'bezig', label: 'Afgewezen' },
    approved: { word: 'klaar', label: 'Goedgekeurd' },
    supplementPending: { word: 'wacht op', label: 'Aanvulling gevraagd', who: 'budgethouder' },
  },
  commands: {
    MakeEstimate: 'Begroting maken',
    RequestApproval: 'Akkoord vragen',
    ReturnApproval: 'Begroting teruggeven',
    ApproveTimeAndMoney: 'Tijd en geld goedkeuren',
    RejectTimeAndMoney: 'Tijd en geld afwijzen',
    RequestSupplement: 'Aanvulling vragen',
    ApproveSupplement: 'Aanvulling goedkeuren',
    RejectSupplement: 'Aanvulling afwijzen',
  },
  fields: {
    estimateId: 'Begroting',
    lines: 'Regels per fase',
    phase: 'Fase',
    role: 'Rol',
    hours: 'Uren',
    cents: 'Bedrag',
    totalHours: 'Uren in totaal',
    totalCents: 'Bedrag in totaal',
    startOn: 'Begint op',
    endOn: 'Klaar op',
    basis: 'Waarop rust de schatting?',
    sample: 'Ervaringscijfers',
    n: 'Aantal trajecten',
    p50h: 'Uren, de helft zit hieronder',
    p80h: 'Uren, 80% zit hieronder',
    p50c: 'Bedrag, de helft zit hieronder',
    p80c: 'Bedrag, 80% zit hieronder',
    approverRef: 'Budgethouder',
    decideBy: 'Antwoord voor',
    missing: 'Wat ontbreekt',
    conditions: 'Voorwaarden',
    reason: 'Reden',
    wayOut: 'Hoe nu verder?',
    days: 'Extra dagen',
  },
  choices: {
    basis: { experience: 'ervaringscijfers', expert: 'inschatting van een kenner', quote: 'offerte' },
    wayOut: { smallerScope: 'kleiner maken', lowerLevel: 'minder invloed vragen', stop: 'stoppen' },
  },
  events: {
    EstimateMade: (data, names) =>
      `Er is een begroting gemaakt: ${names.number(data.totalHours)} uur en ${names.euros(data.totalCents)}, ` +
      `van ${names.date(data.startOn)} tot en met ${names.date(data.endOn)}.`,
    ApprovalRequested: (data, names) =>
      `Er is akkoord gevraagd voor tijd en geld: beslissen voor ${names.date(data.decideBy)}.`,
    ApprovalReturned: (data) => `De begroting is teruggegeven: ${String(data.reason)}`,
    TimeAndMoneyApproved: (data, names) =>
      `Tijd en geld zijn goedgekeurd: ${names.number(data.hours)} uur en ${names.euros(data.cents)}.`,
    TimeAndMoneyRejected: (data, names) =>
      `Tijd en geld zijn afgewezen: ${String(data.reason)} Vervolg: ${names.choice('wayOut', data.wayOut)}.`,
    SupplementRequested: (data, names) =>
      `Er is een aanvulling gevraagd van ${names.number(data.hours)} uur en ${names.euros(data.cents)}: ${String(data.reason)}`,
    SupplementApproved: (data, names) =>
      `De aanvulling is goedgekeurd: ${names.number(data.hours)} uur en ${names.euros(data.cents)} erbij, klaar op ${names.date(data.endOn)}.`,
    SupplementRejected: (data) => `De aanvulling is afgewezen: ${String(data.reason)}`,
  },
  needs: {
    ESTIMATE_COVERS_ALL: 'Er zijn geen uren voor duiden of voor terugkoppelen.',
    APPROVER_NOT_REQUESTER: 'Wie het vroeg kan het niet zelf goedkeuren.',
  },
};
