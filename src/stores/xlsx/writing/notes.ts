import { cellName } from '../addresses.ts';
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
  rootOf,
} from '../package/xml-edit.ts';
import { encodeCellText } from '../package/xml-text.ts';
import type { WorkbookParts } from '../reading/workbook-parts.ts';
import { noteShape, roomOf, type Note } from './note-shape.ts';
import { WORKSHEET_ORDER } from './schema-order.ts';

const AUTHOR = 'Felles';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const VML_OPEN =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel">';
const NOTE_SHAPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Where notes are put: the sheet's part, and its XML without rows. */
interface NotedSheet {
  readonly part: string;
  readonly frame: string;
}

/**
 * Adds notes to a sheet, beside those that are there, and answers with the sheet's XML. A note is two things: a
 * comment with the text, and a drawing in VML that says where and how large it is shown.
 */
export function addNotes(
  parts: OfficePackage,
  found: WorkbookParts,
  sheet: NotedSheet,
  notes: readonly Note[],
): string {
  if (notes.length === 0) return sheet.frame;
  addComments(parts, found, sheet.part, notes);
  return addShapes(parts, found, sheet, notes);
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
    parts.setText(part, `${DECLARATION}<comments xmlns="${namespace}"><authors/><commentList/></comments>`);
    addContentType(parts, part, COMMENTS_TYPE);
    addRelationship(parts, sheet, `${found.relationshipBase}comments`, part);
  }
  let xml = parts.text(part);
  const p = prefixOf(xml);
  const authors = childOf(xml, 'authors');
  const author = authors === undefined ? 0 : childrenOf(xml, authors).length;
  if (authors !== undefined) xml = appendInside(xml, authors, `<${p}author>${AUTHOR}</${p}author>`);
  const comments = notes.map(({ column, row, text }) => {
    const content = `<${p}text><${p}t xml:space="preserve">${encodeCellText(text)}</${p}t></${p}text>`;
    return `<${p}comment ref="${cellName(column, row)}" authorId="${author}">${content}</${p}comment>`;
  });
  const list = childOf(xml, 'commentList');
  if (list !== undefined) xml = appendInside(xml, list, comments.join(''));
  parts.setText(part, xml);
}

function addShapes(
  parts: OfficePackage,
  found: WorkbookParts,
  sheet: NotedSheet,
  notes: readonly Note[],
): string {
  const room = roomOf(sheet.frame);
  const shapes = (first: number): string =>
    notes.map((note, index) => noteShape(note, first + index, room)).join('');
  const there = drawingOf(parts, sheet);
  if (there !== undefined) {
    const xml = parts.text(there);
    const numbers = [...xml.matchAll(/_x0000_s(\d+)/gu)].map((match) => Number(match[1]));
    const type = xml.includes('_x0000_t202"') ? '' : NOTE_SHAPE;
    // Excel's own drawings are not always well-formed, so only their end is looked for.
    const end = xml.lastIndexOf('</xml>');
    parts.setText(there, xml.slice(0, end) + type + shapes(Math.max(1024, ...numbers) + 1) + xml.slice(end));
    return sheet.frame;
  }
  const part = freeName(parts, (number) => `xl/drawings/vmlDrawing${number}.vml`);
  const block = Number(/\d+/u.exec(part)?.[0] ?? 1);
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>`;
  parts.setText(part, `${VML_OPEN}${layout}${NOTE_SHAPE}${shapes(block * 1024 + 1)}</xml>`);
  addExtensionType(parts, 'vml', VML_TYPE);
  const id = addRelationship(parts, sheet.part, `${found.relationshipBase}vmlDrawing`, part);
  const p = prefixOf(sheet.frame);
  const drawing = `<${p}legacyDrawing ${relationshipAttribute(sheet.frame, found.relationshipBase, id)}/>`;
  return insertInOrder(sheet.frame, WORKSHEET_ORDER, 'legacyDrawing', drawing);
}

/** The drawing that holds the sheet's notes; another may hold pictures for its header. */
function drawingOf(parts: OfficePackage, { part, frame }: NotedSheet): string | undefined {
  const element = childOf(frame, 'legacyDrawing');
  if (element === undefined) return undefined;
  const id = attributeOf(frame, element, 'id');
  return relationshipsOf(parts, part).find((relationship) => relationship.id === id)?.target;
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
