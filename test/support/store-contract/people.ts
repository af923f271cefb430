import { expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import type { Refusal } from '../../../src/domain/workbook.ts';
import type { PersonEdits } from '../memory-store.ts';
import {
  cellsNow,
  peopleOf,
  setCell,
  sheetOf,
  storeOf,
  TAB,
  type Fixture,
  type StoreTraits,
} from './fixture.ts';

export function editContract(at: Fixture, { afterAnEdit }: StoreTraits): void {
  const edits: readonly (readonly [string, (people: PersonEdits) => Promise<void>, Refusal | 'done'])[] = [
    ['inserts a row above', (people) => people.insertRow(TAB, 2), 'done'],
    ['sorts the rows', (people) => people.sort(TAB, 2), 'done'],
    ['sorts by another column', (people) => people.sort(TAB, 1), 'done'],
    ['changes another cell of the row', (people) => people.type(TAB, 3, 1, 'Ringe igjen'), 'done'],
    [
      'changes the cell itself',
      (people) => people.type(TAB, 3, 2, 'Droppet'),
      { why: 'cell-changed', holds: 'Droppet' },
    ],
    ['deletes the row', (people) => people.deleteRow(TAB, 3), { why: 'no-such-row' }],
    ['copies the row', (people) => people.type(TAB, 6, 0, 'T-2'), { why: 'several-rows', rows: [3, 6] }],
    ['renames the heading', (people) => people.type(TAB, 1, 2, 'Tilstand'), { why: 'no-such-column' }],
  ];

  it.each(edits)(
    'when somebody %s between reading and writing, nothing lands in a wrong place',
    async (_, edit, expected) => {
      const store = storeOf(at);
      const base = await store.read();
      await edit(peopleOf(at));
      const edited = await store.read();
      const change = setCell('T-2', 'Status', 'Åpen', 'Utført');
      if (afterAnEdit === 'refuses the write') {
        await expect(store.write([change], base)).rejects.toThrow(/has changed since it was read/u);
        expect(await store.read()).toEqual(edited);
        return;
      }
      const [result] = await store.write([change], base);
      expect(result?.outcome === 'refused' ? result.refusal : result?.outcome).toEqual(expected);
      const changed = sheetOf(await store.read()).rows.flatMap(({ cells }) =>
        cells[2] === 'Utført' ? [cells[0]] : [],
      );
      expect(changed.sort()).toEqual(expected === 'done' ? ['T-2', 'T-3'] : ['T-3']);
    },
  );

  it('of two writes planned from one reading, no change is lost', async () => {
    const store = storeOf(at);
    const base = await store.read();
    await store.write([setCell('T-1', 'Status', 'Åpen', 'Utført')], base);
    const second = store.write([setCell('T-2', 'Status', 'Åpen', 'Droppet')], base);
    if (afterAnEdit === 'refuses the write') await expect(second).rejects.toThrow(UserError);
    else expect(await second).toMatchObject([{ outcome: 'done' }]);
    const statuses = (await cellsNow(at)).slice(1).map((cells) => cells[2]);
    expect(statuses).toEqual(['Utført', afterAnEdit === 'refuses the write' ? 'Åpen' : 'Droppet', 'Utført']);
  });
}
