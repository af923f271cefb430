import { expect, it } from 'vitest';
import type { Change } from '../../../src/domain/workbook.ts';
import {
  cellsNow,
  peopleOf,
  refusal,
  setCell,
  STATED,
  storeOf,
  TAB,
  write,
  type Fixture,
} from './fixture.ts';

export function cellContract(at: Fixture): void {
  it('writes one cell, found by ID, and tells in which row', async () => {
    const change = setCell('T-2', 'Status', 'Åpen', 'Utført');
    expect(await write(at, change)).toEqual([{ outcome: 'done', change, row: 3 }]);
    expect(await cellsNow(at)).toEqual([
      ['ID', 'Tiltak', 'Status', 'Frist'],
      ['T-1', 'Skrive brev', 'Åpen', STATED],
      ['T-2', 'Ringe', 'Utført'],
      ['T-3', 'Møte', 'Utført'],
    ]);
  });

  it('writes days, times, numbers and truth values into cells that held text or nothing', async () => {
    await write(
      at,
      setCell('T-1', 'Status', 'Åpen', { day: '2026-11-23' }),
      setCell('T-2', 'Frist', null, { wallTime: '2026-11-23T12:00' }),
      setCell('T-3', 'Frist', null, 7),
      setCell('T-3', 'Status', 'Utført', true),
      setCell('T-1', 'Frist', 46349, 7),
    );
    expect(await cellsNow(at)).toEqual([
      ['ID', 'Tiltak', 'Status', 'Frist'],
      ['T-1', 'Skrive brev', STATED, 7],
      ['T-2', 'Ringe', 'Åpen', { value: 46349.5, isDate: true }],
      ['T-3', 'Møte', true, 7],
    ]);
  });

  it('writes into a row without an ID, known by everything that stood in it, several cells at once', async () => {
    await peopleOf(at).type(TAB, 3, 0, null);
    const reference = { by: 'content', row: 3, cells: [null, 'Ringe', 'Åpen'] } as const;
    const giveId: Change = { kind: 'cell', tab: TAB, at: reference, column: 'ID', was: null, becomes: 'T-9' };
    const results = await write(at, giveId, { ...giveId, column: 'Frist', becomes: 'snart' });
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect((await cellsNow(at))[2]).toEqual(['T-9', 'Ringe', 'Åpen', 'snart']);
    expect(await refusal(at, giveId)).toEqual({ why: 'no-such-row' });
  });

  it('tells rows with the same content and no ID apart by their place', async () => {
    await peopleOf(at).insertRow(TAB, 3);
    for (const row of [3, 4]) {
      await peopleOf(at).type(TAB, row, 0, null);
      await peopleOf(at).type(TAB, row, 1, 'Ringe');
      await peopleOf(at).type(TAB, row, 2, null);
    }
    const giveId = (row: number): Change => {
      const reference = { by: 'content', row, cells: [null, 'Ringe'] } as const;
      return { kind: 'cell', tab: TAB, at: reference, column: 'ID', was: null, becomes: `T-${row}0` };
    };
    expect(await refusal(at, giveId(9))).toEqual({ why: 'several-rows', rows: [3, 4] });
    expect(await write(at, giveId(4), giveId(3))).toMatchObject([{ row: 4 }, { row: 3 }]);
    expect((await cellsNow(at)).map(([id]) => id)).toEqual(['ID', 'T-1', 'T-30', 'T-40', 'T-3']);
  });

  it('sees the changes made before in the same write', async () => {
    const results = await write(
      at,
      setCell('T-1', 'Status', 'Åpen', 'Utført'),
      setCell('T-1', 'Status', 'Utført', 'Droppet'),
      setCell('T-1', 'Status', 'Åpen', 'Utført'),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'refused']);
    expect((await cellsNow(at))[1]?.[2]).toBe('Droppet');
  });

  it('finds headings and IDs as people would', async () => {
    await peopleOf(at).type(TAB, 1, 2, ' STA\u200BTUS\u00A0');
    await peopleOf(at).type(TAB, 2, 0, ' T-1\u00A0');
    await write(at, setCell('T-1', 'status', 'Åpen', 'Utført'));
    expect((await cellsNow(at))[1]?.[2]).toBe('Utført');
  });

  it('empties a cell for an empty text', async () => {
    await write(at, setCell('T-3', 'Status', 'Utført', ''));
    expect((await cellsNow(at))[3]).toEqual(['T-3', 'Møte']);
  });

  it('refuses what no longer holds, and says why', async () => {
    await peopleOf(at).type(TAB, 5, 0, 'T-3');
    await peopleOf(at).type(TAB, 3, 2, { value: 'Åpen', formula: 'C2' });
    expect(await refusal(at, { ...setCell('T-1', 'Status', 'Åpen', 'x'), tab: 'Finnes ikke' })).toEqual({
      why: 'no-such-tab',
    });
    expect(await refusal(at, setCell('T-1', 'Farge', null, 'x'))).toEqual({ why: 'no-such-column' });
    expect(await refusal(at, setCell('T-7', 'Status', null, 'x'))).toEqual({ why: 'no-such-row' });
    expect(await refusal(at, setCell('T-3', 'Status', 'Utført', 'x'))).toEqual({
      why: 'several-rows',
      rows: [4, 5],
    });
    expect(await refusal(at, setCell('T-1', 'Status', 'Utført', 'x'))).toEqual({
      why: 'cell-changed',
      holds: 'Åpen',
    });
    expect(await refusal(at, setCell('T-1', 'Frist', null, 'x'))).toEqual({
      why: 'cell-changed',
      holds: STATED,
    });
    expect(await refusal(at, setCell('T-2', 'Status', 'Åpen', 'x'))).toEqual({
      why: 'formula',
      formula: 'C2',
    });
    expect(await refusal(at, setCell('ID', 'Status', 'Status', 'x'))).toEqual({ why: 'no-such-row' });
  });

  it('finds a row by its ID however the ID is typed', async () => {
    const results = await write(at, setCell(' t–1', 'Status', 'Åpen', 'x'));
    expect(results.map(({ outcome }) => outcome)).toEqual(['done']);
  });

  it('refuses one change alone and makes the others', async () => {
    const results = await write(
      at,
      setCell('T-1', 'Status', 'feil', 'x'),
      setCell('T-2', 'Status', 'Åpen', 'Utført'),
      setCell('T-8', 'Status', null, 'x'),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'done', 'refused']);
    expect((await cellsNow(at))[2]?.[2]).toBe('Utført');
  });

  it('does nothing when there is nothing to do', async () => {
    const before = await storeOf(at).read();
    expect(await storeOf(at).write([], before)).toEqual([]);
    expect(await storeOf(at).read()).toEqual(before);
  });
}
