import { expect, it } from 'vitest';
import type { LooksChange, PageCell, PageChange } from '../../../src/domain/looks.ts';
import { cellsNow, refusal, sheetOf, STATED, storeOf, TAB, write, type Fixture } from './fixture.ts';

const page = (rows: readonly (readonly PageCell[])[], more: Partial<PageChange> = {}): PageChange => ({
  kind: 'page',
  layout: { name: 'Les meg', widths: [40, 20], rows },
  ...more,
});

const text = (column: number, words: string): PageCell => ({ column, look: 'text', text: words });

const looks: LooksChange = {
  kind: 'looks',
  tab: TAB,
  headings: ['ID', 'Tiltak', 'Status', 'Frist'],
  looks: {
    frozenThrough: 'Tiltak',
    groups: [{ columns: ['Status', 'Frist'], colour: 'first', isOutlined: true }],
    highlights: [{ columns: ['Frist'], formula: 'AND($A2<>"",$D2="")', look: 'missing' }],
    offers: [{ column: 'Status', range: "'Kontroll'!$B$2:$B$2000" }],
    hidden: ['ID'],
    print: 'fit-width',
  },
};

/** What looks and pages leave to be read. */
export function looksContract(at: Fixture): void {
  const names = async (): Promise<string[]> => (await storeOf(at).read()).sheets.map(({ name }) => name);

  it('makes a page of texts, numbers and days, first among the tabs', async () => {
    const figures: PageCell[] = [
      { column: 0, look: 'figure', value: 3 },
      { column: 1, look: 'day', value: { day: '2026-11-23' } },
    ];
    const made = page([[{ ...text(0, '=1+1'), look: 'title', span: 2 }], [], figures], { place: 'first' });
    expect(await write(at, made)).toMatchObject([{ outcome: 'done' }]);
    expect(await names()).toEqual(['Les meg', TAB, 'Kontroll']);
    const { rows } = sheetOf(await storeOf(at).read(), 'Les meg');
    expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, '=1+1'],
      [3, 3, STATED],
    ]);
  });

  it('writes all cells of a page again, and leaves the other tabs where people have put them', async () => {
    await write(at, page([[text(0, 'a'), text(1, 'b')], [text(0, 'c')], [text(1, 'd')]], { place: 'first' }));
    await write(at, page([[text(1, 'e')], [], [text(0, 'f')]]));
    expect(await cellsNow(at, 'Les meg')).toEqual([[null, 'e'], ['f']]);
    expect(await names()).toEqual(['Les meg', TAB, 'Kontroll']);
    await write(at, page([[text(0, 'g')]]));
    expect(await cellsNow(at, 'Les meg')).toEqual([['g']]);
  });

  it('keeps a page of choices hidden', async () => {
    const choices = { name: 'Valg', widths: [40], rows: [[text(0, 'T-1 · Skrive brev')]] };
    await write(at, { kind: 'page', layout: choices, isHidden: true });
    expect(sheetOf(await storeOf(at).read(), 'Valg').hidden).toBe(true);
  });

  it('changes nothing that is read by the looks of a tab, given once or twice', async () => {
    const before = (await storeOf(at).read()).sheets;
    expect(await write(at, looks)).toMatchObject([{ outcome: 'done' }]);
    expect(await write(at, looks)).toMatchObject([{ outcome: 'done' }]);
    expect((await storeOf(at).read()).sheets).toEqual(before);
  });

  it('puts the second and the last where they belong, and the first before them', async () => {
    const place = (tab: string, where: 'second' | 'last'): LooksChange => ({
      ...{ kind: 'looks', tab, headings: [] },
      looks: { place: where },
    });
    await write(
      at,
      place('Kontroll', 'second'),
      place(TAB, 'last'),
      page([[text(0, 'a')]], { place: 'first' }),
    );
    expect(await names()).toEqual(['Les meg', 'Kontroll', TAB]);
  });

  it('refuses the looks of a tab that is not there', async () => {
    expect(await refusal(at, { ...looks, tab: 'Annet' })).toEqual({ why: 'no-such-tab' });
  });
}
