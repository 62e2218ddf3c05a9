/** First half of the page 'Bouwstenen': words, shapes, buttons, figures, and what stands where there is nothing. */
import type { Lang } from '../text/index.js';
import { Button, ButtonLink, LockedButton } from './button.js';
import { Card } from './card.js';
import { Chip } from './chips.js';
import { Bar, NumberTile } from './figures.js';
import { DefinitionList } from './lists.js';
import { Empty, ErrorState, Loading } from './messages.js';
import { Gate, StateWord, UrgencyShape, type GateView, type StateView } from './shapes.js';

const STATES: StateView[] = [
  { word: 'not-yet' },
  { word: 'busy' },
  { word: 'waiting', who: 'opdrachtgever' },
  { word: 'done' },
];
const GATES: GateView[] = [{ kind: 'open' }, { kind: 'closed', needed: 2 }, { kind: 'reason' }, { kind: 'none' }];
/** The four words, the gate and the chips. */
export function Words({ lang }: { readonly lang: Lang }) {
  return (
    <div className="columns columns-three">
      <Card title="Vier woorden voor een toestand" id="toestanden">
        <ul className="stack stack-tight">
          {STATES.map((state) => (
            <li key={state.word}>
              <StateWord state={state} lang={lang} size="strip" />
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Poort" id="poorten">
        <ul className="stack stack-tight">
          {GATES.map((gate) => (
            <li key={gate.kind}>
              <Gate gate={gate} lang={lang} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Dringend, let op, merk" id="merken">
        <div className="stack stack-tight">
          <p>
            <UrgencyShape level="none" /> op koers
          </p>
          {(['late', 'attention', 'waiting', 'today', 'mark'] as const).map((kind) => (
            <p key={kind}>
              <Chip chip={{ kind, text: kind === 'mark' ? '6 dagen later vastgelegd' : '52 dagen oud' }} />
            </p>
          ))}
        </div>
      </Card>
    </div>
  );
}

function Nothing({ lang }: { readonly lang: Lang }) {
  return (
    <>
      <Card title="Leeg" id="leeg">
        <Empty
          meaning="Er is nu niets te doen."
          next="Straks komt eerst het verslag van gesprek G1, op 29 mei."
          act={{ label: 'Nieuw traject', href: '#leeg' }}
        />
      </Card>
      <Card title="Laden" id="laden">
        <Loading lang={lang} />
      </Card>
      <Card title="Het lukt niet" id="mislukt">
        <ErrorState
          lang={lang}
          failed="Wij kunnen het overzicht nu niet laden."
          advice="Uw werk is bewaard. Probeer het over een minuut opnieuw."
          reference="7f3a-21"
          act={{ label: 'Opnieuw proberen', href: '#mislukt' }}
        />
      </Card>
    </>
  );
}

/** Buttons, figures and the three kinds of nothing. */
export function Small({ lang }: { readonly lang: Lang }) {
  return (
    <div className="columns columns-three">
      <Card title="Knoppen" id="knoppen">
        <div className="button-row">
          <Button look="solid" label="Verslag delen" type="button" />
          <ButtonLink label="Herinneren" href="#knoppen" icon="arrow-right" />
          <Button look="text" label="Later" type="button" />
          <LockedButton lang={lang} />
        </div>
      </Card>
      <Card title="Getal met uitleg" id="getal">
        <NumberTile
          lang={lang}
          label="Antwoorden schuldig"
          value="112"
          change="18 minder dan op 1 mei"
          spark={[90, 96, 94, 100, 99, 108, 120, 128, 125, 130, 124, 112]}
          definition={{
            text: 'Inbreng zonder uitkomst.',
            formula: 'ontvangen min beantwoord',
            position: 'gebeurtenis 48.213',
          }}
        />
      </Card>
      <Card title="Wie is bereikt" id="bereikt">
        <div className="meter-line">
          <span>Bewoners</span>
          <strong>185 gehoord</strong>
        </div>
        <Bar value={40} max={60} target={60} minimum={30} tone="done" text="40 gehoord, minimum 30, doel 60" />
        <p className="meta">minimum 30 · doel 60</p>
        <DefinitionList items={[{ term: 'Uren', value: '148 van 210' }]} />
      </Card>
      <Nothing lang={lang} />
    </div>
  );
}
