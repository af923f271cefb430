/** Whether XML may be given to other programs: every tag closed, every prefix declared, no attribute twice. */
import { msg } from '../../../domain/msg.ts';

const WRONG_CHARACTER = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/u;
const WRONG_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/u;
const NOT_MARKUP = /<!--.*?-->|<!\[CDATA\[.*?\]\]>/gsu;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;
const QUESTION = 0x3f;

/**
 * What is wrong with a part, in a few words; undefined if it is well-formed. Reads from left to right once, and does
 * not use the scanner, so that each finds the other's mistakes.
 * Source: XML 1.0, section 2.1, and Namespaces in XML 1.0, section 5.
 */
export function faultIn(xml: string): string | undefined {
  const text = (xml.includes('<!') ? xml.replace(NOT_MARKUP, '') : xml).replace(/^\uFEFF/u, '');
  if (WRONG_CHARACTER.test(text)) return msg`a character that XML does not allow`;
  if (text.includes('&') && WRONG_REFERENCE.test(text)) return msg`an & without a meaning`;
  return new Reader(text).fault();
}

class Reader {
  readonly #xml: string;
  #at = 0;
  #roots = 0;
  /** The names of the elements that are open, and by their depth what some of them declare. */
  readonly #open: string[] = [];
  readonly #declared = new Map<number, readonly string[]>();
  /** How many of the open elements declare a prefix. */
  readonly #scope = new Map<string, number>([
    ['xml', 1],
    ['xmlns', 1],
  ]);

  constructor(xml: string) {
    this.#xml = xml;
  }

  fault(): string | undefined {
    const xml = this.#xml;
    for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', this.#at)) {
      if (this.#open.length === 0 && xml.slice(this.#at, at).trim() !== '')
        return msg`text outside of its root`;
      this.#at = at + 1;
      const next = xml.charCodeAt(at + 1);
      const fault = next === SLASH ? this.#close() : next === QUESTION ? this.#pass() : this.#start();
      if (fault !== undefined) return fault;
    }
    if (this.#open.length > 0) return msg`<${this.#open.at(-1) ?? ''}> without an end`;
    if (xml.slice(this.#at).trim() !== '') return msg`text outside of its root`;
    return this.#roots === 1 ? undefined : msg`${this.#roots} roots`;
  }

  #pass(): string | undefined {
    const end = this.#xml.indexOf('?>', this.#at);
    this.#at = end + 2;
    return end === -1 ? msg`an instruction without an end` : undefined;
  }

  #start(): string | undefined {
    const name = this.#name();
    if (name === '') return msg`a < that does not begin a tag`;
    if (this.#open.length === 0) this.#roots += 1;
    const attributes: string[] = [];
    while (!this.#isAtEnd()) {
      const attribute = this.#attribute();
      if (attribute === undefined) return msg`a broken <${name}>`;
      if (attributes.includes(attribute)) return msg`${attribute} twice in one <${name}>`;
      attributes.push(attribute);
    }
    const isEmpty = this.#xml.charCodeAt(this.#at) === SLASH;
    this.#at += isEmpty ? 2 : 1;
    const declared = attributes.filter((one) => one.startsWith('xmlns:')).map((one) => one.slice(6));
    this.#count(declared, 1);
    const undeclared = [name, ...attributes].find((one) => this.#isUndeclared(one));
    if (undeclared !== undefined) return msg`a prefix that nothing declares: ${undeclared}`;
    if (isEmpty) this.#count(declared, -1);
    else {
      if (declared.length > 0) this.#declared.set(this.#open.length, declared);
      this.#open.push(name);
    }
    return undefined;
  }

  #close(): string | undefined {
    this.#at += 1;
    const name = this.#name();
    const opened = this.#open.pop();
    if (opened !== name) return msg`</${name}> where <${opened ?? ''}> is open`;
    if (!this.#isAtEnd() || this.#xml.charCodeAt(this.#at) === SLASH) return msg`a broken </${name}>`;
    this.#at += 1;
    const depth = this.#open.length;
    const declared = this.#declared.get(depth);
    if (declared === undefined) return undefined;
    this.#count(declared, -1);
    this.#declared.delete(depth);
    return undefined;
  }

  /** Whether the tag ends here, after white space: at its `>` or `/>`. */
  #isAtEnd(): boolean {
    const xml = this.#xml;
    while (xml.charCodeAt(this.#at) <= 0x20) this.#at += 1;
    const code = xml.charCodeAt(this.#at);
    return code === GREATER_THAN || (code === SLASH && xml.charCodeAt(this.#at + 1) === GREATER_THAN);
  }

  /** The name of an attribute, whose value is skipped; undefined if there is none. */
  #attribute(): string | undefined {
    const xml = this.#xml;
    if (xml.charCodeAt(this.#at - 1) > 0x20) return undefined;
    const name = this.#name();
    while (xml.charCodeAt(this.#at) <= 0x20) this.#at += 1;
    if (name === '' || xml.charCodeAt(this.#at) !== EQUALS) return undefined;
    this.#at += 1;
    while (xml.charCodeAt(this.#at) <= 0x20) this.#at += 1;
    const quote = xml.charAt(this.#at);
    const end = quote === '"' || quote === "'" ? xml.indexOf(quote, this.#at + 1) : -1;
    const value = xml.slice(this.#at, end);
    if (end === -1 || value.includes('<')) return undefined;
    this.#at = end + 1;
    return name;
  }

  #name(): string {
    const xml = this.#xml;
    const from = this.#at;
    for (let code = xml.charCodeAt(this.#at); isInName(code); code = xml.charCodeAt(this.#at)) this.#at += 1;
    return xml.slice(from, this.#at);
  }

  #isUndeclared(name: string): boolean {
    const colon = name.indexOf(':');
    return colon !== -1 && (this.#scope.get(name.slice(0, colon)) ?? 0) < 1;
  }

  #count(prefixes: readonly string[], by: 1 | -1): void {
    for (const prefix of prefixes) this.#scope.set(prefix, (this.#scope.get(prefix) ?? 0) + by);
  }
}

/** Not white space, quotes, or any of `/ < = > & ! ?`. */
function isInName(code: number): boolean {
  if (code > GREATER_THAN) return code !== QUESTION;
  return code > 0x27 && code !== SLASH && code !== 0x3c && code !== EQUALS && code !== GREATER_THAN;
}
