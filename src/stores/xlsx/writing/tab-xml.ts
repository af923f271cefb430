import type { NewValue, TabAddition } from '../../../domain/workbook.ts';
import { cellName, formatArea } from '../addresses.ts';
import { encodeCellText } from '../package/xml-text.ts';
import { dropdownArea, dropdownXml, type LongLists } from './choices.ts';
import type { StyleFor } from './row-changes.ts';
import { HEADING_HEIGHT, tabColour, type TabStyles } from './tab-look.ts';
import { cellOf, cellXml, showingOf } from './written-cell.ts';

/** What the XML of a new tab is made of, besides what it should hold. */
export interface TabSetting {
  readonly namespace: string;
  readonly relationshipsNamespace: string;
  readonly styles: TabStyles;
  readonly styleFor: StyleFor;
  readonly lists: LongLists;
  readonly date1904: boolean;
  /** The tab that people see first when they open the workbook. */
  readonly isFirst: boolean;
}

const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';
const PRINTING =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

/**
 * The sheet part of a new tab: frozen headings with a filter, one style for each column all the way down, dropdowns
 * that reach well past the data, and a page that fits a landscape A4.
 */
export function tabXml({ layout, rows }: TabAddition, setting: TabSetting): string {
  const { columns } = layout;
  const headings = columns.map(({ heading }) => heading);
  const right = Math.max(0, columns.length - 1);
  const used = formatArea({ left: 0, top: 1, right, bottom: rows.length + 1 });
  const widths = columns.map((column, index) => {
    const style = setting.styles.columns[index] ?? 0;
    return `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${style}" customWidth="1"/>`;
  });
  const dropdowns = columns.flatMap(({ choices }, index) => {
    if (choices === undefined || choices.length === 0) return [];
    return [dropdownXml('', dropdownArea(index, 1, rows.length + 1), choices, setting.lists)];
  });
  // IDs and municipality numbers are text on purpose: no green triangles.
  const numbersAsText = formatArea({ left: 0, top: 1, right, bottom: Math.max(2000, rows.length + 1000) });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${setting.namespace}" xmlns:r="${setting.relationshipsNamespace}">`,
    `<sheetPr><tabColor rgb="${tabColour(layout)}"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${used}"/>`,
    `<sheetViews><sheetView ${setting.isFirst ? 'tabSelected="1" ' : ''}workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>`,
    `<sheetData>${headingRow(headings, setting)}${dataRows(headings, rows, setting)}</sheetData>`,
    layout.owner === 'machine' ? PROTECTION : '',
    `<autoFilter ref="${used}"/>`,
    dropdowns.length === 0
      ? ''
      : `<dataValidations count="${dropdowns.length}">${dropdowns.join('')}</dataValidations>`,
    PRINTING,
    `<ignoredErrors><ignoredError sqref="${numbersAsText}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join('');
}

function headingRow(headings: readonly string[], { styles, date1904 }: TabSetting): string {
  const cells = headings.map((heading, column) =>
    cellXml('', { column, row: 1 }, styles.heading, heading, date1904),
  );
  return `<row r="1" ht="${HEADING_HEIGHT}" customHeight="1">${cells.join('')}</row>`;
}

function dataRows(
  headings: readonly string[],
  rows: readonly Readonly<Record<string, NewValue>>[],
  setting: TabSetting,
): string {
  const columns = new Map(headings.map((heading, column) => [heading, column]));
  return rows
    .map((record, index) => {
      const row = index + 2;
      const cells: string[] = [];
      for (const [heading, value] of Object.entries(record)) {
        const column = columns.get(heading);
        if (column === undefined) throw new Error(`the new tab has no column ${heading}`);
        const cell = cellOf(value);
        if (cell === null) continue;
        const style = setting.styleFor(setting.styles.columns[column] ?? 0, showingOf(value));
        cells[column] = cellXml('', { column, row }, style, cell, setting.date1904);
      }
      return `<row r="${row}">${cells.join('')}</row>`;
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
    `<sheetFormatPr defaultRowHeight="15"/><sheetData>${rows.join('')}</sheetData></worksheet>`
  );
}

function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${encodeCellText(text)}</t></is></c>`;
}
