/** What Felles assumes about Google Sheets and the documentation does not say: one probe for each. */
import { looksProbes } from './looks-probes.ts';
import type { Answer, Probe } from './probe.ts';
import {
  area,
  formula,
  number,
  put,
  text,
  type CellData,
  type Request,
  type ProbedCell,
} from './probe-sheet.ts';

const expecting = (found: string, expected: string): Answer => ({ found, asExpected: found === expected });
const shown = (cell: ProbedCell | undefined): string => {
  const value = cell?.userEnteredValue;
  return String(
    value?.formulaValue ?? value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? '(empty)',
  );
};

const copy = (
  from: ReturnType<typeof area>,
  to: ReturnType<typeof area>,
  pasteType: 'PASTE_NORMAL' | 'PASTE_VALUES',
): Request => ({ copyPaste: { source: from, destination: to, pasteType } });

const exchange: readonly Probe[] = [
  {
    claim: 'Within one batch, copyPaste copies what was there before a later updateCells.',
    matters: 'A write that hit a row that had moved can be put back.',
    run: async (sheet) => {
      const [from, to] = [await sheet.tab([[text('before')]]), sheet.freeId()];
      const came = await sheet.write(
        [
          sheet.addTab(to, [20, 6], true),
          copy(area(from, [0, 1], [0, 1]), area(to, [0, 1], [0, 1]), 'PASTE_VALUES'),
          put(from, 0, 0, [[text('after')]]),
        ],
        [`'${sheet.title(to)}'`, `'${sheet.title(from)}'!A1`],
      );
      if (!came.done) return { found: came.why, asExpected: false };
      const cells = came.tabs.map(({ rows }) => shown(rows[0]?.[0]));
      return expecting(cells.toSorted().join(', '), 'after, before');
    },
  },
  {
    claim: 'A hidden tab made in a batch is shown by the same batch’s responseRanges.',
    matters: 'One request writes, and shows where it wrote.',
    run: async (sheet) => {
      const id = sheet.freeId();
      const came = await sheet.write(
        [sheet.addTab(id, [3, 3], true), put(id, 0, 0, [[text('x')]])],
        [`'${sheet.title(id)}'`],
      );
      return expecting(came.done ? shown(came.tabs[0]?.rows[0]?.[0]) : came.why, 'x');
    },
  },
  {
    claim: 'A relative formula that is copied further down its column and back reads as before.',
    matters: 'A formula that somebody typed just before a write is put back as it was.',
    run: async (sheet) => {
      const [from, to] = [await sheet.tab([[number(2), formula('=A1*2')]]), await sheet.tab([], [40, 6])];
      const [here, there] = [area(from, [0, 1], [1, 2]), area(to, [30, 31], [1, 2])];
      await sheet.write([copy(here, there, 'PASTE_NORMAL'), put(from, 0, 1, [[text('written')]])]);
      await sheet.write([copy(there, here, 'PASTE_NORMAL')]);
      return expecting(shown((await sheet.rowsOf(from))[0]?.[1]), '=A1*2');
    },
  },
];

const fence: readonly Probe[] = [
  {
    claim: 'addSheet with an id that is taken fails, and nothing of the batch is applied.',
    matters: 'Two runs at once cannot both believe that they wrote.',
    run: async (sheet) => {
      const id = await sheet.tab([[text('before')]]);
      const came = await sheet.write([put(id, 0, 0, [[text('after')]]), sheet.addTab(id)]);
      const cell = shown((await sheet.rowsOf(id))[0]?.[0]);
      return expecting(`${came.done ? 'accepted' : 'refused'}, ${cell}`, 'refused, before');
    },
  },
  {
    claim: 'deleteSheet with an id that is gone fails, and nothing of the batch is applied.',
    matters: 'The slower of two runs reads again instead of overwriting the other.',
    run: async (sheet) => {
      const id = await sheet.tab([[text('before')]]);
      const came = await sheet.write([
        put(id, 0, 0, [[text('after')]]),
        { deleteSheet: { sheetId: sheet.freeId() } },
      ]);
      const cell = shown((await sheet.rowsOf(id))[0]?.[0]);
      return expecting(`${came.done ? 'accepted' : 'refused'}, ${cell}`, 'refused, before');
    },
  },
  {
    claim: 'Of ten runs that replace the same tab at once, one wins.',
    matters: 'The ledger’s claims: nobody gets two messages.',
    run: async (sheet) => {
      const old = await sheet.tab([]);
      const next = sheet.freeId();
      const tries = Array.from({ length: 10 }, () =>
        sheet.write([sheet.addTab(next), { deleteSheet: { sheetId: old } }]),
      );
      const winners = (await Promise.all(tries)).filter(({ done }) => done).length;
      return expecting(`${String(winners)} of 10`, '1 of 10');
    },
  },
  {
    claim: 'A batch whose responseRanges name a tab that is gone is refused, and nothing of it is applied.',
    matters: 'A tab that is renamed meanwhile is reported instead of half written.',
    run: async (sheet) => {
      const id = await sheet.tab([[text('before')]]);
      const came = await sheet.write(
        [put(id, 0, 0, [[text('after')]])],
        [`'${sheet.title(sheet.freeId())}'!A1`],
      );
      const cell = shown((await sheet.rowsOf(id))[0]?.[0]);
      return expecting(`${came.done ? 'accepted' : 'refused'}, ${cell}`, 'refused, before');
    },
  },
];

/** Texts that spreadsheets often convert to something else. */
const stubborn = ['=1+1', "'quoted", '12.03.2026', '007', '1E5', 'SANN', '10:30', '+47 22 33 44 55'];

const values: readonly Probe[] = [
  {
    claim: 'Text written by updateCells stays the same text.',
    matters: 'Nothing that people or scripts write turns into a date, a number or a formula.',
    run: async (sheet) => {
      const id = await sheet.tab([stubborn.map(text)], [3, stubborn.length]);
      const read = ((await sheet.rowsOf(id))[0] ?? []).map((cell) => cell.userEnteredValue?.stringValue);
      const changed = stubborn.filter((each, index) => read[index] !== each);
      return expecting(changed.length === 0 ? 'all kept' : `changed: ${changed.join(' ')}`, 'all kept');
    },
  },
  {
    claim: 'A number with a date format reads back as a date.',
    matters: 'Days and times are real dates to people and to the next reading.',
    run: async (sheet) => {
      const day = (type: string, pattern: string): CellData => ({
        ...number(46349.5),
        userEnteredFormat: { numberFormat: { type, pattern } },
      });
      const id = await sheet.tab([
        [day('DATE', 'dd.mm.yyyy'), day('DATE_TIME', 'dd.mm.yyyy hh:mm'), number(7)],
      ]);
      const read = ((await sheet.rowsOf(id))[0] ?? []).map(
        (cell) => cell.effectiveFormat?.numberFormat?.type ?? '-',
      );
      return expecting(read.join(' '), 'DATE DATE_TIME -');
    },
  },
  {
    claim: 'appendCells goes below the last row that holds anything, also past a gap and below dropdowns.',
    matters: 'A new row never overwrites one that somebody wrote.',
    run: async (sheet) => {
      const id = await sheet.tab([[text('ID')], [text('1')], [], [], [text('4')]]);
      await sheet.write([
        {
          setDataValidation: {
            range: area(id, [1, 15], [1, 2]),
            rule: {
              condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'ja' }] },
              showCustomUi: true,
            },
          },
        },
        { appendCells: { sheetId: id, rows: [{ values: [text('new')] }], fields: 'userEnteredValue' } },
      ]);
      const rows = await sheet.rowsOf(id);
      const at = rows.findIndex((cells) => shown(cells[0]) === 'new') + 1;
      return expecting(at === 0 ? 'nowhere' : `row ${String(at)}`, 'row 6');
    },
  },
  {
    claim: 'A dropdown that refuses other values does not stop the API from writing them.',
    matters: 'Scripts may write an ID where people have set up a list.',
    run: async (sheet) => {
      const id = await sheet.tab([]);
      const rule = {
        condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'ja' }] },
        strict: true,
      };
      await sheet.write([{ setDataValidation: { range: area(id, [0, 5], [0, 1]), rule } }]);
      const came = await sheet.write([put(id, 0, 0, [[text('noe annet')]])]);
      return expecting(came.done ? shown((await sheet.rowsOf(id))[0]?.[0]) : came.why, 'noe annet');
    },
  },
  {
    claim: 'A text of 50,000 characters is kept, and one of 50,001 refused.',
    matters: 'Nothing is cut off without a message.',
    run: async (sheet) => {
      const id = await sheet.tab([]);
      const long = 'å'.repeat(50_000);
      const kept = await sheet.write([put(id, 0, 0, [[text(long)]])]);
      const longer = await sheet.write([put(id, 0, 0, [[text(`${long}å`)]])]);
      return expecting(
        `${kept.done ? 'kept' : 'refused'}, ${longer.done ? 'kept' : 'refused'}`,
        'kept, refused',
      );
    },
  },
];

const reading: readonly Probe[] = [
  {
    claim: 'A sheet of 1,000 rows with twelve columns is read with its formats within ten seconds.',
    matters: 'A run reads everything in one request.',
    run: async (sheet) => {
      const rows = Array.from({ length: 1000 }, (_, row) =>
        Array.from({ length: 12 }, (_unused, column) => text(`celle ${String(row)}/${String(column)}`)),
      );
      const id = await sheet.tab(rows, [1000, 12]);
      const started = sheet.now();
      const read = await sheet.rowsOf(id);
      const seconds = (sheet.now() - started) / 1000;
      return { found: `${String(read.length)} rows in ${seconds.toFixed(1)} s`, asExpected: seconds < 10 };
    },
  },
  {
    claim: 'nb_NO and Europe/Oslo are accepted as locale and time zone.',
    matters: '«npm run init» gives the sheet Norwegian dates.',
    run: async (sheet) => {
      const conventions = { locale: 'nb_NO', timeZone: 'Europe/Oslo' };
      const came = await sheet.write([
        { updateSpreadsheetProperties: { properties: conventions, fields: 'locale,timeZone' } },
      ]);
      return expecting(came.done ? 'taken' : came.why, 'taken');
    },
  },
];

export const probes: readonly Probe[] = [...exchange, ...fence, ...values, ...reading, ...looksProbes];
