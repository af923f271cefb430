/** What Google will not take: each refusal in words of its own, with its place, and the rest is written all the same. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import type { Change, ChangeResult } from '../../../src/domain/workbook.ts';
import { googleStore } from '../../../src/stores/google/google-store.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';
import { inProcessClient } from '../../support/google/in-process.ts';
import type { Recorded } from '../../support/google/recorded.ts';
import { tabOf } from '../../support/workbooks.ts';
import { makeTestSheet, type TestSheet } from './test-sheet.ts';

const initial = [
  tabOf(
    'Saker',
    ['ID', 'Tittel', 'Frist'],
    [
      [null, 'Torg', null],
      [null, 'Brygge', null],
    ],
  ),
  tabOf('Tiltak', ['ID', 'Hva'], [[null, 'Ringe']]),
  tabOf('Kontroll', ['Nivå', 'Problem'], [['Feil', 'gammelt']]),
];

const idOf = (tab: string, row: number, cells: readonly string[], id: string): Change => ({
  kind: 'cell',
  tab,
  at: { by: 'content', row, cells: [null, ...cells] },
  column: 'ID',
  was: null,
  becomes: id,
});
const changes: readonly Change[] = [
  idOf('Saker', 2, ['Torg'], 'S-1'),
  idOf('Saker', 3, ['Brygge'], 'S-2'),
  idOf('Tiltak', 2, ['Ringe'], 'T-1'),
  { kind: 'rows', tab: 'Kontroll', rows: [{ Nivå: 'I orden', Problem: 'nytt' }] },
];

const opened: FakeGoogle[] = [];
afterEach(async () => {
  for (const google of opened.splice(0)) await google.close();
});
async function made(): Promise<TestSheet> {
  const testSheet = await makeTestSheet(initial);
  opened.push(testSheet.google);
  return testSheet;
}

const isWrite = ({ method }: Recorded): boolean => method === 'POST';
const outcomes = (results: readonly ChangeResult[]): readonly string[] =>
  results.map(({ outcome }) => outcome);
const refusalOf = (result: ChangeResult | undefined): string =>
  result?.outcome === 'refused' && result.refusal.why === 'not-allowed'
    ? `${result.refusal.says} ${result.refusal.advice}`
    : 'not refused so';

async function rowsOf({ store }: TestSheet, tab: string): Promise<unknown> {
  return (await store.read()).sheets
    .find(({ name }) => name === tab)
    ?.rows.slice(1)
    .map(({ cells }) => cells);
}

async function reportedBy(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw error;
  return `${error.message}\n${error.advice}`;
}

describe('a tab that Google takes nothing for', () => {
  it('is reported with its range and whom to let in, and the other tabs are written', async () => {
    const testSheet = await made();
    await testSheet.people.protectTab('Saker', ['kari@example.no'], 0);
    const base = await testSheet.store.read();
    const before = testSheet.google.requests.length;
    const results = await testSheet.store.write(changes, base);
    expect(outcomes(results)).toEqual(['refused', 'refused', 'done', 'done']);
    expect(refusalOf(results[0])).toBe(
      'Saker, A2 is protected, and the account that GOOGLE_ACCESS_TOKEN belongs to may not write there. ' +
        'Ask the person who protected it (in the sheet: Data, Protect sheets and ranges) to let the account that GOOGLE_ACCESS_TOKEN belongs to edit it.',
    );
    expect(await rowsOf(testSheet, 'Saker')).toEqual([
      [null, 'Torg'],
      [null, 'Brygge'],
    ]);
    expect(await rowsOf(testSheet, 'Kontroll')).toEqual([['I orden', 'nytt']]);
    expect(await rowsOf(testSheet, 'Tiltak')).toEqual([['T-1', 'Ringe']]);
    expect(testSheet.google.requests.slice(before, before + 3).map(({ method }) => method)).toEqual([
      'POST',
      'POST',
      'GET',
    ]);
  });

  it('stops the run where nothing else is to be written', async () => {
    const testSheet = await made();
    for (const tab of ['Saker', 'Tiltak', 'Kontroll']) await testSheet.people.protectTab(tab, []);
    const reported = await reportedBy(testSheet.store.write(changes, await testSheet.store.read()));
    expect(reported).toMatch(
      /^Saker, A2 is protected.*Tiltak, A2 is protected.*Kontroll, row 2 and below is protected.*Nothing was written\.\nAsk/u,
    );
    expect(testSheet.said).toEqual([]);
  });

  it('stops an addition that is all or none, and is not reported as a tab that is missing', async () => {
    const testSheet = await made();
    await testSheet.people.protectTab('Kontroll', []);
    const rows = [{ kind: 'row', tab: 'Kontroll', cells: { Nivå: 'x' } } as const];
    const reported = await reportedBy(testSheet.store.addUnlessOvertaken(rows, await testSheet.store.read()));
    expect(reported).toMatch(/^Kontroll is protected.*Nothing was written\./u);
  });

  it('may be the write log itself, and no tab of the register is blamed for it', async () => {
    const testSheet = await made();
    const { sheets } = testSheet.google.spreadsheet(testSheet.spreadsheetId);
    const log = sheets.find(({ hidden }) => hidden)?.title ?? '';
    await testSheet.people.protectTab(log, []);
    const row: Change = { kind: 'row', tab: 'Kontroll', cells: { Nivå: 'x' } };
    const reported = await reportedBy(testSheet.store.write([row], await testSheet.store.read()));
    expect(reported).toMatch(
      /^Felles skrivelogg \(la stå\) n=\d+ \w+ is protected.*Nothing was written\.\nAsk/u,
    );
    expect(await rowsOf(testSheet, 'Kontroll')).toEqual([['Feil', 'gammelt']]);
  });

  it('may be a table with types', async () => {
    const testSheet = await made();
    await testSheet.people.makeTable('Saker', [0, 1, 2]);
    const row: Change = { kind: 'row', tab: 'Saker', cells: { Tittel: 'Ny', Frist: { day: '2026-12-01' } } };
    const results = await testSheet.store.write([row, ...changes.slice(3)], await testSheet.store.read());
    expect(outcomes(results)).toEqual(['refused', 'done']);
    expect(refusalOf(results[0])).toMatch(
      /^Saker is in a table of Google Sheets.*Revert to unformatted data/u,
    );
    expect(await rowsOf(testSheet, 'Saker')).toHaveLength(2);
  });

  it('may have no room left: ten million cells', async () => {
    const google = await startFakeGoogle();
    opened.push(google);
    const sheets = [
      { sheetId: 1, title: 'Saker', gridProperties: { rowCount: 380_000, columnCount: 26 } },
      { sheetId: 2, title: 'Kontroll', gridProperties: { rowCount: 20, columnCount: 2 } },
    ];
    const id = google.createSpreadsheet({ sheets });
    for (const [tab, cells] of [
      ['Saker', ['ID', 'Tittel']],
      ['Kontroll', ['Nivå', 'Problem']],
    ] as const)
      for (const [column, cell] of cells.entries()) await google.people(id).type(tab, 1, column, cell);
    await google.people(id).type('Saker', 2, 1, 'Torg');
    const store = googleStore(
      inProcessClient(google, () => Promise.resolve(undefined)),
      id,
    );
    const [first, , , last] = changes;
    const results = await store.write(
      [first, last].filter((each) => each !== undefined),
      await store.read(),
    );
    expect(outcomes(results)).toEqual(['refused', 'done']);
    expect(refusalOf(results[0])).toMatch(
      /ten million cells.*no room left for what goes into Saker.*Delete empty rows.*The largest tab is Saker, with 380000 rows and 26 columns\./u,
    );
  });

  it('may be more than goes into one request, which Google says in a page', async () => {
    const testSheet = await made();
    const page = {
      status: 413,
      body: '<!DOCTYPE html><title>Error 413 (Request Entity Too Large)!!1</title>',
      times: 99,
    };
    testSheet.google.fault((request) => isWrite(request) && request.bytes > 20_000, page);
    const many = Array.from({ length: 900 }, (_, index) => ({ Nivå: 'Feil', Problem: `nummer ${index}` }));
    const results = await testSheet.store.write(
      [changes[0]!, { kind: 'rows', tab: 'Kontroll', rows: many }],
      await testSheet.store.read(),
    );
    expect(outcomes(results)).toEqual(['done', 'refused']);
    expect(refusalOf(results[1])).toMatch(
      /^What goes into Kontroll is more than Google accepts in one request\./u,
    );
    expect(await rowsOf(testSheet, 'Kontroll')).toEqual([['Feil', 'gammelt']]);
  });

  it.each([
    [
      'Your input contains more than the maximum of 50000 characters in a single cell.',
      /^A text for Saker, A2 is longer than/u,
    ],
    ["You can't change a part of merged cells.", /^Saker, A2 has merged cells/u],
  ])('is recognised by what Google says: %s', async (said, words) => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    const blames = ({ body }: Recorded): number =>
      (body as { requests: { updateCells?: { start?: { sheetId?: number } } }[] }).requests.findIndex(
        ({ updateCells }) => updateCells?.start !== undefined,
      );
    const index = blames({ body: await plannedBody(testSheet) } as Recorded);
    const error = {
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: `Invalid requests[${index}].updateCells: ${said}`,
    };
    testSheet.google.fault(isWrite, { status: 400, body: { error } });
    const results = await testSheet.store.write(changes, base);
    expect(refusalOf(results[0])).toMatch(words);
    expect(outcomes(results)).toEqual(['refused', 'refused', 'done', 'done']);
  });

  it('whichever it is: what goes there is refused, all else is written, and nothing else changes', async () => {
    const tabs = ['Saker', 'Tiltak', 'Kontroll'];
    const google = await startFakeGoogle();
    opened.push(google);
    const client = inProcessClient(google, () => Promise.resolve(undefined));
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(tabs),
        fc.subarray([0, 1, 2, 3], { minLength: 1 }),
        async (shut, chosen) => {
          const id = google.createSpreadsheet({
            sheets: [{ sheetId: 1_000_000_000, title: 'Felles skrivelogg (la stå) n=0 00' }],
          });
          const store = googleStore(client, id);
          await store.write(initial, await store.read());
          for (const tab of shut) await google.people(id).protectTab(tab, []);
          const wanted = chosen.map((index) => changes[index]!);
          const base = await store.read();
          const isShut = (change: Change): boolean => 'tab' in change && shut.includes(change.tab);
          const came = await store.write(wanted, base).catch((error: unknown) => error);
          const after = (await store.read()).sheets;
          if (came instanceof UserError) expect(wanted.every(isShut)).toBe(true);
          else
            expect(outcomes(came as ChangeResult[])).toEqual(
              wanted.map((change) => (isShut(change) ? 'refused' : 'done')),
            );
          for (const tab of shut)
            expect(after.find(({ name }) => name === tab)).toEqual(
              base.sheets.find(({ name }) => name === tab),
            );
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** The body of the write that these changes make, planned but not sent. */
async function plannedBody(testSheet: TestSheet): Promise<unknown> {
  testSheet.google.fault(isWrite, { status: 403 });
  await testSheet.store.write(changes, await testSheet.store.read()).catch(() => undefined);
  return testSheet.google.requests.findLast(isWrite)?.body;
}

describe('a refusal that is none of these', () => {
  it('is not asked a third time where nothing has moved, and nobody is blamed', async () => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    const before = testSheet.google.requests.filter(isWrite).length;
    testSheet.google.fault(isWrite, {
      status: 400,
      times: 99,
      body: { error: { code: 400, message: 'Nei.' } },
    });
    expect(await reportedBy(testSheet.store.write(changes, base))).toBe(
      'Google refuses the write: Nei. Nothing was written.\nPlease report this text: it is a fault in Felles.',
    );
    expect(testSheet.google.requests.filter(isWrite)).toHaveLength(before + 2);
  });

  it('is put to those who rearrange the sheet only where they do', async () => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    testSheet.google.fault(isWrite, {
      status: 400,
      times: 99,
      body: { error: { code: 400, message: 'No sheet with id: 7' } },
    });
    let added = 0;
    testSheet.google.between(async (request, moment) => {
      if (moment === 'after' && isWrite(request)) await testSheet.people.addTab(`Ny ${(added += 1)}`);
    });
    expect(await reportedBy(testSheet.store.write(changes, base))).toMatch(
      /No sheet with id: 7 Nothing was written\.\nCheck whether somebody/u,
    );
  });
});

describe('an answer that says nothing', () => {
  it('and a sheet that cannot be read: says what may have been written, and where to look', async () => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    testSheet.google.fault(isWrite, { status: 500, applied: true });
    testSheet.google.fault(({ method }) => method === 'GET', { status: 503, times: 99 });
    expect(await reportedBy(testSheet.store.write(changes, base))).toBe(
      'Google gave no clear answer to the write (Google had a fault of its own (500)), and the sheet could not be read afterwards: Google is busy, 6 times in a row. ' +
        'It is not known whether this was written: 2 cells in Saker; 1 cell in Tiltak; the rows of Kontroll.\n' +
        `Open https://docs.google.com/spreadsheets/d/${testSheet.spreadsheetId}: either all of it is there, or none of it. If none of it is there, run the same command again.`,
    );
  });

  it('the last time too: is read once more before anything is said', async () => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    testSheet.google.fault(isWrite, { status: 500, times: 5 });
    testSheet.google.fault(isWrite, { status: 500, applied: true });
    expect(outcomes(await testSheet.store.write(changes, base))).toEqual(['done', 'done', 'done', 'done']);
    const other = await testSheet.store.read();
    testSheet.google.fault(isWrite, { status: 500, times: 99 });
    const row: Change = { kind: 'row', tab: 'Tiltak', cells: { Hva: 'Skrive' } };
    expect(await reportedBy(testSheet.store.write([row], other))).toMatch(
      /6 times in a row\. Nothing was written\./u,
    );
    expect(await rowsOf(testSheet, 'Tiltak')).toHaveLength(1);
  });
});

it('reports what cannot be put back, since somebody has protected it meanwhile', async () => {
  const google = await startFakeGoogle();
  opened.push(google);
  const id = google.createSpreadsheet({
    sheets: [{ sheetId: 1, title: 'Saker', gridProperties: { rowCount: 9, columnCount: 5 } }],
  });
  const people = google.people(id);
  for (const [row, cells] of [
    ['ID', 'Saksnr'],
    ['S-1', null],
    ['S-2', 'min'],
  ].entries())
    for (const [column, cell] of cells.entries()) await people.type('Saker', row + 1, column, cell);
  let request = 0;
  const client = inProcessClient(google, async () => {
    request += 1;
    if (request === 2) await people.sort('Saker', 1);
    if (request === 3) await people.protectTab('Saker', []);
    return undefined;
  });
  const store = googleStore(client, id);
  const change: Change = {
    kind: 'cell',
    tab: 'Saker',
    at: { by: 'id', idColumn: 'ID', id: 'S-1' },
    column: 'Saksnr',
    was: null,
    becomes: 'Sak 1/26',
  };
  const reported = await reportedBy(store.write([change], await store.read()));
  expect(reported).toMatch(/in Saker, near row 2, «Sak 1\/26» may be where «min» was/u);
});
