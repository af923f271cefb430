import { expect, it } from 'vitest';
import type { Change, RowAddition } from '../../../src/domain/workbook.ts';
import { layoutOf } from '../../../src/register/tab.ts';
import { ledgerTab } from '../../../src/register/tabs/ledger.ts';
import { OfficePackage } from '../../../src/stores/xlsx/package/office-package.ts';
import { packPackage } from '../../../src/stores/xlsx/package/pack.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { createWorkbook } from '../../../src/stores/xlsx/writing/create-workbook.ts';

const PART = 'xl/worksheets/sheet1.xml';

const row = (number: number): RowAddition => ({
  kind: 'row',
  tab: 'Utsendelser',
  cells: { rk: `nøkkel ${String(number)}`, sendId: 'A-2026-038.announcement.r1', hendelse: 'sendt' },
});

const rows = (from: number, count: number): readonly RowAddition[] =>
  Array.from({ length: count }, (_, index) => row(from + index));

/** A ledger whose sheet is over a megabyte, with something done to its XML. */
function ledger(edit: (xml: string) => string = (xml) => xml): Uint8Array {
  const tab: Change = { kind: 'tab', layout: layoutOf(ledgerTab), rows: [] };
  const parts = OfficePackage.open(createWorkbook([tab, ...rows(1, 4500)]));
  const xml = edit(parts.text(PART));
  expect(xml.length).toBeGreaterThan(1024 * 1024);
  parts.setText(PART, xml);
  return packPackage(parts);
}

function added(bytes: Uint8Array): string {
  const changed = applyChanges(bytes, rows(5001, 25), 'bok.xlsx');
  expect(changed.results.map((result) => 'row' in result && result.row)).toEqual(
    Array.from({ length: 25 }, (_, index) => 4502 + index),
  );
  return OfficePackage.open(changed.bytes ?? bytes).text(PART);
}

it('adds rows to a long sheet as to any other, to the letter', () => {
  // With a comment in it, the whole sheet is taken up.
  const mark = '<!-- -->';
  const whole = added(ledger((xml) => xml.replace('<sheetData>', `${mark}<sheetData>`)));
  expect(added(ledger())).toBe(whole.replace(mark, ''));
});

it('takes up the whole of a long sheet whose ends do not tell enough', () => {
  const hollow = (xml: string): string =>
    // Rows that are there and empty, more than are looked at.
    xml.replace(
      '</sheetData>',
      `${Array.from({ length: 200 }, (_, index) => `<row r="${String(4502 + index)}" />`).join('')}</sheetData>`,
    );
  expect(added(ledger(hollow))).toContain('<row r="4701" />');
  const unnumbered = (xml: string): string => xml.replaceAll(/<row r="\d+"/gu, '<row ht="15"');
  expect(added(ledger(unnumbered))).toContain('r="4502"');
});

it('leaves what stands in the middle unread, and in its place', () => {
  const changed = applyChanges(ledger(), rows(5001, 2), 'bok.xlsx').bytes ?? new Uint8Array();
  const [sheet] = readWorkbook(changed, 'bok.xlsx').sheets;
  expect(sheet?.rows.map(({ cells }) => cells[0]).slice(1)).toEqual(
    [...rows(1, 4500), ...rows(5001, 2)].map(({ cells }) => cells['rk']),
  );
  const broken = ledger((xml) => xml.replace('nøkkel 2000<', 'nøkkel 2000</t><'));
  expect(() => applyChanges(broken, rows(5001, 2), 'bok.xlsx')).not.toThrow();
});
