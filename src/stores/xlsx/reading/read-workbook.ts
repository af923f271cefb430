import { createHash } from 'node:crypto';
import { isEmptyCell, type Sheet, type SheetRow, type Workbook } from '../../../domain/workbook.ts';
import { isLogTitle } from '../../write-log-title.ts';
import { naming } from '../faults.ts';
import { OfficePackage } from '../package/office-package.ts';
import type { ValueContext } from './cell-values.ts';
import { refuseOtherKinds } from './refuse-other-kinds.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { findWorkbookParts, readValueContext } from './workbook-parts.ts';

/**
 * Reads an .xlsx or .xlsm file, given as bytes. This is the bare parse: no file is touched and nothing is checked.
 * Dates come as serial numbers of the 1900 system, whatever system the file uses. The write log, which a file that was
 * downloaded from a Google Sheet has, is not read.
 * Throws UserError, with `name` in front, when the bytes are not a workbook, damaged, encrypted or too large.
 */
export function readWorkbook(bytes: Uint8Array, name: string): Workbook {
  return naming(name, () => ({ name, revision: revisionOf(bytes), sheets: readSheets(bytes) }));
}

/** The revision of a workbook that is a file: a hash of its bytes. */
export function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readSheets(bytes: Uint8Array): Sheet[] {
  refuseOtherKinds(bytes);
  const parts = OfficePackage.open(bytes);
  const found = findWorkbookParts(parts);
  const context = readValueContext(parts, found);
  return found.tabs
    .filter(({ name }) => !isLogTitle(name))
    .map(({ name, part, hidden }) => ({
      name,
      ...(hidden ? { hidden } : {}),
      ...readSheet(parts.text(part), part, context),
    }));
}

function readSheet(xml: string, part: string, context: ValueContext): Pick<Sheet, 'rows' | 'merges'> {
  const rows: SheetRow[] = [];
  const scanner = new SheetScanner(xml, part, context);
  for (let row = scanner.next(); row !== null; row = scanner.next()) {
    const { number, hidden, cells } = row;
    if (!cells.every(isEmptyCell)) rows.push({ number, hidden, cells });
  }
  const merges = scanner.merges();
  return merges.length === 0 ? { rows } : { rows, merges };
}
