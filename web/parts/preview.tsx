/** The page 'Bouwstenen' for developers: every part with sample content, so that a change of the look is seen in one place. */
import type { ReactNode } from 'react';
import type { Lang } from '../text/index.js';
import { Banner } from './banner.js';
import { Button } from './button.js';
import { ActLines, Card, OwedCard } from './card.js';
import { MiniStrip } from './figures.js';
import { Fields, Form } from './form.js';
import { FilterLinks, Pagination } from './lists.js';
import { PageHead } from './page-head.js';
import { Page, type PageProps } from './page.js';
import { sampleFields, sampleValues } from './sample-form.js';
import { sampleBlocks, sampleEdges, sampleNeeds, sampleNodes } from './sample-phases.js';
import { sampleActs, sampleOwed, sampleStory } from './sample-work.js';
import { Small, Words } from './preview-words.js';
import { RefusalPanel } from './refusal.js';
import { Statechart } from './statechart.js';
import { Story } from './story.js';
import { PhaseStrip } from './strip.js';
import { Table } from './table.js';

const PHASES = sampleBlocks.map(({ name, state }) => ({ name, state }));

function Work({ lang }: { readonly lang: Lang }) {
  return (
    <div className="columns columns-side">
      <div className="stack">
        <h2 className="column-head">
          Nu <span className="meta">2 van 2 · dringendste eerst</span>
        </h2>
        <div className="stack stack-tight">
          {sampleOwed.map((card) => (
            <OwedCard key={card.id} {...card} />
          ))}
        </div>
        <Card title="Verhaal" id="verhaal" note="64 regels" link={{ label: 'alles', href: '#verhaal' }} live="*">
          <div className="stack">
            <FilterLinks
              label="Filters"
              links={[
                { label: 'Alles', href: '#alles', current: true },
                { label: 'Contact', href: '#contact' },
              ]}
            />
            <FilterLinks
              label="Wie leest dit"
              look="segment"
              links={[
                { label: 'Intern', href: '#intern', current: true },
                { label: 'Openbaar', href: '#openbaar' },
              ]}
            />
            <Story days={sampleStory} lang={lang} />
            <Pagination lang={lang} page={1} pages={3} next="#volgende" />
          </div>
        </Card>
      </div>
      <div className="stack">
        <Card title="Wat kan nu" id="wat-kan-nu">
          <ActLines lines={sampleActs} lang={lang} />
        </Card>
        <Banner
          kind="past"
          text="U kijkt naar 3 maart 2026. Hier kunt u niets veranderen."
          link={{ label: 'Terug naar vandaag', href: '#nu' }}
        />
        <Banner kind="connection" text="Geen verbinding. Stand tot 08:41." />
      </div>
    </div>
  );
}

function FormSample({ lang }: { readonly lang: Lang }) {
  return (
    <div className="columns columns-form">
      <div className="stack">
        <RefusalPanel lang={lang} {...sampleNeeds} override={{ formId: 'voorbeeld' }} />
        <Form id="voorbeeld" action="#voorbeeld" csrf="voorbeeld" refilled>
          <Fields
            lang={lang}
            fields={sampleFields}
            values={sampleValues}
            errors={{
              promisedOn: 'Vul een datum in.',
              text: { text: 'Haal de naam en het nummer weg.', never: true },
              groups: 'Kies nog een groep.',
            }}
          />
          <div className="button-row">
            <Button look="solid" label="Opnieuw proberen" />
          </div>
        </Form>
      </div>
    </div>
  );
}

function Tables({ lang }: { readonly lang: Lang }): ReactNode {
  return (
    <>
      <Card title="Alle lopende trajecten" id="rijen">
        <Table
          id="rijen-tabel"
          caption="Alle lopende trajecten"
          captionHidden
          sticky
          columns={[
            { label: 'Traject' },
            { label: 'Vijf fasen' },
            { label: 'Hoe gaat het' },
            { label: 'Dagen te laat', number: true },
          ]}
          rows={[
            {
              key: 'havenweg',
              cells: [
                <a key="naam" href="#havenweg">
                  Verkeersstraat Havenweg
                </a>,
                <MiniStrip key="fasen" lang={lang} phases={PHASES} />,
                'Let op: opdrachtgever moet kiezen over B2',
                '3',
              ],
            },
          ]}
          foot={{ key: 'samen', cells: ['Samen', '', '', '3'] }}
        />
      </Card>
      <Card title="Waar staat Duiden" id="duiden" note="ronde 1 · rode lijn = gelopen weg">
        <Statechart
          lang={lang}
          id="kaart-duiden"
          title="Duiden, ronde 1"
          width={1040}
          height={190}
          nodes={sampleNodes}
          edges={sampleEdges}
        />
      </Card>
    </>
  );
}

/** The whole page; the frame comes from the caller, so that it can be served with its own menu and account. */
export function Bouwstenen(frame: Omit<PageProps, 'title' | 'children'>) {
  const { lang } = frame;
  return (
    <Page {...frame} title="Bouwstenen">
      <PageHead
        lang={lang}
        above={[{ text: 'Zuiderkoog', href: '#zuiderkoog' }, ' · verkeer · niveau raadplegen']}
        title="Bouwstenen"
        state={{ word: 'busy', label: 'Loopt' }}
        meta={['plan v2', ['stand tot gebeurtenis ', { text: '64', href: '#regel-64' }, ', 08:41']]}
        facts={[
          { term: 'Aanspreekpunt', value: 'Projectloket Havenweg' },
          { term: 'Volgende belofte', value: '12 juni · terugkoppeling' },
        ]}
      />
      <PhaseStrip
        lang={lang}
        blocks={sampleBlocks}
        before={[
          { id: 'preparation', name: 'Voor\u00adbereiding', state: { word: 'done' }, when: '17 feb' },
          { id: 'outreach', name: 'Vraag en publiek', state: { word: 'done' }, when: '6 mei' },
        ]}
        after={[{ id: 'decision', name: 'Besluit', state: { word: 'not-yet' }, when: '7 jul' }]}
      />
      <Words lang={lang} />
      <Small lang={lang} />
      <Work lang={lang} />
      <FormSample lang={lang} />
      <Tables lang={lang} />
    </Page>
  );
}
