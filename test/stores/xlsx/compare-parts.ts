import { unzipSync } from 'fflate';
import { element, elements, parseXml, textOf, type XmlNode } from './xml-tree.ts';

/** How two versions of a workbook differ, part by part. */
export interface PartDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Parts whose unpacked bytes differ. */
  readonly changed: readonly string[];
}

export function compareParts(before: Uint8Array, after: Uint8Array): PartDifferences {
  const old = unzipSync(before);
  const now = unzipSync(after);
  const kept = Object.keys(old).filter((name) => name in now);
  if (
    kept.join() !==
    Object.keys(now)
      .filter((name) => name in old)
      .join()
  )
    throw new Error('the parts changed places');
  return {
    added: Object.keys(now).filter((name) => !(name in old)),
    removed: Object.keys(old).filter((name) => !(name in now)),
    changed: kept.filter((name) => !Buffer.from(old[name]!).equals(Buffer.from(now[name]!))),
  };
}

/** How two versions of a sheet differ: which cells, which rows, and what around them. */
export interface SheetDifferences {
  /** Addresses of cells that differ in anything but a stored result beside a formula. */
  readonly cells: readonly string[];
  /** Numbers of rows whose own attributes differ, or that are there in only one version. */
  readonly rows: readonly string[];
  /** `name: before → after` for elements beside `sheetData`, and `order` when they changed places. */
  readonly frame: readonly string[];
}

export function compareSheets(before: string, after: string): SheetDifferences {
  const [old, now] = [parseXml(before), parseXml(after)];
  const oldRows = rowsByNumber(old);
  const nowRows = rowsByNumber(now);
  const cells: string[] = [];
  const rows: string[] = [];
  for (const number of new Set([...oldRows.keys(), ...nowRows.keys()])) {
    const [was, is] = [oldRows.get(number), nowRows.get(number)];
    if (was === undefined || is === undefined || !same(was.attributes, is.attributes)) rows.push(number);
    const [oldCells, nowCells] = [cellsByAddress(was), cellsByAddress(is)];
    for (const address of new Set([...oldCells.keys(), ...nowCells.keys()])) {
      if (!same(withoutResult(oldCells.get(address)), withoutResult(nowCells.get(address))))
        cells.push(address);
    }
  }
  return { cells, rows, frame: compareFrames(old, now) };
}

function compareFrames(old: XmlNode, now: XmlNode): string[] {
  const differences: string[] = [];
  const names = (root: XmlNode): string[] => elements(root).map(({ name }) => name);
  if (!same(old.attributes, now.attributes)) differences.push('root');
  if (!same(names(old), names(now))) differences.push(`order: ${names(now).join(' ')}`);
  const others = elements(now);
  for (const [index, was] of elements(old).entries()) {
    const is = others[index];
    if (was.name === 'sheetData' || is === undefined || same(was, is)) continue;
    const { attributes, children } = is;
    const onlyReference =
      same({ ...was.attributes, ref: '' }, { ...attributes, ref: '' }) && same(was.children, children);
    const change = onlyReference
      ? `: ${was.attributes['ref'] ?? ''} → ${attributes['ref'] ?? ''}`
      : ' changed';
    differences.push(was.name + change);
  }
  return differences;
}

function rowsByNumber(sheet: XmlNode): Map<string, XmlNode> {
  const data = element(sheet, 'sheetData');
  return new Map(
    (data === undefined ? [] : elements(data, 'row')).map((row) => [row.attributes['r'] ?? '', row]),
  );
}

function cellsByAddress(row: XmlNode | undefined): Map<string, XmlNode> {
  return new Map(
    (row === undefined ? [] : elements(row, 'c')).map((cell) => [cell.attributes['r'] ?? '', cell]),
  );
}

function withoutResult(cell: XmlNode | undefined): XmlNode | undefined {
  if (cell === undefined || element(cell, 'f') === undefined) return cell;
  return { ...cell, children: elements(cell).filter(({ name }) => name !== 'v') };
}

/** Cells that hold a stored result beside a formula. */
export function storedResults(sheet: string): string[] {
  return [...rowsByNumber(parseXml(sheet)).values()].flatMap((row) =>
    elements(row, 'c')
      .filter(
        (cell) =>
          element(cell, 'f') !== undefined &&
          textOf(element(cell, 'v') ?? cell) !== textOf(element(cell, 'f')!),
      )
      .flatMap((cell) => (element(cell, 'v') === undefined ? [] : [cell.attributes['r'] ?? ''])),
  );
}

/** The lines in which two XML texts differ when every tag has its own: for parts that change in a place or two. */
export function tagDifferences(
  before: string,
  after: string,
): { readonly gone: string[]; readonly new: string[] } {
  const tags = (xml: string): string[] => xml.split(/(?=<)/u).map((tag) => tag.trim());
  const [old, now] = [tags(before), tags(after)];
  return { gone: missing(old, now), new: missing(now, old) };
}

function missing(from: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return from.filter((tag) => {
    const at = left.indexOf(tag);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
