import { msg } from '../../../domain/msg.ts';
import type { Cell, Merge } from '../../../domain/workbook.ts';
import { LAST_COLUMN, LAST_ROW, parseArea, type Area } from '../addresses.ts';
import { damaged } from '../faults.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { makeCell, type ValueContext } from './cell-values.ts';
import { readRichText } from './shared-strings.ts';

/** One `<row>` of a sheet part, whether it holds anything or not. */
export interface ScannedRow {
  readonly number: number;
  readonly hidden: boolean;
  /** From column A up to the last cell that holds something. */
  readonly cells: Cell[];
  /** Where the row's XML begins and ends in the part. */
  readonly start: number;
  readonly end: number;
}

/** Cells that one array formula or data table fills. */
export interface FormulaArea extends Area {
  readonly formula: string;
}

/**
 * Reads the rows of a sheet part, one after another, in time and memory proportional to its length.
 * Throws UserError when the part is truncated or points at something missing.
 */
export class SheetScanner {
  readonly #xml: XmlScanner;
  readonly #part: string;
  readonly #context: ValueContext;
  readonly #sharedFormulas = new Map<string, string>();
  /** The areas that have begun so far, and those of them that reach the row being read. */
  readonly formulaAreas: FormulaArea[] = [];
  #openAreas: FormulaArea[] = [];
  #row = 0;
  #column = -1;
  /** Undefined if the cell has no value at all. */
  #value: string | undefined;
  #formula: string | undefined;

  constructor(xml: string, part: string, context: ValueContext) {
    this.#xml = new XmlScanner(xml, part);
    this.#part = part;
    this.#context = context;
  }

  /** The next row, or null after the last. */
  next(): ScannedRow | null {
    const xml = this.#xml;
    for (;;) {
      const event = xml.next();
      if (event === 'open') {
        if (xml.name === 'row') return this.#readRow();
        if (xml.empty && (xml.name === 'sheetData' || xml.name === 'worksheet')) return null;
        if (xml.name !== 'sheetData' && xml.name !== 'worksheet') xml.skip();
      } else if (event === 'close') return null;
      else if (event === 'end') throw xml.broken();
    }
  }

  /** The merged cells, which come after the rows. Only after the last row. */
  merges(): readonly Merge[] {
    const xml = this.#xml;
    const merges: Merge[] = [];
    for (let event = xml.next(); event !== 'end'; event = xml.next()) {
      if (event !== 'open') continue;
      const area = xml.name === 'mergeCell' ? parseArea(xml.attribute('ref') ?? '') : null;
      if (area !== null) merges.push(area);
      else if (xml.name !== 'mergeCells') xml.skip();
    }
    return merges;
  }

  #readRow(): ScannedRow {
    const xml = this.#xml;
    const { start } = xml;
    const number = xml.wholeNumber('r');
    this.#row = number === -1 ? this.#row + 1 : number;
    if (this.#row < 1 || this.#row > LAST_ROW) throw damaged(msg`${this.#part} has a row ${this.#row}`);
    this.#column = -1;
    const hidden = xml.isTrue('hidden');
    const cells: Cell[] = [];
    if (this.#openAreas.length > 0) {
      this.#openAreas = this.#openAreas.filter((area) => area.bottom >= this.#row);
    }
    if (!xml.empty) this.#readCells(cells);
    return { number: this.#row, hidden, cells, start, end: xml.end };
  }

  #readCells(cells: Cell[]): void {
    const xml = this.#xml;
    for (;;) {
      const event = xml.next();
      if (event === 'close') return;
      if (event === 'end') throw xml.broken();
      if (event !== 'open') continue;
      if (xml.name !== 'c') {
        xml.skip();
        continue;
      }
      const cell = this.#readCell();
      if (cell === null) continue;
      this.#context.budget.spend(this.#column + 1 - cells.length);
      while (cells.length < this.#column) cells.push(null);
      cells[this.#column] = cell;
    }
  }

  #readCell(): Cell {
    const xml = this.#xml;
    const column = xml.columnOf('r');
    this.#column = column === -1 ? this.#column + 1 : column;
    if (this.#column > LAST_COLUMN)
      throw damaged(msg`${this.#part} has a cell far to the right of the last column`);
    const style = xml.wholeNumber('s');
    const type = xml.attribute('t') ?? 'n';
    this.#value = undefined;
    this.#formula = undefined;
    if (!xml.empty) this.#readContent();
    if (this.#openAreas.length > 0) {
      this.#formula ??= formulaIn(this.#openAreas, this.#row, this.#column);
    }
    return makeCell(this.#value, type, style, this.#formula, this.#context);
  }

  #readContent(): void {
    const xml = this.#xml;
    for (;;) {
      const event = xml.next();
      if (event === 'close') return;
      if (event === 'end') throw xml.broken();
      if (event !== 'open') continue;
      if (xml.name === 'v') this.#value = xml.innerText();
      else if (xml.name === 'is') this.#value = readRichText(xml);
      else if (xml.name === 'f') this.#formula = this.#readFormula();
      else xml.skip();
    }
  }

  /** A shared formula is written only once; an array formula is in one cell and fills others. */
  #readFormula(): string {
    const xml = this.#xml;
    const type = xml.attribute('t');
    const shared = xml.attribute('si') ?? '';
    const area = type === 'array' || type === 'dataTable' ? parseArea(xml.attribute('ref') ?? '') : null;
    const text = xml.innerText();
    if (type === 'shared') {
      if (text !== '') this.#sharedFormulas.set(shared, text);
      return text === '' ? (this.#sharedFormulas.get(shared) ?? '') : text;
    }
    const severalCells = area !== null && (area.right > area.left || area.bottom > area.top);
    if (severalCells) {
      this.formulaAreas.push({ ...area, formula: text });
      this.#openAreas.push({ ...area, formula: text });
    }
    return text;
  }
}

/** The formula that fills a cell which has none of its own. */
export function formulaIn(areas: readonly FormulaArea[], row: number, column: number): string | undefined {
  return areas.find(
    (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  )?.formula;
}
