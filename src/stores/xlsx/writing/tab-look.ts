import type { ColumnGroup } from '../../../domain/looks.ts';
import type { ColumnLayout, TabLayout } from '../../../domain/workbook.ts';
import { LINE_HEIGHT, linesOf } from './row-height.ts';
import { DATE_FORMAT, DATE_TIME_FORMAT, type StyleBook } from './style-book.ts';

/**
 * How the tabs that Felles makes look. White on these blues and greys has a contrast of 7:1 or more, so that the
 * headings can be read in poor light and on paper.
 */
const COLOURS = {
  people: { heading: 'FF1F4E5F', tab: 'FF2E7D8C' },
  machine: { heading: 'FF4A5560', tab: 'FF9AA5AF' },
} as const;

/** The headings of columns that belong together. White on them has a contrast of 7:1 or more, too. */
const GROUP_COLOURS: Readonly<Record<ColumnGroup['colour'], string>> = {
  first: 'FF14532D',
  webinar: 'FF5B2A86',
  other: 'FF4A5560',
};

/** Lines between headings, and between rows: visible, but discreet. */
const HEADING_LINE = 'FFB8C7CE';
const ROW_LINE = 'FFDDE4E7';
/** Text as it is typed: no program turns it into a date or a formula. Source: ISO/IEC 29500-1, 18.8.30. */
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
    fill: solid(COLOURS[layout.owner].heading),
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
  const border = `<left/><right/><top/><bottom style="thin"><color rgb="${ROW_LINE}"/></bottom><diagonal/>`;
  return styles.add({ border, format: formatOf(column), alignment: `vertical="top"${side}${wrap}` });
}

/**
 * The style of a heading in a group of columns. Null for one that does not have the colour that Felles gives headings:
 * people have chosen another.
 */
export function groupHeading(styles: StyleBook, style: number, colour: ColumnGroup['colour']): number | null {
  const made: readonly (string | undefined)[] = Object.values(COLOURS).map(({ heading }) => heading);
  if (!made.includes(styles.fillOf(style)) || styles.fillOf(style) === GROUP_COLOURS[colour]) return null;
  return styles.filled(style, solid(GROUP_COLOURS[colour]));
}

/** The content of a fill of one colour. */
export function solid(rgb: string): string {
  return `<patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill>`;
}

/** The colour of the tab itself. */
export function tabColour(layout: TabLayout): string {
  return COLOURS[layout.owner].tab;
}

/** How wide a column is: as wide as asked for, and enough for its heading to break between words. */
export function columnWidth({ heading, width }: ColumnLayout): number {
  const longestWord = Math.max(...heading.split(' ').map((word) => word.length));
  // Bold letters are wider than others, and the arrow of the filter needs space.
  return Math.max(width, Math.ceil(longestWord * 1.2) + 3);
}

/** How tall the row of headings is, in points. */
export function headingHeight({ columns }: TabLayout): number {
  const lines = columns.map((column) => linesOf(column.heading, (columnWidth(column) - 3) / 1.3));
  return Math.max(2, ...lines) * LINE_HEIGHT;
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
