// The organisation's own stream as a small workflow: no phases, only settings that everything else reads.
import { defineCommands, type Data, type View } from '../kit/commands.js';
import { flatMachine } from '../kit/machine.js';
import { numbersWith } from '../kit/dated-numbers.js';
import { localDay } from '../kit/time.js';
import type { DatedNumber, Recorded, Rejection, Settings } from '../kit/types.js';
import { defineWorkflow } from '../kit/workflow.js';
import { events, type OrganisationData } from './organisation.events.js';
import { localNumbers, numberSettings, settingId, signalsFromOf, wrongSetting } from './settings.js';

export interface OrganisationFacts {
  municipalities: Map<string, { id: string; name: string }>;
  /** By key, or `key@municipality`; the last change wins from its own date on. */
  settings: Map<
    string,
    {
      key: string;
      municipalityId?: string;
      value: string | number | boolean | null;
      from: string;
      /** Every number by the day from which it counts. */
      dated: DatedNumber[];
    }
  >;
  calendar: { from: string; to: string; name: string }[];
  /** The day of its first event. */
  beganOn?: string;
}

const inForce = (view: View<OrganisationFacts>, data: Data) =>
  view.facts.settings.get(settingId(String(data.key), data.municipalityId as string | undefined))?.value ?? null;

function settingConflict(view: View<OrganisationFacts>, data: Data): Rejection | undefined {
  const { key, after, from, municipalityId } = data;
  const wrong = wrongSetting(String(key), after, view.facts, String(from), municipalityId as string | undefined);
  return wrong === undefined
    ? undefined
    : { code: 'invalid', pointer: '/payload/after', detail: { issue: 'bad-setting', expected: wrong } };
}

function repeatedName(view: View<OrganisationFacts>, data: Data): Rejection | undefined {
  const same = [...view.facts.municipalities.values()].some(({ name }) => name === data.name);
  return same ? { code: 'already-changed', pointer: '/payload/name', detail: { got: String(data.name) } } : undefined;
}

function periodsOrdered(_view: View<OrganisationFacts>, data: Data): Rejection | undefined {
  const index = (data.periods as { from: string; to: string }[]).findIndex(({ from, to }) => to < from);
  return index < 0
    ? undefined
    : { code: 'invalid', pointer: `/payload/periods/${index}/to`, detail: { issue: 'before-from' } };
}

const commands = defineCommands<OrganisationFacts>('organisation stream', events, {
  RegisterMunicipality: {
    event: 'MunicipalityRegistered',
    by: ['admin'],
    makes: ['municipalityId'],
    conflict: repeatedName,
  },
  ChangeSetting: {
    event: 'SettingChanged',
    by: ['admin'],
    defaults: { from: ({ today }) => today },
    engine: { before: inForce },
    conflict: settingConflict,
  },
  SetCalendar: { event: 'CalendarSet', by: ['admin'], conflict: periodsOrdered },
});

function noteBeginning(facts: OrganisationFacts, event: Recorded): void {
  facts.beganOn ??= localDay(event.meta.occurredAt);
}

export const organisationWorkflow = defineWorkflow<OrganisationFacts>({
  name: 'organisation',
  version: 1,
  root: {
    machine: flatMachine('root', 'open', { open: {} }),
    events,
    commands,
    needs: {},
    facts: {
      MunicipalityRegistered(facts, event) {
        noteBeginning(facts, event);
        const { municipalityId, name } = event.data as OrganisationData['MunicipalityRegistered'];
        facts.municipalities.set(municipalityId, { id: municipalityId, name });
      },
      SettingChanged(facts, event) {
        noteBeginning(facts, event);
        const { key, municipalityId, after, from } = event.data as OrganisationData['SettingChanged'];
        const id = settingId(key, municipalityId);
        facts.settings.set(id, {
          dated: numbersWith(facts.settings.get(id)?.dated ?? [], {
            from,
            value: typeof after === 'number' ? after : null,
          }),
          key,
          ...(municipalityId ? { municipalityId } : {}),
          value: after,
          from,
        });
      },
      CalendarSet(facts, event) {
        noteBeginning(facts, event);
        facts.calendar = (event.data as OrganisationData['CalendarSet']).periods;
      },
    },
  },
  phases: [],
  entities: [],
  facts: [],
  emptyFacts: () => ({ municipalities: new Map(), settings: new Map(), calendar: [] }),
  rounds: () => [],
  opens: () => false,
  follows: () => [],
  laterPhases: () => [],
  awaits: () => [],
  due: () => [],
  rootAllows: () => true,
  sealedState: undefined,
  refs: { municipality: ({ facts }, id) => facts.municipalities.has(id) },
  named: () => undefined,
  municipalitiesOf: () => [],
  asks: (need) => need.hard,
  forms: [],
});

/** What deciding needs to know of the organisation, from its folded stream. */
export function settingsOf(organisationId: string, facts: OrganisationFacts): Settings {
  const name = facts.settings.get('name')?.value;
  const signalsFrom = signalsFromOf(facts);
  return {
    organisationId,
    organisationName: typeof name === 'string' ? name : '',
    numbers: numberSettings(facts),
    local: localNumbers(facts),
    dated: new Map([...facts.settings].map(([id, { dated }]) => [id, dated])),
    ...(signalsFrom === undefined ? {} : { signalsFrom }),
    calendar: facts.calendar,
    municipalities: new Map([...facts.municipalities.values()].map(({ id, name: own }) => [id, own])),
  };
}
