/** What the documents say of the workbook: its tabs and columns, and the words of the ledger. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import type { NorwegianStandard, WrittenStandard } from '../../domain/written-standard.ts';
import type { Tab } from '../../register/tab.ts';
import { tabKeys, tabs, type TabKey } from '../../register/tabs.ts';
import { markdownTable } from './fill.ts';

const all: readonly Tab[] = Object.values<Tab>(tabs);
const ofMachine = all.filter(({ owner }) => owner === 'machine');
const code = (word: string): string => `\`${word}\``;

/** How many tabs there are, and which are the machine's: for README. */
export const tabCounts = (): string =>
  `with ${String(all.length)} tabs behind a front page. People own ${String(all.length - ofMachine.length)} of them; Felles keeps the other ${String(ofMachine.length)} (${ofMachine.map(({ name }) => code(name)).join(', ')})`;

/** What a row of each tab is. */
const rowIs: Readonly<Record<TabKey, string>> = {
  activities: 'an activity (the spine)',
  texts: 'the published text of an activity in one written standard',
  cases: 'a case for a quarterly meeting',
  actions: 'an action',
  treatments: 'what a meeting did with a case that an earlier one had treated',
  slots: 'a slot in a conference, webinar or gathering',
  examples: 'an example',
  dialogues: 'a contact with a county authority or network',
  contacts: 'a person or post box',
  answers: 'a proposed time for a quarterly meeting, and whether it suits one of those who are invited',
  recipients: 'a municipality or county authority',
  settings: 'a setting',
  statements: 'what was said once about a row, with its facts as they were said',
  ledger: 'an event in the ledger',
  findings: 'a problem found by `npm run check`',
};

/** Every tab with its columns, and the words of its closed lists. */
export function tabTable(): string {
  const rows = tabKeys.map((key) => {
    const { name, owner, columns }: Tab = tabs[key];
    const words = Object.values(columns).map(
      ({ heading, choices }) => `${heading}${choices === undefined ? '' : ` (${choices.join(', ')})`}`,
    );
    return [`${code(name)}${owner === 'machine' ? ' (machine)' : ''}`, rowIs[key], words.join(' · ')];
  });
  return markdownTable(['tab', 'one row is', 'columns'], rows);
}

/** What each word of the ledger means. */
const eventMeans: Readonly<Record<keyof typeof ledgerEvents, Readonly<Record<WrittenStandard, string>>>> = {
  claimed: {
    en: 'one machine has it, and has not told yet what came of it',
    nb: 'en maskin har tatt utsendelsen, og har ikke sagt hvordan det gikk',
    nn: 'ei maskin har teke utsendinga, og har ikkje sagt korleis det gjekk',
  },
  written: {
    en: 'a file or a draft was made; nothing is sent until a person sends it, and says so',
    nb: 'skrevet som fil eller utkast, og ikke sendt før et menneske gjør det',
    nn: 'skriven som fil eller utkast, og ikkje send før eit menneske gjer det',
  },
  sent: {
    en: 'the outbox took it, and said so; `kø-id` is its receipt',
    nb: 'e-posttjeneren har tatt imot e-posten',
    nn: 'e-posttenaren har teke imot e-posten',
  },
  failed: {
    en: 'the outbox said no for good; `feil` says with which words',
    nb: 'e-posttjeneren sa nei for godt',
    nn: 'e-posttenaren sa nei for godt',
  },
  notSent: {
    en: 'surely not sent; the next run sends it',
    nb: 'sikkert ikke sendt; neste kjøring sender e-posten',
    nn: 'sikkert ikkje send; neste køyring sender e-posten',
  },
  unclear: {
    en: 'the connection or the machine broke between the last byte and the answer: nobody can know',
    nb: 'ingen kan vite om e-posten kom fram; en person må avgjøre det',
    nn: 'ingen kan vite om e-posten kom fram; ein person må avgjere det',
  },
  bounced: {
    en: 'it was taken, and came back; `feil` begins with the status',
    nb: 'e-posten kom tilbake',
    nn: 'e-posten kom tilbake',
  },
  optedOut: {
    en: 'the recipient asks to get no more',
    nb: 'mottakeren vil ikke ha flere',
    nn: 'mottakaren vil ikkje ha fleire',
  },
};

const isEvent = (key: string): key is keyof typeof ledgerEvents => Object.hasOwn(ledgerEvents, key);

const eventRows = (standard: WrittenStandard): readonly (readonly [string, string])[] =>
  Object.entries(ledgerEvents).map(([key, word]) => [
    code(word),
    isEvent(key) ? eventMeans[key][standard] : '',
  ]);

/** The words of the ledger, for those who run Felles. */
export const eventTable = (): string => markdownTable(['in the ledger', 'means'], eventRows('en'));

/** The words of the ledger in a cell of a guide. */
export const eventWords = (standard: NorwegianStandard): string =>
  eventRows(standard)
    .map(([word, means]) => `${word} (${means})`)
    .join(', ');
