import { cellName, parseArea } from '../addresses.ts';
import { addContentType, addExtensionType, COMMENTS_TYPE, VML_TYPE } from '../package/content-types.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { addRelationship, relationshipAttribute } from '../package/relationship-edits.ts';
import { relationshipsOf } from '../package/relationships.ts';
import {
  appendInside,
  attributeOf,
  childOf,
  childrenOf,
  insertInOrder,
  prefixOf,
  replaceElement,
  rootOf,
} from '../package/xml-edit.ts';
import { XmlScanner } from '../package/xml-scanner.ts';
import { encodeCellText } from '../package/xml-text.ts';
import type { WorkbookParts } from '../reading/workbook-parts.ts';
import { noteShape, roomOf, type Note } from './note-shape.ts';
import { COMMENTS_ORDER, WORKSHEET_ORDER } from './schema-order.ts';

const AUTHOR = 'Felles';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const VML_NAMESPACES = { v: 'vml', o: 'office:office', x: 'office:excel' } as const;

const shapeType = (declarations: string): string =>
  `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"${declarations}>` +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Where notes are put: the sheet's part, and its XML without rows. */
interface NotedSheet {
  readonly part: string;
  readonly frame: string;
}

/**
 * Adds notes to a sheet, besides those that are there, and returns the sheet's XML. A note has two parts: a comment with
 * the text, and a drawing in VML that says where and how large it is shown. A cell that has a note, or a conversation,
 * keeps only that one: programs show one note per cell, and the person's note wins.
 */
export function addNotes(
  parts: OfficePackage,
  found: WorkbookParts,
  sheet: NotedSheet,
  notes: readonly Note[],
): string {
  const taken = notedCells(parts, sheet.part);
  const free = notes.filter(({ column, row }) => !taken.has(cellName(column, row)));
  if (free.length === 0) return sheet.frame;
  addComments(parts, found, sheet.part, free);
  return addShapes(parts, found, sheet, free);
}

/** The cells that have a note or a conversation. */
function notedCells(parts: OfficePackage, sheet: string): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { kind, target } of relationshipsOf(parts, sheet)) {
    if (!['comments', 'threadedComment'].includes(kind) || !parts.has(target)) continue;
    const scanner = new XmlScanner(parts.text(target), target);
    for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
      if (event !== 'open' || !['comment', 'threadedComment'].includes(scanner.name)) continue;
      const area = parseArea(scanner.attribute('ref') ?? '');
      if (area !== null) cells.add(cellName(area.left, area.top));
    }
  }
  return cells;
}

function addComments(
  parts: OfficePackage,
  found: WorkbookParts,
  sheet: string,
  notes: readonly Note[],
): void {
  const there = relationshipsOf(parts, sheet).find(({ kind }) => kind === 'comments')?.target;
  const part = there ?? freeName(parts, (number) => `xl/comments${number}.xml`);
  if (there === undefined) {
    const namespace = namespaceOf(parts.text(found.workbook));
    parts.setText(part, `${DECLARATION}<comments xmlns="${namespace}"></comments>`);
    addContentType(parts, part, COMMENTS_TYPE);
    addRelationship(parts, sheet, `${found.relationshipBase}comments`, part);
  }
  let xml = parts.text(part);
  const p = prefixOf(xml);
  for (const list of COMMENTS_ORDER) {
    if (childOf(xml, list) === undefined)
      xml = insertInOrder(xml, COMMENTS_ORDER, list, `<${p}${list}></${p}${list}>`);
  }
  const authors = childOf(xml, 'authors') ?? rootOf(xml);
  const author = childrenOf(xml, authors).length;
  xml = appendInside(xml, authors, `<${p}author>${AUTHOR}</${p}author>`);
  const comments = notes.map(({ column, row, text }) => {
    const content = `<${p}text><${p}t xml:space="preserve">${encodeCellText(text)}</${p}t></${p}text>`;
    return `<${p}comment ref="${cellName(column, row)}" authorId="${author}">${content}</${p}comment>`;
  });
  parts.setText(part, appendInside(xml, childOf(xml, 'commentList') ?? rootOf(xml), comments.join('')));
}

function addShapes(
  parts: OfficePackage,
  found: WorkbookParts,
  sheet: NotedSheet,
  notes: readonly Note[],
): string {
  const room = roomOf(sheet.frame);
  const shapes = (first: number, declarations: string): string =>
    notes.map((note, index) => noteShape(note, first + index, room, declarations)).join('');
  const there = drawingOf(parts, sheet);
  if (there !== undefined) {
    const xml = parts.text(there);
    const numbers = [...xml.matchAll(/_x0000_s(\d+)/gu)].map((match) => Number(match[1]));
    const missing = declarationsFor(xml);
    const type = /\sid\s*=\s*["']_x0000_t202["']/u.test(xml) ? '' : shapeType(missing);
    const next = numbers.reduce((highest, number) => Math.max(highest, number), 1024) + 1;
    parts.setText(there, appendShapes(xml, type + shapes(next, missing)));
    return sheet.frame;
  }
  const part = freeName(parts, (number) => `xl/drawings/vmlDrawing${number}.vml`);
  const block = Number(/\d+/u.exec(part)?.[0] ?? 1);
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>`;
  const content = `${layout}${shapeType('')}${shapes(block * 1024 + 1, '')}`;
  parts.setText(part, `<xml${declarationsFor('')}>${content}</xml>`);
  addExtensionType(parts, 'vml', VML_TYPE);
  const id = addRelationship(parts, sheet.part, `${found.relationshipBase}vmlDrawing`, part);
  const p = prefixOf(sheet.frame);
  const drawing = `<${p}legacyDrawing ${relationshipAttribute(sheet.frame, found.relationshipBase, id)}/>`;
  const dangling = childOf(sheet.frame, 'legacyDrawing');
  if (dangling !== undefined) return replaceElement(sheet.frame, dangling, drawing);
  return insertInOrder(sheet.frame, WORKSHEET_ORDER, 'legacyDrawing', drawing);
}

/** Declarations of those of our prefixes that the root of a drawing does not declare with the same meaning: each program has its own. */
function declarationsFor(drawing: string): string {
  const root = /<[^\s!?/][^>]*>/u.exec(drawing)?.[0] ?? '';
  return Object.entries(VML_NAMESPACES)
    .map(([prefix, name]) => [`xmlns:${prefix}`, `urn:schemas-microsoft-com:${name}`] as const)
    .filter(([attribute, name]) => !new RegExp(`\\s${attribute}\\s*=\\s*["']${name}["']`, 'u').test(root))
    .map(([attribute, name]) => ` ${attribute}="${name}"`)
    .join('');
}

/** Excel's own drawings are not always well-formed, so only the end of the root is searched for. */
function appendShapes(drawing: string, shapes: string): string {
  const root = /<([^\s!?/>]+)[\s/>]/u.exec(drawing)?.[1] ?? 'xml';
  const end = drawing.lastIndexOf(`</${root}`);
  if (end === -1) return appendInside(drawing, rootOf(drawing), shapes);
  return drawing.slice(0, end) + shapes + drawing.slice(end);
}

/** The drawing that holds the sheet's notes; another may have pictures for its header. */
function drawingOf(parts: OfficePackage, { part, frame }: NotedSheet): string | undefined {
  const element = childOf(frame, 'legacyDrawing');
  if (element === undefined) return undefined;
  const id = attributeOf(frame, element, 'id');
  const target = relationshipsOf(parts, part).find((relationship) => relationship.id === id)?.target;
  return target !== undefined && parts.has(target) ? target : undefined;
}

/** The first name with a number that no part has. */
export function freeName(parts: OfficePackage, nameOf: (number: number) => string): string {
  let number = 1;
  while (parts.has(nameOf(number))) number += 1;
  return nameOf(number);
}

/** The main namespace of a workbook: transitional or strict. */
export function namespaceOf(workbookXml: string): string {
  const root = rootOf(workbookXml);
  const tag = workbookXml.slice(root.start, root.inside);
  const declared = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`;
  return new RegExp(`\\s${declared}=["']([^"']+)`, 'u').exec(tag)?.[1] ?? '';
}
