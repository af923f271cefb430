import { normaliseId } from '../../src/domain/id.ts';
import { parseDay, parseWallTime, toSerial } from '../../src/domain/time.ts';
import { UserError } from '../../src/domain/user-error.ts';
import type { PageCell, PageChange, TabLooks } from '../../src/domain/looks.ts';
import { comparedName } from '../../src/domain/compare.ts';
import {
  cellValue,
  isEmptyCell,
  sameCell,
  type Cell,
  type CellChange,
  type Change,
  type ChangeResult,
  type NewValue,
  type Refusal,
  type RowAddition,
  type Sheet,
  type SheetRow,
  type Workbook,
} from '../../src/domain/workbook.ts';
import { requireAllAdded } from '../../src/stores/added.ts';
import type { RegisterStore } from '../../src/stores/store.ts';

/** What people do to a workbook between a script's reading and its writing. Columns from 0, rows from 1. */
export interface PersonEdits {
  type(tab: string, row: number, column: number, cell: Cell): Promise<void>;
  insertRow(tab: string, above: number): Promise<void>;
  deleteRow(tab: string, row: number): Promise<void>;
  /** Sorts the rows below the headings by the text of one column. */
  sort(tab: string, column: number): Promise<void>;
  hideRow(tab: string, row: number): Promise<void>;
  hideTab(tab: string): Promise<void>;
}

interface MemoryRow {
  cells: Cell[];
  hidden: boolean;
}

interface MemoryTab {
  readonly name: string;
  hidden?: true;
  /** Row 1 first, blank rows too. */
  readonly rows: MemoryRow[];
  /** As the changes of a write have them. */
  headings?: MemoryRow | undefined;
}

/** A workbook in memory that scripts read and write, and that a test may edit as people do. */
export class MemoryStore implements RegisterStore, PersonEdits {
  readonly place = 'a workbook in memory';
  readonly #tabs: MemoryTab[];
  readonly #longest: number;
  readonly #places = new Map<MemoryTab, NonNullable<TabLooks['place']>>();
  #revision = 1;
  /** How many writes of scripts have come through. */
  #written = 0;
  /** How often a script has read and written: DESIGN.md wants one of each. */
  reads = 0;
  writes = 0;

  constructor(initial: readonly Change[] | readonly Sheet[] = [], longest = 32_767) {
    this.#longest = longest;
    this.#tabs = [];
    for (const one of initial) {
      if (!('kind' in one)) this.#tabs.push(tabFrom(one));
      else if (this.#apply(one, new Map()).outcome !== 'done')
        throw new Error(`refused at the start: ${one.kind}`);
    }
    this.#order();
  }

  read(): Promise<Workbook> {
    this.reads += 1;
    const sheets = this.#tabs.map(({ rows, headings: _, ...tab }) => ({
      ...tab,
      rows: rows.flatMap(sheetRow),
    }));
    const revision = `${String(this.#revision)}/${String(this.#written)}`;
    return Promise.resolve(structuredClone({ name: 'register', revision, sheets }));
  }

  /** A change is refused alone when people have changed what it depends on; rows that moved are found again. */
  write(changes: readonly Change[]): Promise<readonly ChangeResult[]> {
    for (const change of changes) {
      const long = textsOf(change).find((text) => text.length > this.#longest);
      if (long !== undefined) {
        return Promise.reject(
          new UserError(`A text of ${long.length} characters is too long.`, 'Shorten it.'),
        );
      }
    }
    this.writes += 1;
    for (const tab of this.#tabs) tab.headings = headingsOf(tab, changes);
    const before = new Map(
      this.#tabs.flatMap(({ rows }) => rows.map((row) => [row, [...row.cells]] as const)),
    );
    const results = changes.map((change) => this.#apply(change, before));
    this.#order();
    if (results.some(({ outcome }) => outcome === 'done')) {
      this.#revision += 1;
      this.#written += 1;
    }
    return Promise.resolve(results);
  }

  /** People's edits do not count, as on the web. */
  async addUnlessOvertaken(rows: readonly RowAddition[], base: Workbook): Promise<Workbook | 'overtaken'> {
    if (base.revision.split('/')[1] !== String(this.#written)) return 'overtaken';
    const copies = structuredClone(this.#tabs);
    const results = await this.write(rows);
    if (results.some(({ outcome }) => outcome !== 'done')) this.#tabs.splice(0, this.#tabs.length, ...copies);
    requireAllAdded(results);
    return this.read();
  }

  requireWritable(): Promise<void> {
    return Promise.resolve();
  }

  type(tab: string, row: number, column: number, cell: Cell): Promise<void> {
    put(this.#row(tab, row), column, cell);
    return this.#edited();
  }

  insertRow(tab: string, above: number): Promise<void> {
    this.#tab(tab).rows.splice(above - 1, 0, { cells: [], hidden: false });
    return this.#edited();
  }

  deleteRow(tab: string, row: number): Promise<void> {
    this.#tab(tab).rows.splice(row - 1, 1);
    return this.#edited();
  }

  sort(tab: string, column: number): Promise<void> {
    const { rows } = this.#tab(tab);
    const [heading, ...others] = rows;
    if (heading === undefined) return this.#edited();
    const key = ({ cells }: MemoryRow): string => String(cellValue(cells[column]) ?? '\uFFFF');
    others.sort((one, other) => (key(one) < key(other) ? -1 : 1));
    rows.splice(0, rows.length, heading, ...others);
    return this.#edited();
  }

  hideRow(tab: string, row: number): Promise<void> {
    this.#row(tab, row).hidden = true;
    return this.#edited();
  }

  hideTab(tab: string): Promise<void> {
    this.#tab(tab).hidden = true;
    return this.#edited();
  }

  #edited(): Promise<void> {
    this.#revision += 1;
    return Promise.resolve();
  }

  #tab(name: string): MemoryTab {
    const tab = this.#find(name);
    if (tab === undefined) throw new Error(`no tab ${name}`);
    return tab;
  }

  #row(tab: string, number: number): MemoryRow {
    const { rows } = this.#tab(tab);
    while (rows.length < number) rows.push({ cells: [], hidden: false });
    return rows[number - 1]!;
  }

  #find(name: string): MemoryTab | undefined {
    return (
      this.#tabs.find((tab) => tab.name === name) ??
      this.#tabs.find((tab) => comparedName(tab.name) === comparedName(name))
    );
  }

  #apply(change: Change, before: ReadonlyMap<MemoryRow, readonly Cell[]>): ChangeResult {
    const came = this.#make(change, before);
    if (typeof came === 'number') return { outcome: 'done', change, row: came };
    return came === null ? { outcome: 'done', change } : { outcome: 'refused', change, refusal: came };
  }

  /** A page keeps what is read of it: its cells, whether it is hidden, and its place. */
  #writePage({ layout: { name, rows }, place, isHidden }: PageChange): null {
    const cells = rows.map((row) => {
      const made: MemoryRow = { cells: [], hidden: false };
      for (const cell of row) put(made, cell.column, pageCell(cell));
      return made;
    });
    const there = this.#find(name);
    if (there === undefined)
      this.#tabs.push({ name, ...(isHidden === true ? { hidden: true } : {}), rows: cells });
    else there.rows.splice(0, there.rows.length, ...cells);
    if (place !== undefined) this.#places.set(there ?? this.#tabs.at(-1)!, place);
    return null;
  }

  /** Puts the tabs whose place was given in this write where they belong. */
  #order(): void {
    const placed = (place: TabLooks['place']): MemoryTab[] =>
      this.#tabs.filter((tab) => this.#places.get(tab) === place);
    const rest = placed(undefined);
    const first = placed('first');
    const lead = first.length > 0 ? 0 : rest.findIndex(({ hidden }) => hidden !== true) + 1;
    const order = [
      ...first,
      ...rest.slice(0, lead),
      ...placed('second'),
      ...rest.slice(lead),
      ...placed('last'),
    ];
    this.#tabs.splice(0, this.#tabs.length, ...order);
    this.#places.clear();
  }

  #make(change: Change, before: ReadonlyMap<MemoryRow, readonly Cell[]>): number | null | Refusal {
    if (change.kind === 'tab') {
      if (this.#find(change.layout.name) !== undefined) return { why: 'already-there' };
      const headings = change.layout.columns.map(({ heading }) => heading);
      const rows = [
        headings,
        ...change.rows.map((row) => headings.map((heading) => newCell(row[heading] ?? ''))),
      ];
      this.#tabs.push({ name: change.layout.name, rows: rows.map((cells) => ({ cells, hidden: false })) });
      return null;
    }
    if (change.kind === 'page') return this.#writePage(change);
    const tab = this.#find(change.tab);
    if (tab === undefined) return { why: 'no-such-tab' };
    switch (change.kind) {
      case 'looks':
        if (change.looks.place !== undefined) this.#places.set(tab, change.looks.place);
        return null;
      case 'cell':
        return changeCell(tab, change, before);
      case 'column':
        return addColumn(tab, change.layout.heading);
      case 'row':
        return addRow(tab, change.cells, tab.rows.findLastIndex(holdsSomething) + 1);
      case 'rows': {
        const heading = tab.rows.findIndex((row) => row === headingRow(tab));
        if (change.rows.some((row) => Object.keys(row).some((key) => findColumn(tab, key) === -1)))
          return { why: 'no-such-column' };
        tab.rows.splice(heading + 1);
        change.rows.forEach((row, index) => addRow(tab, row, heading + 1 + index));
        return null;
      }
    }
  }
}

function changeCell(
  tab: MemoryTab,
  change: CellChange,
  before: ReadonlyMap<MemoryRow, readonly Cell[]>,
): number | Refusal {
  const column = findColumn(tab, change.column);
  if (column === -1) return { why: 'no-such-column' };
  const { at } = change;
  let found: MemoryRow[];
  if (at.by === 'content') {
    const same = (row: MemoryRow | undefined): boolean =>
      row !== undefined && sameCells(before.get(row) ?? [], at.cells);
    const there = tab.rows[at.row - 1];
    found = there !== undefined && same(there) ? [there] : tab.rows.filter(same);
  } else {
    const idColumn = findColumn(tab, at.idColumn);
    if (idColumn === -1) return { why: 'no-such-column' };
    const top = tab.rows.findIndex((row) => row === headingRow(tab));
    found = tab.rows.filter(
      (row, index) => index > top && idText(row.cells[idColumn]) === normaliseId(at.id),
    );
  }
  const [row, ...others] = found;
  if (row === undefined) return { why: 'no-such-row' };
  if (others.length > 0)
    return { why: 'several-rows', rows: found.map((each) => tab.rows.indexOf(each) + 1) };
  const holds = row.cells[column] ?? null;
  if (typeof holds === 'object' && holds?.formula !== undefined)
    return { why: 'formula', formula: holds.formula };
  if (!sameCell(holds, change.was)) return { why: 'cell-changed', holds };
  put(row, column, newCell(change.becomes));
  return tab.rows.indexOf(row) + 1;
}

function addColumn(tab: MemoryTab, heading: string): null | Refusal {
  if (headingRow(tab) === undefined) {
    if (tab.rows.length === 0) tab.rows.push({ cells: [], hidden: false });
    [tab.headings] = tab.rows;
  }
  const row = headingRow(tab)!;
  if (findColumn(tab, heading) !== -1) return { why: 'already-there' };
  let column = row.cells.findLastIndex((cell) => !isEmptyCell(cell)) + 1;
  while (tab.rows.some(({ cells }) => !isEmptyCell(cells[column]))) column += 1;
  put(row, column, heading);
  return null;
}

function addRow(tab: MemoryTab, record: Readonly<Record<string, NewValue>>, index: number): number | Refusal {
  const columns = Object.keys(record).map((heading) => findColumn(tab, heading));
  if (columns.includes(-1)) return { why: 'no-such-column' };
  const row: MemoryRow = { cells: [], hidden: false };
  Object.values(record).forEach((value, place) => put(row, columns[place] ?? 0, newCell(value)));
  tab.rows[index] = row;
  return index + 1;
}

function findColumn(tab: MemoryTab, heading: string): number {
  const headings = (headingRow(tab)?.cells ?? []).map((cell) => String(cellValue(cell) ?? ''));
  const alike = headings.flatMap((text, index) =>
    comparedName(text) === comparedName(heading) ? [index] : [],
  );
  if (alike.length <= 1) return alike[0] ?? -1;
  const exact = alike.filter((index) => headings[index] === heading);
  return exact.length === 1 ? exact[0]! : -1;
}

function newCell(value: NewValue): Cell {
  if (typeof value !== 'object') return value === '' ? null : value;
  if ('serial' in value) return { value: value.serial, isDate: true };
  const time = 'day' in value ? parseDay(value.day) : parseWallTime(value.wallTime);
  if (time === undefined) throw new Error(`not a day or a wall time: ${JSON.stringify(value)}`);
  return { value: toSerial(time), isDate: true };
}

function pageCell({ text, value, formula }: PageCell): Cell {
  const shown = newCell(value ?? text ?? '');
  if (formula === undefined) return shown;
  if (shown === null && text === undefined) return { value: null, formula, uncomputed: true };
  return typeof shown === 'object' ? { value: text ?? null, ...shown, formula } : { value: shown, formula };
}

function put(row: MemoryRow, column: number, cell: Cell): void {
  while (row.cells.length <= column) row.cells.push(null);
  row.cells[column] = cell;
}

const headingRow = (tab: MemoryTab): MemoryRow | undefined => tab.headings ?? tab.rows.find(holdsSomething);

/** The first of the rows with most of the headings that the changes of a tab name. */
function headingsOf(tab: MemoryTab, changes: readonly Change[]): MemoryRow | undefined {
  const named = changes.flatMap((change) => {
    if (
      change.kind === 'tab' ||
      change.kind === 'page' ||
      comparedName(change.tab) !== comparedName(tab.name)
    )
      return [];
    const all = change.headings ?? [];
    if (change.kind === 'cell')
      return [...all, change.column, ...(change.at.by === 'id' ? [change.at.idColumn] : [])];
    return change.kind === 'row' ? [...all, ...Object.keys(change.cells)] : all;
  });
  const wanted = new Set(named.map(comparedName));
  const rank = ({ cells }: MemoryRow): number =>
    new Set(
      cells.map((cell) => comparedName(String(cellValue(cell) ?? ''))).filter((text) => wanted.has(text)),
    ).size;
  const first = tab.rows.filter(holdsSomething).slice(0, 10);
  return first.toSorted((one, other) => rank(other) - rank(one))[0];
}

function holdsSomething(row: MemoryRow): boolean {
  return !row.cells.every(isEmptyCell);
}

function sheetRow(row: MemoryRow, index: number): SheetRow[] {
  const last = row.cells.findLastIndex((cell) => cell !== null);
  return holdsSomething(row)
    ? [{ number: index + 1, hidden: row.hidden, cells: row.cells.slice(0, last + 1) }]
    : [];
}

function tabFrom(sheet: Sheet): MemoryTab {
  const hidden = sheet.hidden === undefined ? {} : { hidden: sheet.hidden };
  const tab: MemoryTab = { name: sheet.name, ...hidden, rows: [] };
  for (const { number, hidden, cells } of sheet.rows) {
    while (tab.rows.length < number) tab.rows.push({ cells: [], hidden: false });
    tab.rows[number - 1] = { cells: [...cells], hidden };
  }
  return tab;
}

function sameCells(one: readonly Cell[], other: readonly Cell[]): boolean {
  return Array.from({ length: Math.max(one.length, other.length) }).every((_, index) =>
    sameCell(one[index], other[index]),
  );
}

const idText = (cell: Cell | undefined): string => normaliseId(String(cellValue(cell) ?? ''));

function textsOf(change: Change): string[] {
  if (change.kind === 'column' || change.kind === 'looks') return [];
  if (change.kind === 'page') return change.layout.rows.flat().map(({ text = '' }) => text);
  if (change.kind === 'cell') return typeof change.becomes === 'string' ? [change.becomes] : [];
  const rows = change.kind === 'row' ? [change.cells] : change.rows;
  return rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'string');
}
