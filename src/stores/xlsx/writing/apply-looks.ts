/** Gives a tab its looks, besides those that people have given it. */
import { msg } from '../../../domain/msg.ts';
import type { ColumnGroup, TabLooks } from '../../../domain/looks.ts';
import type { Refusal } from '../../../domain/workbook.ts';
import { columnFinder, type ColumnFinder } from '../../find.ts';
import { addDropdown, dropdownArea, offerXml } from './choices.ts';
import { storedFormula, tabsNamedIn } from './formula-references.ts';
import { addHighlight } from './highlights.ts';
import { foldColumns, hideColumns, showsEveryColumn } from './outline.ts';
import { fitWidth } from './print-setup.ts';
import { cellSpans } from './row-xml.ts';
import type { SheetEditor } from './sheet-editor.ts';
import { rulesIn } from './sheet-rules.ts';
import { groupHeading } from './tab-look.ts';
import { freezeThrough, openAt } from './view-xml.ts';
import type { WorkbookEditor } from './workbook-editor.ts';

/** A tab with a row of headings, and where its columns are. */
interface Target {
  readonly editor: WorkbookEditor;
  readonly sheet: SheetEditor;
  /** The number of the row of headings. */
  readonly heading: number;
  readonly find: ColumnFinder;
}

/**
 * Gives a tab its looks. A column that is not there, or is there twice, is left out. Refused whole where a formula would
 * read a tab that is not there.
 */
export function applyLooks(editor: WorkbookEditor, sheet: SheetEditor, looks: TabLooks): Refusal | null {
  const formulas = [
    ...(looks.highlights ?? []).map(({ formula }) => formula),
    ...(looks.offers ?? []).map(({ range }) => range),
  ];
  const missing = editor.missingTab(formulas.flatMap(tabsNamedIn));
  if (missing !== undefined)
    return readsMissing(
      msg`The looks of ${sheet.tab.name} would read the tab ${missing}, which the workbook does not have.`,
    );
  if (looks.place !== undefined) editor.place(sheet.tab, looks.place);
  const heading = sheet.headings()?.number;
  if (heading === undefined) return null;
  const target = { editor, sheet, heading, find: columnFinder(sheet) };
  const before = sheet.frame;
  addColumnLooks(target, looks);
  addRules(target, looks);
  addViews(target, looks);
  if (sheet.frame !== before) sheet.changed = true;
  return null;
}

/** A change that would leave a formula that reads nothing: programs open such a workbook only after a repair. */
export function readsMissing(says: string): Refusal {
  return {
    why: 'not-allowed',
    says,
    advice: msg`Run npm run init, which makes the tabs that are missing.`,
  };
}

const columnsOf = ({ find }: Target, headings: readonly string[]): number[] =>
  headings.map(find).filter((column) => column !== null);

function addColumnLooks(target: Target, { groups = [], hidden = [] }: TabLooks): void {
  const { editor, sheet } = target;
  const mayHide = showsEveryColumn(sheet.frame);
  for (const group of groups) {
    const columns = columnsOf(target, group.columns).sort((one, other) => one - other);
    colourHeadings(target, columns, group.colour);
    if (!group.isOutlined) continue;
    const isFolded = group.isFolded === true && editor.isNew(sheet.tab);
    sheet.frame = foldColumns(sheet.frame, sheet.prefix, columns, isFolded);
  }
  if (mayHide) sheet.frame = hideColumns(sheet.frame, sheet.prefix, columnsOf(target, hidden));
}

function colourHeadings(
  { editor, sheet }: Target,
  columns: readonly number[],
  colour: ColumnGroup['colour'],
): void {
  const row = sheet.headings();
  if (row === undefined) return;
  for (const column of columns) {
    const style = cellSpans(row.xml).find((span) => span.column === column)?.style ?? -1;
    if (style <= 0) continue;
    const coloured = groupHeading(editor.styles, style, colour);
    if (coloured !== null) sheet.restyle(row, column, coloured);
  }
}

function addRules(target: Target, { highlights = [], offers = [] }: TabLooks): void {
  const { editor, sheet, heading, find } = target;
  const rows = dropdownArea(0, heading, sheet.lastBefore);
  for (const { columns, formula, look } of highlights) {
    // The formula counts from the first.
    if (find(columns[0] ?? '') === null) continue;
    const placed = { columns: columnsOf(target, columns), formula: storedFormula(formula), look };
    sheet.frame = addHighlight(sheet.frame, sheet.prefix, placed, rows, () => editor.styles);
  }
  for (const { column: name, range } of offers) {
    const column = find(name);
    const hasChoices = rulesIn(sheet.frame).some(
      ({ kind, columns }) => kind === 'dropdown' && columns.some((one) => one === column),
    );
    if (column === null || hasChoices) continue;
    const area = dropdownArea(column, heading, sheet.lastBefore);
    sheet.frame = addDropdown(sheet.frame, sheet.prefix, offerXml(sheet.prefix, area, range));
  }
}

function addViews(
  { editor, sheet, heading, find }: Target,
  { frozenThrough, opensAt, print }: TabLooks,
): void {
  const frozen = frozenThrough === undefined ? null : find(frozenThrough);
  if (frozen !== null) sheet.frame = freezeThrough(sheet.frame, sheet.prefix, heading, frozen + 1);
  if (opensAt !== undefined && editor.isNew(sheet.tab))
    sheet.frame = openAt(sheet.frame, sheet.prefix, opensAt);
  if (print === undefined) return;
  sheet.frame = fitWidth(sheet.frame, sheet.prefix);
  editor.repeatHeadings(sheet.tab, heading);
}
