import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fits, looselyFits, neededIn } from '../../src/register/rows/needed.ts';
import type { Tab } from '../../src/register/tab.ts';
import { tabs } from '../../src/register/tabs.ts';

const values: readonly unknown[] = [
  ...[undefined, null, '', 'tekst', 'both', 'planned', 'decision', '2026-11-23', '2026-02-30', true, false],
  ...[
    0,
    2.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    [],
    ['ord'],
    [1],
    {},
    { precision: 'day' },
    { minutes: 600 },
  ],
];

describe.each(Object.values<Tab>(tabs))('the row of $name', ({ row, columns }) => {
  const cells: [string, z.core.$ZodType][] =
    row instanceof z.ZodObject ? Object.entries<z.core.$ZodType>(row.shape) : [];

  it('has its cells in the order of the columns', () => {
    expect(cells.map(([key]) => key)).toEqual(Object.keys(columns));
  });

  it('needs the cells that its schema does not let be absent', () => {
    const needed = cells.flatMap(([key, cell]) => (z.safeParse(cell, undefined).success ? [] : [key]));
    expect([...neededIn(row)]).toEqual(needed);
  });

  it.each(cells)('takes for %s what its schema takes', (key, cell) => {
    const isTaken = looselyFits(row);
    for (const value of values) expect(isTaken({ [key]: value })).toBe(z.safeParse(cell, value).success);
  });

  it('is none without what it needs', () => {
    expect(fits(row)({})).toBe(neededIn(row).size === 0);
  });

  it('takes no cell that its schema does not have', () => {
    expect(looselyFits(row)({ other: 'tekst' })).toBe(false);
  });
});
