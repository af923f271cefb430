import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuarter, quarterDays, quarterName, quarterOf, quartersOf } from '../../src/domain/quarter.ts';
import { addDays, dayFrom, type Day } from '../../src/domain/time.ts';

const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days): Day => {
  const first = dayFrom(2000, 1, 1);
  if (first === undefined) throw new Error('no such day');
  return addDays(first, days);
});

describe('quarters', () => {
  it('hold each day of theirs and no other', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const quarter = quarterOf(day);
        const { first, last } = quarterDays(quarter);
        expect(first <= day && day <= last).toBe(true);
        expect(quarterOf(first)).toEqual(quarter);
        expect(quarterOf(last)).toEqual(quarter);
        expect(quarterOf(addDays(first, -1))).not.toEqual(quarter);
        expect(quarterOf(addDays(last, 1))).not.toEqual(quarter);
      }),
    );
  });

  it('are read as they are written', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const quarter = quarterOf(day);
        expect(parseQuarter(quarterName(quarter))).toEqual(quarter);
      }),
    );
  });

  it.each(['2026Q4', '2026-q4', '2026 K4', 'Q4 2026', ' q4-2026 ', 'k42026'])(
    '«%s» is the fourth of 2026',
    (text) => {
      expect(parseQuarter(text)).toEqual({ year: 2026, number: 4 });
    },
  );

  it.each(['2026Q5', '2026Q0', 'Q4', '1926Q4', '2026', 'Q4 26', ''])('«%s» is none', (text) => {
    expect(parseQuarter(text)).toBeUndefined();
  });

  it('of a year are four', () => {
    expect(quartersOf(2026).map(quarterName)).toEqual(['2026Q1', '2026Q2', '2026Q3', '2026Q4']);
  });
});
