import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestId } from '../../src/register/rules/nearest-id.ts';

const among =
  (...known: readonly string[]) =>
  (id: string): boolean =>
    known.includes(id);

describe('the ID that was meant', () => {
  it.each([
    ['digits swapped', 'A-2026-071', ['A-2026-017', 'A-2026-072']],
    ['a zero too many', 'A-2026-0017', ['A-2026-017']],
    ['last year', 'A-2025-017', ['A-2026-017', 'A-2026-018']],
    ['one digit', 'A-2026-019', ['A-2026-017', 'A-2026-200']],
  ])('%s', (_, typed, known) => {
    expect(nearestId(typed, among(...known))).toBe(known[0]);
  });

  it.each([
    ['several are as near', 'A-2026-019', ['A-2026-017', 'A-2026-018']],
    ['none is near', 'A-2026-500', ['A-2026-017']],
    ['another letter', 'S-2026-017', ['A-2026-017']],
    ['no ID', 'tull', ['A-2026-017']],
  ])('nobody can know: %s', (_, typed, known) => {
    expect(nearestId(typed, among(...known))).toBeUndefined();
  });

  it('is known, and asks little', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 999 })),
        fc.integer({ min: 1, max: 99_999 }),
        (numbers, typed) => {
          const known = new Set(numbers.map((number) => `A-2026-${String(number).padStart(3, '0')}`));
          let asked = 0;
          const found = nearestId(`A-2026-${String(typed).padStart(3, '0')}`, (id) => {
            asked += 1;
            return known.has(id);
          });
          expect(found === undefined || known.has(found)).toBe(true);
          expect(asked).toBeLessThan(60);
        },
      ),
    );
  });
});
