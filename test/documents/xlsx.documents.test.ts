import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change, TabAddition, Workbook } from '../../src/domain/workbook.ts';
import { readWorkbook } from '../../src/stores/xlsx/reading/read-workbook.ts';
import { applyChanges } from '../../src/stores/xlsx/writing/apply-changes.ts';
import { createWorkbook } from '../../src/stores/xlsx/writing/create-workbook.ts';

/** What the store writes, opened by programs that share no code with it: LibreOffice and openpyxl. */

const run = promisify(execFile);
const FIXTURES = join(import.meta.dirname, '../fixtures/workbooks');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-documents-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** The workbook opened and saved by LibreOffice, in another format or the same. */
async function throughLibreOffice(bytes: Uint8Array, format: string): Promise<Buffer> {
  const name = `${Math.random().toString(36).slice(2)}.xlsx`;
  await writeFile(join(folder, name), bytes);
  const out = join(folder, 'out');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run('soffice', ['--headless', profile, '--convert-to', format, '--outdir', out, join(folder, name)]);
  return readFile(join(out, name.replace('xlsx', format)));
}

/** What openpyxl says of the workbook: an expression over `book`, as JSON. A warning is an error, but for what
 * openpyxl itself has no name for. */
async function askOpenpyxl(bytes: Uint8Array, expression: string): Promise<unknown> {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.xlsx`);
  await writeFile(path, bytes);
  const program = [
    'import json, sys, warnings, openpyxl',
    "warnings.simplefilter('error')",
    "warnings.filterwarnings('ignore', message='.*extension is not supported')",
    'book = openpyxl.load_workbook(sys.argv[1])',
    `print(json.dumps(${expression}, default=str))`,
  ].join('\n');
  const { stdout } = await run('/usr/bin/python3', ['-c', program, path]);
  return JSON.parse(stdout) as unknown;
}

/** Cells with numbers rounded to the second: LibreOffice writes fifteen digits. */
function rounded(workbook: Workbook) {
  return workbook.sheets.map(({ rows }) =>
    rows.map(({ number, cells }) => ({
      number,
      cells: cells.map((cell) => {
        if (typeof cell !== 'object' || typeof cell?.value !== 'number') return cell;
        return { ...cell, value: Math.round(cell.value * 86_400) };
      }),
    })),
  );
}

const TEXTS = [
  '=1+1',
  '+47 22 33',
  '-',
  '@x',
  '007',
  '1E5',
  '12345678901234567890',
  'a\nb',
  '😀 æøå',
  '_x0041_',
  '<&>"',
];

const TABS: readonly TabAddition[] = [
  {
    kind: 'tab',
    layout: {
      name: 'Aktiviteter',
      owner: 'people',
      columns: [
        { heading: 'ID', note: 'Gis én gang & brukes aldri om igjen.', width: 14, format: 'text' },
        { heading: 'Tittel', note: '', width: 40, format: 'text', wrap: true },
        {
          heading: 'Type',
          note: 'Velg fra listen.',
          width: 16,
          format: 'text',
          choices: ['Webinar', 'Møte "A"'],
        },
        {
          heading: 'Kommune',
          note: '',
          width: 16,
          format: 'text',
          choices: Array.from({ length: 300 }, (_, index) => `Sted ${index}`),
        },
        { heading: 'Start', note: '', width: 18, format: 'dateTime' },
        { heading: 'Frist', note: '', width: 12, format: 'date' },
        { heading: 'Timer', note: '', width: 8, format: 'number' },
      ],
    },
    rows: TEXTS.map((text, index) => ({
      ID: `A-${index}`,
      Tittel: text,
      Start: { wallTime: '2026-11-23T12:30' },
      Frist: { day: '2026-12-01' },
      Timer: index + 0.5,
    })),
  },
  {
    kind: 'tab',
    layout: {
      name: "Bo's fane",
      owner: 'machine',
      columns: [{ heading: 'Rad', note: 'x', width: 8, format: 'number' }],
    },
    rows: [],
  },
];

describe('a new workbook', () => {
  const bytes = createWorkbook(TABS);

  it('is read by openpyxl as it was meant', async () => {
    const seen = await askOpenpyxl(
      bytes,
      `{
        'tabs': [(s.title, s.sheet_state, s.freeze_panes, s.auto_filter.ref, s.protection.sheet) for s in book],
        'titles': [row[1].value for row in book['Aktiviteter'].iter_rows(min_row=2)],
        'types': sorted({row[1].data_type for row in book['Aktiviteter'].iter_rows(min_row=2)}),
        'row': [cell.value for cell in book['Aktiviteter'][2]][4:],
        'formats': [cell.number_format for cell in book['Aktiviteter'][2]],
        'lists': [(v.formula1, str(v.sqref), v.errorStyle) for v in book['Aktiviteter'].data_validations.dataValidation],
        'note': book['Aktiviteter']['A1'].comment.text,
        'title': book.properties.title,
      }`,
    );
    expect(seen).toEqual({
      tabs: [
        ['Aktiviteter', 'visible', 'A2', 'A1:G12', false],
        ["Bo's fane", 'visible', 'A2', 'A1:A2', true],
        ['Lister', 'hidden', null, null, false],
      ],
      // openpyxl leaves the escape as the file has it.
      titles: TEXTS.map((text) => text.replace('_x0041_', '_x005F_x0041_')),
      types: ['s'],
      row: ['2026-11-23 12:30:00', '2026-12-01 00:00:00', 0.5],
      formats: ['@', '@', 'General', 'General', 'dd.mm.yyyy hh:mm', 'dd.mm.yyyy', 'General'],
      lists: [
        ['"Webinar,Møte ""A"""', 'C2:C2000', 'warning'],
        ["'Lister'!$A$2:$A$301", 'D2:D2000', 'warning'],
      ],
      note: 'Gis én gang & brukes aldri om igjen.',
      title: 'Aktivitetsregister',
    });
  });

  it('is the same after LibreOffice has opened and saved it', async () => {
    const file = await throughLibreOffice(bytes, 'xlsx');
    const saved = readWorkbook(file, 'x');
    const ours = readWorkbook(bytes, 'x');
    expect(saved.sheets.map(({ name }) => name)).toEqual(ours.sheets.map(({ name }) => name));
    expect(rounded(saved)).toEqual(rounded(ours));
    // LibreOffice itself ends dropdowns a thousand rows below the data.
    const again = await askOpenpyxl(
      file,
      `[book['Aktiviteter']['A1'].comment.text, sorted(str(v.sqref) for v in book['Aktiviteter'].data_validations.dataValidation), book["Bo's fane"].protection.sheet]`,
    );
    expect(again).toEqual(['Gis én gang & brukes aldri om igjen.', ['C2:C1012', 'D2:D1012'], true]);
  });
});

describe('looks and pages', () => {
  const HEADINGS = ['ID', 'Tittel', 'Type', 'Kommune', 'Start', 'Frist', 'Timer'];
  const looks: Change[] = [
    {
      ...{ kind: 'looks', tab: 'Aktiviteter', headings: HEADINGS },
      looks: {
        ...{ frozenThrough: 'Tittel', print: 'fit-width', opensAt: 6 },
        groups: [
          { columns: ['ID', 'Tittel'], colour: 'first', isOutlined: false },
          { columns: ['Start', 'Frist'], colour: 'webinar', isOutlined: true, isFolded: true },
        ],
        highlights: [
          { columns: ['Type', 'ID'], formula: 'AND($A2<>"",C2="")', look: 'missing' },
          {
            columns: ['ID'],
            formula: `COUNTIF(INDIRECT("'Bo''s fane'!$A$2:$A$2000"),$G2)>0`,
            look: 'listed',
          },
        ],
        offers: [{ column: 'Tittel', range: "'Valg'!$A$2:$A$2000" }],
      },
    },
    { ...{ kind: 'looks', tab: "Bo's fane", headings: ['Rad'] }, looks: { place: 'second' } },
    {
      ...{ kind: 'page', place: 'first' },
      layout: {
        ...{ name: 'Les meg', widths: [30, 12] },
        rows: [
          [{ column: 0, look: 'title', text: 'Les meg', span: 2 }],
          [
            { column: 0, look: 'link', text: 'Neste', leadsTo: { tab: 'Aktiviteter', cell: 'A13' } },
            { column: 1, look: 'figure', formula: 'COUNTA(Aktiviteter!$A$2:$A$2000)' },
          ],
          [{ column: 1, look: 'day', formula: 'MINIFS(Aktiviteter!$F:$F,Aktiviteter!$F:$F,">1")' }],
        ],
      },
    },
    {
      ...{ kind: 'page', isHidden: true },
      layout: {
        name: 'Valg',
        widths: [30],
        rows: [[], [{ column: 0, look: 'text', formula: 'Aktiviteter!B2' }]],
      },
    },
  ];
  const tabs: Change[] = [TABS[0]!, { ...TABS[1]!, rows: [{ Rad: 2.5 }] }];

  it('are read by openpyxl as they were meant', async () => {
    const seen = await askOpenpyxl(
      createWorkbook([...tabs, ...looks]),
      `(lambda a, m: {
        'tabs': [(s.title, s.sheet_state) for s in book],
        'open': book.active.title,
        'panes': [a.freeze_panes, a.sheet_view.selection[-1].activeCell, a.print_title_rows],
        'folded': [(k, c.hidden, c.outlineLevel) for k, c in sorted(a.column_dimensions.items()) if c.outlineLevel],
        'rules': [(str(r.sqref), [x.formula for x in r.rules]) for r in a.conditional_formatting],
        'lists': [v.formula1 for v in a.data_validations.dataValidation if 'Valg' in v.formula1],
        'merged': [str(r) for r in m.merged_cells.ranges],
        'link': m['A2'].hyperlink.location,
      })(book['Aktiviteter'], book['Les meg'])`,
    );
    expect(seen).toEqual({
      tabs: [
        ['Les meg', 'visible'],
        ["Bo's fane", 'visible'],
        ['Aktiviteter', 'visible'],
        ['Valg', 'hidden'],
        ['Lister', 'hidden'],
      ],
      open: 'Les meg',
      panes: ['C6', 'C6', '$1:$1'],
      folded: [
        ['E', true, 1],
        ['F', true, 1],
      ],
      rules: [
        ['A2:A2000 C2:C2000', [['AND($A2<>"",A2="")']]],
        ['A2:A2000', [[`COUNTIF(INDIRECT("'Bo''s fane'!$A$2:$A$2000"),$G2)>0`]]],
      ],
      lists: ["OFFSET('Valg'!$A$2,0,0,MAX(1,COUNTA('Valg'!$A$2:$A$2000)),1)"],
      merged: ['A1:B1'],
      link: "'Aktiviteter'!A13",
    });
  });

  it.each(['new', 'openpyxl-rich.xlsx', 'libreoffice-rich.xlsx'])(
    'colour the cells that they are for, and no others, in LibreOffice: %s',
    async (name) => {
      const before = name === 'new' ? undefined : await readFile(join(FIXTURES, name));
      const bytes =
        before === undefined
          ? createWorkbook([...tabs, ...looks])
          : (applyChanges(before, [...tabs, ...looks], name).bytes ?? new Uint8Array());
      const html = (await throughLibreOffice(bytes, 'html')).toString();
      const [, table = ''] = html.split(/<em>Aktiviteter<\/em>/u);
      const rows = (table.split('</table>')[0] ?? '').split('<tr>').slice(2);
      const colours = rows.map((row) =>
        row
          .split('<td')
          .slice(1)
          .map((cell) => /bgcolor="(#\w+)"/u.exec(cell)?.[1]),
      );
      expect(colours.slice(0, TEXTS.length).map(([id, , type]) => [id, type])).toEqual(
        TEXTS.map((_, index) => [index === 2 ? '#FFC4C4' : undefined, '#FFF3BF']),
      );
    },
  );

  it('are computed by LibreOffice', async () => {
    const saved = readWorkbook(await throughLibreOffice(createWorkbook([...tabs, ...looks]), 'xlsx'), 'x');
    const [page] = saved.sheets;
    expect(page?.rows.slice(1).map(({ cells }) => cells[1])).toMatchObject([
      { value: TEXTS.length },
      { value: 46357, isDate: true },
    ]);
  });
});

describe.each(['openpyxl-rich.xlsx', 'libreoffice-rich.xlsx', 'excel-like.xlsm'])(
  '%s, after a write',
  (name) => {
    const change: Change[] = [
      {
        kind: 'cell',
        tab: 'Tiltak',
        at: { by: 'id', idColumn: 'ID', id: 'T-001' },
        column: 'Timer',
        was: name.startsWith('excel') ? 2 : 3,
        becomes: 50,
      },
      { kind: 'row', tab: 'Tiltak', cells: { ID: 'T-999', Tittel: '=1+1', Frist: { day: '2026-12-24' } } },
      {
        kind: 'column',
        tab: 'Tiltak',
        layout: { heading: 'Ny', note: 'Ny kolonne', width: 12, format: 'text', choices: ['a', 'b'] },
      },
      { ...TABS[1]!, rows: [{ Rad: 7 }] },
    ];

    it('is opened by LibreOffice, which computes the formulas anew', async () => {
      const { bytes } = applyChanges(await readFile(join(FIXTURES, name)), change, name);
      const saved = readWorkbook(await throughLibreOffice(bytes ?? new Uint8Array(), 'xlsx'), name);
      const [tab] = saved.sheets;
      const first = tab?.rows.find(({ number }) => number === 2)?.cells;
      expect(first?.[4]).toBe(50);
      expect(first?.[5]).toMatchObject({ value: name.startsWith('excel') ? 500 : 100 });
      const last = tab?.rows.at(-1)?.cells;
      expect(last?.slice(0, 4)).toEqual(['T-999', '=1+1', null, { value: 46380, isDate: true }]);
      expect(saved.sheets.find((sheet) => sheet.name === "Bo's fane")?.rows[1]?.cells).toEqual([7]);
      const ours = readWorkbook(bytes ?? new Uint8Array(), name);
      expect(saved.sheets[0]?.rows.map(({ cells }) => cells[0])).toEqual(
        ours.sheets[0]?.rows.map(({ cells }) => cells[0]),
      );
    });

    it('is opened by openpyxl, with the notes that were there and the new one', async () => {
      const { bytes } = applyChanges(await readFile(join(FIXTURES, name)), change, name);
      const python = `[[c.comment.text for c in book['Tiltak'][1] if c.comment], book['Tiltak'].auto_filter.ref, "Bo's fane" in book.sheetnames]`;
      const [notes, filter, isThere] = (await askOpenpyxl(bytes ?? new Uint8Array(), python)) as [
        string[],
        string,
        boolean,
      ];
      expect(notes.at(0)).toMatch(/Gis én gang/u);
      expect(notes.at(-1)).toBe('Ny kolonne');
      expect(filter).toBe(name.startsWith('excel') ? 'A1:G5' : 'A1:H12');
      expect(isThere).toBe(true);
    });
  },
);
