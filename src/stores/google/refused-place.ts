/** Where in the spreadsheet a request of a batch would have written, for telling people. */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnLetters } from '../../domain/workbook.ts';
import type { Request } from './cell-data.ts';

export interface RequestPlace {
  readonly tabId: number;
  /** As in `A2:A5`; empty where all of the tab is meant, or the place is not known. */
  readonly cells: string;
}

/** Where a request of ours writes; one that copies into the write log is reported by the tab it reads. */
export function placeOf(request: Request, logId: number): RequestPlace | undefined {
  const { updateCells, copyPaste } = request;
  if (updateCells !== undefined) return placeOfCells(updateCells);
  if (copyPaste !== undefined) {
    const isCopy = copyPaste.destination?.sheetId === logId;
    return placeOfRange(isCopy ? copyPaste.source : copyPaste.destination);
  }
  const range = RANGES.map((rangeIn) => rangeIn(request)).find((found) => typeof found?.sheetId === 'number');
  if (range !== undefined) return placeOfRange(range);
  const tabId = TABS.map((tabIn) => tabIn(request)).find((found) => typeof found === 'number');
  return typeof tabId === 'number' && tabId !== logId ? { tabId, cells: '' } : undefined;
}

type Range = api.Schema$GridRange | null | undefined;

/** Requests that name a range. */
const RANGES: readonly ((request: Request) => Range)[] = [
  ({ repeatCell }) => repeatCell?.range,
  ({ setDataValidation }) => setDataValidation?.range,
  ({ addProtectedRange }) => addProtectedRange?.protectedRange?.range,
];

/** Requests that name no more than a tab. */
const TABS: readonly ((request: Request) => number | null | undefined)[] = [
  ({ appendCells }) => appendCells?.sheetId,
  ({ appendDimension }) => appendDimension?.sheetId,
  ({ updateDimensionProperties }) => updateDimensionProperties?.range?.sheetId,
  ({ addSheet }) => addSheet?.properties?.sheetId,
];

function placeOfCells({ start, range, rows }: api.Schema$UpdateCellsRequest): RequestPlace | undefined {
  if (start === undefined) return placeOfRange(range);
  const { rowIndex, columnIndex } = start;
  const [top, left] = [rowIndex ?? 0, columnIndex ?? 0];
  const width = Math.max(1, ...(rows ?? []).map(({ values }) => values?.length ?? 0));
  return placeOfRange({
    sheetId: start.sheetId ?? null,
    startRowIndex: top,
    endRowIndex: top + Math.max(1, rows?.length ?? 0),
    startColumnIndex: left,
    endColumnIndex: left + width,
  });
}

function placeOfRange(range: Range): RequestPlace | undefined {
  if (typeof range?.sheetId !== 'number') return undefined;
  const { sheetId: tabId, startRowIndex: top, endRowIndex: bottom } = range;
  const [left, right] = [range.startColumnIndex, range.endColumnIndex];
  if (typeof top !== 'number') return { tabId, cells: '' };
  if (typeof bottom !== 'number' || typeof left !== 'number' || typeof right !== 'number')
    return { tabId, cells: `row ${top + 1} and below` };
  const [first, last] = [`${columnLetters(left)}${top + 1}`, `${columnLetters(right - 1)}${bottom}`];
  return { tabId, cells: first === last ? first : `${first}:${last}` };
}
