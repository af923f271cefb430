/** What people put into a workbook beside the values of cells, counted in the file itself. */
import { unzipSync } from 'fflate';

type Parts = ReadonlyMap<string, string>;

const partsNamed =
  (name: RegExp) =>
  (parts: Parts): number =>
    [...parts.keys()].filter((part) => name.test(part)).length;

const found =
  (place: RegExp, what: RegExp) =>
  (parts: Parts): number =>
    [...parts].reduce(
      (sum, [part, text]) => sum + (place.test(part) ? [...text.matchAll(what)].length : 0),
      0,
    );

const sheet = /^xl\/worksheets\/[^/]+\.xml$/u;

const counts: Readonly<Record<string, (parts: Parts) => number>> = {
  charts: partsNamed(/^xl\/charts\/chart[^/]*\.xml$/u),
  'chart sheets': partsNamed(/^xl\/chartsheets\/[^/]+\.xml$/u),
  pictures: partsNamed(/^xl\/media\//u),
  macros: partsNamed(/vbaProject\.bin$/u),
  tables: partsNamed(/^xl\/tables\//u),
  'printer settings': partsNamed(/^xl\/printerSettings\//u),
  'custom XML': partsNamed(/^customXml\/item/u),
  notes: found(/comment[^/]*\.xml$/u, /<(?:\w+:)?comment /gu),
  dropdowns: found(sheet, /<(?:\w+:)?dataValidation /gu),
  'conditional formats': found(sheet, /<(?:\w+:)?cfRule /gu),
  'frozen panes': found(sheet, /<(?:\w+:)?pane /gu),
  filters: found(sheet, /<autoFilter /gu),
  'protected sheets': found(sheet, /<sheetProtection /gu),
  links: found(sheet, /<hyperlink /gu),
  'outlined rows': found(sheet, /<row [^>]*outlineLevel="[1-9]/gu),
  formulas: found(sheet, /<f[ >/]/gu),
  'stored results': found(sheet, /<f(?: [^>]*)?(?:\/>|>[^<]*<\/f>)<v>[^<]/gu),
  'defined names': found(/^xl\/workbook\.xml$/u, /<definedName /gu),
  'texts in several styles': found(
    /^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/u,
    /<(?:si|is)>(?:<t[ >][^<]*<\/t>)?<r>/gu,
  ),
};

/** How many of each there are. */
export function featuresOf(workbook: Uint8Array): ReadonlyMap<string, number> {
  const parts: Parts = new Map(
    Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  );
  return new Map(Object.entries(counts).map(([name, count]) => [name, count(parts)]));
}
