import { comparedText } from '../../../domain/compare.ts';
import { parseArea, type Area } from '../addresses.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { relationshipsOf } from '../package/relationships.ts';
import { attributeOf, childOf, childrenOf, rootOf } from '../package/xml-edit.ts';
import { decodeCellText, unescapeXml } from '../package/xml-text.ts';
import type { WorkbookParts } from '../reading/workbook-parts.ts';

/** A table, by the name in formulas. */
export interface Table extends Area {
  readonly tab: string;
  /** Its columns from left to right, in the form for comparing. */
  readonly columns: readonly string[];
}

/** What the names in formulas mean. */
export class KnownNames {
  readonly #tabs: readonly string[];
  /** By tab and name; names of the whole workbook have no tab. */
  readonly #formulas = new Map<string, string>();
  readonly #tables = new Map<string, Table>();

  constructor(parts: OfficePackage, found: WorkbookParts) {
    this.#tabs = found.tabs.map(({ name }) => name);
    const xml = parts.text(found.workbook);
    const names = childOf(xml, 'definedNames');
    for (const name of names === undefined ? [] : childrenOf(xml, names)) {
      const position = attributeOf(xml, name, 'localSheetId');
      const tab = found.tabs.find((one) => String(one.position) === position)?.name ?? '';
      const formula = unescapeXml(xml.slice(name.inside, name.close));
      this.#formulas.set(key(tab, attributeOf(xml, name, 'name') ?? ''), formula);
    }
    for (const tab of found.tabs) {
      for (const { kind, target } of relationshipsOf(parts, tab.part)) {
        if (kind === 'table' && parts.has(target)) this.#addTable(parts.text(target), tab.name);
      }
    }
  }

  /** The tab of this name, or the tabs from one to another: `Jan:Mar`. None if it is another workbook. */
  tabsNamed(text: string): readonly string[] {
    const indexOf = (name: string): number =>
      this.#tabs.findIndex((tab) => comparedText(tab) === comparedText(name));
    const only = indexOf(text);
    if (only !== -1) return this.#tabs.slice(only, only + 1);
    const ends = text.split(':').map(indexOf);
    if (ends.length !== 2 || ends.includes(-1)) return [];
    return this.#tabs.slice(Math.min(...ends), Math.max(...ends) + 1);
  }

  /** What a name means in a tab: the tab's own, or the workbook's. */
  formulaOf(name: string, tab: string): string | undefined {
    return this.#formulas.get(key(tab, name)) ?? this.#formulas.get(key('', name));
  }

  table(name: string): Table | undefined {
    return this.#tables.get(comparedText(name));
  }

  /** The table that a cell is in. */
  tableAt(cell: { readonly tab: string; readonly column: number; readonly row: number }): Table | undefined {
    return [...this.#tables.values()].find(
      ({ tab, left, right, top, bottom }) =>
        tab === cell.tab &&
        left <= cell.column &&
        cell.column <= right &&
        top <= cell.row &&
        cell.row <= bottom,
    );
  }

  #addTable(xml: string, tab: string): void {
    const root = rootOf(xml);
    const area = parseArea(attributeOf(xml, root, 'ref') ?? '');
    const list = childOf(xml, 'tableColumns');
    if (area === null || list === undefined) return;
    const columns = childrenOf(xml, list).map((column) =>
      comparedText(decodeCellText(attributeOf(xml, column, 'name') ?? '')),
    );
    for (const name of ['name', 'displayName'])
      this.#tables.set(comparedText(attributeOf(xml, root, name) ?? ''), { ...area, tab, columns });
  }
}

const key = (tab: string, name: string): string => `${comparedText(tab)}\n${comparedText(name)}`;

const inBrackets = /\[((?:'.|[^[\]'])*)\]/gsu;

/**
 * The cells of a table that the brackets after its name select: `[#This Row],[Timer]`, `@Timer`, `[Fra]:[Til]`. The
 * whole table if a column is not found.
 */
export function tableArea(table: Table, brackets: string, at: { readonly row: number }): Area {
  const isThisRow = /^@|#This Row/iu.test(brackets.trim());
  const inner = Array.from(brackets.matchAll(inBrackets), ([, text = '']) => text);
  const named = (inner.length === 0 ? [brackets.trim().replace(/^@/u, '')] : inner)
    .filter((text) => text !== '' && !text.startsWith('#'))
    .map((text) => table.columns.indexOf(comparedText(text.replace(/'(.)/gsu, '$1'))));
  const { left, right, top, bottom } = table;
  const columns =
    named.length === 0 || named.includes(-1)
      ? { left, right }
      : { left: left + Math.min(...named), right: left + Math.max(...named) };
  return isThisRow ? { ...columns, top: at.row, bottom: at.row } : { ...columns, top, bottom };
}
