import { keysOf } from '../../src/app/mailings/keys.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/domain/time.ts';
import { cellValue, isEmptyCell, type Workbook } from '../../src/domain/workbook.ts';
import { planCopy } from '../../src/register/copy.ts';
import { planCopyInto, type CopyInto } from '../../src/register/copy-into.ts';
import { sampleContent } from '../../src/register/sample/sample-content.ts';
import { standardContent } from '../../src/register/data/standard-content.ts';
import { planSetup } from '../../src/register/setup.ts';
import { MemoryStore } from '../support/memory-store.ts';

const set = (): MemoryStore => new MemoryStore(planSetup(undefined, standardContent()));
const today = parseDay('2026-11-23')!;
const sample = new MemoryStore(planSetup(undefined, sampleContent(today, keysOf('file'))));

/** What each row says under its headings, by tab, in no order. */
function saidIn({ sheets }: Workbook): ReadonlyMap<string, readonly string[]> {
  return new Map(
    sheets.map(({ name, rows: [headings, ...rows] }) => [
      name,
      rows
        .map(({ cells }) =>
          cells
            .flatMap((cell, index) =>
              isEmptyCell(cell)
                ? []
                : [`${String(cellValue(headings?.cells[index]))}: ${JSON.stringify(cellValue(cell))}`],
            )
            .toSorted()
            .join('; '),
        )
        .toSorted(),
    ]),
  );
}

async function copied(from: MemoryStore, to: MemoryStore): Promise<CopyInto> {
  const plan = planCopyInto(await to.read(), planCopy(await from.read()).tabs);
  if ('taken' in plan) throw new Error(`taken: ${plan.taken}`);
  const results = await to.write(plan.changes);
  expect(results.filter(({ outcome }) => outcome !== 'done')).toEqual([]);
  return plan;
}

describe('a copy into a workbook that is fresh from init', () => {
  it('says the same as the one that was copied', async () => {
    const to = set();
    const plan = await copied(sample, to);
    expect(plan.staying).toEqual([]);
    expect(saidIn(await to.read())).toEqual(saidIn(await sample.read()));
  });

  it('fills tabs below the titles that stand above their headings, and lets those stay', async () => {
    const to = set();
    for (const tab of ['Aktiviteter', 'Oppsett', 'Mottakere']) {
      await to.insertRow(tab, 1);
      await to.type(tab, 1, 0, `${tab} i samarbeidet`);
    }
    await copied(sample, to);
    const { sheets } = await to.read();
    const without = sheets.map((sheet) => {
      const hasTitle = String(cellValue(sheet.rows[0]?.cells[0])).endsWith('i samarbeidet');
      return { ...sheet, rows: sheet.rows.slice(hasTitle ? 1 : 0) };
    });
    expect(without.map(({ rows }, index) => rows.length - (sheets[index]?.rows.length ?? 0))).toContain(-1);
    expect(saidIn({ ...(await to.read()), sheets: without })).toEqual(saidIn(await sample.read()));
  });

  it('takes headings by their other names, columns of people, and their tabs', async () => {
    const from = new MemoryStore([
      {
        name: 'Tiltak',
        rows: [
          ['Id', 'Hva', 'Vår egen'],
          ['T-2026-001', 'Ringe', 'gul'],
        ].map(row),
      },
      { name: 'Notater', rows: [['Hva'], ['løst']].map(row) },
    ]);
    const to = set();
    await copied(from, to);
    const said = saidIn(await to.read());
    expect(said.get('Tiltak')?.[0]).toContain('Vår egen: "gul"');
    expect(said.get('Tiltak')?.[0]).toContain('ID: "T-2026-001"');
    expect(said.get('Notater')).toEqual(['Hva: "løst"']);
  });

  it('keeps the rows of init that the other lacks, and says how many', async () => {
    const from = new MemoryStore([
      {
        name: 'Oppsett',
        rows: [
          ['Nøkkel', 'Verdi'],
          ['Bylivsenteret, rettslig stilling', 'statsorgan'],
        ].map(row),
      },
    ]);
    const to = set();
    const { staying } = await copied(from, to);
    expect(staying).toEqual([{ tab: 'Oppsett', count: (standardContent().settings ?? []).length - 1 }]);
    const own = saidIn(await to.read())
      .get('Oppsett')
      ?.filter((each) => each.includes('Bylivsenteret, rettslig stilling'));
    expect(own).toHaveLength(1);
    expect(own?.[0]).toContain('Verdi: "statsorgan"');
    // The other says nothing of explanations.
    expect(own?.[0]).toContain('Forklaring: ');
  });
});

const row = (cells: readonly string[], index: number) => ({ number: index + 1, hidden: false, cells });

describe('a workbook in which anybody has written', () => {
  it('is not copied into, wherever it was', async () => {
    const { sheets } = await set().read();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: sheets.length - 1 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 20 }),
        async (index, number, column) => {
          const store = set();
          const name = sheets[index]?.name ?? '';
          await store.type(name, number, column, 'skrevet av en person');
          const plan = planCopyInto(await store.read(), planCopy(await sample.read()).tabs);
          expect(plan).toMatchObject({
            taken: expect.stringMatching(`^${name}![A-Z]+${String(number)}$`) as string,
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('nor where somebody has only emptied a cell, or put a formula', async () => {
    for (const cell of [null, { value: 'privat', formula: '"privat"' }]) {
      const store = set();
      await store.type('Oppsett', 4, 1, cell);
      expect(planCopyInto(await store.read(), [])).toEqual({ taken: 'Oppsett!A4' });
    }
    const spaced = new MemoryStore([{ name: 'Ark1', rows: [row([' '], 0), row(['', ' '], 1)] }]);
    expect(planCopyInto(await spaced.read(), [])).toEqual({ changes: [], staying: [] });
  });
});
