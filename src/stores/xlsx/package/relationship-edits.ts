import type { OfficePackage } from './office-package.ts';
import { RELATIONSHIPS_NAMESPACE, relationshipsPart } from './relationships.ts';
import { appendInside, childrenOf, replaceElement, rootOf } from './xml-edit.ts';
import { XmlScanner } from './xml-scanner.ts';
import { escapeXml } from './xml-text.ts';

/** Lets `part` point at `target`, and answers with the new relationship's id. */
export function addRelationship(parts: OfficePackage, part: string, type: string, target: string): string {
  const name = relationshipsPart(part);
  const xml = parts.has(name)
    ? parts.text(name)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`;
  const taken = new Set<string | undefined>();
  const scanner = new XmlScanner(xml, name);
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event === 'open') taken.add(scanner.attribute('Id'));
  }
  let number = taken.size;
  while (taken.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  const root = rootOf(xml);
  const element = `<${root.prefix}Relationship Id="${id}" Type="${type}" Target="/${escapeXml(target)}"/>`;
  parts.setText(name, appendInside(xml, root, element));
  return id;
}

/** Removes the relationships of one kind from a part. */
export function removeRelationships(parts: OfficePackage, part: string, kind: string): void {
  const name = relationshipsPart(part);
  if (!parts.has(name)) return;
  const before = parts.text(name);
  let xml = before;
  for (const element of childrenOf(xml).toReversed()) {
    const scanner = new XmlScanner(before.slice(element.start, element.end), name);
    scanner.next();
    if (scanner.attribute('Type')?.endsWith(`/${kind}`) === true) xml = replaceElement(xml, element, '');
  }
  if (xml !== before) parts.setText(name, xml);
}

/**
 * The attribute by which an element of this XML points at a relationship: with the prefix that the root declares for
 * it, or with its own declaration. `base` is what the workbook's relationship types begin with.
 */
export function relationshipAttribute(xml: string, base: string, id: string): string {
  const namespace = base.slice(0, -1);
  const root = rootOf(xml);
  const declarations = xml
    .slice(root.start, root.inside)
    .matchAll(/xmlns:([^\s=]+)\s*=\s*["']([^"']*)["']/gu);
  const prefix = [...declarations].find((match) => match[2] === namespace)?.[1];
  return prefix === undefined ? `xmlns:r="${namespace}" r:id="${id}"` : `${prefix}:id="${id}"`;
}
