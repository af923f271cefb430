import type { OfficePackage } from './office-package.ts';
import { appendInside, attributeOf, childrenOf, replaceElement, rootOf } from './xml-edit.ts';
import { escapeXml } from './xml-text.ts';

export const CONTENT_TYPES = '[Content_Types].xml';
const BASE = 'application/vnd.openxmlformats-officedocument';

export const WORKSHEET_TYPE = `${BASE}.spreadsheetml.worksheet+xml`;
export const WORKBOOK_TYPE = `${BASE}.spreadsheetml.sheet.main+xml`;
export const COMMENTS_TYPE = `${BASE}.spreadsheetml.comments+xml`;
export const STYLES_TYPE = `${BASE}.spreadsheetml.styles+xml`;
export const VML_TYPE = `${BASE}.vmlDrawing`;

/** Says what kind of content a new part has. */
export function addContentType(parts: OfficePackage, part: string, type: string): void {
  const xml = parts.text(CONTENT_TYPES);
  const root = rootOf(xml);
  const element = `<${root.prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`;
  parts.setText(CONTENT_TYPES, appendInside(xml, root, element));
}

/** Says what kind of content the parts with an extension have, unless it is declared already. */
export function addExtensionType(parts: OfficePackage, extension: string, type: string): void {
  const xml = parts.text(CONTENT_TYPES);
  const known = childrenOf(xml).some(
    (child) => child.name === 'Default' && attributeOf(xml, child, 'Extension')?.toLowerCase() === extension,
  );
  if (known) return;
  const root = rootOf(xml);
  const element = `<${root.prefix}Default Extension="${extension}" ContentType="${type}"/>`;
  parts.setText(CONTENT_TYPES, xml.slice(0, root.inside) + element + xml.slice(root.inside));
}

/** Forgets a part that is no longer there. */
export function removeContentType(parts: OfficePackage, part: string): void {
  const xml = parts.text(CONTENT_TYPES);
  const override = childrenOf(xml).find(
    (child) => attributeOf(xml, child, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase(),
  );
  if (override !== undefined) parts.setText(CONTENT_TYPES, replaceElement(xml, override, ''));
}
