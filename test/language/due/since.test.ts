import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/domain/time.ts';
import { dueWords } from '../../../src/language/due/word-due.ts';

const day = (text: string): NonNullable<ReturnType<typeof parseDay>> => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

describe('since when something is due', () => {
  it.each([
    ['nb', '2026-11-29', 'fra i dag'],
    ['nb', '2026-11-28', 'siden i går'],
    ['nb', '2026-11-27', 'siden 27.\u00a0november 2026'],
    ['nn', '2026-11-29', 'frå i dag'],
    ['nn', '2026-11-30', 'sidan 30.\u00a0november 2026'],
  ] as const)('in %s: %s is %s', (standard, since, words) => {
    expect(dueWords[standard].since(day(since), day('2026-11-29'))).toBe(words);
  });

  it('is a date where it is read on other days too, as in the tab Kontroll', () => {
    expect(dueWords.nb.since(day('2026-11-29'))).toBe('siden 29.\u00a0november 2026');
  });
});
