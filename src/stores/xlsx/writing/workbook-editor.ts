import { comparedName } from '../../../domain/compare.ts';
import type { Showing, TabAddition } from '../../../domain/workbook.ts';
import { addContentType, WORKSHEET_TYPE } from '../package/content-types.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { packPackage } from '../package/pack.ts';
import { faultIn } from '../package/well-formed.ts';
import { addRelationship, relationshipAttribute } from '../package/relationship-edits.ts';
import {
  appendInside,
  attributeOf,
  childOf,
  childrenOf,
  insertInOrder,
  prefixOf,
  rootOf,
} from '../package/xml-edit.ts';
import { escapeXml } from '../package/xml-text.ts';
import type { ValueContext } from '../reading/cell-values.ts';
import {
  findWorkbookParts,
  readValueContext,
  type TabPart,
  type WorkbookParts,
} from '../reading/workbook-parts.ts';
import { absoluteReference } from '../addresses.ts';
import { damaged, unsound } from '../faults.ts';
import type { NamedHeadings } from '../../find.ts';
import { quoteTab } from '../../quote-tab.ts';
import { LongLists } from './choices.ts';
import { ChangedCells } from './changed-cells.ts';
import { growAreas, widenAreas } from './growth.ts';
import { addNotes, freeName, namespaceOf } from './notes.ts';
import { forgetResults } from './recalculation.ts';
import type { Looks } from './row-changes.ts';
import { WORKBOOK_ORDER } from './schema-order.ts';
import { SheetEditor } from './sheet-editor.ts';
import { StyleBook } from './style-book.ts';
import { addTabStyles, headingHeight } from './tab-look.ts';
import { filterArea, joinSheet, listsXml, tabXml } from './tab-xml.ts';

/** A workbook that is being changed. Tabs are read when they are asked for, and put back by `save`. */
export class WorkbookEditor implements Looks {
  readonly parts: OfficePackage;
  #found: WorkbookParts;
  readonly #context: ValueContext;
  readonly #named: NamedHeadings;
  readonly #growing: ReadonlySet<string>;
  readonly #sheets = new Map<string, SheetEditor>();
  readonly #added = new Set<string>();
  #styles: StyleBook | null = null;
  readonly #wrapping = new Map<number, boolean>();
  #lists: LongLists | null = null;

  /** `named` are headings of the tabs that will be changed; `growing` the tabs to which only rows are added. */
  constructor(
    parts: OfficePackage,
    named: NamedHeadings = new Map(),
    growing: ReadonlySet<string> = new Set(),
  ) {
    this.parts = parts;
    this.#named = named;
    this.#growing = growing;
    this.#found = findWorkbookParts(parts);
    this.#context = readValueContext(parts, this.#found);
  }

  get styles(): StyleBook {
    this.#styles ??= new StyleBook(this.parts, this.#found);
    return this.#styles;
  }

  get lists(): LongLists {
    this.#lists ??= new LongLists(this.#freeTabName('Lister'));
    return this.#lists;
  }

  /** A style that shows a value as it was meant. The styles are read only when needed. */
  styleFor(style: number, showing: Showing): number {
    return showing === 'any' ? style : this.styles.showing(style, showing);
  }

  /** Whether text in a style wraps. */
  wraps(style: number): boolean {
    const known = this.#wrapping.get(style) ?? (style > 0 && this.styles.wraps(style));
    this.#wrapping.set(style, known);
    return known;
  }

  /** The tab with a name, as people would compare names; the one spelled exactly the same wins. */
  sheet(name: string): SheetEditor | undefined {
    const wanted = comparedName(name);
    const alike = this.#found.tabs.filter((tab) => comparedName(tab.name) === wanted);
    const tab = alike.find((one) => one.name === name) ?? alike[0];
    if (tab === undefined) return undefined;
    const known = this.#sheets.get(tab.part);
    if (known !== undefined) return known;
    const isDateStyle = this.#styles?.dateStyles() ?? this.#context.isDateStyle;
    const context = { ...this.#context, isDateStyle };
    const plan = { named: this.#named.get(wanted), onlyGrows: this.#growing.has(wanted) };
    const sheet = new SheetEditor(tab, this.parts.text(tab.part), context, plan);
    this.#sheets.set(tab.part, sheet);
    return sheet;
  }

  /** Whether a sheet without cells, such as a chart, has this name: names of sheets are unique in a workbook. */
  isTaken(name: string): boolean {
    return this.#found.otherSheets.some((other) => comparedName(other) === comparedName(name));
  }

  /** Adds a tab after the last. */
  addTab(addition: TabAddition): void {
    const { layout } = addition;
    const workbook = this.parts.text(this.#found.workbook);
    const sheet = tabXml(addition, {
      namespace: namespaceOf(workbook),
      relationshipsNamespace: this.#found.relationshipBase.slice(0, -1),
      styles: addTabStyles(this.styles, layout),
      looks: this,
      lists: this.lists,
      date1904: this.#found.date1904,
      isFirst: this.#found.tabs.length === 0,
    });
    const tab = this.#register(layout.name, sheet.frame, '');
    const notes = layout.columns.flatMap(({ note }, column) =>
      note === '' ? [] : [{ column, row: 1, text: note, rowPixels: headingHeight(layout) / 0.75 }],
    );
    const frame = addNotes(this.parts, this.#found, { part: tab.part, frame: sheet.frame }, notes);
    this.parts.setText(tab.part, joinSheet({ ...sheet, frame }));
    const filter = absoluteReference(filterArea(addition));
    this.#addLocalName(tab, '_xlnm._FilterDatabase', `${quoteTab(tab.name)}!${filter}`, true);
    this.#addLocalName(tab, '_xlnm.Print_Titles', `${quoteTab(tab.name)}!$1:$1`, false);
  }

  /** Adds notes to a tab. */
  addNotes(sheet: SheetEditor, notes: Parameters<typeof addNotes>[3]): void {
    const noted = { part: sheet.tab.part, frame: sheet.frame };
    sheet.frame = addNotes(this.parts, this.#found, noted, notes);
    sheet.changed = true;
  }

  /** Lets tables and filters include a column that was added to a tab. */
  widenAreas(sheet: SheetEditor, added: Parameters<typeof widenAreas>[3]): void {
    widenAreas(this.parts, this.#found, sheet, added);
  }

  /** The workbook as a file, with all changes in it. */
  save(): Uint8Array {
    for (const sheet of this.#sheets.values()) {
      if (!sheet.changed) continue;
      growAreas(this.parts, this.#found, sheet);
      this.parts.setText(sheet.tab.part, sheet.toXml());
    }
    if (this.#lists !== null && this.#lists.lists.length > 0) {
      const namespace = namespaceOf(this.parts.text(this.#found.workbook));
      this.#register(this.#lists.tab, listsXml(this.#lists, namespace), ' state="hidden"');
    }
    this.#styles?.save();
    forgetResults(this.parts, this.#found, ({ part }) =>
      this.#added.has(part)
        ? ChangedCells.all()
        : (this.#sheets.get(part)?.changedCells ?? new ChangedCells()),
    );
    this.#requireSound();
    return packPackage(this.parts);
  }

  /**
   * Throws UserError if a changed part is not well-formed: no program would open the workbook. Unchanged rows are not
   * checked. The drawings of notes that Excel makes may be malformed from the beginning, and Excel reads them.
   */
  #requireSound(): void {
    for (const { name, text } of this.parts.contents()) {
      if (text === undefined) continue;
      const fault = faultIn(this.#sheets.get(name)?.changesXml() ?? text);
      if (fault === undefined) continue;
      const before = this.parts.textBefore(name);
      const was = before === undefined ? undefined : faultIn(before);
      if (was === undefined) throw unsound(name, fault);
      if (!/\.vml$/iu.test(name)) throw damaged(`${name} has ${was}`);
    }
  }

  /** Registers a part as the last tab. */
  #register(name: string, xml: string, state: string): TabPart {
    const { workbook, relationshipBase } = this.#found;
    const part = freeName(this.parts, (number) => `xl/worksheets/sheet${number}.xml`);
    this.parts.setText(part, xml);
    this.#added.add(part);
    addContentType(this.parts, part, WORKSHEET_TYPE);
    const id = addRelationship(this.parts, workbook, `${relationshipBase}worksheet`, part);
    const before = this.parts.text(workbook);
    const sheets = childOf(before, 'sheets') ?? rootOf(before);
    const others = childrenOf(before, sheets);
    const sheetId = Math.max(0, ...others.map((sheet) => Number(attributeOf(before, sheet, 'sheetId')))) + 1;
    const p = prefixOf(before);
    const points = relationshipAttribute(before, relationshipBase, id);
    const element = `<${p}sheet name="${escapeXml(name)}" sheetId="${sheetId}"${state} ${points}/>`;
    this.parts.setText(workbook, appendInside(before, sheets, element));
    const tab = { name, part, position: others.length, hidden: state !== '' };
    this.#found = { ...this.#found, tabs: [...this.#found.tabs, tab] };
    return tab;
  }

  #addLocalName(tab: TabPart, name: string, reference: string, isHidden: boolean): void {
    const { workbook } = this.#found;
    const xml = this.parts.text(workbook);
    const p = prefixOf(xml);
    const hidden = isHidden ? ' hidden="1"' : '';
    const element = `<${p}definedName name="${name}" localSheetId="${tab.position}"${hidden}>${escapeXml(reference)}</${p}definedName>`;
    const names = childOf(xml, 'definedNames');
    const longer =
      names === undefined
        ? insertInOrder(
            xml,
            WORKBOOK_ORDER,
            'definedNames',
            `<${p}definedNames>${element}</${p}definedNames>`,
          )
        : appendInside(xml, names, element);
    this.parts.setText(workbook, longer);
  }

  #freeTabName(base: string): string {
    const taken = new Set(this.#found.tabs.map((tab) => comparedName(tab.name)));
    let number = 1;
    const nameOf = (): string => (number === 1 ? base : `${base} ${number}`);
    while (taken.has(comparedName(nameOf())) || this.isTaken(nameOf())) number += 1;
    return nameOf();
  }
}
