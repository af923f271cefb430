/** Flags that several commands have in the same sense, and the words of a choice. */
import { checkWords } from '../../checks.ts';
import { choosing, seldom, text, type FlagWords, type Text } from './words.ts';

export const sharedFlags: Readonly<Record<string, FlagWords>> = {
  standard: choosing(
    text('Skriftspråk', 'Skriftspråk'),
    text('Uten valg: det som er vanlig for dokumentet.', 'Utan val: det som er vanleg for dokumentet.'),
    seldom,
  ),
  format: choosing(
    text('Filer', 'Filer'),
    text('Uten kryss lages alle.', 'Utan kryss blir alle laga.'),
    seldom,
  ),
};

/** Choices by their value. */
export const choiceWords: Readonly<Record<string, Text>> = {
  nb: text('Bokmål', 'Bokmål'),
  nn: text('Nynorsk', 'Nynorsk'),
  both: text('Begge', 'Begge'),
  html: text('Nettside', 'Nettside'),
  docx: text('Word', 'Word'),
  txt: text('Ren tekst', 'Rein tekst'),
  ics: text('Kalender', 'Kalender'),
  xml: text('Program for konferanseapper (XML)', 'Program for konferanseappar (XML)'),
  json: text('Program for konferanseapper (JSON)', 'Program for konferanseappar (JSON)'),
  next: text('Det neste', 'Det neste'),
  last: text('Det siste', 'Det siste'),
  files: text('Filer som en person sender', 'Filer som ein person sender'),
  smtp: text('E-posttjener', 'E-posttenar'),
  gmail: text('Gmail', 'Gmail'),
  'gmail-drafts': text('Utkast i Gmail', 'Utkast i Gmail'),
  sent: text('Den ble sendt', 'Ho vart send'),
  resend: text('Den ble ikke sendt, og skal sendes', 'Ho vart ikkje send, og skal sendast'),
  announcement: text('Kunngjøring', 'Kunngjering'),
  reminder: text('Påminnelse', 'Påminning'),
  followup: text('Oppfølging', 'Oppfølging'),
  moved: text('Ny tid', 'Ny tid'),
  cancelled: text('Avlysning', 'Avlysing'),
  correction: text('Rettelse', 'Retting'),
  asked: text('Forespørsel', 'Førespurnad'),
  nudge: text('Purring', 'Purring'),
  confirmed: text('Bekreftelse', 'Stadfesting'),
  changed: text('Endring', 'Endring'),
  thanks: text('Takk', 'Takk'),
  withdrawn: text('Innlegg avlyst', 'Innlegg avlyst'),
  Bylivsenteret: text('Bylivsenteret', 'Bylivsenteret'),
  Distriktssenteret: text('Distriktssenteret', 'Distriktssenteret'),
  mandag: text('Mandag', 'Måndag'),
  tirsdag: text('Tirsdag', 'Tysdag'),
  onsdag: text('Onsdag', 'Onsdag'),
  torsdag: text('Torsdag', 'Torsdag'),
  fredag: text('Fredag', 'Fredag'),
  ...checkWords,
};
