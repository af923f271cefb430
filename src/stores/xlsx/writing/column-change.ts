import { isEmptyCell, type ColumnLayout, type Refusal } from '../../../domain/workbook.ts';
import { parseArea, type Area } from '../addresses.ts';
import { attributeOf, childOf, childrenOf } from '../package/xml-edit.ts';
import { addDropdown, dropdownArea, dropdownXml } from './choices.ts';
import { setColumn } from './columns-xml.ts';
import { columnFinder } from '../../find.ts';
import { cellSpans } from './row-xml.ts';
import type { SheetEditor } from './sheet-editor.ts';
import { addColumnStyle } from './tab-look.ts';
import type { WorkbookEditor } from './workbook-editor.ts';

/**
 * Adds a column to the right of the last heading, past anything that people keep there: its heading looks like the
 * one before it, and gets its width, format, dropdown and note.
 */
export function addColumn(editor: WorkbookEditor, sheet: SheetEditor, layout: ColumnLayout): Refusal | null {
  const heading = sheet.headingsToBe();
  if (columnFinder(sheet)(layout.heading) !== null) return { why: 'already-there' };
  const lastHeading = heading.cells.findLastIndex((cell) => !isEmptyCell(cell));
  let column = lastHeading + 1;
  const merged = mergedIn(sheet, heading.number);
  const isTaken = (one: number): boolean =>
    merged.some(({ left, right }) => left <= one && one <= right) ||
    sheet.rows.some(({ cells }) => !isEmptyCell(cells[one]));
  while (isTaken(column)) column += 1;
  const style = cellSpans(heading.xml).find((span) => span.column === lastHeading)?.style ?? 0;
  sheet.put(heading, column, layout.heading, Math.max(0, style));
  editor.widenAreas(sheet, { row: heading.number, column, heading: layout.heading });
  const columnStyle = addColumnStyle(editor.styles, layout);
  sheet.frame = setColumn(sheet.frame, sheet.prefix, column, layout.width, columnStyle);
  if (layout.choices !== undefined && layout.choices.length > 0) {
    const area = dropdownArea(column, heading.number, sheet.lastBefore);
    sheet.frame = addDropdown(
      sheet.frame,
      sheet.prefix,
      dropdownXml(sheet.prefix, area, layout.choices, editor.lists),
    );
  }
  if (layout.note !== '') {
    editor.addNotes(sheet, [{ column, row: heading.number, text: layout.note, rowPixels: 20 }]);
  }
  return null;
}

/** Merged cells that reach into a row: a heading in one of them may not be seen. */
function mergedIn({ frame }: SheetEditor, row: number): readonly Area[] {
  const list = childOf(frame, 'mergeCells');
  const areas = list === undefined ? [] : childrenOf(frame, list);
  return areas
    .map((merge) => parseArea(attributeOf(frame, merge, 'ref') ?? ''))
    .filter((area) => area !== null)
    .filter(({ top, bottom }) => top <= row && row <= bottom);
}
