/** The sample's recipients: everyone, with an address that leads nowhere; recipients.json has what differs. */
import { recipientRows, type Addressee } from '../data/recipient-rows.ts';
import type { NewRow } from '../setup.ts';
import type { SampleCalendar } from './calendar.ts';
import table from './recipients.json' with { type: 'json' };
import { rowsOf } from './rows.ts';

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  á: 'a',
  đ: 'd',
  ŋ: 'n',
  š: 's',
  č: 'c',
};

/** `Våler (Østfold)` → `valer-ostfold`. */
function slug(name: string): string {
  return name
    .toLocaleLowerCase('nb')
    .replace(/[^a-z]/gu, (letter) => letters[letter] ?? '-')
    .replace(/-+/gu, '-')
    .replace(/^-|-$/gu, '');
}

const emailOf = ({ kind, name }: Addressee): string =>
  `postmottak@${slug(name)}.${kind === 'county' ? 'fylkeskommune' : 'kommune'}.example`;

/** Cells of recipients.json replace those that everyone has; an empty one removes a cell. */
export function sampleRecipients(calendar: SampleCalendar): readonly NewRow[] {
  const own = new Map(
    rowsOf('recipients.json', table, { calendar }).map(({ cells }) => [cells['Nummer'], cells]),
  );
  return recipientRows(emailOf).map((row) => {
    const cells = own.get(row['Nummer']);
    if (cells === undefined) return row;
    return Object.fromEntries(Object.entries({ ...row, ...cells }).filter(([, value]) => value !== ''));
  });
}
