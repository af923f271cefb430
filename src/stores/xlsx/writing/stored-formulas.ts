import { parseArea, type Area } from '../addresses.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import type { TabPart } from '../reading/workbook-parts.ts';
import { referencesIn, type Reference } from './formula-references.ts';

/** A formula of a sheet, and the cells that it fills: mostly one. */
export interface StoredFormula extends Area {
  readonly tab: string;
  /** What it reads; undefined where that cannot be told. */
  readonly references: readonly Reference[] | undefined;
  /** Where the result stands in the sheet's XML. */
  result: readonly [start: number, end: number] | null;
}

interface Master {
  readonly text: string;
  readonly column: number;
  readonly row: number;
}

/** The formulas of a sheet in their order. */
export function formulasIn(xml: string, tab: TabPart): StoredFormula[] {
  const scanner = new XmlScanner(xml, tab.part);
  const formulas: StoredFormula[] = [];
  const masters = new Map<string, Master>();
  let row = 0;
  let column = -1;
  let current: StoredFormula | null = null;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    if (scanner.name === 'row') {
      const number = scanner.wholeNumber('r');
      row = number === -1 ? row + 1 : number;
      column = -1;
    } else if (scanner.name === 'c') {
      const found = scanner.columnOf('r');
      column = found === -1 ? column + 1 : found;
      current = null;
    } else if (scanner.name === 'f' && column !== -1) {
      current = readFormula(scanner, tab.name, { column, row }, masters);
      formulas.push(current);
    } else if (scanner.name === 'v' && current !== null) {
      const { start } = scanner;
      scanner.skip();
      current.result = [start, scanner.end];
    }
  }
  return formulas;
}

function readFormula(
  scanner: XmlScanner,
  tab: string,
  { column, row }: { readonly column: number; readonly row: number },
  masters: Map<string, Master>,
): StoredFormula {
  const type = scanner.attribute('t') ?? '';
  const shared = scanner.attribute('si') ?? '';
  const filled = type === 'array' ? parseArea(scanner.attribute('ref') ?? '') : null;
  const own = { text: scanner.innerText(), column, row };
  if (type === 'shared' && own.text !== '') masters.set(shared, own);
  const master = (type === 'shared' ? masters.get(shared) : undefined) ?? own;
  const written = own.text === '' ? master : own;
  const shift = { columns: column - written.column, rows: row - written.row };
  const area = filled ?? { left: column, right: column, top: row, bottom: row };
  return {
    ...area,
    tab,
    references: type === 'dataTable' ? undefined : referencesIn(written.text, shift),
    result: null,
  };
}
