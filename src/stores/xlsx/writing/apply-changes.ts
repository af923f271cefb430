import {
  type Change,
  type ChangeResult,
  type Refusal,
  isEmptyCell,
  type ColumnLayout,
} from '../../../domain/workbook.ts';
import { refuseLongTexts } from '../../long-texts.ts';
import { naming } from '../faults.ts';
import { OfficePackage } from '../package/office-package.ts';
import { refuseOtherKinds } from '../reading/refuse-other-kinds.ts';
import { columnFinder, findRow } from '../../find.ts';
import { appendRow, changeCell, replaceRows } from './row-changes.ts';
import { WorkbookEditor } from './workbook-editor.ts';
import { parseArea, type Area } from '../addresses.ts';
import { attributeOf, childOf, childrenOf } from '../package/xml-edit.ts';
import { applyLooks } from './apply-looks.ts';
import { addDropdown, choicesFormula, dropdownArea, dropdownXml } from './choices.ts';
import { setColumn } from './columns-xml.ts';
import { cellSpans } from './row-xml.ts';
import { writePage } from './pages.ts';
import type { SheetEditor } from './sheet-editor.ts';
import { addColumnStyle } from './tab-look.ts';

/** The result of changing a workbook: the new file, or null when no change could be made. */
export interface Applied {
  readonly bytes: Uint8Array | null;
  readonly results: readonly ChangeResult[];
}

/** The most that a cell of an .xlsx file can hold. Source: Excel specifications and limits. */
export const LONGEST_TEXT = 32_767;

/**
 * Makes the changes in a workbook given as bytes, and touches nothing else in it. A change whose conditions do not
 * hold is refused alone. Throws UserError, with `name` in front, when the workbook cannot be read or a text is longer
 * than a cell can hold: then nothing is made.
 */
export function applyChanges(bytes: Uint8Array, changes: readonly Change[], name: string): Applied {
  return naming(name, () => {
    refuseLongTexts(changes, LONGEST_TEXT);
    refuseOtherKinds(bytes);
    const editor = new WorkbookEditor(OfficePackage.open(bytes), changes);
    const results = changes.map((change) => resultOf(change, applyChange(editor, change)));
    const anyDone = results.some(({ outcome }) => outcome === 'done');
    return { bytes: anyDone ? editor.save() : null, results };
  });
}

/** Makes one change. Answers with the row it was made in, null for a change that has no row, or why it was refused. */
export function applyChange(editor: WorkbookEditor, change: Change): number | null | Refusal {
  if (change.kind === 'tab') {
    if (editor.sheet(change.layout.name) !== undefined) return { why: 'already-there' };
    if (editor.isTaken(change.layout.name)) return { why: 'name-taken' };
    editor.addTab(change);
    return null;
  }
  if (change.kind === 'page') return writePage(editor, change);
  const sheet = editor.sheet(change.tab);
  if (sheet === undefined) return { why: 'no-such-tab' };
  switch (change.kind) {
    case 'cell': {
      const column = columnFinder(sheet)(change.column);
      if (column === null) return { why: 'no-such-column' };
      const row = findRow(sheet, change.at);
      if ('why' in row) return row;
      return changeCell(sheet, editor, row, column, change) ?? row.number;
    }
    case 'row':
      return appendRow(sheet, editor, change.cells);
    case 'rows':
      return replaceRows(sheet, editor, change.rows);
    case 'looks':
      return applyLooks(editor, sheet, change.looks);
    case 'column':
      return addColumn(editor, sheet, change.layout);
  }
}

function resultOf(change: Change, came: number | null | Refusal): ChangeResult {
  if (typeof came === 'number') return { outcome: 'done', change, row: came };
  return came === null ? { outcome: 'done', change } : { outcome: 'refused', change, refusal: came };
}

/**
 * Adds a column to the right of the last heading, after anything that people keep there: its heading looks like the
 * one before it, and gets its width, format, dropdown and note.
 */
function addColumn(editor: WorkbookEditor, sheet: SheetEditor, layout: ColumnLayout): Refusal | null {
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
      dropdownXml(sheet.prefix, area, choicesFormula(layout.choices, editor.lists)),
    );
  }
  if (layout.note !== '') {
    editor.addNotes(sheet, [{ column, row: heading.number, text: layout.note, rowPixels: 20 }]);
  }
  return null;
}

/** Merged cells that reach into a row: a heading in one of them may be invisible. */
function mergedIn({ frame }: SheetEditor, row: number): readonly Area[] {
  const list = childOf(frame, 'mergeCells');
  const areas = list === undefined ? [] : childrenOf(frame, list);
  return areas
    .map((merge) => parseArea(attributeOf(frame, merge, 'ref') ?? ''))
    .filter((area) => area !== null)
    .filter(({ top, bottom }) => top <= row && row <= bottom);
}
