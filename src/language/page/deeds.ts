/** The common deeds: each a command with its flags, as the page offers it ready. A new one is one entry here. */
import { text, type Text } from './commands/words.ts';
import type { DeedGroup } from './doing-words.ts';

export interface Deed {
  readonly group: DeedGroup;
  /** As in the terminal, without `npm run`. */
  readonly typed: string;
  /** The flag that a person fills in first. */
  readonly asks?: string;
  readonly words: Text;
}

const deed = (group: DeedGroup, typed: string, nb: string, nn: string, asks?: string): Deed => ({
  ...{ group, typed, words: text(nb, nn) },
  ...(asks === undefined ? {} : { asks }),
});

export const deeds: readonly Deed[] = [
  deed('register', 'check --give-ids', 'Gi ID til rader som mangler det', 'Gi ID til rader som manglar det'),
  deed(
    'register',
    'check --write',
    'Skriv feil og gjøremål i fanen Kontroll',
    'Skriv feil og gjeremål i fana Kontroll',
  ),
  deed('register', 'init', 'Legg til det som mangler i regnearket', 'Legg til det som manglar i reknearket'),
  deed('register', 'today --make', 'Lag utsendelsene som skal ut', 'Lag utsendingane som skal ut'),
  deed('register', 'today', 'Ta noe av listen for i dag', 'Ta noko av lista for i dag', 'waive'),
  deed('meeting', 'agenda', 'Lag sakslisten', 'Lag sakslista'),
  deed(
    'meeting',
    'agenda --number --mailing',
    'Gi sakene nummer, og lag utsendelsen av sakslisten',
    'Gi sakene nummer, og lag utsendinga av sakslista',
  ),
  deed('meeting', 'plan --write', 'Planlegg møtene i et år', 'Planlegg møta i eit år', 'year'),
  deed(
    'meeting',
    'plan --poll next --write',
    'Spør hvilken dag som passer for møtet',
    'Spør kva dag som passar for møtet',
  ),
  deed(
    'meeting',
    'plan --decide next --write',
    'Velg dagen som passer for flest',
    'Vel dagen som passar for flest',
  ),
  deed('minutes', 'minutes', 'Lag utkast til referat', 'Lag utkast til referat'),
  deed(
    'minutes',
    'minutes --publish',
    'Lag utkastet som Google-dokument',
    'Lag utkastet som Google-dokument',
  ),
  deed(
    'minutes',
    'minutes --write',
    'Les det som ble skrevet i referatet, inn i registeret',
    'Les det som vart skrive i referatet, inn i registeret',
    'read',
  ),
  deed(
    'minutes',
    'minutes --final --mailing',
    'Ta vare på ferdig referat, og lag utsendelsene',
    'Ta vare på ferdig referat, og lag utsendingane',
  ),
  deed('minutes', 'minutes --actions', 'Lag påminnelse om tiltak', 'Lag påminning om tiltak'),
  deed('minutes', 'decisions', 'Finn vedtak', 'Finn vedtak', 'search'),
  deed('webinar', 'announce', 'Lag utsendelsene om webinarer', 'Lag utsendingane om webinar'),
  deed('webinar', 'announce --plan', 'Se når hver tekst skal ut', 'Sjå når kvar tekst skal ut'),
  deed(
    'webinar',
    'announce --webinar last --kind correction',
    'Rett en utsendelse som var feil',
    'Rett ei utsending som var feil',
    'wrong-nb',
  ),
  deed('webinar', 'plan --write', 'Planlegg en serie webinarer', 'Planlegg ein serie webinar', 'series'),
  deed('webinar', 'programme', 'Lag programmet', 'Lag programmet'),
  deed('webinar', 'programme --release', 'Gi ut programmet', 'Gi ut programmet'),
  deed('webinar', 'speakers', 'Lag meldingene til innledere', 'Lag meldingane til innleiarar'),
  deed(
    'others',
    'digest --for Distriktssenteret --mailing',
    'Lag orientering til Distriktssenteret',
    'Lag orientering til Distriktssenteret',
  ),
  deed(
    'others',
    'digest --for Bylivsenteret --mailing',
    'Lag orientering til Bylivsenteret',
    'Lag orientering til Bylivsenteret',
  ),
  deed('others', 'send', 'Les e-post som kom i retur', 'Les e-post som kom i retur', 'bounces'),
  deed('others', 'county', 'Lag et fylkesnotat', 'Lag eit fylkesnotat', 'fylke'),
  deed('others', 'report', 'Lag årsrapporten', 'Lag årsrapporten'),
  deed('others', 'doctor', 'Sjekk at alt er på plass', 'Sjekk at alt er på plass'),
  deed('others', 'login', 'Logg inn hos Google', 'Logg inn hos Google'),
];
