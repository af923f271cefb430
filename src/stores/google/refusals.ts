/**
 * What Google's 400 to a write means. Either something that the plan depends on has moved, and a new reading helps; or
 * Google does not accept what goes into one tab, however often it is asked, and the rest may still be written.
 */
import { msg } from '../../domain/msg.ts';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnLetters } from '../../domain/workbook.ts';
import type { Refused } from '../../google/sheets-client.ts';
import type { Request } from './cell-requests.ts';
import type { WritePlan } from './plan.ts';
import type { SeenTab, Snapshot } from './read.ts';

/** Nothing of this tab is written. */
export interface ClosedTab {
  readonly tabId: number;
  /** A whole sentence. */
  readonly says: string;
  readonly advice: string;
}

/** What is known about a write that was refused. */
interface RefusedWrite {
  readonly plan: WritePlan;
  readonly snapshot: Snapshot;
}

type Kind = 'protected' | 'cells' | 'characters' | 'typed' | 'merged' | 'large';

/** Google's own texts. None of them is documented; the first three and `typed` have been seen by many. */
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['protected', /protected (?:cell|object|range|sheet)|remove protection/iu],
  ['cells', /number of cells in the workbook|limit of [\d\s,.]+ cells/iu],
  ['characters', /maximum of [\d\s,.]+ characters/iu],
  ['typed', /typed columns?|(?:cells? (?:in|of)|within) a table/iu],
  ['merged', /\bmerged?\b/iu],
];

/** The tab that Google accepts nothing for. Undefined if that is not the reason, or no tab caused it. */
export function closedTab(answer: Refused, write: RefusedWrite): ClosedTab | undefined {
  const kind: Kind | undefined = answer.isTooLarge
    ? 'large'
    : WORDS.find(([, words]) => words.test(answer.message))?.[0];
  if (kind === undefined) return undefined;
  const place = placeToBlame(kind, answer.message, write);
  if (place === undefined) return undefined;
  const { snapshot } = write;
  const name = nameOf(place.tabId, write);
  const where = place.cells === '' ? name : `${name}, ${place.cells}`;
  return { tabId: place.tabId, ...wordsFor(kind, { where, name, snapshot, answer }) };
}

/** The name of a tab that exists (a write log too), or that the write makes. */
function nameOf(tabId: number, { plan, snapshot }: RefusedWrite): string {
  const made = plan.requests.find(({ addSheet }) => addSheet?.properties?.sheetId === tabId);
  return snapshot.taken.find(({ id }) => id === tabId)?.name ?? made?.addSheet?.properties?.title ?? '';
}

function placeToBlame(
  kind: Kind,
  message: string,
  { plan, snapshot }: RefusedWrite,
): RequestPlace | undefined {
  const tabs = new Set(plan.requests.flatMap((request) => placeOf(request, plan.log.id)?.tabId ?? []));
  if (kind === 'large') return heaviest(plan, tabs);
  const index = /requests\[(?<index>\d+)\]/u.exec(message)?.groups?.['index'];
  const request = index === undefined ? undefined : plan.requests[Number(index)];
  // Only write logs are deleted: if somebody has protected one, no tab of the register is to blame.
  const logId = request?.deleteSheet?.sheetId;
  if (typeof logId === 'number') return { tabId: logId, cells: '' };
  const place = request === undefined ? undefined : placeOf(request, plan.log.id);
  if (place !== undefined) return place;
  // The room for copies is refused as a whole: the largest tab needs the most of it.
  if (kind === 'cells') {
    const [largest] = snapshot.tabs.filter(({ id }) => tabs.has(id)).toSorted(bySize);
    if (largest !== undefined) return { tabId: largest.id, cells: '' };
  }
  const [only, ...others] = tabs;
  return only !== undefined && others.length === 0 ? { tabId: only, cells: '' } : undefined;
}

/** The tab with the most to write. */
function heaviest({ requests, log }: WritePlan, tabs: ReadonlySet<number>): RequestPlace | undefined {
  const weight = (tabId: number): number =>
    requests.reduce(
      (sum, request) => sum + (placeOf(request, log.id)?.tabId === tabId ? bytes(request) : 0),
      0,
    );
  const [tabId] = [...tabs].toSorted((one, other) => weight(other) - weight(one));
  return tabId === undefined ? undefined : { tabId, cells: '' };
}

const bytes = (request: Request): number => JSON.stringify(request).length;
const sizeOf = ({ rowCount, columnCount }: SeenTab): number => rowCount * columnCount;
const bySize = (one: SeenTab, other: SeenTab): number => sizeOf(other) - sizeOf(one);

/** Where in the spreadsheet a request of a batch would have written, for the message. */
interface RequestPlace {
  readonly tabId: number;
  /** As in `A2:A5`; empty if the whole tab is meant, or the place is not known. */
  readonly cells: string;
}

/** Where a request of ours writes. One that copies into the write log is reported by the tab it reads. */
function placeOf(request: Request, logId: number): RequestPlace | undefined {
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
  ({ addConditionalFormatRule }) => addConditionalFormatRule?.rule?.ranges?.[0],
  ({ addFilterView }) => addFilterView?.filter?.range,
  ({ mergeCells }) => mergeCells?.range,
  ({ unmergeCells }) => unmergeCells?.range,
];

/** Requests that name only a tab. */
const TABS: readonly ((request: Request) => number | null | undefined)[] = [
  ({ appendCells }) => appendCells?.sheetId,
  ({ appendDimension }) => appendDimension?.sheetId,
  ({ updateDimensionProperties }) => updateDimensionProperties?.range?.sheetId,
  ({ addSheet }) => addSheet?.properties?.sheetId,
  ({ updateSheetProperties }) => updateSheetProperties?.properties?.sheetId,
  ({ addDimensionGroup }) => addDimensionGroup?.range?.sheetId,
  ({ updateDimensionGroup }) => updateDimensionGroup?.dimensionGroup?.range?.sheetId,
  ({ deleteDimensionGroup }) => deleteDimensionGroup?.range?.sheetId,
  ({ deleteConditionalFormatRule }) => deleteConditionalFormatRule?.sheetId,
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
    return { tabId, cells: msg`row ${top + 1} and below` };
  const [first, last] = [`${columnLetters(left)}${top + 1}`, `${columnLetters(right - 1)}${bottom}`];
  return { tabId, cells: first === last ? first : `${first}:${last}` };
}

interface RefusalFacts {
  /** The tab, and its cells where they are known. */
  readonly where: string;
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly answer: Refused;
}

function wordsFor(kind: Kind, facts: RefusalFacts): Omit<ClosedTab, 'tabId'> {
  const { where, name, answer } = facts;
  switch (kind) {
    case 'protected':
      return {
        says: msg`${where} is protected, and ${answer.account} may not write there.`,
        advice: msg`Ask the person who protected it (in the sheet: Data, Protect sheets and ranges) to let ${answer.account} edit it.`,
      };
    case 'cells':
      return wordsForCells(facts);
    case 'characters':
      return {
        says: msg`A text for ${where} is longer than the 50 000 characters that a cell of a Google Sheet holds.`,
        advice: msg`Shorten the text, or put it in a document and link to it.`,
      };
    case 'typed':
      return {
        says: msg`${where} is in a table of Google Sheets with column types, which do not accept what Felles writes.`,
        advice: msg`In the sheet, open the menu of the table, next to its name, and choose «Revert to unformatted data». The content is kept.`,
      };
    case 'merged':
      return {
        says: msg`${where} has merged cells, and Google does not copy a part of them.`,
        advice: msg`In the sheet, select the rows and choose Format, Merge cells, Unmerge.`,
      };
    case 'large':
      return {
        says: msg`What goes into ${name} is more than Google accepts in one request.`,
        advice: msg`Upload the register as an .xlsx file to Google Drive, open it there, and choose File, Save as Google Sheets. Then give the address of the new sheet with --spreadsheet.`,
      };
  }
}

function wordsForCells({ name, snapshot }: RefusalFacts): Omit<ClosedTab, 'tabId'> {
  const [largest] = snapshot.tabs.toSorted(bySize);
  const advice = msg`Delete empty rows and columns, or tabs that nobody needs, and try again.`;
  return {
    says: msg`A Google Sheet can have ten million cells, including empty ones. There is no room left for what goes into ${name} and a copy of it.`,
    advice:
      largest === undefined
        ? advice
        : `${advice} ${msg`The largest tab is ${largest.name}, with ${largest.rowCount} rows and ${largest.columnCount} columns.`}`,
  };
}
