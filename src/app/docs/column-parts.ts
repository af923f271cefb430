/** The column reference for those who edit the register, in bokmål as the notes of the headings are. */
import { yesNo } from '../../register/lists.ts';
import * as lists from '../../register/lists.ts';
import { settingRows } from '../../register/data/setting-rows.ts';
import { neededIn } from '../../register/rows/needed.ts';
import type { Tab } from '../../register/tab.ts';
import { tabKeys, tabs, type TabKey } from '../../register/tabs.ts';
import { markdownTable } from './fill.ts';

const code = (word: string): string => `\`${word}\``;
const codes = (words: readonly string[]): string => words.map(code).join(', ');

/** What a row of each tab is. */
const rowIs: Readonly<Record<TabKey, string>> = {
  activities: 'En rad er en aktivitet etter avtalen: et møte, et webinar, en konferanse.',
  texts: 'En rad er teksten som skal ut om en aktivitet, på ett språk.',
  cases: 'En rad er en sak til et kvartalsmøte.',
  actions: 'En rad er noe noen har lovet å gjøre.',
  treatments: 'En rad er det et kvartalsmøte gjorde med en sak som et tidligere møte alt hadde behandlet.',
  slots: 'En rad er en post i programmet for en konferanse, et webinar eller en samling.',
  examples: 'En rad er et eksempel som andre kan lære av.',
  dialogues: 'En rad er en kontakt med en fylkeskommune, en region eller et nettverk.',
  contacts: 'En rad er en person, en rolle eller en postkasse.',
  answers:
    'En rad er ett tidspunkt som er foreslått for et kvartalsmøte, og svaret fra én av dem som blir innkalt.',
  recipients: 'En rad er en kommune eller en fylkeskommune.',
  settings: 'En rad er en innstilling.',
  statements: 'En rad er noe som er sagt om en rad i registeret, med opplysningene slik de var da.',
  ledger: 'En rad er noe som skjedde med én mottaker av en utsendelse.',
  findings: 'En rad er noe Felles fant ved den siste kontrollen.',
};

/** A tab with the note of each column. */
function columnsOf(key: TabKey): string {
  const { name, owner, columns, row }: Tab = tabs[key];
  const needed = neededIn(row);
  const rows = Object.entries(columns).map(([column, { heading, aliases, note, choices = [] }]) => {
    const mustBe = owner === 'people' && column !== 'id' && needed.has(column) ? ['**Må.**'] : [];
    const words = choices.length > 0 && choices[0] !== yesNo.yes[0] ? [`Ordene: ${codes(choices)}.`] : [];
    return [code(heading), [...mustBe, note, ...words].join(' '), aliases.join(', ')];
  });
  const machine = owner === 'machine' ? ' Bare Felles skriver her.' : '';
  const head = ['Kolonne', 'Det du skriver', 'Overskrifter som også går'];
  return [`### ${code(name)}`, `${rowIs[key]}${machine}`, markdownTable(head, rows)].join('\n\n');
}

/** Every tab in the order of the workbook, with its columns. */
export const columnReference = (): string => tabKeys.map(columnsOf).join('\n\n');

/** The columns that offer the words of a list, with their tab where it is not in every tab the same. */
function columnsWith(words: readonly string[]): string {
  const offers = Object.values<Tab>(tabs).flatMap(({ name, columns }) =>
    Object.values(columns)
      .filter(({ choices }) => choices?.join() === words.join())
      .map(({ heading }) => ({ name, heading })),
  );
  const headings = [...new Set(offers.map(({ heading }) => heading))];
  return headings
    .map((heading) => {
      const inTabs = offers.filter((one) => one.heading === heading).map(({ name }) => name);
      return `${code(heading)} i ${codes(inTabs)}`;
    })
    .join('; ');
}

/** Every closed list: where it is, the words that the dropdown offers, and those that are accepted besides. */
export function wordReference(): string {
  const rows = Object.values<lists.ClosedList<string>>(lists).map((list) => {
    const words = Object.values<readonly [string, ...string[]]>(list);
    const own = words.map(([word]) => word);
    const others = words.flatMap(([word, ...more]) =>
      more.length > 0 ? [`for ${code(word)}: ${codes(more)}`] : [],
    );
    return [columnsWith(own), codes(own), others.join('; ')];
  });
  // The order of a module's exports depends on how it is loaded.
  const sorted = rows.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return markdownTable(['Kolonne', 'Ordene i listen', 'Går også'], sorted);
}

/** Every setting with its first value. */
export function settingReference(): string {
  const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
  const rows = settingRows().map((row) => {
    const value = textOf(row['Verdi']);
    return [code(textOf(row['Nøkkel'])), value === '' ? 'tom' : code(value), textOf(row['Forklaring'])];
  });
  return markdownTable(['Innstilling', 'Verdi fra start', 'Hva den styrer'], rows);
}
