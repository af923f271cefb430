import { msg } from '../../../domain/msg.ts';
import { comparedName, comparedText } from '../../../domain/compare.ts';
import type { TabLooks } from '../../../domain/looks.ts';
import { sheetOf, type Change, type Showing, type TabAddition } from '../../../domain/workbook.ts';
import { addContentType, WORKSHEET_TYPE } from '../package/content-types.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { packPackage } from '../package/pack.ts';
import { faultIn } from '../package/well-formed.ts';
import { addRelationship, relationshipAttribute } from '../package/relationship-edits.ts';
import type { ValueContext } from '../reading/cell-values.ts';
import {
  findWorkbookParts,
  readValueContext,
  type TabPart,
  type WorkbookParts,
} from '../reading/workbook-parts.ts';
import { absoluteReference } from '../addresses.ts';
import { damaged, unsound } from '../faults.ts';
import { namedHeadings, type NamedHeadings } from '../../find.ts';
import { quoteTab } from '../../quote-tab.ts';
import { LongLists } from './choices.ts';
import { ChangedCells } from './changed-cells.ts';
import { addName, definedNames } from './defined-names.ts';
import { growAreas, widenAreas } from './growth.ts';
import { addNotes, freeName, namespaceOf } from './notes.ts';
import { growingTabs, tabsToBe } from './planned-tabs.ts';
import { forgetResults } from './recalculation.ts';
import type { Looks } from './row-changes.ts';
import { SheetEditor } from './sheet-editor.ts';
import {
  addSheet,
  newOrder,
  openSheet,
  openWith,
  orderSheets,
  readsAcrossSheets,
  select,
  sheetStates,
} from './sheet-order.ts';
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
  readonly #planned: ReadonlySet<string>;
  readonly #sheets = new Map<string, SheetEditor>();
  readonly #added = new Set<string>();
  /** Parts whose formulas got their results in this write. */
  readonly #computed = new Set<string>();
  readonly #places = new Map<number, NonNullable<TabLooks['place']>>();
  #opensWith: TabPart | null = null;
  #styles: StyleBook | null = null;
  readonly #wrapping = new Map<number, boolean>();
  #lists: LongLists | null = null;

  /** `changes` are those that will be made: they show which headings and tabs matter. */
  constructor(parts: OfficePackage, changes: readonly Change[] = []) {
    this.parts = parts;
    this.#named = namedHeadings(changes);
    this.#growing = growingTabs(changes);
    this.#found = findWorkbookParts(parts);
    this.#context = readValueContext(parts, this.#found);
    this.#planned = tabsToBe(
      changes.filter((change) => !this.isTaken(sheetOf(change))),
      this.#found.tabs.map(({ name }) => name),
    );
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
    const position = tab.position;
    const withFilter = addName(this.parts.text(this.#found.workbook), {
      ...{ name: '_xlnm._FilterDatabase', position, isHidden: true },
      refersTo: `${quoteTab(tab.name)}!${filter}`,
    });
    this.parts.setText(this.#found.workbook, withFilter);
    this.repeatHeadings(tab, 1);
  }

  /** Adds a sheet after the last, hidden or not. `make` gets the namespace of the workbook. */
  addSheet(name: string, make: (namespace: string) => string, isHidden: boolean): SheetEditor {
    const xml = make(namespaceOf(this.parts.text(this.#found.workbook)));
    this.#register(name, xml, isHidden ? ' state="hidden"' : '');
    const sheet = this.sheet(name);
    if (sheet === undefined) throw new Error('a sheet that was added is there');
    return sheet;
  }

  /** Has the row of headings printed on every page, unless rows or columns are chosen for that. */
  repeatHeadings({ name, position }: TabPart, heading: number): void {
    const xml = this.parts.text(this.#found.workbook);
    const title = '_xlnm.Print_Titles';
    if (definedNames(xml).some((one) => one.name === title && one.position === position)) return;
    const refersTo = `${quoteTab(name)}!$${heading}:$${heading}`;
    this.parts.setText(this.#found.workbook, addName(xml, { name: title, position, refersTo }));
  }

  /** The first of these tabs that the workbook does not have, and will not have after the changes. */
  missingTab(names: readonly string[]): string | undefined {
    return names.find((name) => !this.#planned.has(comparedText(name)));
  }

  /** Whether a tab was made in this write. */
  isNew({ part }: TabPart): boolean {
    return this.#added.has(part);
  }

  /** Puts a tab in its place among the others when all is done. */
  place({ position }: TabPart, place: NonNullable<TabLooks['place']>): void {
    this.#places.set(position, place);
  }

  /** Lets the workbook open with a tab. */
  openWith(tab: TabPart): void {
    this.#opensWith = tab;
  }

  /** Lets the formulas of a tab keep their results: they were given with them. */
  keepResults({ part }: TabPart): void {
    this.#computed.add(part);
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

  /** The workbook as a file, with all changes in it; null if it is as it was. */
  save(): Uint8Array | null {
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
    this.#openAndOrder();
    if (this.parts.contents().every(({ text }) => text === undefined)) return null;
    const changedIn = ({ part }: TabPart): ChangedCells =>
      this.#added.has(part)
        ? ChangedCells.all()
        : (this.#sheets.get(part)?.changedCells ?? new ChangedCells());
    forgetResults(this.parts, this.#found, changedIn, ({ part }) => this.#computed.has(part));
    this.#requireSound();
    return packPackage(this.parts);
  }

  /** Chooses the sheet that the workbook opens with, and then puts the sheets in their order. */
  #openAndOrder(): void {
    const { workbook, tabs } = this.#found;
    const before = this.parts.text(workbook);
    const opens = this.#opensWith;
    let xml = before;
    // A chart that is open is left open: it is selected in a part that Felles does not write.
    if (opens !== null && tabs.some(({ position }) => position === openSheet(before))) {
      xml = openWith(xml, opens.position);
      for (const { part } of tabs) {
        const sheet = this.parts.text(part);
        const selected = select(sheet, part === opens.part);
        if (selected !== sheet) this.parts.setText(part, selected);
      }
    }
    const hidden = sheetStates(xml);
    const order = newOrder(hidden, this.#places);
    const isOther = order.some((from, to) => from !== to);
    if (isOther && !readsAcrossSheets(this.parts, this.#found)) {
      xml = orderSheets(xml, order);
      const moved = tabs.map((tab) => ({ ...tab, position: order.indexOf(tab.position) }));
      this.#found = { ...this.#found, tabs: moved };
    }
    if (xml !== before) this.parts.setText(workbook, xml);
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
      if (!/\.vml$/iu.test(name)) throw damaged(msg`${name} has ${was}`);
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
    const position = sheetStates(before).length;
    const points = relationshipAttribute(before, relationshipBase, id);
    this.parts.setText(workbook, addSheet(before, name, `${state} ${points}`));
    const tab = { name, part, position, hidden: state !== '' };
    this.#found = { ...this.#found, tabs: [...this.#found.tabs, tab] };
    return tab;
  }

  #freeTabName(base: string): string {
    const taken = new Set(this.#found.tabs.map((tab) => comparedName(tab.name)));
    let number = 1;
    const nameOf = (): string => (number === 1 ? base : `${base} ${number}`);
    while (taken.has(comparedName(nameOf())) || this.isTaken(nameOf())) number += 1;
    return nameOf();
  }
}
