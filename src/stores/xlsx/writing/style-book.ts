import { msg } from '../../../domain/msg.ts';
import type { Showing } from '../../../domain/workbook.ts';
import { tooLarge } from '../faults.ts';
import { addContentType, STYLES_TYPE } from '../package/content-types.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { addRelationship } from '../package/relationship-edits.ts';
import {
  appendInside,
  attributeOf,
  childOf,
  childrenOf,
  insertInOrder,
  prefixOf,
  rootOf,
  setAttribute,
  setTagAttribute,
  type Element,
} from '../package/xml-edit.ts';
import { escapeXml } from '../package/xml-text.ts';
import {
  classifyFormatId,
  readCellFormats,
  type CellFormats,
  type NumberFormat,
} from '../reading/number-formats.ts';
import type { WorkbookParts } from '../reading/workbook-parts.ts';
import { STYLES_ORDER } from './schema-order.ts';

export const DATE_FORMAT = 'dd.mm.yyyy';
export const DATE_TIME_FORMAT = 'dd.mm.yyyy hh:mm';
const TIME_FORMAT = 'hh:mm';
/** Numbers from 164 on are the workbook's own. Source: ISO/IEC 29500-1, 18.8.30. */
const FIRST_OWN_FORMAT = 164;
/** Source: Excel specifications and limits, unique cell formats. */
const MOST_STYLES = 65_490;
const PLAIN_XF = 'xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"';

/** How cells must look: XML of the parts of a style, without prefixes. */
export interface Look {
  /** The children of `<font>`. */
  readonly font?: string;
  /** The children of `<fill>`, and those of `<border>`. */
  readonly fill?: string;
  readonly border?: string;
  /** A number format code, or one of the built-in formats by number. */
  readonly format?: string | number;
  /** Attributes of `<alignment>`. */
  readonly alignment?: string;
}

/** The styles of a workbook. Styles are only added: those that people's cells use keep their numbers. */
export class StyleBook {
  readonly #parts: OfficePackage;
  readonly #part: string;
  readonly #prefix: string;
  #xml: string;
  #formats: CellFormats;
  readonly #derived = new Map<string, number>();

  /** Opens the styles of a workbook; a workbook without any gets a part for them. Throws UserError if they are too many. */
  constructor(parts: OfficePackage, found: WorkbookParts) {
    this.#parts = parts;
    this.#part = found.styles ?? addStylesPart(parts, found);
    this.#xml = parts.text(this.#part);
    this.#prefix = prefixOf(this.#xml);
    this.#formats = readCellFormats(this.#xml, this.#part);
    if (this.#formats.formatIds.length > MOST_STYLES)
      throw tooLarge(
        msg`it has ${this.#formats.formatIds.length} cell styles, and Excel opens ${MOST_STYLES} at most`,
      );
  }

  /** Whether each style shows numbers as dates. */
  dateStyles(): boolean[] {
    return this.#formats.formatIds.map((_, style) => this.#format(style).isDate);
  }

  /** Whether text in this style wraps. */
  wraps(style: number): boolean {
    const xf = this.#item('cellXfs', style);
    const alignment = xf === undefined ? undefined : childOf(this.#xml, 'alignment', xf);
    const wrap = alignment === undefined ? undefined : attributeOf(this.#xml, alignment, 'wrapText');
    return wrap === '1' || wrap === 'true';
  }

  /** A style like this one that shows a value as it was meant; the style itself when it already does. */
  showing(style: number, showing: Showing): number {
    if (showing === 'any') return style;
    const format = this.#format(style);
    if (showing === 'number') return format.isDate ? this.#withFormat(style, 0) : style;
    // A day shown with a time would read as midnight.
    if (showing === 'date')
      return format.isDate && !format.showsTime ? style : this.#withFormat(style, DATE_FORMAT);
    // A time of day shown with a date would read as a day in 1899.
    if (showing === 'time') return this.#withFormat(style, TIME_FORMAT);
    return format.showsTime ? style : this.#withFormat(style, DATE_TIME_FORMAT);
  }

  /** The number of a style with this look, added if there is none. */
  add(look: Look): number {
    const p = this.#prefix;
    const element = (name: string, inner: string): string =>
      `<${p}${name}>${withPrefix(inner, p)}</${p}${name}>`;
    const number = (list: string, name: string, inner: string | undefined): number =>
      inner === undefined ? 0 : this.#append(list, element(name, inner));
    const font = number('fonts', 'font', look.font);
    const fill = number('fills', 'fill', look.fill);
    const border = number('borders', 'border', look.border);
    const format = typeof look.format === 'string' ? this.#formatId(look.format) : (look.format ?? 0);
    const applied =
      (font > 0 ? ' applyFont="1"' : '') +
      (fill > 0 ? ' applyFill="1"' : '') +
      (border > 0 ? ' applyBorder="1"' : '') +
      (format > 0 ? ' applyNumberFormat="1"' : '') +
      (look.alignment === undefined ? '' : ' applyAlignment="1"');
    const open = `<${p}xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
    const inner = look.alignment === undefined ? '/>' : `><${p}alignment ${look.alignment}/></${p}xf>`;
    return this.#appendXf(open + inner);
  }

  /** A style like this one with another fill, given as XML without prefixes. */
  filled(style: number, fill: string): number {
    const p = this.#prefix;
    const id = this.#append('fills', `<${p}fill>${withPrefix(fill, p)}</${p}fill>`);
    return this.#derive(style, { fillId: `${id}`, applyFill: '1' });
  }

  /** The colour that fills cells of a style, such as `FF1F4E5F`; undefined without one, or with one of the theme. */
  fillOf(style: number): string | undefined {
    const xf = this.#item('cellXfs', style);
    const fill = xf && this.#item('fills', Number(attributeOf(this.#xml, xf, 'fillId') ?? 0));
    const pattern = fill && childOf(this.#xml, 'patternFill', fill);
    const colour = pattern && childOf(this.#xml, 'fgColor', pattern);
    return (colour && attributeOf(this.#xml, colour, 'rgb'))?.toUpperCase();
  }

  /** The number of a look that cells get while a rule holds: the children of a `<dxf>`, without prefixes. */
  addDifference(look: string): number {
    const p = this.#prefix;
    return this.#append('dxfs', `<${p}dxf>${withPrefix(look, p)}</${p}dxf>`);
  }

  /** The children of the font that cells have when nothing else is said, to make others like it. */
  defaultFont(): { readonly name: string; readonly size: string } {
    const fonts = childOf(this.#xml, 'fonts');
    const [first] = fonts === undefined ? [] : childrenOf(this.#xml, fonts);
    const value = (name: string): string | undefined => {
      const child = first === undefined ? undefined : childOf(this.#xml, name, first);
      return child === undefined ? undefined : attributeOf(this.#xml, child, 'val');
    };
    return { name: value('name') ?? 'Calibri', size: value('sz') ?? '11' };
  }

  /** Puts the styles back into the workbook, if any were added. */
  save(): void {
    if (this.#xml !== this.#parts.text(this.#part)) this.#parts.setText(this.#part, this.#xml);
  }

  #format(style: number): NumberFormat {
    return classifyFormatId(this.#formats.formatIds[style] ?? 0, this.#formats.codes);
  }

  #withFormat(style: number, format: string | 0): number {
    const key = `${style} ${format}`;
    const known = this.#derived.get(key);
    if (known !== undefined) return known;
    const id = format === 0 ? 0 : this.#formatId(format);
    const derived = this.#derive(style, { numFmtId: `${id}`, applyNumberFormat: '1' });
    this.#derived.set(key, derived);
    return derived;
  }

  /** The number of a style like this one, but for these attributes. */
  #derive(style: number, attributes: Readonly<Record<string, string>>): number {
    const base = this.#item('cellXfs', style);
    const xf = base === undefined ? `<${this.#prefix}${PLAIN_XF}/>` : this.#xml.slice(base.start, base.end);
    const open = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/u.exec(xf)?.[0] ?? xf;
    const changed = Object.entries(attributes).reduce(
      (tag, [name, value]) => setTagAttribute(tag, name, value),
      open,
    );
    return this.#appendXf(changed + xf.slice(open.length));
  }

  #item(list: string, index: number): Element | undefined {
    const parent = childOf(this.#xml, list);
    return parent === undefined ? undefined : childrenOf(this.#xml, parent)[index];
  }

  #formatId(code: string): number {
    for (const [id, known] of this.#formats.codes) if (known === code) return id;
    let id = FIRST_OWN_FORMAT;
    for (const known of this.#formats.codes.keys()) id = Math.max(id, known + 1);
    this.#append('numFmts', `<${this.#prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  #appendXf(xf: string): number {
    // A workbook without a single style shows its cells as style 0, which must then be the plain one.
    if (childOf(this.#xml, 'cellXfs') === undefined) this.#append('cellXfs', `<${this.#prefix}${PLAIN_XF}/>`);
    return this.#append('cellXfs', xf);
  }

  /** The place of an element in one of the lists: its index if it is there already, the last if it is new. */
  #append(list: string, element: string): number {
    const p = this.#prefix;
    if (childOf(this.#xml, list) === undefined) {
      this.#xml = insertInOrder(this.#xml, STYLES_ORDER, list, `<${p}${list}></${p}${list}>`);
    }
    const parent = childOf(this.#xml, list) ?? rootOf(this.#xml);
    const there = childrenOf(this.#xml, parent);
    const same = there.findIndex((child) => this.#xml.slice(child.start, child.end) === element);
    if (same !== -1) return same;
    this.#xml = setAttribute(this.#xml, parent, 'count', `${there.length + 1}`);
    this.#xml = appendInside(this.#xml, childOf(this.#xml, list) ?? parent, element);
    this.#formats = readCellFormats(this.#xml, this.#part);
    return there.length;
  }
}

function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/gu, `<$1${prefix}`);
}

function addStylesPart(parts: OfficePackage, found: WorkbookParts): string {
  const root = rootOf(parts.text(found.workbook));
  const namespace = /\bxmlns(?::\w+)?=["']([^"']*spreadsheetml[^"']*)/u.exec(
    parts.text(found.workbook).slice(root.start, root.inside),
  )?.[1];
  const part = 'xl/styles.xml';
  parts.setText(part, emptyStyles(namespace ?? ''));
  addContentType(parts, part, STYLES_TYPE);
  addRelationship(parts, found.workbook, `${found.relationshipBase}styles`, part);
  return part;
}

/** The least that programs require in a styles part. The second fill is reserved for a grey pattern. */
export function emptyStyles(namespace: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
