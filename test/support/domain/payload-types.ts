// The types of fields that the reference shows without one: the default types of section 3.0 and, where those leave a field open,
// the reading taken here with its reason. Everything not named is Txt, as section 3.0 ends.
import { caught, quoted, section } from './source.js';
import type { FieldType, Scalar } from './payload-language.js';

quoted('03-phases', 'Shown without a type: `…Id`, `…Ref` = Id, `…Ids` and plurals with `[]` = lists, `on`, `…On`');
quoted('03-phases', 'everything else Txt');

/** The default types of section 3.0 by the form of the name; the first that fits. */
const byForm: [RegExp, Scalar][] = [
  [/^(sourceSystem|externalId)$/, 'String200'],
  [/(Id|Ref)$/, 'Id'],
  [/^(on|from|to|until)$|On$/, 'Date'],
  [/At$/, 'Instant'],
  [/^version$|Version$/, 'int'],
  [/^has[A-Z]|^participantsTold$/, 'boolean'],
  [
    /^(name|title|label|theme|tool|channel|channels|venue|sender|party|department|function|scope|form|category)$/,
    'String200',
  ],
  [/(Name|Title|Label|Department|Dept|Category)$/, 'String200'],
  // Not said in 3.0, but the name is the type: hours, totalCents, role, level, phase.
  [/^hours$|Hours$/, 'Hours'],
  [/^cents$|Cents$/, 'Cents'],
  [/^role$/, 'Role'],
  [/^level$|^levelChange$/, 'Level'],
  [/^phase$/, 'Phase'],
  // Numbers by their use elsewhere in the reference.
  [/^(count|days|capacity|min|n)$/, 'int'],
  [/^p\d0h$/, 'Hours'],
  [/^p\d0c$/, 'Cents'],
  [/^required$/, 'boolean'],
  [/Until$/, 'Date'],
  // Names of things of the model itself; never text that somebody writes.
  [/^(command|field|fields|toState|because|subject|key|code|signalCode|retentionClass|stage|url)$/, 'code'],
];

const workflows: FieldType = { kind: 'choice', values: ['kern', 'volledig'] };
const logbookForms = caught(section('05-logbook'), /`logbookForm:('\w+'(?:\|'\w+')*)`/)[0]!
  .replaceAll("'", '')
  .split('|');
quoted('03-phases', "`about` = roundId, decisionId or 'stopped'.");
quoted('05-logbook', 'only `public` entries');

/** Fields whose type stands elsewhere in the reference, by `Event.path`; a bare name holds for every event that is not named itself. */
const written: Record<string, FieldType> = {
  about: {
    kind: 'either',
    of: [{ kind: 'Id' }, { kind: 'choice', values: ['stopped'] }],
  },
  'SecondOpinionRequested.about': { kind: 'choice', values: ['design', 'evaluation'] },
  workflow: workflows,
  advisedWorkflow: workflows,
  logbookForm: { kind: 'choice', values: logbookForms },
  visibility: { kind: 'choice', values: ['internal', 'public'] },
  reviewedBy: { kind: 'Id' },
  'PhaseCompleted.outcome': { kind: 'code' },
  'FeedbackPrepared.items.outcome': { kind: 'code' },
  'LevelSet.before': { kind: 'Level' },
  'FactCorrected.before': { kind: 'any' },
  'FactCorrected.after': { kind: 'any' },
  'SettingChanged.before': { kind: 'any' },
  'SettingChanged.after': { kind: 'any' },
  'OrdinanceRecorded.terms': { kind: 'any' },
  'LearningActionProposed.keyNo': { kind: 'range', min: 1, max: 8 },
  'FinalReportDrafted.statutory.part': { kind: 'code' },
};

/** Fields that have the type of the same field of the event before them. */
export const sameAs: Readonly<Record<string, string>> = {
  'RoleReleased.responsibility': 'RoleAssigned.responsibility',
  'SurveyClosed.kind': 'SurveySent.kind',
  'ScanFinalised.moment': 'ScanPlanned.moment',
  'ScanFinalised.scores': 'ScanScored.scores',
  'ConsentWithdrawn.purpose': 'ConsentRecorded.purpose',
};

/** The type of a field that is shown without one. */
export function defaultType(event: string, path: string): FieldType {
  const name = path.split('.').at(-1) ?? path;
  const known = written[`${event}.${path}`] ?? written[name];
  if (known) return known;
  if (name.endsWith('Ids')) return { kind: 'list', of: { kind: 'Id' } };
  return { kind: byForm.find(([pattern]) => pattern.test(name))?.[1] ?? 'Txt' };
}

const scalars: Record<string, Scalar> = {
  Id: 'Id',
  Date: 'Date',
  Cents: 'Cents',
  Hours: 'Hours',
  Role: 'Role',
  Level: 'Level',
  Phase: 'Phase',
  LawBasis: 'LawBasis',
  Txt: 'Txt',
  Letter: 'Letter',
  boolean: 'boolean',
  int: 'int',
  code: 'code',
  contributionId: 'Id',
};

/** The type behind a written name. Throws for a name that the reference does not define. */
export function namedType(name: string): FieldType {
  const kind = scalars[name];
  if (!kind) throw new Error(`the reference has no type ${name}`);
  return { kind };
}
