import { readFile, writeFile } from 'node:fs/promises';
import { cellValue, columnLetters, type Cell } from '../../../src/domain/workbook.ts';
import type { PersonEdits } from '../../support/memory-store.ts';
import { editParts, partsOf } from '../../support/workbooks.ts';

interface RawRow {
  hidden: boolean;
  /** `<c>` elements by column, without their references. */
  cells: Map<number, string>;
}

/**
 * Edits a workbook that the store has made, as people would in a program: by taking the XML of a tab apart row by
 * row and cell by cell. Written apart from the store, so that the two cannot share a mistake.
 */
export class XlsxPerson implements PersonEdits {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  type(tab: string, row: number, column: number, cell: Cell): Promise<void> {
    return this.#edit(tab, (rows) => {
      const there = rows.get(row) ?? { hidden: false, cells: new Map<number, string>() };
      there.cells.set(column, typed(cell));
      rows.set(row, there);
      return rows;
    });
  }

  insertRow(tab: string, above: number): Promise<void> {
    return this.#edit(
      tab,
      (rows) => new Map([...rows].map(([number, row]) => [number < above ? number : number + 1, row])),
    );
  }

  deleteRow(tab: string, row: number): Promise<void> {
    return this.#edit(tab, (rows) => {
      rows.delete(row);
      return new Map([...rows].map(([number, each]) => [number < row ? number : number - 1, each]));
    });
  }

  sort(tab: string, column: number): Promise<void> {
    return this.#edit(tab, (rows) => {
      const [heading, ...others] = [...rows.values()];
      const key = (row: RawRow): string => row.cells.get(column)?.replace(/<[^>]*>/gu, '') ?? '\uFFFF';
      others.sort((one, other) => (key(one) < key(other) ? -1 : 1));
      return new Map([heading!, ...others].map((row, index) => [index + 1, row]));
    });
  }

  hideRow(tab: string, row: number): Promise<void> {
    return this.#edit(tab, (rows) => {
      rows.get(row)!.hidden = true;
      return rows;
    });
  }

  async hideTab(tab: string): Promise<void> {
    const bytes = await readFile(this.#path);
    const hide = (xml: string): string =>
      xml.replace(`<sheet name="${tab}"`, `<sheet name="${tab}" state="hidden"`);
    await writeFile(this.#path, editParts(bytes, { 'xl/workbook.xml': hide }));
  }

  async #edit(tab: string, edit: (rows: Map<number, RawRow>) => Map<number, RawRow>): Promise<void> {
    const bytes = await readFile(this.#path);
    const workbook = partsOf(bytes).get('xl/workbook.xml') ?? '';
    const names = [...workbook.matchAll(/<sheet name="([^"]*)"/gu)].map((match) => match[1]);
    const part = `xl/worksheets/sheet${names.indexOf(tab) + 1}.xml`;
    const changed = editParts(bytes, {
      [part]: (xml) =>
        xml.replace(/(<sheetData>)(.*)(<\/sheetData>)/su, (_, open: string, data: string, close: string) => {
          return open + rowsXml(edit(rowsIn(data))) + close;
        }),
    });
    await writeFile(this.#path, changed);
  }
}

function rowsIn(data: string): Map<number, RawRow> {
  const rows = [...data.matchAll(/<row r="(\d+)"([^>]*?)(?:\/>|>(.*?)<\/row>)/gsu)].map(
    (match): [number, RawRow] => {
      const cells = [...(match[3] ?? '').matchAll(/<c r="([A-Z]+)\d+"(.*?)(?=<c r=|$)/gsu)];
      const row = {
        hidden: (match[2] ?? '').includes('hidden'),
        cells: new Map(cells.map((cell): [number, string] => [columnOf(cell[1] ?? ''), cell[2] ?? ''])),
      };
      return [Number(match[1]), row];
    },
  );
  return new Map(rows);
}

function columnOf(letters: string): number {
  return Array.from({ length: 200 }, (_, index) => columnLetters(index)).indexOf(letters);
}

function rowsXml(rows: ReadonlyMap<number, RawRow>): string {
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([number, { hidden, cells }]) => {
      const ordered = [...cells].sort(([one], [other]) => one - other);
      const xml = ordered.map(([column, rest]) => `<c r="${columnLetters(column)}${number}"${rest}`).join('');
      return `<row r="${number}"${hidden ? ' hidden="1"' : ''}>${xml}</row>`;
    })
    .join('');
}

/** The rest of a `<c>` element, after its reference. */
function typed(cell: Cell): string {
  const value = cellValue(cell);
  const formula = typeof cell === 'object' && cell?.formula !== undefined ? `<f>${cell.formula}</f>` : '';
  if (value === null) return '/>';
  if (typeof value === 'number') return `>${formula}<v>${value}</v></c>`;
  if (formula !== '') return ` t="str">${formula}<v>${String(value)}</v></c>`;
  return ` t="inlineStr"><is><t xml:space="preserve">${String(value)}</t></is></c>`;
}
