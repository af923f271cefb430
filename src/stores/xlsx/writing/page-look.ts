/** How the pages that Felles makes look: large enough to be read, and dark enough. */
import type { HighlightLook, PageCellLook } from '../../../domain/looks.ts';
import { HIGHLIGHTS } from './highlights.ts';
import { DATE_FORMAT, type Look, type StyleBook } from './style-book.ts';
import { solid } from './tab-look.ts';

/** On white, each has a contrast of 7:1 or more. */
const COLOURS = {
  title: 'FF1F4E5F',
  text: 'FF1A1A1A',
  label: 'FF44515C',
  link: 'FF0B4A8F',
  small: 'FF4F5B66',
} as const;

interface PageLook {
  readonly size: number;
  readonly isBold?: true;
  readonly isUnderlined?: true;
  readonly colour: string;
  readonly format?: string;
  readonly hasLine?: true;
  readonly fill?: string;
}

const LOOKS: Readonly<Record<Exclude<PageCellLook, HighlightLook>, PageLook>> = {
  title: { size: 20, isBold: true, colour: COLOURS.title },
  heading: { size: 14, isBold: true, colour: COLOURS.title, hasLine: true },
  text: { size: 11, colour: COLOURS.text },
  label: { size: 11, colour: COLOURS.label },
  figure: { size: 14, isBold: true, colour: COLOURS.title },
  day: { size: 11, isBold: true, colour: COLOURS.text, format: DATE_FORMAT },
  link: { size: 11, isUnderlined: true, colour: COLOURS.link },
  small: { size: 9, colour: COLOURS.small },
};

function lookOf(look: PageCellLook): PageLook {
  if (!isHighlight(look)) return LOOKS[look];
  const { fill, ink, isBold } = HIGHLIGHTS[look];
  return { size: LOOKS.text.size, colour: ink, fill, ...(isBold === true ? { isBold } : {}) };
}

const isHighlight = (look: PageCellLook): look is HighlightLook => Object.hasOwn(HIGHLIGHTS, look);

/** The size of type, in points. */
export const sizeOf = (look: PageCellLook): number => lookOf(look).size;

/** Adds the style of a cell in a page to the workbook. */
export function addPageStyle(styles: StyleBook, look: PageCellLook): number {
  const { size, isBold, isUnderlined, colour, format, hasLine, fill } = lookOf(look);
  const font =
    `${isBold === true ? '<b/>' : ''}${isUnderlined === true ? '<u/>' : ''}<sz val="${size}"/><color rgb="${colour}"/>` +
    `<name val="${styles.defaultFont().name}"/><family val="2"/>`;
  const line = `<left/><right/><top/><bottom style="thin"><color rgb="${COLOURS.title}"/></bottom><diagonal/>`;
  const style: Look = { font, alignment: 'horizontal="left" vertical="top" wrapText="1"' };
  return styles.add({
    ...style,
    ...(hasLine === true ? { border: line } : {}),
    ...(format === undefined ? {} : { format }),
    ...(fill === undefined ? {} : { fill: solid(fill) }),
  });
}
