/** One register twice, under the hands of one person: in the first a script writes meanwhile, in the second nobody does. */
import fc from 'fast-check';
import type { FakeGoogle } from '../../support/google/fake-google.ts';
import type { GooglePeople } from '../../support/google/people.ts';

export const TAB = 'Saker';
const HEADINGS = ['ID', 'Tittel', 'Saksnr', 'Merknad'];

/** One row has no ID, one has its number already, and two look alike but for their IDs. */
const ROWS = [
  ['S-1', 'tittel 1', null, 'merknad 1'],
  ['S-2', 'tittel 2', 'Sak 1/26', null],
  [null, 'tittel 3', null, 'merknad 3'],
  ['S-4', 'lik', null, null],
  ['S-5', 'lik', null, null],
];

/** What a person does, with small numbers for where. Typing comes most often. */
export const edit = fc.record({
  do: fc.constantFrom(
    ...(['type', 'type', 'type', 'type', 'clear', 'formula', 'hideRow'] as const),
    ...(['insertRow', 'deleteRow', 'sort', 'copyRow'] as const),
    ...(['insertColumn', 'deleteColumn', 'moveColumn', 'renameHeading'] as const),
  ),
  row: fc.integer({ min: 1, max: 8 }),
  column: fc.integer({ min: 0, max: 5 }),
});
export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** What was entered in a cell: a formula begins with `=`. */
type Entered = string | number | boolean | null;
type Grid = readonly (readonly Entered[])[];

/** Copies of rows go here, below everything that the script writes. */
const COPIES = 30;

/** A text of the script always begins with «vår», but for the heading of its column. */
const isOurs = (cell: Entered | undefined): boolean =>
  typeof cell === 'string' && (cell.startsWith('vår') || cell === 'Frist');

const small = (sheetId: number, title: string): object => ({
  sheetId,
  title,
  gridProperties: { rowCount: 12, columnCount: 5 },
});

async function makeSheet(google: FakeGoogle): Promise<string> {
  const id = google.createSpreadsheet({ sheets: [small(1, TAB), small(2, 'Kontroll')] });
  const people = google.people(id);
  for (const [row, cells] of [HEADINGS, ...ROWS].entries()) {
    for (const [column, cell] of cells.entries()) await people.type(TAB, row + 1, column, cell);
  }
  for (const [column, cell] of ['Rad', 'Problem'].entries()) await people.type('Kontroll', 1, column, cell);
  await people.type('Kontroll', 2, 1, 'gammelt');
  return id;
}

export class Twins {
  readonly #google: FakeGoogle;
  /** The spreadsheet in which the script writes. */
  readonly id: string;
  readonly #twin: string;
  /** Texts of the script that the person has taken away, written over or copied. */
  readonly meddled = new Set<string>();
  /** What stood in rows that the person has copied: it identifies no row by itself. */
  readonly copied = new Set<string>();
  #count = 0;

  private constructor(google: FakeGoogle, id: string, twin: string) {
    this.#google = google;
    this.id = id;
    this.#twin = twin;
  }

  static async make(google: FakeGoogle): Promise<Twins> {
    return new Twins(google, await makeSheet(google), await makeSheet(google));
  }

  /** What stands in a tab of the spreadsheet in which the script writes. */
  grid(tab: string = TAB): Grid {
    return this.#gridOf(this.id, tab);
  }

  twin(): Grid {
    return this.#gridOf(this.#twin, TAB);
  }

  /** The person does the same in both. */
  async do({ do: what, row, column: wanted }: Edit): Promise<void> {
    const [here, there] = [this.grid(), this.twin()];
    const width = Math.min(here[0]?.length ?? 0, there[0]?.length ?? 0);
    const column = Math.min(wanted, width - 1);
    if (isAnotherThing(what, row, column, here, there) || (what === 'deleteColumn' && width < 3)) return;
    this.#count += 1;
    const before = countOurs(here);
    if (what === 'copyRow') for (const cell of here[row - 1] ?? []) this.copied.add(String(cell));
    await this.#act(this.#google.people(this.id), here, what, row, column);
    await this.#act(this.#google.people(this.#twin), there, what, row, column);
    const after = countOurs(this.grid());
    for (const [text, count] of before) if (after.get(text) !== count) this.meddled.add(text);
  }

  /** Cells that differ, beyond what the script has written in empty ones. */
  differences(): readonly string[] {
    const [here, there] = [this.grid(), this.twin()];
    const found: string[] = [];
    for (let row = 0; row < COPIES - 2; row += 1) {
      const width = Math.max(here[row]?.length ?? 0, there[row]?.length ?? 0);
      for (let column = 0; column < width; column += 1) {
        const [mine, theirs] = [here[row]?.[column] ?? null, there[row]?.[column] ?? null];
        if (mine === theirs || (isOurs(mine) && theirs === null)) continue;
        found.push(`row ${row + 1} column ${column}: ${String(mine)} instead of ${String(theirs)}`);
      }
    }
    return found;
  }

  #act(people: GooglePeople, grid: Grid, what: Edit['do'], row: number, column: number): Promise<void> {
    const text = `person ${String(this.#count)}`;
    switch (what) {
      case 'type':
        return people.type(TAB, row, column, text);
      case 'clear':
        return people.type(TAB, row, column, null);
      case 'formula':
        return people.type(TAB, row, column, { value: text, formula: `"${text}"&A${String(row + 1)}` });
      case 'hideRow':
        return people.hideRow(TAB, row);
      case 'insertRow':
        return people.insertRow(TAB, row);
      case 'deleteRow':
        return people.deleteRow(TAB, row);
      case 'sort':
        return people.sort(TAB, column);
      case 'copyRow':
        return copyRow(people, grid[row - 1] ?? [], COPIES + this.#count);
      case 'insertColumn':
        return people.insertColumn(TAB, column);
      case 'deleteColumn':
        return people.deleteColumn(TAB, column);
      case 'moveColumn':
        return people.moveColumn(TAB, column, 0);
      case 'renameHeading':
        return people.renameHeading(TAB, column, text);
    }
  }

  #gridOf(id: string, tab: string): Grid {
    const sheet = this.#google.spreadsheet(id).sheetNamed(tab);
    if (sheet === undefined) throw new Error('the tab is gone');
    return Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: sheet.columnCount }, (_unused, column) => {
        const content = sheet.cell(row, column)?.content;
        return typeof content === 'object' ? content.formula : (content ?? null);
      }),
    );
  }
}

/**
 * Whether the person would do another thing here than in the twin: sort by what the script has written for a moment, clear
 * a cell that it has emptied for a moment, or copy a row in which it has written over something for a moment.
 */
function isAnotherThing(what: Edit['do'], row: number, column: number, here: Grid, there: Grid): boolean {
  if (what === 'sort')
    return here.some((cells, at) => isOurs(cells[column]) || cells[column] !== (there[at]?.[column] ?? null));
  const [mine, theirs] = [here[row - 1] ?? [], there[row - 1] ?? []];
  if (what === 'copyRow') return mine.some((cell, at) => isTakenAway(cell, theirs[at]));
  return what === 'clear' && (mine[column] ?? null) === null && isTakenAway(null, theirs[column]);
}

/** Whether the script has taken away what stands in the twin. */
const isTakenAway = (mine: Entered, theirs: Entered | undefined): boolean =>
  mine !== (theirs ?? null) && !(isOurs(mine) && (theirs ?? null) === null);

function countOurs(grid: Grid): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of grid.flat()) {
    if (isOurs(cell)) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  }
  return counts;
}

/** As people make a row like another: its texts again, far below. */
async function copyRow(people: GooglePeople, cells: readonly Entered[], to: number): Promise<void> {
  for (const [column, cell] of cells.entries())
    await people.type(TAB, to, column, typeof cell === 'string' && cell.startsWith('=') ? null : cell);
}
