import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LastUsed } from '../../../src/app/page/last-used.ts';

it('keeps the newest, and of the others what was used last and fits', () => {
  const use = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), size: fc.nat(12) });
  fc.assert(
    fc.property(fc.array(use, { minLength: 1, maxLength: 30 }), (uses) => {
      const kept = new LastUsed<number>({ count: 3, characters: 10 }, (size) => size);
      let expected: { readonly key: string; readonly size: number }[] = [];
      for (const one of uses) {
        kept.keep(one.key, one.size);
        expected = [...expected.filter(({ key }) => key !== one.key), one];
        const isTooMuch = (): boolean =>
          expected.length > 3 || expected.reduce((sum, { size }) => sum + size, 0) > 10;
        while (expected.length > 1 && isTooMuch()) expected = expected.slice(1);
        for (const key of ['a', 'b', 'c', 'd', 'e'])
          expect(kept.get(key)).toBe(expected.find((other) => other.key === key)?.size);
      }
    }),
  );
});
