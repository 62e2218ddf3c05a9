// Dutch sentences for everything that can go wrong at the border: what is the matter, and what to do now.
import type { ProblemTexts } from './problem-texts.js';

export const nl: ProblemTexts = {
  problems: {
    'bad-utf8': {
      title: 'Geen leesbare tekst',
      detail: 'De inhoud is geen geldige UTF-8. Verstuur de tekst als UTF-8.',
    },
    'malformed-json': {
      title: 'Geen geldige JSON',
      detail: 'De inhoud is geen geldige JSON. Controleer haakjes, komma’s en aanhalingstekens.',
    },
    'too-deep': { title: 'Te diep genest', detail: 'De inhoud heeft meer dan 10 lagen. Maak de inhoud platter.' },
    'duplicate-key': {
      title: 'Veld staat er dubbel',
      detail: 'Het veld ‘{key}’ staat er twee keer. Stuur elk veld één keer.',
    },
    'forbidden-key': { title: 'Veldnaam mag niet', detail: 'De veldnaam ‘{key}’ mag niet worden gebruikt.' },
    'not-an-object': { title: 'Geen object', detail: 'De inhoud moet één JSON-object zijn, met accolades eromheen.' },
    'invalid-input': {
      title: 'De invoer klopt niet',
      detail: 'Een of meer velden kloppen niet. Bij ‘errors’ staat welke en waarom.',
    },
    'unknown-command': {
      title: 'Opdracht bestaat niet',
      detail: 'De opdracht ‘{got}’ bestaat niet. Kijk bij de mogelijke opdrachten.',
    },
    'unknown-id': {
      title: 'Verwijzing bestaat niet',
      detail: 'Er wordt verwezen naar iets dat hier niet bestaat. Bij ‘errors’ staat welk veld.',
    },
    'dates-differ': {
      title: 'Datums verschillen',
      detail: 'De dag in ‘on’ is een andere dan die in ‘occurredAt’. Maak ze gelijk of laat er een weg.',
    },
    'batch-too-long': {
      title: 'Te veel opdrachten',
      detail: 'In één keer kunnen 1 tot en met 200 opdrachten mee. Verdeel ze.',
    },
    'bad-query': {
      title: 'Het adres klopt niet',
      detail: 'Een waarde achter het vraagteken klopt niet. Bij ‘errors’ staat welke.',
    },
    'bad-header': {
      title: 'Kopregel klopt niet',
      detail: 'Een kopregel van het verzoek klopt niet. Bij ‘errors’ staat welke.',
    },
    'bad-url': { title: 'Het adres klopt niet', detail: 'Dit adres kan niet worden gelezen.' },
    'idempotency-key-missing': {
      title: 'Idempotency-Key ontbreekt',
      detail: 'Stuur de kopregel ‘Idempotency-Key’ mee, met een eigen waarde voor elk verzoek.',
    },
    'login-needed': { title: 'Eerst inloggen', detail: 'Log eerst in, of stuur een geldig token mee.' },
    'login-failed': { title: 'Inloggen lukt niet', detail: 'De inlognaam of het wachtwoord klopt niet.' },
    forbidden: { title: 'Dit mag u niet zien of doen', detail: 'Uw rol heeft hier geen recht op.' },
    'not-from-this-site': {
      title: 'Verzoek komt niet van deze site',
      detail: 'Het verzoek kwam niet van een pagina van Rode Draad, of de pagina is verlopen. Laad de pagina opnieuw.',
    },
    'not-found': { title: 'Niet gevonden', detail: 'Wat u zoekt bestaat niet, of u mag het niet zien.' },
    'method-not-allowed': {
      title: 'Dat kan niet op dit adres',
      detail: 'Dit adres kent ‘{method}’ niet. Wel: {allow}.',
    },
    'needs-missing': {
      title: 'Er ontbreekt nog iets',
      detail: 'De opdracht kan nog niet. Bij ‘missing’ staat alles wat ontbreekt en wie dat kan oplossen.',
    },
    'already-changed': {
      title: 'Al gewijzigd',
      detail: 'Dit is al vastgelegd, of iemand heeft het intussen gewijzigd. Kijk wat er nu staat.',
    },
    'before-last-step': {
      title: 'Datum ligt te vroeg',
      detail: 'Een besluit kan niet eerder zijn dan de stap ervoor. Kies een later moment.',
    },
    'idempotency-key-reused': {
      title: 'Sleutel al gebruikt',
      detail: 'Deze ‘Idempotency-Key’ is al gebruikt voor een andere inhoud. Neem een nieuwe.',
    },
    'changed-meanwhile': {
      title: 'Intussen gewijzigd',
      detail: 'Anderen legden tegelijk iets vast. Kijk wat er nu staat en probeer het opnieuw.',
    },
    'stale-revision': {
      title: 'Intussen gewijzigd',
      detail: 'Er is een stap gezet nadat u dit las. Kijk wat er nu staat en probeer het opnieuw.',
    },
    'body-too-large': {
      title: 'Te veel inhoud',
      detail: 'De inhoud is groter dan 1 MB. Maak die kleiner of verdeel die.',
    },
    'append-too-large': {
      title: 'Te veel in één keer',
      detail: 'Dit verzoek legt te veel vast in één keer. Verdeel het over meer verzoeken.',
    },
    'url-too-long': { title: 'Het adres is te lang', detail: 'Een deel van het adres is te lang.' },
    'unsupported-media-type': { title: 'Soort inhoud onbekend', detail: 'Stuur de inhoud als ‘application/json’.' },
    'too-many-attempts': {
      title: 'Te vaak geprobeerd',
      detail: 'Er is te vaak geprobeerd in te loggen. Wacht {seconds} seconden.',
    },
    'internal-error': {
      title: 'Er ging iets mis',
      detail: 'Er ging iets mis bij ons. Er is niets vastgelegd dat u niet terugziet. Probeer het opnieuw.',
    },
    'temporarily-unavailable': {
      title: 'Even niet beschikbaar',
      detail: 'Het is niet zeker of dit is vastgelegd. Herhaal het verzoek met dezelfde ‘Idempotency-Key’.',
    },
    'storage-full': {
      title: 'De opslag is vol',
      detail:
        'De opslag is vol. Wat er al stond, is er nog; of dit is vastgelegd, is niet zeker. Vraag de beheerder om ruimte te maken en herhaal het dan.',
    },
    'stream-deleted': {
      title: 'Gegevens verwijderd uit het logboek',
      detail:
        'De gebeurtenissen hiervan zijn op de server van het logboek verwijderd. Er kan niets worden vastgelegd. Neem contact op met de beheerder.',
    },
  },
  issues: {
    absent: 'Dit veld is nodig.',
    'unknown-field': 'Dit veld bestaat hier niet.',
    'invalid-type': 'Hier hoort {expected}.',
    'too-big': 'Dit is te groot of te lang; het hoogste is {maximum}.',
    'too-small': 'Dit is te klein of te kort; het laagste is {minimum}.',
    'not-multiple-of': 'Dit moet een veelvoud zijn van {divisor}.',
    'invalid-format': 'Deze waarde heeft niet de goede vorm.',
    'invalid-value': 'Kies een van: {expected}.',
    'invalid-union': 'Deze waarde past niet bij dit veld.',
    'ends-before-start': 'De einddatum ligt voor de begindatum.',
    'bad-date': 'Dit is geen bestaande datum. Schrijf jaar-maand-dag, zoals 2026-04-07.',
    'needs-day': 'Noem ook de dag: ‘known=then’ hoort bij ‘asOf’.',
    'bad-instant': 'Dit is geen bestaand tijdstip. Schrijf bijvoorbeeld 2026-04-07T14:30:00+02:00.',
    'bad-text': 'Deze tekst bevat tekens die niet kunnen worden bewaard.',
    'bad-reference': '‘{got}’ verwijst niet naar een eerdere opdracht die dit veld maakt.',
    'bad-setting': 'Deze waarde past niet bij deze instelling; verwacht: {expected}.',
    'before-from': 'De laatste dag ligt voor de eerste.',
    'not-ahead': 'De dag moet na vandaag liggen.',
    'in-future': 'Deze datum ligt in de toekomst.',
    'one-of': 'Vul één van beide in, niet allebei en niet geen van beide.',
    'unknown-value': '‘{got}’ bestaat niet.',
    'unknown-id': 'Hiernaar verwijst niets in dit traject of deze organisatie.',
    'unknown-command': 'De opdracht ‘{got}’ bestaat niet.',
    'already-stored': 'Dit is al vastgelegd.',
    'already-changed': 'Er staat nu {expected}, niet {got}.',
    'dates-differ': '‘on’ is {on}, maar ‘occurredAt’ valt op {occurredOn}.',
    'before-last-step': 'De laatste stap was op {last}; dit is op {got}.',
    'stale-revision': 'U las revisie {got}; nu is het revisie {expected}.',
    disagrees: 'Dit komt niet overeen met wat bekend is: {expected}.',
    'wrong-length': 'Dit veld heeft 1 tot en met {maximum} tekens.',
    'bad-position': 'Dit is geen positie; een positie bestaat uit cijfers.',
    'bad-revision': 'Dit is geen revisie; schrijf een getal tussen aanhalingstekens.',
    'one-command-only': 'Deze kopregel kan alleen bij één opdracht; geef bij meer opdrachten ‘ifMatch’ per opdracht.',
    'several-values': 'Geef deze waarde één keer.',
    other: 'Deze waarde past niet bij dit veld.',
  },
  types: {
    string: 'tekst',
    number: 'een getal',
    int: 'een heel getal',
    boolean: 'true of false',
    object: 'een object',
    array: 'een lijst',
    record: 'een object',
    date: 'een datum',
  },
};
