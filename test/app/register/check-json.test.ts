import { describe, expect, it } from 'vitest';
import { newSince, parseEarlier, problemRecords } from '../../../src/app/register/check-json.ts';
import { problem, type Problem } from '../../../src/domain/problem.ts';
import { UserError } from '../../../src/domain/user-error.ts';

const faulty = (row: number, id?: string): Problem =>
  problem(
    'date-no-such-day',
    'error',
    {
      tab: 'Aktiviteter',
      row,
      column: 'Start',
      cell: `G${String(row)}`,
      ...(id === undefined ? {} : { id }),
    },
    {},
    '31.02.2026',
  );
const asFile = (problems: readonly Problem[]): string =>
  JSON.stringify({ tabs: {}, problems: problemRecords(problems) });

describe('problems as JSON', () => {
  it('have every key, null where it does not apply', () => {
    const [record] = problemRecords([problem('tab-missing', 'warning', { tab: 'Saker' }, { needed: true })]);
    expect(record).toMatchObject({
      code: 'tab-missing',
      level: 'warning',
      tab: 'Saker',
      row: null,
      column: null,
      cell: null,
      id: null,
      value: null,
    });
    expect(record?.message).not.toBe('');
    expect(record?.advice).not.toBe('');
  });
});

describe('what is new since', () => {
  it('knows a problem by its ID, though the row has moved', () => {
    const earlier = parseEarlier(asFile([faulty(14, 'A-2026-001')]), 'before.json');
    expect(newSince([faulty(20, 'A-2026-001'), faulty(14, 'A-2026-002')], earlier)).toEqual([
      faulty(14, 'A-2026-002'),
    ]);
  });

  it('counts the same problem twice as one more', () => {
    const earlier = parseEarlier(asFile([faulty(14)]), 'before.json');
    expect(newSince([faulty(14), faulty(14)], earlier)).toHaveLength(1);
  });

  it.each(['', '[]', '{"problems": 3}', '{"problems":[{"code":1}]}'])(
    'refuses a file that is something else: %s',
    (text) => {
      expect(() => parseEarlier(text, 'x.json')).toThrow(UserError);
    },
  );

  it('reads a file with a byte order mark', () => {
    expect(parseEarlier(`\uFEFF${asFile([])}`, 'x.json').size).toBe(0);
  });
});
