import { msg } from '../../../domain/msg.ts';
import type { UserError } from '../../../domain/user-error.ts';
import { damaged, PackageFault } from '../faults.ts';
import { unescapeXml } from './xml-text.ts';

/** What the scanner stopped at. An empty element (`<a/>`) is an `open` with `empty` set and has no `close`. */
export type XmlEvent = 'open' | 'close' | 'text' | 'end';

/** The characters of XML markup, as codes. */
const EXCLAMATION = 0x21;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS_THAN = 0x3c;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;
const QUESTION = 0x3f;

/**
 * Walks through XML from left to right, one tag or text at a time, in time proportional to its length.
 *
 * A tab with a hundred thousand rows has a million elements, so nothing is built that is not asked for: the scanner
 * gives its position, and `text()` and `attribute()` cut out what the reader wants. Prefixes are ignored: an
 * `x:row` is a `row`. A DOCTYPE is refused with a UserError, since no workbook has an honest use for one.
 */
export class XmlScanner {
  readonly source: string;
  /** The name of the element without its prefix. */
  name = '';
  /** Where the tag or text begins, and where the next one does. */
  start = 0;
  end = 0;
  /** The element ends in its own tag. */
  empty = false;
  readonly #part: string;
  #attributes = 0;
  #cursor = 0;
  #text: readonly [start: number, end: number] | null = null;
  readonly #hasReturns: boolean;
  /** There is no `&` between these two positions. */
  #noEscapes: readonly [from: number, to: number] = [0, 0];
  #local = 0;
  #nameStart = 0;
  #valueStart = 0;
  #valueEnd = 0;

  constructor(source: string, part: string) {
    this.source = source;
    this.#part = part;
    this.#hasReturns = source.includes('\r');
  }

  /** Moves to the next tag or text. Throws UserError if the XML ends too early. */
  next(): XmlEvent {
    const { source } = this;
    for (;;) {
      const from = this.end;
      this.start = from;
      if (from >= source.length) return 'end';
      if (source.charCodeAt(from) !== LESS_THAN) {
        const to = source.indexOf('<', from);
        this.end = to === -1 ? source.length : to;
        this.#text = null;
        return 'text';
      }
      const second = source.charCodeAt(from + 1);
      if (second === SLASH) return this.#close();
      if (second === QUESTION) this.#pass('?>');
      else if (second !== EXCLAMATION) return this.#open();
      else if (this.#declaration()) return 'text';
    }
  }

  /** The text at the scanner's position, unescaped. */
  text(): string {
    if (this.#text !== null) return this.source.slice(this.#text[0], this.#text[1]);
    return this.#plain(this.start, this.end);
  }

  /** The value of an attribute of the tag at the scanner's position, by its name without prefix. */
  attribute(name: string): string | undefined {
    return this.#find(name) ? this.#plain(this.#valueStart, this.#valueEnd) : undefined;
  }

  /** The whole number in an attribute, or -1 when it is not there or not a number. */
  wholeNumber(name: string): number {
    if (!this.#find(name) || this.#valueStart === this.#valueEnd) return -1;
    let number = 0;
    for (let at = this.#valueStart; at < this.#valueEnd; at += 1) {
      const digit = this.source.charCodeAt(at) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      number = number * 10 + digit;
    }
    return number;
  }

  /** The zero-based column in a cell reference such as `AB12`, or -1 when there is none. */
  columnOf(name: string): number {
    if (!this.#find(name)) return -1;
    let column = 0;
    for (let at = this.#valueStart; at < this.#valueEnd; at += 1) {
      const letter = this.source.charCodeAt(at) - 0x40;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    return column - 1;
  }

  /** Whether an attribute says yes, as `1` or `true`. */
  isTrue(name: string): boolean {
    const value = this.attribute(name);
    return value === '1' || value === 'true';
  }

  /** Moves past everything inside the element whose opening tag is at the scanner's position. */
  skip(): void {
    if (!this.empty) this.#walkOut();
  }

  /** All text inside the element whose opening tag is at the scanner's position; the scanner ends at its closing tag. */
  innerText(): string {
    return this.empty ? '' : this.#walkOut();
  }

  #walkOut(): string {
    let text = '';
    let depth = 1;
    while (depth > 0) {
      const event = this.next();
      if (event === 'text') text += this.text();
      else if (event === 'open' && !this.empty) depth += 1;
      else if (event === 'close') depth -= 1;
      else if (event === 'end') throw this.broken();
    }
    return text;
  }

  /** What to throw where the XML ends too early. */
  broken(): UserError {
    return damaged(msg`${this.#part} is cut short`);
  }

  /** Where an attribute is, name and quotes included. */
  attributeSpan(name: string): readonly [start: number, end: number] | null {
    return this.#find(name) ? [this.#nameStart, this.#valueEnd + 1] : null;
  }

  /** Attributes are mostly asked for in their order, so the search goes on from the last one found. */
  #find(name: string): boolean {
    const from = this.#cursor;
    return this.#findBetween(name, from, this.end) || this.#findBetween(name, this.#attributes, from);
  }

  #findBetween(name: string, from: number, end: number): boolean {
    const { source } = this;
    let at = from;
    while (at < end) {
      while (isSpace(source.charCodeAt(at))) at += 1;
      const start = at;
      at = this.#passName(start, end);
      const found = at - this.#local === name.length && source.startsWith(name, this.#local);
      while (at < end && !isQuote(source.charCodeAt(at))) at += 1;
      if (at >= end) return false;
      const closing = source.indexOf(source.charAt(at), at + 1);
      // Broken XML, with a quote before the equals sign.
      if (closing === -1 || closing >= end) return false;
      if (found && !source.startsWith('xmlns:', start)) {
        this.#nameStart = start;
        this.#valueStart = at + 1;
        this.#valueEnd = closing;
        this.#cursor = closing + 1;
        return true;
      }
      at = closing + 1;
    }
    return false;
  }

  /** Where an attribute's name ends. Records where it begins without its prefix. */
  #passName(from: number, end: number): number {
    let at = from;
    this.#local = from;
    for (; at < end; at += 1) {
      const code = this.source.charCodeAt(at);
      if (code === EQUALS || code === GREATER_THAN || isSpace(code)) break;
      if (code === COLON) this.#local = at + 1;
    }
    return at;
  }

  /** A piece of the source, unescaped where it needs to be: most pieces do not, and checking each is slow. */
  #plain(start: number, end: number): string {
    const piece = this.source.slice(start, end);
    if (this.#hasReturns || start < this.#noEscapes[0]) return unescapeXml(piece);
    if (end > this.#noEscapes[1]) {
      const next = this.source.indexOf('&', start);
      this.#noEscapes = [start, next === -1 ? this.source.length : next];
    }
    return end > this.#noEscapes[1] ? unescapeXml(piece) : piece;
  }

  #open(): XmlEvent {
    const { source } = this;
    let at = this.#readName(this.start + 1);
    this.#attributes = at;
    this.#cursor = at;
    for (let code = source.charCodeAt(at); code !== GREATER_THAN; code = source.charCodeAt(at)) {
      if (isQuote(code)) at = source.indexOf(source.charAt(at), at + 1);
      if (at === -1 || at >= source.length) throw this.broken();
      at += 1;
    }
    this.empty = source.charCodeAt(at - 1) === SLASH;
    this.end = at + 1;
    return 'open';
  }

  #close(): XmlEvent {
    this.#readName(this.start + 2);
    const to = this.source.indexOf('>', this.start);
    if (to === -1) throw this.broken();
    this.end = to + 1;
    return 'close';
  }

  #readName(from: number): number {
    const { source } = this;
    let at = from;
    let local = from;
    for (; at < source.length; at += 1) {
      const code = source.charCodeAt(at);
      if (code === GREATER_THAN || code === SLASH || isSpace(code)) break;
      if (code === COLON) local = at + 1;
    }
    this.name = source.slice(local, at);
    return at;
  }

  /** A comment is skipped; CDATA is text. Answers whether there is text to stop at. */
  #declaration(): boolean {
    const { source, start } = this;
    if (source.startsWith('<!--', start)) {
      this.#pass('-->');
      return false;
    }
    if (!source.startsWith('<![CDATA[', start)) throw doctype(this.#part);
    this.#pass(']]>');
    this.#text = [start + 9, this.end - 3];
    return true;
  }

  #pass(closing: string): void {
    const to = this.source.indexOf(closing, this.start);
    if (to === -1) throw this.broken();
    this.end = to + closing.length;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

function doctype(part: string): UserError {
  return new PackageFault('doctype', part, [
    msg`The workbook was refused, because ${part} in it holds a DOCTYPE, which no spreadsheet program writes.`,
    msg`Do not trust the file. If it is yours, open it in Excel or LibreOffice and save it under a new name.`,
  ]);
}
