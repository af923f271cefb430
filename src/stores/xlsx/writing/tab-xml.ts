import { cellOf } from '../../../domain/new-cell.ts';
import { showingOf, type NewValue, type TabAddition, type TabLayout } from '../../../domain/workbook.ts';
import { cellName, formatArea } from '../addresses.ts';
import { encodeCellText } from '../package/xml-text.ts';
import { choicesFormula, dropdownArea, dropdownXml, type LongLists } from './choices.ts';
import type { Looks } from './row-changes.ts';
import { heightOf, LINE_HEIGHT, type TextColumn } from './row-height.ts';
import { columnWidth, headingHeight, tabColour, type TabStyles } from './tab-look.ts';
import { cellXml } from './written-cell.ts';

/** What the XML of a new tab is made of, besides its content. */
export interface TabSetting {
  readonly namespace: string;
  readonly relationshipsNamespace: string;
  readonly styles: TabStyles;
  readonly looks: Looks;
  readonly lists: LongLists;
  readonly date1904: boolean;
  /** The tab that people see first when they open the workbook. */
  readonly isFirst: boolean;
}

export const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';
/** What is readable on one landscape A4, in characters. */
const PAGE_WIDTH = 190;
/** Tabs with more columns than this scroll sideways, and keep their first column visible. */
const WIDE = 8;

const EMPTY_DATA = '<sheetData></sheetData>';

/** A sheet part in two pieces: all of it but the rows, and the rows. */
export interface NewSheet {
  readonly frame: string;
  readonly rows: string;
}

/**
 * The sheet part of a new tab: frozen headings with a filter, one style for each column all the way down, dropdowns
 * that reach well below the data, and pages that can be read on a landscape A4.
 */
export function tabXml({ layout, rows }: TabAddition, setting: TabSetting): NewSheet {
  const right = Math.max(0, layout.columns.length - 1);
  const used = formatArea({ left: 0, top: 1, right, bottom: rows.length + 1 });
  // IDs and municipality numbers are text on purpose: no green triangles.
  const numbersAsText = formatArea({ left: 0, top: 1, right, bottom: Math.max(2000, rows.length + 1000) });
  const frame = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${setting.namespace}" xmlns:r="${setting.relationshipsNamespace}">`,
    `<sheetPr><tabColor rgb="${tabColour(layout)}"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${used}"/>`,
    viewXml(layout, setting.isFirst),
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${columnsXml(layout, setting)}</cols>`,
    EMPTY_DATA,
    layout.owner === 'machine' ? PROTECTION : '',
    `<autoFilter ref="${filterArea({ layout, rows })}"/>`,
    dropdownsXml(layout, rows.length + 1, setting.lists),
    printingXml(layout),
    `<ignoredErrors><ignoredError sqref="${numbersAsText}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join('');
  return { frame, rows: headingRow(layout, setting) + dataRows(layout, rows, setting) };
}

/** The sheet part with its rows in it. */
export function joinSheet({ frame, rows }: NewSheet): string {
  return frame.replace(EMPTY_DATA, () => `<sheetData>${rows}</sheetData>`);
}

/** The cells that a new tab's filter covers: the headings, and at least one row below. */
export function filterArea({ layout, rows }: Pick<TabAddition, 'layout' | 'rows'>): string {
  const right = Math.max(0, layout.columns.length - 1);
  return formatArea({ left: 0, top: 1, right, bottom: Math.max(2, rows.length + 1) });
}

function viewXml({ columns }: TabLayout, isFirst: boolean): string {
  const view = `<sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ''}workbookViewId="0">`;
  if (columns.length <= WIDE) {
    const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
    return `${view}${pane}<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>`;
  }
  const pane = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>';
  const others = '<selection pane="topRight"/><selection pane="bottomLeft"/>';
  return `${view}${pane}${others}<selection pane="bottomRight" activeCell="B2" sqref="B2"/></sheetView></sheetViews>`;
}

function columnsXml({ columns }: TabLayout, { styles }: TabSetting): string {
  return columns
    .map((column, index) => {
      const place = `min="${index + 1}" max="${index + 1}"`;
      return `<col ${place} width="${columnWidth(column)}" style="${styles.columns[index] ?? 0}" customWidth="1"/>`;
    })
    .join('');
}

function dropdownsXml({ columns }: TabLayout, last: number, lists: LongLists): string {
  const dropdowns = columns.flatMap(({ choices }, index) => {
    if (choices === undefined || choices.length === 0) return [];
    return [dropdownXml('', dropdownArea(index, 1, last), choicesFormula(choices, lists))];
  });
  if (dropdowns.length === 0) return '';
  return `<dataValidations count="${dropdowns.length}">${dropdowns.join('')}</dataValidations>`;
}

function printingXml({ columns }: TabLayout): string {
  const width = columns.reduce((sum, column) => sum + columnWidth(column), 0);
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" fitToWidth="${Math.ceil(width / PAGE_WIDTH)}" fitToHeight="0" orientation="landscape"/>` +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>'
  );
}

function headingRow(layout: TabLayout, { styles, date1904 }: TabSetting): string {
  const cells = layout.columns.map(({ heading }, column) =>
    cellXml('', { column, row: 1 }, styles.heading, heading, date1904),
  );
  return `<row r="1" ht="${headingHeight(layout)}" customHeight="1">${cells.join('')}</row>`;
}

function dataRows(
  layout: TabLayout,
  rows: readonly Readonly<Record<string, NewValue>>[],
  setting: TabSetting,
): string {
  const places = new Map(layout.columns.map((column, index) => [column.heading, { column, index }]));
  return rows
    .map((record, order) => {
      const row = order + 2;
      const cells: string[] = [];
      const texts: (readonly [string, TextColumn])[] = [];
      for (const [heading, value] of Object.entries(record)) {
        const place = places.get(heading);
        if (place === undefined) throw new Error(`the new tab has no column ${heading}`);
        const { column, index } = place;
        if (typeof value === 'string')
          texts.push([value, { width: columnWidth(column), wraps: column.wrap === true }]);
        const cell = cellOf(value);
        if (cell === null) continue;
        const style = setting.looks.styleFor(setting.styles.columns[index] ?? 0, showingOf(value));
        cells[index] = cellXml('', { column: index, row }, style, cell, setting.date1904);
      }
      return `<row r="${row}"${heightOf(texts)}>${cells.join('')}</row>`;
    })
    .join('');
}

/** The sheet part of a hidden tab that holds lists too long for a dropdown: one column each, a heading above. */
export function listsXml(lists: LongLists, namespace: string): string {
  const longest = Math.max(...lists.lists.map((list) => list.length));
  const rows = Array.from({ length: longest + 1 }, (_, index) => {
    const cells = lists.lists.map((list, column) => {
      const text = index === 0 ? `Liste ${column + 1}` : list[index - 1];
      return text === undefined ? '' : textCell(cellName(column, index + 1), text);
    });
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${namespace}"><sheetViews><sheetView workbookViewId="0"/></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><sheetData>${rows.join('')}</sheetData></worksheet>`
  );
}

function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${encodeCellText(text)}</t></is></c>`;
}
