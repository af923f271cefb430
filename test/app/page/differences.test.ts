import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesOf } from '../../../src/app/page/differences.ts';

const of = (old: string, now: string): ReturnType<typeof differencesOf> =>
  differencesOf(old.split(''), now.split(''));

test('what is changed, new and gone', () => {
  expect(of('abc', 'abc')).toEqual([]);
  expect(of('abc', 'axc')).toEqual([{ was: 'b', is: 'x', at: 1 }]);
  expect(of('abc', 'abxc')).toEqual([{ is: 'x', at: 2 }]);
  expect(of('abc', 'ac')).toEqual([{ was: 'b', at: 1 }]);
  expect(of('', 'ab')).toEqual([
    { is: 'a', at: 0 },
    { is: 'b', at: 1 },
  ]);
});

test('what is gone at one place is not what is new at another', () => {
  expect(of('abc', 'bcd')).toEqual([
    { was: 'a', at: 0 },
    { is: 'd', at: 2 },
  ]);
});

test('the old version with the differences is the new one', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (old, now) => {
      const found = differencesOf(old, now);
      const fresh = new Set(found.filter(({ is }) => is !== undefined).map(({ at }) => at));
      const kept = now.filter((_, at) => !fresh.has(at));
      const gone = found.flatMap(({ was }) => (was === undefined ? [] : [was]));
      for (const { is, at } of found) if (is !== undefined) expect(now[at]).toBe(is);
      expect([...kept, ...gone].sort()).toEqual([...old].sort());
    }),
  );
});

test('a text of many thousand blocks that all differ is compared at once', () => {
  const many = (letter: string): string[] =>
    Array.from({ length: 5000 }, (_, at) => `${letter}${String(at)}`);
  const found = differencesOf([...many('a'), 'same'], ['new', ...many('b')]);
  expect(found.filter(({ is }) => is !== undefined)).toHaveLength(5001);
  expect(found.filter(({ was }) => was !== undefined)).toHaveLength(5001);
});
