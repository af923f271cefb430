import type { ColumnLayout, TabLayout } from '../../../domain/workbook.ts';
import { DATE_FORMAT, DATE_TIME_FORMAT, type StyleBook } from './style-book.ts';

/**
 * How the tabs that Felles makes look. White on these blues and greys has a contrast of 7:1 or more, so that the
 * headings can be read in poor light and on paper.
 */
const COLOURS = {
  people: { heading: 'FF1F4E5F', tab: 'FF2E7D8C' },
  machine: { heading: 'FF4A5560', tab: 'FF9AA5AF' },
} as const;

const HEADING_LINE = 'FFB8C7CE';
export const HEADING_HEIGHT = 30;
/** Text as it is typed: no program makes a date or a formula of it. Source: ISO/IEC 29500-1, 18.8.30. */
const TEXT_FORMAT = 49;

/** The style numbers of a tab. */
export interface TabStyles {
  readonly heading: number;
  /** For the cells below each heading. */
  readonly columns: readonly number[];
}

/** Adds the styles of a tab to the workbook. */
export function addTabStyles(styles: StyleBook, layout: TabLayout): TabStyles {
  const { name, size } = styles.defaultFont();
  const heading = styles.add({
    font: `<b/><sz val="${size}"/><color rgb="FFFFFFFF"/><name val="${name}"/><family val="2"/>`,
    fill: `<patternFill patternType="solid"><fgColor rgb="${COLOURS[layout.owner].heading}"/><bgColor indexed="64"/></patternFill>`,
    border:
      `<left/><right style="thin"><color rgb="${HEADING_LINE}"/></right><top/>` + `<bottom/><diagonal/>`,
    format: TEXT_FORMAT,
    alignment: 'vertical="center" wrapText="1"',
  });
  return { heading, columns: layout.columns.map((column) => addColumnStyle(styles, column)) };
}

/** Adds the style for the cells of a column to the workbook. */
export function addColumnStyle(styles: StyleBook, column: ColumnLayout): number {
  const wrap = column.wrap === true ? ' wrapText="1"' : '';
  const side = column.format === 'date' || column.format === 'dateTime' ? ' horizontal="left"' : '';
  return styles.add({ format: formatOf(column), alignment: `vertical="top"${side}${wrap}` });
}

/** The colour of the tab itself. */
export function tabColour(layout: TabLayout): string {
  return COLOURS[layout.owner].tab;
}

function formatOf(column: ColumnLayout): string | number {
  switch (column.format) {
    case 'text':
      return TEXT_FORMAT;
    case 'date':
      return DATE_FORMAT;
    case 'dateTime':
      return DATE_TIME_FORMAT;
    case 'number':
      return 0;
  }
}
