// What a start does with what it finds: an organisation is opened, an empty directory gets its demo or its own organisation, and a log on a
// server is never filled without being asked.
import type { Config } from './config.js';
import { LogRefused } from './event-log/errors.js';
import { setUpOrganisation, type NewLogin } from './organisation-setup.js';
import type { Runtime } from './runtime.js';

export interface StartOptions {
  /** Set up a real, empty organisation of this name where there is none. */
  empty: boolean;
  name: string;
}

/**
 * Opens or sets up the organisation; answers the logins that were made, to be shown once.
 * @throws LogRefused when the log is empty and nobody asked to fill it, or holds something else.
 */
export async function openOrganisation(
  runtime: Runtime,
  { eventLog }: Pick<Config, 'eventLog'>,
  options: StartOptions,
  say: (text: string) => void,
): Promise<NewLogin[]> {
  const known = await runtime.organisation();
  if (known === undefined) await refuseUnlessAsked(runtime, eventLog.kind, options);
  else if (eventLog.kind === 'eventstoredb' || !runtime.options.demo) return opened(runtime, options, say);
  if (!runtime.options.demo) return [await setUpOrganisation(runtime, options.name)];
  // Loaded for a demo only: a real organisation starts without the stories.
  const { seedIfEmpty } = await import('./demo/fill.js');
  return seedIfEmpty(runtime, say);
}

function opened({ identity }: Runtime, { empty }: StartOptions, say: (text: string) => void): NewLogin[] {
  if (empty) say('Er is hier al een organisatie; die wordt geopend.');
  if (identity.accounts.all().length === 0)
    say(
      'Let op: dit logboek heeft een organisatie, maar deze gegevensmap heeft geen accounts. Is het de goede map? Zonder het bestand ' +
        "vault.sqlite dat erbij hoort blijven verzegelde teksten onleesbaar. Een account maakt u met 'npx rode-draad account'.",
    );
  return [];
}

/** A log that holds other things is never added to, and an empty one only when somebody asked for an organisation in it. */
async function refuseUnlessAsked(
  { log, options: { demo, directory } }: Runtime,
  kind: 'sqlite' | 'eventstoredb',
  { empty }: StartOptions,
): Promise<void> {
  const isFile = kind === 'sqlite';
  if ((await log.head()) !== undefined)
    throw new LogRefused(
      'other-log',
      isFile
        ? `Het logboek in ${directory} begint niet met een organisatie. Is het beschadigd? Voer 'npx rode-draad verify' uit.`
        : 'Dit logboek op EventStoreDB bevat gebeurtenissen onder onze namen, maar begint niet met een organisatie. Controleer EVENTSTORE_URL.',
    );
  if (empty || (isFile && demo)) return;
  throw new LogRefused(
    'empty',
    `Het logboek ${isFile ? `in ${directory}` : 'op EventStoreDB'} is leeg. Start met 'npm start -- --empty --name "Naam van de organisatie"' ` +
      `voor een eigen organisatie, of ${isFile ? 'zet een export of reservekopie terug' : "vul het eerst met 'npx rode-draad demo'"}.`,
  );
}
