/** What people made beside the text of cells: a write leaves it as it is. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ColumnAddition } from '../../../src/domain/workbook.ts';
import { readGrid } from '../../../src/stores/google/read-cells.ts';
import { planChanges } from '../../../src/stores/google/plan.ts';
import { WorkbookModel } from '../../../src/stores/google/workbook-model.ts';
import { readSpreadsheet } from '../../../src/stores/google/read.ts';
import { tabOf } from '../../support/workbooks.ts';
import { makeTestSheet, type TestSheet } from './test-sheet.ts';

const TAB = 'Tiltak';
const opened: TestSheet[] = [];
afterEach(async () => {
  for (const { google } of opened.splice(0)) await google.close();
});

async function testSheet(): Promise<TestSheet> {
  const made = await makeTestSheet([tabOf(TAB, ['ID', 'Tiltak'], [['T-1', 'Ringe']])]);
  opened.push(made);
  return made;
}

const column = (heading: string): ColumnAddition => ({
  kind: 'column',
  tab: TAB,
  layout: { heading, note: `Vår forklaring til ${heading}`, width: 9, format: 'date' },
});

/** What stands in the row of headings, and the notes there. */
function headingsIn({ google, spreadsheetId }: TestSheet, row = 0): readonly unknown[] {
  const sheet = google.spreadsheet(spreadsheetId).sheets.find(({ title }) => title === TAB);
  return (sheet?.row(row).cells ?? []).map((cell) => [cell?.content, cell?.note]);
}

describe('a new column whose heading goes into a cell with a note', () => {
  it.each([null, ' '])('leaves the note, and brings none of its own (the cell holds %j)', async (holds) => {
    const made = await testSheet();
    const { store, people } = made;
    await people.type(TAB, 1, 2, holds);
    await people.note(TAB, 1, 2, 'Her skal fristen stå.');
    const base = await store.read();
    const results = await store.write([column('Frist'), column('Sendt')], base);
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(headingsIn(made).slice(2)).toEqual([
      ['Frist', 'Her skal fristen stå.'],
      ['Sendt', 'Vår forklaring til Sendt'],
    ]);
    expect((await store.read()).sheets[0]?.rows[0]?.cells).toEqual(['ID', 'Tiltak', 'Frist', 'Sendt']);
  });

  it('asks no more often than for one without', async () => {
    const { google, store, people } = await testSheet();
    await people.note(TAB, 1, 2, 'Her skal fristen stå.');
    const before = google.requests.length;
    await store.write([column('Frist')], await store.read());
    expect(google.requests.length - before).toBe(2);
  });

  it('leaves the note below titles too', async () => {
    const made = await testSheet();
    const { store, people } = made;
    await people.insertRow(TAB, 1);
    await people.type(TAB, 1, 0, 'Samarbeidet i 2026');
    await people.note(TAB, 2, 2, 'Her skal fristen stå.');
    const change = { ...column('Frist'), headings: ['ID', 'Tiltak'] };
    expect(await store.write([change], await store.read())).toMatchObject([{ outcome: 'done' }]);
    expect(headingsIn(made, 1)[2]).toEqual(['Frist', 'Her skal fristen stå.']);
  });
});

it('puts no heading into cells that people have merged, nor copies a part of them', () => {
  const values = ['ID', 'Tiltak'].map((stringValue) => ({ userEnteredValue: { stringValue } }));
  const merge = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 4 };
  const properties = { sheetId: 7, title: TAB, gridProperties: { rowCount: 10, columnCount: 4 } };
  const body = { sheets: [{ properties, merges: [merge], data: [{ rowData: [{ values }] }] }] };
  const { snapshot } = readSpreadsheet(body, 'content');
  const changes = [column('Frist'), column('Sendt')];
  const model = new WorkbookModel(snapshot, changes);
  expect(changes.map((change) => model.apply(change))).toMatchObject([
    { cell: { column: 4 } },
    { cell: { column: 5 } },
  ]);
  const { requests = [] } = planChanges(snapshot, model, '00', []) ?? {};
  const looks = requests.flatMap(({ copyPaste }) =>
    copyPaste?.pasteType === 'PASTE_FORMAT' ? [copyPaste] : [],
  );
  expect(looks.map(({ source }) => source?.startColumnIndex)).toEqual([4]);
});

it('keeps of notes only where they stand, and only of cells that hold nothing', () => {
  const values = [
    { userEnteredValue: { stringValue: 'ID' }, note: 'vår' },
    {},
    { note: 'deres' },
    { userEnteredValue: { stringValue: ' ' }, note: 'deres' },
  ];
  const { rows } = readGrid({ rowData: [{ values }, {}] });
  expect(rows.map(({ emptyNoted }) => emptyNoted)).toEqual([[2, 3], []]);
  expect(JSON.stringify(rows)).not.toMatch(/deres|vår/u);
});
