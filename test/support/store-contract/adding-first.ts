import { expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import type { RowAddition } from '../../../src/domain/workbook.ts';
import { cellsNow, setCell, storeOf, TAB, write, type Fixture } from './fixture.ts';

const row = (title: string): RowAddition => ({ kind: 'row', tab: TAB, cells: { ID: title, Tiltak: title } });

export function addingFirstContract(at: Fixture): void {
  const added = async (): Promise<readonly unknown[]> => (await cellsNow(at)).slice(4).map(([id]) => id);

  it('adds rows one write after the other, each based on what the one before answered', async () => {
    const store = storeOf(at);
    const first = await store.addUnlessOvertaken([row('en'), row('to')], await store.read());
    if (first === 'overtaken') throw new Error('nobody was there');
    expect(await store.addUnlessOvertaken([row('tre')], first)).not.toBe('overtaken');
    expect(await added()).toEqual(['en', 'to', 'tre']);
  });

  it('adds nothing where another run has written since, whatever it wrote', async () => {
    const store = storeOf(at);
    const base = await store.read();
    await write(at, setCell('T-2', 'Status', 'Åpen', 'Utført'));
    expect(await store.addUnlessOvertaken([row('en')], base)).toBe('overtaken');
    expect(await added()).toEqual([]);
    expect(await store.addUnlessOvertaken([row('en')], await store.read())).not.toBe('overtaken');
  });

  it('lets one through of many that try at once', async () => {
    const store = storeOf(at);
    const base = await store.read();
    const names = ['a', 'b', 'c', 'd'];
    const came = await Promise.all(names.map((name) => store.addUnlessOvertaken([row(name)], base)));
    expect(came.filter((one) => one !== 'overtaken')).toHaveLength(1);
    expect(await added()).toHaveLength(1);
  });

  it('adds all or none: a column that is not there is told of', async () => {
    const store = storeOf(at);
    const other: RowAddition = { kind: 'row', tab: TAB, cells: { Finnes: 'ikke' } };
    await expect(store.addUnlessOvertaken([row('en'), other], await store.read())).rejects.toThrow(UserError);
    expect(await added()).toEqual([]);
  });

  it('adds rows of several tabs in one write, all or none', async () => {
    const store = storeOf(at);
    const finding = (heading: string): RowAddition => ({
      kind: 'row',
      tab: 'Kontroll',
      cells: { [heading]: 'nytt' },
    });
    const findings = async (): Promise<number> => (await cellsNow(at, 'Kontroll')).length;
    const before = await findings();
    await expect(
      store.addUnlessOvertaken([row('en'), finding('Finnes ikke')], await store.read()),
    ).rejects.toThrow(UserError);
    expect([await added(), await findings()]).toEqual([[], before]);
    const base = await store.read();
    expect(await store.addUnlessOvertaken([row('en'), finding('Problem')], base)).not.toBe('overtaken');
    expect([await added(), await findings()]).toEqual([['en'], before + 1]);
    expect(await store.addUnlessOvertaken([finding('Problem')], base)).toBe('overtaken');
  });
}
