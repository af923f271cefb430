import { expect, it } from 'vitest';
import type { Change } from '../../../src/domain/workbook.ts';
import { tabOf } from '../workbooks.ts';
import {
  cellsNow,
  peopleOf,
  refusal,
  setCell,
  sheetOf,
  STATED,
  storeOf,
  TAB,
  write,
  type Fixture,
  type MakeStore,
  type StoreTraits,
} from './fixture.ts';

export function rowContract(at: Fixture, { addsBelow }: StoreTraits): void {
  it('adds rows below the last, in order, and tells where', async () => {
    const change: Change = {
      kind: 'row',
      tab: TAB,
      cells: { Tiltak: 'Nytt', ID: 'T-4', Frist: { day: '2026-11-23' } },
    };
    const results = await write(at, change, { ...change, cells: { ID: 'T-5' } });
    expect(results).toMatchObject([
      { outcome: 'done', row: 5 },
      { outcome: 'done', row: 6 },
    ]);
    expect((await cellsNow(at)).slice(4)).toEqual([['T-4', 'Nytt', null, STATED], ['T-5']]);
  });

  it('adds rows below the last that holds something, past blank ones in between', async () => {
    await peopleOf(at).type(TAB, 8, 1, 'løst notat');
    await peopleOf(at).type(TAB, 12, 1, ' ');
    expect(await write(at, { kind: 'row', tab: TAB, cells: { ID: 'T-4' } })).toMatchObject([
      { row: addsBelow === 'what is seen' ? 9 : 13 },
    ]);
  });

  it('refuses a row with a heading that is not there, and a row for a tab that is not there', async () => {
    expect(await refusal(at, { kind: 'row', tab: TAB, cells: { ID: 'T-4', Farge: 'blå' } })).toEqual({
      why: 'no-such-column',
    });
    expect(await refusal(at, { kind: 'row', tab: 'Annet', cells: { ID: 'T-4' } })).toEqual({
      why: 'no-such-tab',
    });
    expect(await refusal(at, { kind: 'rows', tab: 'Kontroll', rows: [{ Rad: 1 }, { Farge: 1 }] })).toEqual({
      why: 'no-such-column',
    });
  });

  it('replaces all rows below the headings: by more, by fewer, by none', async () => {
    const replace = (count: number): Change => ({
      kind: 'rows',
      tab: 'Kontroll',
      rows: Array.from({ length: count }, (_, index) => ({ Problem: `nr. ${index}`, Rad: index })),
    });
    for (const count of [5, 2, 0, 3]) {
      expect(await write(at, replace(count))).toMatchObject([{ outcome: 'done' }]);
      const expected = Array.from({ length: count }, (_, index) => [index, `nr. ${index}`]);
      expect(await cellsNow(at, 'Kontroll')).toEqual([['Rad', 'Problem'], ...expected]);
    }
  });
}

/** Titles above the headings: a blank row, and one with a word that is a heading too. */
export function titleContract(at: Fixture): void {
  const withTitles = async (tab: string, below: string): Promise<void> => {
    for (let row = 1; row <= 3; row += 1) await peopleOf(at).insertRow(tab, 1);
    await peopleOf(at).type(tab, 1, 0, 'Samarbeidet i 2026');
    await peopleOf(at).type(tab, 3, 2, below);
  };
  const headingsNow = async (tab: string): Promise<unknown> =>
    sheetOf(await storeOf(at).read(), tab).rows.find(({ number }) => number === 4)?.cells;

  it('writes cells, rows and columns by the headings that a change names, with titles above them', async () => {
    await withTitles(TAB, 'Status');
    const seen = sheetOf(await storeOf(at).read()).rows.find(({ number }) => number === 6);
    const results = await write(
      at,
      setCell('T-1', 'Status', 'Åpen', 'Utført'),
      {
        kind: 'cell',
        tab: TAB,
        at: { by: 'content', row: 6, cells: seen?.cells ?? [] },
        column: 'Frist',
        was: null,
        becomes: { day: '2026-11-23' },
      },
      { kind: 'row', tab: TAB, cells: { ID: 'T-4', Status: 'Åpen' } },
      {
        kind: 'column',
        tab: TAB,
        headings: ['ID', 'Tiltak', 'Status', 'Frist'],
        layout: { heading: 'Merknad', note: 'Fritekst', width: 30, format: 'text', choices: ['a', 'b'] },
      },
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'done']);
    expect(await cellsNow(at)).toEqual([
      ['Samarbeidet i 2026'],
      [null, null, 'Status'],
      ['ID', 'Tiltak', 'Status', 'Frist', 'Merknad'],
      ['T-1', 'Skrive brev', 'Utført', STATED],
      ['T-2', 'Ringe', 'Åpen', STATED],
      ['T-3', 'Møte', 'Utført'],
      ['T-4', null, 'Åpen'],
    ]);
  });

  it('writes one cell below the headings, and not below the same word in a legend above', async () => {
    await withTitles(TAB, 'Ringes om');
    await peopleOf(at).type(TAB, 2, 1, 'Frist');
    await peopleOf(at).type(TAB, 2, 2, 'siste dag');
    const seen = sheetOf(await storeOf(at).read()).rows.find(({ number }) => number === 6);
    const results = await write(at, {
      kind: 'cell',
      tab: TAB,
      at: { by: 'content', row: 6, cells: seen?.cells ?? [] },
      column: 'Frist',
      headings: ['ID', 'Tiltak', 'Status', 'Frist'],
      was: null,
      becomes: { day: '2026-11-23' },
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(['done']);
    expect((await cellsNow(at)).at(-2)).toEqual(['T-2', 'Ringe', 'Åpen', STATED]);
  });

  it('replaces the rows below headings that have titles above them, and nothing else', async () => {
    await withTitles('Kontroll', 'Rad');
    for (const rows of [[{ Problem: 'nytt', Rad: 7 }], []]) {
      const change: Change = { kind: 'rows', tab: 'Kontroll', headings: ['Rad', 'Problem'], rows };
      expect(await write(at, change)).toMatchObject([{ outcome: 'done' }]);
      expect(await headingsNow('Kontroll')).toEqual(['Rad', 'Problem']);
      expect((await cellsNow(at, 'Kontroll')).slice(3)).toEqual(rows.map(() => [7, 'nytt']));
    }
  });

  it('finds no row by what stands above the headings', async () => {
    await withTitles(TAB, 'Status');
    await peopleOf(at).type(TAB, 1, 0, 'T-9');
    expect(await refusal(at, setCell('T-9', 'Status', null, 'Åpen'))).toEqual({ why: 'no-such-row' });
  });
}

export function tabContract(at: Fixture, make: MakeStore): void {
  it('adds a tab after the others, and writes to it at once', async () => {
    const added = tabOf('Ny fane', ['ID', 'Når'], [['N-1', { day: '2026-11-23' }]]);
    const results = await write(at, added, { kind: 'row', tab: 'Ny fane', cells: { ID: 'N-2' } });
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect((await storeOf(at).read()).sheets.map(({ name }) => name)).toEqual([TAB, 'Kontroll', 'Ny fane']);
    expect(await cellsNow(at, 'Ny fane')).toEqual([['ID', 'Når'], ['N-1', STATED], ['N-2']]);
  });

  it('does not add a tab that is there, whatever its case', async () => {
    expect(await refusal(at, tabOf('KONTROLL', ['ID']))).toEqual({ why: 'already-there' });
  });

  it('adds a column to the right of the last, past what people keep there, and writes to it at once', async () => {
    await peopleOf(at).type(TAB, 3, 4, 'notat uten overskrift');
    const layout = { heading: 'Merknad', note: 'Fritekst', width: 30, format: 'text' as const };
    const results = await write(
      at,
      { kind: 'column', tab: TAB, layout },
      setCell('T-1', 'Merknad', null, 'haster'),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    const [headings, first] = await cellsNow(at);
    expect(headings).toEqual(['ID', 'Tiltak', 'Status', 'Frist', null, 'Merknad']);
    expect(first?.[5]).toBe('haster');
    expect(
      await refusal(at, { kind: 'column', tab: TAB, layout: { ...layout, heading: 'merknad ' } }),
    ).toEqual({ why: 'already-there' });
  });

  it('writes the headings of a tab that holds nothing into its first row', async () => {
    Object.assign(at, await make([tabOf(TAB, [])]));
    const layout = { note: 'Fritekst', width: 30, format: 'text' as const };
    const results = await write(
      at,
      ...['ID', 'Tiltak'].map((heading): Change => ({
        kind: 'column',
        tab: TAB,
        headings: [],
        layout: { ...layout, heading },
      })),
      { kind: 'row', tab: TAB, cells: { Tiltak: 'Ringe' } },
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(await cellsNow(at)).toEqual([
      ['ID', 'Tiltak'],
      [null, 'Ringe'],
    ]);
  });

  it('keeps a list of choices that is too long for a dropdown out of the tabs that people see', async () => {
    const { layout } = tabOf('Liste', ['ID', 'Kommune']);
    const choices = Array.from({ length: 300 }, (_, index) => `Kommune ${index}`);
    const columns = layout.columns.map((column) => ({ ...column, choices }));
    Object.assign(
      at,
      await make([{ kind: 'tab', layout: { ...layout, columns }, rows: [{ Kommune: 'Kommune 7' }] }]),
    );
    const [first] = (await storeOf(at).read()).sheets;
    expect(first?.rows.map((row) => row.cells)).toEqual([
      ['ID', 'Kommune'],
      [null, 'Kommune 7'],
    ]);
  });
}
