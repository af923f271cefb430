import { msg } from '../../../domain/msg.ts';
import { damaged } from '../faults.ts';
import { XmlScanner } from './xml-scanner.ts';
import { escapeXml } from './xml-text.ts';

/** Where an element is in the text of a part. */
export interface Element {
  /** Without prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly start: number;
  /** Right after its opening tag, and where its closing tag begins; both are `end` for an empty element. */
  readonly inside: number;
  readonly close: number;
  readonly end: number;
}

/** The outermost element. */
export function rootOf(xml: string): Element {
  const scanner = new XmlScanner(xml, 'a part');
  for (;;) {
    const event = scanner.next();
    if (event === 'end') throw damaged(msg`a part of it is empty`);
    if (event === 'open') return elementAt(scanner);
  }
}

/** The prefix of the outermost element with its colon, or nothing: the one its children have, too. */
export function prefixOf(xml: string): string {
  return /<((?:[^\s<>/:?!]+:)?)[^\s<>/:?!]+[\s/>]/u.exec(xml)?.[1] ?? '';
}

/** The elements directly inside another, or inside the root when none is given, in order. */
export function childrenOf(xml: string, parent: Element = rootOf(xml)): Element[] {
  const children: Element[] = [];
  const scanner = new XmlScanner(xml.slice(0, parent.close), 'a part');
  scanner.end = parent.inside;
  for (;;) {
    const event = scanner.next();
    if (event === 'end') return children;
    if (event === 'open') children.push(elementAt(scanner));
  }
}

/** The first element of that name directly inside another, or inside the root. */
export function childOf(xml: string, name: string, parent?: Element): Element | undefined {
  return childrenOf(xml, parent).find((child) => child.name === name);
}

function elementAt(scanner: XmlScanner): Element {
  const { name, start, end: inside } = scanner;
  const qualified = /^[^\s/>]+/u.exec(scanner.source.slice(start + 1, inside))?.[0] ?? name;
  scanner.skip();
  const close = scanner.empty && scanner.end === inside ? inside : scanner.start;
  return { name, prefix: qualified.slice(0, -name.length), start, inside, close, end: scanner.end };
}

/** An attribute of an element, by its name without prefix. */
export function attributeOf(xml: string, element: Element, name: string): string | undefined {
  const scanner = new XmlScanner(xml.slice(element.start, element.inside), 'a part');
  scanner.next();
  return scanner.attribute(name);
}

/** The text with one attribute of one element set, or removed when the value is null. */
export function setAttribute(xml: string, element: Element, name: string, value: string | null): string {
  const tag = xml.slice(element.start, element.inside);
  const changed = setTagAttribute(tag, name, value);
  return xml.slice(0, element.start) + changed + xml.slice(element.inside);
}

/** An opening tag with one attribute set, or removed when the value is null. */
export function setTagAttribute(tag: string, name: string, value: string | null): string {
  const scanner = new XmlScanner(tag, 'a part');
  scanner.next();
  const span = scanner.attributeSpan(name);
  if (span === null) {
    if (value === null) return tag;
    const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
    return `${tag.slice(0, end).trimEnd()} ${name}="${escapeXml(value)}"${tag.slice(end)}`;
  }
  const [start, end] = span;
  if (value === null) return tag.slice(0, start).trimEnd() + tag.slice(end);
  return `${tag.slice(0, start)}${name}="${escapeXml(value)}"${tag.slice(end)}`;
}

/** The text with more XML as the last thing inside an element. */
export function appendInside(xml: string, element: Element, more: string): string {
  if (element.end !== element.inside) return xml.slice(0, element.close) + more + xml.slice(element.close);
  const open = xml.slice(element.start, element.end).replace(/\s*\/>$/u, '>');
  return `${xml.slice(0, element.start)}${open}${more}</${element.prefix}${element.name}>${xml.slice(element.end)}`;
}

/** The text with an element replaced; with nothing, to remove it. */
export function replaceElement(xml: string, element: Element, becomes: string): string {
  return xml.slice(0, element.start) + becomes + xml.slice(element.end);
}

/**
 * The text with a new element inside the root, where the schema requires it: `order` names the root's possible
 * children in their order, and what comes before `name` stays before it.
 */
export function insertInOrder(xml: string, order: readonly string[], name: string, element: string): string {
  const before = new Set(order.slice(0, order.indexOf(name) + 1));
  const root = rootOf(xml);
  const previous = childrenOf(xml, root).findLast((child) => before.has(child.name));
  if (previous !== undefined) return xml.slice(0, previous.end) + element + xml.slice(previous.end);
  if (root.end === root.inside) return appendInside(xml, root, element);
  return xml.slice(0, root.inside) + element + xml.slice(root.inside);
}
