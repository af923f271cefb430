import { expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import type { Change } from '../../../src/domain/workbook.ts';
import { tabOf } from '../workbooks.ts';
import {
  cellsNow,
  setCell,
  sheetOf,
  storeOf,
  TAB,
  write,
  type Fixture,
  type MakeStore,
  type StoreTraits,
} from './fixture.ts';

/** Texts that programs like to take for something else. */
const STUBBORN_TEXTS = [
  ...[
    '=1+1',
    '=HYPERLINK("http://x")',
    '+47 22 33 44 55',
    '-',
    '-5',
    '@navn',
    '\t tab først',
    '＝1',
    "'hermetegn",
  ],
  ...[
    '007',
    '1E5',
    '12345678901234567890',
    '12.03.2026',
    '12/3-26',
    '2026-11-23',
    '10:30',
    '100 %',
    'TRUE',
    'SANN',
  ],
  ...[
    '#REF!',
    'null',
    '  rom foran og bak  ',
    'linje 1\nlinje 2\n\nlinje 4',
    'a\tb',
    '<b>&amp;"\'</b>',
    ']]>',
    '{{navn}}',
  ],
  ...['👩‍👩‍👧‍👦 🇳🇴 é', 'Bodø – Røst', 'עברית', '_x0041_ _x', '\u00A0hardt mellomrom\u00A0'],
];

export function textContract(at: Fixture, { longestText }: StoreTraits, make: MakeStore): void {
  it('keeps text as text, whatever it looks like and however it is written', async () => {
    const rows = STUBBORN_TEXTS.map((text, index) => [`S-${index}`, text]);
    Object.assign(at, await make([tabOf(TAB, ['ID', 'Tekst', 'Kopi'], rows)]));
    const copies = STUBBORN_TEXTS.map((text, index) => setCell(`S-${index}`, 'Kopi', null, text));
    const additions = STUBBORN_TEXTS.map((text): Change => ({
      kind: 'row',
      tab: TAB,
      cells: { Tekst: text },
    }));
    await write(at, ...copies, ...additions);
    const [, ...cells] = await cellsNow(at);
    expect(cells.slice(0, rows.length)).toEqual(
      STUBBORN_TEXTS.map((text, index) => [`S-${index}`, text, text]),
    );
    expect(cells.slice(rows.length)).toEqual(STUBBORN_TEXTS.map((text) => [null, text]));
  });

  it('keeps the longest text whole, and refuses a longer one before anything is written', async () => {
    const longest = 'å'.repeat(longestText);
    await write(at, setCell('T-1', 'Tiltak', 'Skrive brev', longest));
    const before = await storeOf(at).read();
    expect(sheetOf(before).rows[1]?.cells[1]).toBe(longest);
    const tooLong = write(
      at,
      setCell('T-2', 'Tiltak', 'Ringe', 'x'),
      setCell('T-3', 'Tiltak', 'Møte', `${longest}å`),
    );
    await expect(tooLong).rejects.toThrow(UserError);
    await expect(
      write(at, { kind: 'rows', tab: 'Kontroll', rows: [{ Problem: `${longest}å` }] }),
    ).rejects.toThrow(UserError);
    expect(await storeOf(at).read()).toEqual(before);
  });
}
