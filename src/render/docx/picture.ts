/** Puts a drawing into a .docx: as SVG, and as PNG for programs that know no SVG. */
import type * as Docx from 'docx';
import type { Figure } from '../svg/drawing.ts';
import { page } from './styles.ts';

/** A drawing that depends on nothing outside it: on no style sheet and on no font. `width` and `height` are the drawing's own. */
export interface Picture extends Figure {
  readonly png: Uint8Array;
}

/** The pictures of a paper, by the names that its template calls them by. */
export type Pictures = ReadonlyMap<string, Picture>;

/** Twentieths of a point: a third of a sheet, so that there is room for what the picture is about. */
const HIGHEST = page.height * 0.33;
const TWIPS_A_PIXEL = 15;
/** Twentieths of a point to a unit of a drawing, a sixth of a millimetre as in print: its words are no larger than the text. */
const LARGEST_UNIT = page.width / 210 / 6;

/** The picture as wide as in print, unless it would be too wide or too high. Its words go into the alternative text. */
export function pictureRun(
  docx: Pick<typeof Docx, 'ImageRun'>,
  name: string,
  { svg, png, title, description, width, height }: Picture,
): Docx.ImageRun {
  const across = Math.min(page.full, (HIGHEST * width) / height, width * LARGEST_UNIT);
  return new docx.ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: png },
    transformation: {
      width: Math.floor(across / TWIPS_A_PIXEL),
      height: Math.floor((across * height) / width / TWIPS_A_PIXEL),
    },
    altText: { name, title, description: `${title}. ${description}` },
  });
}
