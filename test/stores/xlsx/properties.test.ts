import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Change, NewValue } from '../../../src/domain/workbook.ts';
import { dayFrom, toSerial, wallTimeFrom } from '../../../src/domain/time.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { createWorkbook } from '../../../src/stores/xlsx/writing/create-workbook.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { partsOf, tabOf } from '../../support/workbooks.ts';
import { parseXml } from './xml-tree.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    '_x0041_',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '007',
    '\u0000',
    '\uD800',
    ']]>',
    '&amp;',
    '<v>1</v>',
  ),
);

const day = fc
  .record({
    year: fc.integer({ min: 1901, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((parts) => dayFrom(parts.year, parts.month, parts.day)!);

const value: fc.Arbitrary<NewValue> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  day.map((each) => ({ day: each })),
  fc
    .record({ day, minutes: fc.nat(1439) })
    .map((time) => ({ wallTime: wallTimeFrom(time.day, time.minutes) })),
  fc.double({ min: 0, max: 73_000, noNaN: true }).map((serial) => ({ serial: serial + 0 })),
);

/** The cell that a value reads back as, by another road than the store's. */
function expected(written: NewValue | undefined): Cell {
  if (written === undefined || written === '') return null;
  if (typeof written !== 'object') return written;
  if ('serial' in written) return { value: written.serial, isDate: true };
  const time = 'day' in written ? written.day : written.wallTime;
  return { value: toSerial(time as Parameters<typeof toSerial>[0]), isDate: true };
}

const HEADINGS = ['ID', 'A', 'B', 'C'];
const row = fc.dictionary(fc.constantFrom('A', 'B', 'C'), value);

describe('whatever is written', () => {
  it('reads back the same from a new workbook', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const records = rows.map((cells, index) => ({ ...cells, ID: `R-${index}` }));
        const bytes = createWorkbook([{ ...tabOf('Fane', HEADINGS), rows: records }]);
        const [, ...read] = readWorkbook(bytes, 'x').sheets[0]?.rows ?? [];
        expect(read.map(({ cells }) => HEADINGS.map((_, column) => cells[column] ?? null))).toEqual(
          records.map((record: Record<string, NewValue>) =>
            HEADINGS.map((heading) => expected(record[heading])),
          ),
        );
        for (const [name, xml] of partsOf(bytes)) if (name.endsWith('xml')) parseXml(xml);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same as the store in memory, change by change', async () => {
    const id = fc.nat(4).map((number) => `R-${number}`);
    const change: fc.Arbitrary<Change> = fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .record({ id, column: fc.constantFrom('A', 'b ', 'C', 'D'), was: fc.option(value), becomes: value })
          .map(cellChange),
      },
      row.map((cells): Change => ({ kind: 'row', tab: 'Fane', cells: { ID: 'R-4', ...cells } })),
      fc.array(row, { maxLength: 3 }).map((rows): Change => ({ kind: 'rows', tab: 'Annen', rows })),
      fc.constantFrom('C', 'D').map((heading): Change => ({
        kind: 'column',
        tab: 'Fane',
        layout: { heading, note: 'x', width: 9, format: 'text' },
      })),
      fc.constantFrom('Fane', 'Ny').map((name): Change => tabOf(name, HEADINGS, [['R-1']])),
    );
    const initial = [
      tabOf('Fane', ['ID', 'A', 'B'], [['R-0', 'x'], ['R-1', 'x', 1], ['R-2'], ['R-2']]),
      tabOf('Annen', HEADINGS, [['R-0']]),
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const memory = new MemoryStore(initial);
        const inMemory = await memory.write(changes);
        const before = createWorkbook(initial);
        const { bytes, results } = applyChanges(before, changes, 'x');
        expect(results).toEqual(inMemory);
        expect(readWorkbook(bytes ?? before, 'x').sheets).toEqual((await memory.read()).sheets);
      }),
      { numRuns: 60 },
    );
  });

  it('comes out as the same bytes each time', () => {
    const make = (): Uint8Array =>
      createWorkbook([tabOf('Fane', HEADINGS, [['R-1', { day: '2026-11-23' }, 'æøå']])]);
    expect(Buffer.from(make()).equals(Buffer.from(make()))).toBe(true);
  });
});

function cellChange(of: { id: string; column: string; was: NewValue | null; becomes: NewValue }): Change {
  const was = of.was === null ? 'x' : expected(of.was);
  return {
    kind: 'cell',
    tab: 'Fane',
    at: { by: 'id', idColumn: 'ID', id: of.id },
    column: of.column,
    was,
    becomes: of.becomes,
  };
}
