import { XmlScanner } from '../package/xml-scanner.ts';

/**
 * Built-in formats that show a date or a time. 27–36 and 50–58 do so in East Asian versions and are never used for
 * anything else. Source: ISO/IEC 29500-1, 18.8.30.
 */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Texts in quotes, escaped characters, fill and space characters, and brackets such as `[Red]` or `[$-414]`. */
const NOT_PLACEHOLDERS = /"[^"]*"?|[\\_*].|\[[^\]]*\]?/gsu;
const ELAPSED_TIME = /\[(?:h+|m+|s+)\]/iu;

/** How a number format shows a number. */
export interface NumberFormat {
  readonly isDate: boolean;
  /** Hours are shown, so a time of day is visible. */
  readonly showsTime: boolean;
}

/** Classifies a format code such as `dd.mm.yyyy` or `#,##0 "dager"`. */
export function classifyFormat(code: string): NumberFormat {
  const elapsed = ELAPSED_TIME.test(code);
  const placeholders = code.replace(NOT_PLACEHOLDERS, '').replace(/General/giu, '');
  return {
    isDate: elapsed || /[dmyhs]/iu.test(placeholders),
    showsTime: elapsed || /[hs]/iu.test(placeholders),
  };
}

/** Classifies a format by its number; `codes` has those that the workbook defines itself. */
export function classifyFormatId(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id);
  if (code !== undefined) return classifyFormat(code);
  const isDate = BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);
  return { isDate, showsTime: (id >= 18 && id <= 22) || (id >= 45 && id <= 47) };
}

/** What the styles part says about number formats. */
export interface CellFormats {
  /** The format codes the workbook defines itself, by number. */
  readonly codes: ReadonlyMap<number, string>;
  /** The number format of each cell style, by the style's index. */
  readonly formatIds: readonly number[];
}

/** Reads the number formats and cell styles of a styles part. */
export function readCellFormats(stylesXml: string, part: string): CellFormats {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  const scanner = new XmlScanner(stylesXml, part);
  let inside = '';
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    // Conditional formats, in dxfs, have their own numbers.
    if (scanner.name === 'dxfs') scanner.skip();
    else if (scanner.name.endsWith('Xfs') || scanner.name === 'numFmts') inside = scanner.name;
    else if (scanner.name === 'numFmt' && inside === 'numFmts') {
      codes.set(scanner.wholeNumber('numFmtId'), scanner.attribute('formatCode') ?? '');
    } else if (scanner.name === 'xf' && inside === 'cellXfs') {
      formatIds.push(Math.max(0, scanner.wholeNumber('numFmtId')));
    }
  }
  return { codes, formatIds };
}
