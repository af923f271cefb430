import { formatArea, parseArea, type Area } from '../addresses.ts';
import { prefixOf } from '../package/xml-edit.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import type { TabPart } from '../reading/workbook-parts.ts';
import { referencesIn, type Reference } from './formula-references.ts';
import type { KnownNames } from './known-names.ts';

/** A formula of a sheet, and the cells that it fills: usually one. */
export interface StoredFormula extends Area {
  readonly tab: string;
  /** The cells that it reads, as far as is known. */
  readonly references: readonly Reference[];
  /** Where its results are in the sheet's XML: one for each cell that it fills. */
  readonly results: (readonly [start: number, end: number])[];
}

/** A sheet may be long, and most have no formula at all. */
export function hasFormula(xml: string): boolean {
  const tag = `<${prefixOf(xml)}f`;
  for (let at = xml.indexOf(tag); at !== -1; at = xml.indexOf(tag, at + 1)) {
    if (/[\s/>]/u.test(xml.charAt(at + tag.length))) return true;
  }
  return false;
}

interface Place {
  readonly column: number;
  readonly row: number;
}

interface Master extends Place {
  readonly text: string;
}

/** The formulas of a sheet in their order. */
export function formulasIn(xml: string, tab: TabPart, known: KnownNames): StoredFormula[] {
  const scanner = new XmlScanner(xml, tab.part);
  const formulas: StoredFormula[] = [];
  const masters = new Map<string, Master>();
  let filling: StoredFormula[] = [];
  let row = 0;
  let column = -1;
  let current: StoredFormula | undefined;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    if (scanner.name === 'row') {
      const number = scanner.wholeNumber('r');
      row = number === -1 ? row + 1 : number;
      column = -1;
      if (filling.length > 0) filling = filling.filter(({ bottom }) => bottom >= row);
    } else if (scanner.name === 'c') {
      const found = scanner.columnOf('r');
      column = found === -1 ? column + 1 : found;
      current = filling.find(({ left, right }) => left <= column && column <= right);
    } else if (scanner.name === 'f' && column !== -1) {
      current = readFormula(scanner, tab.name, { column, row }, masters, known);
      formulas.push(current);
      if (current.right > current.left || current.bottom > current.top) filling.push(current);
    } else if (scanner.name === 'v' && current !== undefined) {
      const { start } = scanner;
      scanner.skip();
      current.results.push([start, scanner.end]);
    }
  }
  return formulas;
}

function readFormula(
  scanner: XmlScanner,
  tab: string,
  { column, row }: Place,
  masters: Map<string, Master>,
  known: KnownNames,
): StoredFormula {
  const type = scanner.attribute('t') ?? '';
  const shared = scanner.attribute('si') ?? '';
  const fills = type === 'array' || type === 'dataTable';
  const area = (fills ? parseArea(scanner.attribute('ref') ?? '') : null) ?? {
    ...{ left: column, right: column },
    ...{ top: row, bottom: row },
  };
  const inputs = type === 'dataTable' ? tableInputs(scanner, area) : '';
  const own = { text: scanner.innerText(), column, row };
  if (type === 'shared' && own.text !== '') masters.set(shared, own);
  const master = (type === 'shared' ? masters.get(shared) : undefined) ?? own;
  const written = own.text === '' ? master : own;
  const shift = { columns: column - written.column, rows: row - written.row };
  const text = inputs === '' ? written.text : inputs;
  return { ...area, tab, references: referencesIn(text, { tab, column, row, shift }, known), results: [] };
}

/** The input of a data table: one or two cells, and the values to its left and above it, as a formula would name them. */
function tableInputs(scanner: XmlScanner, area: Area): string {
  const cells = [scanner.attribute('r1'), scanner.attribute('r2')].filter((cell) => cell !== undefined);
  const edges = formatArea({ ...area, left: Math.max(0, area.left - 1), top: Math.max(1, area.top - 1) });
  return [...cells, edges].join(',');
}
