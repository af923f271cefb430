import { describe, expect, it } from 'vitest';
import { problemCounts } from '../../src/app/register/check-json.ts';
import { findingsChange } from '../../src/app/register/findings-change.ts';
import { countOf, reportProblems } from '../../src/app/register/problem-report.ts';
import type { Terminal } from '../../src/app/cli/terminal.ts';
import { countLevels } from '../../src/domain/problem.ts';
import { today } from '../../src/papers/today/today.ts';
import { planIds } from '../../src/register/give-ids.ts';
import { readRegister, type RegisterReading } from '../../src/register/read-register.ts';
import type { ReadingLimits } from '../../src/register/reading-limits.ts';
import { workbookOf } from '../support/build-workbook.ts';
import { now } from '../support/rules.ts';
import { here } from '../support/webinars.ts';

const rowsOf = (count: number) => ({
  Tiltak: Array.from({ length: count }, (_, index) => ({
    ID: `T-2026-${String(index + 1).padStart(3, '0')}`,
    Tiltak: `Ring nummer ${String(index)}`,
    Ansvarlig: 'Kari',
    Frist: '31.02.2026',
  })),
});

const reading = (count: number, limits: ReadingLimits): RegisterReading =>
  readRegister(workbookOf(rowsOf(count)), now, limits);

function printed({ problems, unlisted }: RegisterReading): readonly string[] {
  const lines: string[] = [];
  const terminal: Terminal = {
    isInteractive: false,
    line: () => undefined,
    endLine: () => undefined,
    say: () => undefined,
    result: (line) => lines.push(line),
    paint: (_style, text) => text,
  };
  const dates = problems.filter(({ code }) => code === 'date-no-such-day');
  reportProblems(dates, terminal, 'result', unlisted);
  return lines.slice(1);
}

describe('very many problems of a kind', () => {
  const many = reading(30, { rows: 100, ofAKind: 4 });

  it('are kept up to a limit, and all of them are counted', () => {
    const dates = many.problems.filter(({ code }) => code === 'date-no-such-day');
    expect(dates).toHaveLength(4);
    expect(many.unlisted).toMatchObject([{ like: { code: 'date-no-such-day' }, count: 26 }]);
    const all = countLevels(reading(30, { rows: 100, ofAKind: 100 }).problems, []);
    expect(all.error).toBe(30);
    expect(countLevels(many.problems, many.unlisted)).toEqual(all);
    expect(today(many, now, here()).problems).toEqual(all);
    expect(problemCounts(many.problems, many.unlisted)).toEqual({
      counts: all,
      notListed: [{ code: 'date-no-such-day', level: 'error', tab: 'Tiltak', count: 26 }],
    });
    expect(countOf(many.problems, many.unlisted)).toContain('30 errors');
  });

  it('are so many on the terminal and in Kontroll', () => {
    expect(printed(many).at(-1)).toContain('and 26 more like row 2, Frist');
    expect(printed(many).at(-1)).toContain('names the first 4; the others were only counted');
    const change = findingsChange(many, 'nb', now, []);
    const rows = 'rows' in change ? change.rows : [];
    expect(rows).toHaveLength(many.problems.length + 1);
    expect(rows.at(-1)).toMatchObject({ Nivå: 'Feil', Fane: 'Tiltak', Kolonne: 'Frist' });
    expect(rows.at(-1)?.['Problem']).toContain('26 til av samme slag som rad 2');
  });

  it.each([
    [20, 20],
    [21, 6],
    [500, 6],
  ])('of %i, %i lines are printed', (count, lines) => {
    const one = printed(reading(count, { rows: 1000, ofAKind: 1000 }));
    expect(one).toHaveLength(lines);
    if (lines === 6) expect(one.at(-1)).toContain(`and ${String(count - 5)} more`);
    expect(one.at(-1)?.endsWith('names each.')).toBe(lines === 6);
  });
});

describe('a tab of more rows than anybody means', () => {
  const limits = { rows: 10, ofAKind: 100 };

  it('is left out, with the number of its rows', () => {
    const { problems, register } = reading(11, limits);
    expect(problems).toContainEqual({
      ...{ code: 'rows-too-many', level: 'error', at: { tab: 'Tiltak' } },
      args: { count: 11, most: 10 },
    });
    expect(problems.some(({ at }) => at.tab === 'Tiltak' && at.row !== undefined)).toBe(false);
    expect(register.tabs.actions).toMatchObject({ count: 11, refused: new Map() });
    expect(register.tabs.actions?.headings).toBeUndefined();
  });

  it('is read up to the limit', () => {
    expect(reading(10, limits).problems.some(({ code }) => code === 'rows-too-many')).toBe(false);
  });

  it('gets no IDs, as it is not read', () => {
    const rows = (count: number) => ({
      Tiltak: rowsOf(count).Tiltak.map((row) => ({ ...row, ID: null })),
    });
    expect(planIds(workbookOf(rows(10)), now, limits.rows)).toHaveLength(10);
    expect(planIds(workbookOf(rows(11)), now, limits.rows)).toEqual([]);
  });

  it('is no matter where Felles writes the tab itself', () => {
    const events = Array.from({ length: 11 }, () => ({ rk: 'x', hendelse: 'sendt' }));
    const { problems } = readRegister(workbookOf({ Utsendelser: events }), now, limits);
    expect(problems.some(({ code }) => code === 'rows-too-many')).toBe(false);
  });
});
