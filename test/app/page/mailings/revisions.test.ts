import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockChanges } from '../../../../src/app/page/mailings/revisions.ts';

describe('what is otherwise between two texts', () => {
  it('is told block by block, in the order of both', () => {
    expect(blockChanges('A\n\nB\n\nC\n', 'A\r\n\r\nX\r\n\r\nC\r\n\r\nD')).toEqual([
      { is: 'removed', text: 'B' },
      { is: 'added', text: 'X' },
      { is: 'added', text: 'D' },
    ]);
    expect(blockChanges('A\n\nB', 'A\n\nB\n')).toEqual([]);
  });

  it('leaves what both have: with it taken out and put in, the one is the other', () => {
    const blocks = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 9 });
    fc.assert(
      fc.property(blocks, blocks, (was, is) => {
        const changes = blockChanges(was.join('\n\n'), is.join('\n\n'));
        const count = (how: string): number => changes.filter((one) => one.is === how).length;
        expect(was.length - count('removed')).toBe(is.length - count('added'));
        const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();
        const texts = (how: string): readonly string[] =>
          changes.flatMap((one) => (one.is === how ? [one.text] : []));
        expect(sorted([...was, ...texts('added')])).toEqual(sorted([...is, ...texts('removed')]));
      }),
    );
  });
});
