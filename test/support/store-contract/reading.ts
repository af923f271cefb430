import { expect, it } from 'vitest';
import { tabOf } from '../workbooks.ts';
import {
  cellsNow,
  peopleOf,
  setCell,
  sheetOf,
  STATED,
  storeOf,
  TAB,
  write,
  type Fixture,
  type MakeStore,
} from './fixture.ts';

export function readingContract(at: Fixture, make: MakeStore): void {
  it('reads tabs in order, and what was written as it was meant', async () => {
    const { sheets } = await storeOf(at).read();
    expect(sheets.map((sheet) => sheet.name)).toEqual([TAB, 'Kontroll']);
    expect(sheets[0]?.rows).toEqual([
      { number: 1, hidden: false, cells: ['ID', 'Tiltak', 'Status', 'Frist'] },
      { number: 2, hidden: false, cells: ['T-1', 'Skrive brev', 'Åpen', STATED] },
      { number: 3, hidden: false, cells: ['T-2', 'Ringe', 'Åpen'] },
      { number: 4, hidden: false, cells: ['T-3', 'Møte', 'Utført'] },
    ]);
  });

  it('reads numbers, truth values, days and wall times back', async () => {
    const values = [
      0,
      -1.5,
      1e21,
      0.1 + 0.2,
      true,
      false,
      { day: '2028-02-29' },
      { wallTime: '2026-11-23T13:05' },
    ];
    const headings = values.map((_, index) => `K${index}`);
    Object.assign(at, await make([tabOf(TAB, headings, [values])]));
    const [, cells] = await cellsNow(at);
    expect(cells?.slice(0, 6)).toEqual([0, -1.5, 1e21, 0.1 + 0.2, true, false]);
    expect(cells?.[6]).toEqual({ value: 46812, isDate: true });
    expect(cells?.[7]).toMatchObject({ isDate: true });
    expect(cells?.[7]).toHaveProperty('value', expect.closeTo(46349 + 13 / 24 + 5 / 1440, 9));
  });

  it('reads a hidden tab like the others, says that it is hidden, and writes in it', async () => {
    await peopleOf(at).hideTab(TAB);
    const { sheets } = await storeOf(at).read();
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      [TAB, true, 4],
      ['Kontroll', undefined, 3],
    ]);
    expect(await write(at, setCell('T-2', 'Status', 'Åpen', 'Utført'))).toMatchObject([{ outcome: 'done' }]);
    expect((await cellsNow(at))[2]).toEqual(['T-2', 'Ringe', 'Utført']);
  });

  it('leaves blank rows out and keeps the numbers people see; says what is hidden and what is a formula', async () => {
    const people = peopleOf(at);
    await people.insertRow(TAB, 3);
    await people.type(TAB, 3, 1, '  ');
    await people.hideRow(TAB, 4);
    await people.type(TAB, 9, 1, { value: 3, formula: '1+2' });
    const { rows } = sheetOf(await storeOf(at).read());
    expect(rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      ...[
        [1, false],
        [2, false],
        [4, true],
        [5, false],
        [9, false],
      ],
    ]);
    expect(rows.at(-1)?.cells[1]).toMatchObject({ formula: '1+2' });
  });

  it('gives the same revision while nothing changes, and another when something does', async () => {
    const revision = async (): Promise<string> => (await storeOf(at).read()).revision;
    const first = await revision();
    expect(await revision()).toBe(first);
    await write(at, setCell('T-1', 'Status', 'Åpen', 'Utført'));
    const second = await revision();
    expect(second).not.toBe(first);
    await peopleOf(at).type(TAB, 2, 1, 'noe annet');
    expect(await revision()).not.toBe(second);
  });
}
