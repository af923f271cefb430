/** The sample's recipients: everyone, with an address that leads nowhere. */
import { recipientRows, type Addressee } from '../data/recipient-rows.ts';
import type { NewRow } from '../setup.ts';

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

/** Oslo and Vega stand for those who have asked not to get any mailings, Utsira for those whose address nobody knows. */
const reserved: readonly unknown[] = ['0301', '1815'];
const withoutAddress = '1151';

const emailOf = ({ number, kind, name }: Addressee): string | undefined =>
  number === withoutAddress
    ? undefined
    : `postmottak@${slug(name)}.${kind === 'county' ? 'fylkeskommune' : 'kommune'}.example`;

export function sampleRecipients(): readonly NewRow[] {
  return recipientRows(emailOf).map((row) =>
    reserved.includes(row['Nummer'])
      ? { ...row, Reservert: 'ja', Merknad: 'Eksempel på en som ikke vil ha utsendelser.' }
      : row,
  );
}
