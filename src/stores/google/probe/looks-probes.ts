/** What Felles assumes about rules, dropdowns, groups and formulas in a Google Sheet. */
import { area, formula, put, text, type ProbeSheet, type Request } from './probe-sheet.ts';
import type { Probe } from './probe.ts';

const condition = (type: string, userEnteredValue: string) => ({ type, values: [{ userEnteredValue }] });

const rule = (sheetId: number, userEnteredValue: string, index = 0): Request => ({
  addConditionalFormatRule: {
    index,
    rule: {
      ranges: [{ sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 }],
      booleanRule: {
        condition: condition('CUSTOM_FORMULA', userEnteredValue),
        format: { textFormat: { bold: true } },
      },
    },
  },
});

const choices = (sheetId: number, range: string): Request => ({
  setDataValidation: {
    range: area(sheetId, [1, 5], [0, 1]),
    rule: { condition: condition('ONE_OF_RANGE', `=${range}`), strict: false, showCustomUi: true },
  },
});

/** Norwegian conventions first: numbers have a decimal comma. */
const norwegian: Request = {
  updateSpreadsheetProperties: { properties: { locale: 'nb_NO' }, fields: 'locale' },
};

async function taken(sheet: ProbeSheet, requests: readonly Request[]): ReturnType<Probe['run']> {
  const came = await sheet.write([norwegian, ...requests]);
  return { found: came.done ? 'taken' : came.why, asExpected: came.done };
}

export const looksProbes: readonly Probe[] = [
  {
    claim: 'A formula in a cell may have semicolons between its arguments, in Norwegian conventions.',
    matters: 'What the page «Les meg» counts is there for people to read.',
    run: async (sheet) => {
      const id = await sheet.tab([]);
      const cells = [[formula('=IF(TRUE;"ja";"nei")')]];
      await sheet.write([norwegian, put(id, 0, 0, cells)]);
      const [[cell] = []] = await sheet.rowsOf(id);
      const error = cell?.effectiveValue?.errorValue?.type;
      return { found: error ?? 'computed', asExpected: error === undefined || error === 'LOADING' };
    },
  },
  {
    claim: 'A rule may read another tab through INDIRECT, with semicolons, and a range that is open below.',
    matters: 'Cells that stand in Kontroll have a colour.',
    run: async (sheet) => {
      const [id, other] = [await sheet.tab([[text('ID')]]), await sheet.tab([[text('a')]])];
      const range = `INDIRECT("'${sheet.title(other)}'!$A$2:$A")`;
      return taken(sheet, [rule(id, `=AND($A2<>"";COUNTIF(${range};$A2)>0)`)]);
    },
  },
  {
    claim: 'The choices of a dropdown may be a range of another tab that is open below.',
    matters: 'A new row is among the choices at once.',
    run: async (sheet) => {
      const [id, other] = [await sheet.tab([[text('ID')]]), await sheet.tab([[text('a')]])];
      return taken(sheet, [choices(id, `'${sheet.title(other)}'!$A$2:$A`)]);
    },
  },
  {
    claim: 'A sheet can be made, filled by formulas and linked to in one batch.',
    matters: '«npm run init» writes once.',
    run: async (sheet) => {
      const [from, to] = [sheet.freeId(), sheet.freeId()];
      const link = formula(`=HYPERLINK("#gid=${String(to)}&range=A2";'${sheet.title(to)}'!A1)`);
      return taken(sheet, [sheet.addTab(from), sheet.addTab(to), put(from, 0, 0, [[link]])]);
    },
  },
  {
    claim: 'Columns can be grouped and the group folded in one batch.',
    matters: 'A new tab opens with the columns that most people need.',
    run: async (sheet) => {
      const range = { sheetId: await sheet.tab([]), dimension: 'COLUMNS', startIndex: 1, endIndex: 3 };
      const dimensionGroup = { range, depth: 1, collapsed: true };
      return taken(sheet, [
        { addDimensionGroup: { range } },
        { updateDimensionGroup: { dimensionGroup, fields: 'collapsed' } },
      ]);
    },
  },
  {
    claim: 'A filter view may have a formula for a column.',
    matters: '«Neste kvartal» and the other views show the rows that they say.',
    run: async (sheet) => {
      const id = await sheet.tab([[text('Frist')]]);
      const filterCriteria = { condition: condition('CUSTOM_FORMULA', '=AND($A2>=TODAY();$A2<>"")') };
      const filter = {
        title: sheet.title(id),
        range: { sheetId: id, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 2 },
        filterSpecs: [{ columnIndex: 0, filterCriteria }],
      };
      return taken(sheet, [{ addFilterView: { filter } }]);
    },
  },
];
