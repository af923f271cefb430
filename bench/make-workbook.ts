import { strToU8, zipSync } from 'fflate';
import { layoutOf } from '../src/register/tab.ts';
import { tabs } from '../src/register/tabs.ts';

/**
 * An .xlsx with that many activities, written as Excel does it: shared strings, dates as styled numbers. One row in a
 * hundred has a type that does not exist, so that there is something to find. The other tabs have only their headings.
 * Eleven columns are filled, and those that `more` fills alike in every row.
 */
export function makeWorkbook(rows: number, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const strings = new SharedStrings();
  const names = Object.values(tabs).map((tab) => layoutOf(tab).name);
  const sheets = Object.values(tabs).map((tab) => {
    const { columns } = layoutOf(tab);
    const head = columns.map(({ heading }) => heading);
    return sheetXml([head, ...(tab === tabs.activities ? activities(rows, head, more) : [])], strings);
  });
  return zipSync(
    Object.fromEntries(
      Object.entries({ ...skeleton(names), 'xl/sharedStrings.xml': strings.xml() })
        .concat(sheets.map((xml, index) => [`xl/worksheets/sheet${String(index + 1)}.xml`, xml]))
        .map(([path, xml]) => [path, strToU8(xml)]),
    ),
    { level: 1 },
  );
}

type Cell = string | { readonly serial: number } | undefined;

const TYPES = ['Informasjon', 'Webinar', 'Forbilde', 'Nettverk', 'Fylkesdialog'];
/** 1 January 2026, and 23 November 2026, the day that the benchmark takes for today, as serial numbers. */
const NEW_YEAR = 46_023;
const TODAY = NEW_YEAR + 326;

const PARTIES = ['Bylivsenteret', 'Distriktssenteret', 'Felles'];

function activities(
  count: number,
  head: readonly string[],
  more: Readonly<Record<string, string>>,
): Cell[][] {
  return Array.from({ length: count }, (_, index) => {
    const start = NEW_YEAR + (index % 700) + 10 / 24;
    const year = String(2020 + (index % 80)).padStart(4, '0');
    const values: Readonly<Record<string, Cell>> = {
      ID: `A-${year}-${String(index + 1).padStart(3, '0')}`,
      Type: index % 100 === 99 ? 'Webinnar' : TYPES[index % TYPES.length],
      Tittel: `Grønne møteplasser & torg, del ${String(index + 1)}`,
      Part: PARTIES[index % PARTIES.length],
      Ansvarlig: 'rådgiver',
      Status: start < TODAY ? 'Gjennomført' : 'Planlagt',
      Start: { serial: start },
      Slutt: { serial: start + 1 / 24 },
      Sted: 'digitalt',
      Lenke: `https://felles.example/${String(index)}`,
      Beskrivelse: 'Hvordan små steder lager gode møteplasser sammen med dem som bor der.',
      ...more,
    };
    return head.map((heading) => values[heading]);
  });
}

function sheetXml(rows: readonly (readonly Cell[])[], strings: SharedStrings): string {
  const body = rows.map((cells, row) => {
    const written = cells.map((cell, column) =>
      cellXml(cell, `${columnName(column)}${String(row + 1)}`, strings),
    );
    return `<row r="${String(row + 1)}">${written.join('')}</row>`;
  });
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, reference: string, strings: SharedStrings): string {
  if (cell === undefined) return '';
  return typeof cell === 'string'
    ? `<c r="${reference}" t="s"><v>${String(strings.index(cell))}</v></c>`
    : `<c r="${reference}" s="1"><v>${String(cell.serial)}</v></c>`;
}

const columnName = (index: number): string => String.fromCharCode(65 + index);

class SharedStrings {
  readonly #indices = new Map<string, number>();

  index(text: string): number {
    const known = this.#indices.get(text) ?? this.#indices.size;
    this.#indices.set(text, known);
    return known;
  }

  xml(): string {
    const items = [...this.#indices.keys()].map((text) => `<si><t>${text.replaceAll('&', '&amp;')}</t></si>`);
    return `${DECLARATION}<sst xmlns="${MAIN}">${items.join('')}</sst>`;
  }
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function skeleton(names: readonly string[]): Record<string, string> {
  const each = (write: (name: string, number: string) => string) =>
    names.map((name, index) => write(name, String(index + 1))).join('');
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((_name, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((name, number) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each((_name, number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rIdS" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdT" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}
