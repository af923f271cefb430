/** Whether a workbook is one that other programs open, and what people see in it. Uses nothing of the store. */
import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import { partsOf } from '../../support/workbooks.ts';
import { elements, parseXml, textOf, type XmlNode } from './xml-tree.ts';

const isXml = (name: string): boolean => /\.(?:xml|rels|vml)$/u.test(name);

/** What a parser that knows namespaces says of a part; undefined where it is content. */
export function parserFault(xml: string): string | undefined {
  const parser = new SaxesParser({ xmlns: true });
  let fault: string | undefined;
  parser.on('error', (error) => {
    fault ??= error.message;
  });
  parser.write(xml).close();
  return fault;
}

/** Faults of the parts that a write changed or added, of sheets of one name, and of pointers that lead nowhere. */
export function faultsAfter(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const faults = [...now].flatMap(([name, xml]) => {
    if (!isXml(name) || old.get(name) === xml) return [];
    const fault = parserFault(xml) ?? misplaced(xml);
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
  return [...faults, ...twice(sheetNames(now), 'sheets'), ...lostPointers(now), ...untyped(now)];
}

/** The children of these elements, in the order that Excel insists on. Source: ISO/IEC 29500-1, annex A, less what Felles has no use for. */
const ORDERS: Readonly<Record<string, string>> = {
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter ignoredErrors drawing legacyDrawing tableParts extLst',
  sheetPr: 'tabColor outlinePr pageSetUpPr',
  sheetView: 'pane selection extLst',
  workbook: 'fileVersion workbookPr workbookProtection bookViews sheets definedNames calcPr extLst',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  dxf: 'font numFmt fill alignment border protection',
};

/** An element that comes after one that it must come before. */
function misplaced(xml: string): string | undefined {
  const faultIn = (node: XmlNode): string | undefined => {
    const bare = ({ name }: XmlNode): string => name.replace(/^.*:/u, '');
    const order = ORDERS[bare(node)]?.split(' ') ?? [];
    const places = elements(node)
      .map((child) => order.indexOf(bare(child)))
      .filter((place) => place !== -1);
    const wrong = places.findIndex((place, index) => place < (places[index - 1] ?? 0));
    if (wrong !== -1) return `${order[places[wrong] ?? 0] ?? ''} is too late in ${node.name}`;
    if (bare(node) === 'sheetData') return undefined;
    return elements(node)
      .map(faultIn)
      .find((fault) => fault !== undefined);
  };
  return faultIn(parseXml(xml));
}

function twice(names: readonly string[], what: string): string[] {
  return names.filter((name, index) => names.indexOf(name) < index).map((name) => `${what}: ${name} twice`);
}

function sheetNames(parts: ReadonlyMap<string, string>): string[] {
  const sheets = (parts.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"/gu);
  return Array.from(sheets, ([, name = '']) => name.toLowerCase());
}

function lostPointers(parts: ReadonlyMap<string, string>): string[] {
  return [...parts.keys()].flatMap((name) => {
    if (!name.endsWith('.rels')) return [];
    const pointers = pointersOf(parts, name);
    const lost = pointers.filter(({ target }) => !parts.has(target));
    const ids = pointers.map(({ id }) => id);
    return [...lost.map(({ target }) => `${name} points at ${target}`), ...twice(ids, name)];
  });
}

function untyped(parts: ReadonlyMap<string, string>): string[] {
  const types = parts.get('[Content_Types].xml') ?? '';
  const defaults = Array.from(types.matchAll(/Extension="([^"]*)"/gu), ([, one = '']) => one.toLowerCase());
  const parted = Array.from(types.matchAll(/PartName="\/([^"]*)"/gu), ([, one = '']) => one);
  const known = (name: string): boolean =>
    defaults.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) || parted.includes(name);
  const missing = [...parts.keys()].filter((name) => name !== '[Content_Types].xml' && !known(name));
  return [...missing.map((name) => `${name} has no content type`), ...twice(parted, 'content types')];
}

interface Pointer {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

function pointersOf(parts: ReadonlyMap<string, string>, rels: string): Pointer[] {
  const folder = posix.dirname(posix.dirname(rels));
  return elements(parseXml(parts.get(rels) ?? '')).flatMap(({ attributes }) => {
    if (attributes['TargetMode'] === 'External') return [];
    return [
      {
        id: attributes['Id'] ?? '',
        kind: posix.basename(attributes['Type'] ?? ''),
        target: posix.resolve('/', folder, attributes['Target'] ?? '').slice(1),
      },
    ];
  });
}

/** The notes and conversations of a workbook: for each cell that has any, their texts. */
export function notesByCell(bytes: Uint8Array): Map<string, readonly string[]> {
  const parts = partsOf(bytes);
  const notes = new Map<string, readonly string[]>();
  for (const rels of parts.keys()) {
    if (!/worksheets\/_rels\/.*\.rels$/u.test(rels)) continue;
    for (const { kind, target } of pointersOf(parts, rels)) {
      if (kind !== 'comments') continue;
      for (const comment of parseXml(parts.get(target) ?? '').children.flatMap((child) =>
        typeof child === 'string' ? [] : elements(child),
      )) {
        if (!comment.name.endsWith('comment')) continue;
        const cell = `${posix.basename(rels, '.xml.rels')} ${comment.attributes['ref'] ?? ''}`;
        notes.set(cell, [...(notes.get(cell) ?? []), textOf(comment)]);
      }
    }
  }
  return notes;
}

/** How many shapes the drawing of notes has for each cell, as `row column`. */
export function shapesByCell(vml: string): Map<string, number> {
  const shapes = new Map<string, number>();
  const rows = vml.matchAll(/<(?:\w+:)?Row>(\d+)<\/(?:\w+:)?Row>\s*<(?:\w+:)?Column>(\d+)</gu);
  for (const [, row = '', column = ''] of rows) {
    const cell = `${row} ${column}`;
    shapes.set(cell, (shapes.get(cell) ?? 0) + 1);
  }
  return shapes;
}
