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

const emailOf = ({ kind, name }: Addressee): string =>
  `postmottak@${slug(name)}.${kind === 'county' ? 'fylkeskommune' : 'kommune'}.example`;

/** Oslo stands for those who have asked not to get any mailings. */
const reserved = '0301';

export function sampleRecipients(): readonly NewRow[] {
  return recipientRows(emailOf).map((row) =>
    row['Nummer'] === reserved
      ? { ...row, Reservert: 'ja', Merknad: 'Eksempel på en som ikke vil ha utsendelser.' }
      : row,
  );
}
