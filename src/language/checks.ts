/** The checks that a mailing goes through, in words: each says what is so where the check finds nothing. */
import { spoken } from '../domain/msg.ts';
import { text, type Text } from './page/commands/words.ts';

/** By the name that is typed. A test walks the checklist and finds one that has none. */
export const checkWords: Readonly<Record<string, Text>> = {
  'both-versions': text('Teksten finnes i begge målformer', 'Teksten finst i begge målformer'),
  'texts-approved': text('Tekstene er godkjent', 'Tekstane er godkjende'),
  'weekday-matches': text('Ukedager og datoer i teksten stemmer', 'Vekedagar og datoar i teksten stemmer'),
  'links-honest': text('Lenkene kan sendes', 'Lenkjene kan sendast'),
  'recipients-there': text('Det finnes mottakere', 'Det finst mottakarar'),
  'sent-once': text('Den er ikke sendt før', 'Ho er ikkje send før'),
  'ledger-whole': text(
    'Utsendelser har alle radene om det som er sendt',
    'Utsendelser har alle radene om det som er sendt',
  ),
  announced: text('Webinaret er kunngjort', 'Webinaret er kunngjort'),
  'written-settled': text(
    'Det er meldt hva som ble gjort med filer og utkast',
    'Det er meldt kva som vart gjort med filer og utkast',
  ),
  'standards-known': text('Målformen til mottakerne er kjent', 'Målforma til mottakarane er kjend'),
  'sender-address': text('Avsenderen er oppgitt', 'Avsendaren er oppgitt'),
  'privacy-told': text('Personvernerklæringen er oppgitt', 'Personvernerklæringa er oppgitt'),
  'language-list-fresh': text(
    'Listen over språkvedtak er sett over nylig',
    'Lista over språkvedtak er sett over nyleg',
  ),
  'copy-of-workbook': text('Det er det riktige regnearket', 'Det er det rette regnearket'),
  'ledger-readable': text('Utsendelser kan leses', 'Utsendelser kan lesast'),
  'tabs-readable': text('Fanene kan leses', 'Fanene kan lesast'),
  'programme-readable': text('Programmet kan leses', 'Programmet kan lesast'),
  'settings-readable': text('Innstillingene kan leses', 'Innstillingane kan lesast'),
  'status-fits': text('Status passer til utsendelsen', 'Status passar til utsendinga'),
  'date-in-future': text('Webinaret har ikke begynt', 'Webinaret har ikkje byrja'),
  'webinar-over': text('Webinaret er holdt', 'Webinaret er halde'),
  'has-moved': text('Webinaret har fått ny tid', 'Webinaret har fått ny tid'),
  'link-there': text('Lenken til påmelding er der', 'Lenkja til påmelding er der'),
  'recording-link': text('Lenken til opptaket er der', 'Lenkja til opptaket er der'),
  'speakers-confirmed': text('Innlederne har bekreftet', 'Innleiarane har stadfesta'),
  'deadline-before-start': text(
    'Påmeldingsfristen er før webinaret begynner',
    'Påmeldingsfristen er før webinaret byrjar',
  ),
  'deadline-in-future': text('Påmeldingsfristen er ikke passert', 'Påmeldingsfristen er ikkje passert'),
  shared: text('Webinaret deles med partneren', 'Webinaret blir delt med partnaren'),
};

/** How what is said names a check: in English by the name that is typed. */
export function checkNamed(name: string): string {
  const standard = spoken();
  return (standard === 'en' ? undefined : checkWords[name]?.[standard]) ?? name;
}
