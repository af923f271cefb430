import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameCell, type Cell, type Workbook } from '../../src/domain/workbook.ts';
import { planCopy } from '../../src/register/copy.ts';
import { applyChanges } from '../../src/stores/xlsx/writing/apply-changes.ts';
import { createWorkbook } from '../../src/stores/xlsx/writing/create-workbook.ts';
import { readWorkbook } from '../../src/stores/xlsx/reading/read-workbook.ts';
import { MemoryStore } from '../support/memory-store.ts';

const workbookOf = (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Workbook => ({
  name: 'from',
  revision: '1',
  sheets: Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((cells, index) => ({ number: index + 1, hidden: false, cells })),
  })),
});

const HEADINGS = ['ID', 'Type', 'Tittel', 'Vår egen kolonne'];

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.integer({ min: 1, max: 73_000 }).map((value): Cell => ({ value, isDate: true })),
  fc.integer({ min: 0, max: 1439 }).map((minutes): Cell => ({ value: minutes / 1440, isDate: true })),
  fc
    .record({ day: fc.integer({ min: 36_526, max: 73_000 }), seconds: fc.nat(86_399) })
    .map(({ day, seconds }): Cell => ({ value: day + seconds / 86_400, isDate: true })),
);

describe('a copy of a workbook', () => {
  test('holds every value with its type, in memory and in a file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const from = workbookOf({ Aktiviteter: [HEADINGS, ...rows], Notater: [['Hva'], ['løst']] });
          const plan = planCopy(from);
          expect(plan).toMatchObject({ flattened: [], homeless: [] });
          const inFile = readWorkbook(createWorkbook(plan.tabs), 'to.xlsx');
          const inMemory = await new MemoryStore(plan.tabs).read();
          for (const copy of [inFile, inMemory]) {
            const named = copy.sheets.find(({ name }) => name === 'Aktiviteter');
            const isSame = rows.every((row, index) =>
              row.every((each, column) => sameCell(each, named?.rows[index + 1]?.cells[column])),
            );
            expect({ isSame, headings: named?.rows[0]?.cells }).toEqual({ isSame: true, headings: HEADINGS });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('names hidden tabs, and leaves out the one that a file keeps its long dropdowns in', () => {
    const from = workbookOf({
      Notater: [['Hva'], ['løst']],
      Lister: [
        ['Liste 1', 'Liste 2'],
        ['a', 'b'],
      ],
    });
    const plan = planCopy({
      ...from,
      sheets: from.sheets.map((sheet) => ({ ...sheet, hidden: true as const })),
    });
    expect(plan.hidden).toEqual(['Notater']);
    expect(plan.tabs.map(({ layout }) => layout.name)).toEqual(['Notater']);
  });

  test('shows a time of day as a time, a day as a day, and both as both', () => {
    const from = workbookOf({
      Program: [
        ['ID', 'Start', 'Slutt', 'Rom'],
        [
          'P-2026-001',
          { value: 0.5, isDate: true },
          { value: 46349, isDate: true },
          { value: 46349.5, isDate: true },
        ],
      ],
    });
    const bytes = createWorkbook(planCopy(from).tabs);
    const again = readWorkbook(bytes, 'to.xlsx').sheets[0]?.rows[1]?.cells;
    expect(again).toEqual([
      'P-2026-001',
      { value: 0.5, isDate: true },
      { value: 46349, isDate: true },
      { value: 46349.5, isDate: true },
    ]);
    expect(applyChanges(bytes, [], 'to.xlsx').results).toEqual([]);
  });

  test('gives tabs that Felles knows their dropdowns, under the names and headings that people use', () => {
    const from = workbookOf({
      Aktivitetar: [['Title', 'Type', 'Eige'], ['Møte']],
      Anna: [['x', 'y']],
    });
    const [activities, other] = planCopy(from).tabs;
    expect(activities?.layout.name).toBe('Aktivitetar');
    expect(activities?.layout.columns.map(({ heading }) => heading)).toEqual(['Title', 'Type', 'Eige']);
    expect(activities?.layout.columns[1]?.choices).toContain('Webinar');
    expect(other?.layout).toMatchObject({ name: 'Anna', owner: 'people' });
  });

  test('keeps the results of formulas and says which they were', () => {
    const from = workbookOf({
      Tiltak: [
        ['ID', 'Tiltak'],
        [
          { value: 'T-1', formula: '"T-"&1' },
          { value: null, formula: 'X', error: '#NAME?' },
        ],
      ],
    });
    const plan = planCopy(from);
    expect(plan.tabs[0]?.rows).toEqual([{ ID: 'T-1' }]);
    expect(plan.flattened).toEqual([
      { tab: 'Tiltak', cell: 'A2', what: 'formula' },
      { tab: 'Tiltak', cell: 'B2', what: 'error' },
    ]);
  });

  test('names what has no heading of its own to stand under', () => {
    const from = workbookOf({
      Saker: [
        ['ID', null, 'Tittel', ' id '],
        ['S-1', 'løst', 'x', 'y'],
      ],
    });
    expect(planCopy(from).homeless).toEqual([
      { tab: 'Saker', column: 'B', why: 'no-heading' },
      { tab: 'Saker', column: 'D', why: 'heading-twice' },
    ]);
  });
});
