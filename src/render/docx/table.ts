/** Writes a table of a paper as a table of a .docx. */
import type * as Docx from 'docx';
import type { Inline, Table, TableCell } from '../document/document.ts';
import { isToWrite } from '../document/table-columns.ts';
import type { RunStyle } from './runs.ts';
import { colours, page } from './styles.ts';

const none = { style: 'none', size: 0, color: 'auto' } as const;
const line = { style: 'single', size: 4, color: colours.line } as const;
const borders = {
  top: none,
  left: none,
  right: none,
  bottom: line,
  insideHorizontal: line,
  insideVertical: none,
};

/** Twentieths of a point: how high a row to write in is at least. */
const rowToWrite = 440;

/** Whether one of several stays on the page of the next: three do, at both ends. */
export const staysWithNext = (index: number, length: number): boolean =>
  index < length - 1 && (index < 2 || index >= length - 3);

/** Writes the words of a cell. */
type WriteParagraph = (
  children: readonly Inline[],
  options: Omit<Docx.IParagraphOptions, 'children'>,
  run?: RunStyle,
) => Docx.Paragraph;

/** The table with columns of these widths, in twentieths of a point. Its head is repeated on each page. */
export function docxTable(
  docx: typeof Docx,
  { head, rows }: Table,
  widths: readonly number[],
  paragraph: WriteParagraph,
): Docx.Table {
  const { HeightRule, Table, TableCell: Cell, TableLayoutType, TableRow: Row, WidthType } = docx;
  const cellOf = (
    { align, children }: TableCell,
    column: number,
    options: Omit<Docx.IParagraphOptions, 'children'>,
    run?: RunStyle,
  ): Docx.TableCell => {
    const right = column === head.length - 1 ? 0 : 160;
    const alignment = align === undefined ? {} : { alignment: align };
    return new Cell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 0, right, marginUnitType: WidthType.DXA },
      children: [paragraph(children, { ...options, ...alignment }, run)],
    });
  };
  const headRow = new Row({
    tableHeader: true,
    cantSplit: true,
    children: head.map((cell, column) => cellOf(cell, column, { style: 'TableHead' })),
  });
  const bodyRows = rows.map((row, index, { length }) => {
    const { cells, hasHead } = row;
    const options = { style: 'TableText', ...(staysWithNext(index, length) ? { keepNext: true } : {}) };
    const children = cells.map((cell, column) =>
      cellOf(cell, column, options, hasHead && column === 0 ? { bold: true } : {}),
    );
    const height = isToWrite(row) ? { height: { value: rowToWrite, rule: HeightRule.ATLEAST } } : {};
    return new Row({ cantSplit: true, ...height, children });
  });
  return new Table({
    rows: [headRow, ...bodyRows],
    columnWidths: [...widths],
    width: { size: page.full, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
  });
}
