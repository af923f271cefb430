import { describe, expect, it } from 'vitest';
import { dayByRule, sampleCalendar } from '../../src/register/sample/calendar.ts';
import { rowsOf, type SampleRow } from '../../src/register/sample/rows.ts';
import { dayAt } from './days.ts';

const calendar = sampleCalendar(dayAt('2026-11-23'));

const rows = (...of: readonly Readonly<Record<string, unknown>>[]): readonly SampleRow[] =>
  rowsOf(
    'talks.json',
    { source: 'somebody', date: '2026-11-23', groups: [{ all: { Type: 'Webinar' }, rows: of }] },
    {
      calendar,
      ids: new Map([['webinar 7', 'A-2027-006']]),
      parts: { 'webinar 7': { nb: { Ingress: 'Ja.' } } },
    },
  );

describe('the rule for a day', () => {
  it.each([
    ['today', '2026-11-23'],
    ['meeting 0', '2026-12-03'],
    ['meeting -1 - 30', '2026-08-18'],
    ['3rd Thursday of January', '2026-01-15'],
    ['3rd Thursday of January next year', '2027-01-21'],
    ['Tuesday of week 42 last year', '2025-10-14'],
    ['1st Tuesday of May, free', '2026-05-05'],
    ['today + 30, free', '2027-01-07'],
    ['today + 30, free before', '2026-12-16'],
    ['today + 31, working day before', '2026-12-23'],
    ['middle of today and meeting 0', '2026-11-28'],
    ['coming conference, day 2', '2027-10-20'],
    ['2021-02-11', '2021-02-11'],
  ])('reads «%s» as %s', (rule, day) => {
    expect(dayByRule(rule, calendar)).toEqual({ day });
  });

  it('has a time of day behind it', () => {
    expect(dayByRule('meeting 0 + 1 09:00', calendar)).toEqual({ day: '2026-12-04', clock: '09:00' });
  });

  it.each(['meeting 99', '3rd Thursday of Januar', 'Thursday', '2026-02-30', ''])('is not «%s»', (rule) => {
    expect(() => dayByRule(rule, calendar)).toThrow(RangeError);
  });
});

describe('a row of a table', () => {
  it('has the cells of its group, its own days, IDs and parts, and what stands in braces', () => {
    const [row] = rows({
      key: 'x',
      Start: '= webinar 7 10:00',
      Slutt: '= start + 1',
      Tittel: 'Etter {day of meeting 0}: {id next webinar}',
      Brødtekst: ['Én', '', 'To i {year+1 of today}'],
      with: 'nb of next webinar',
    });
    expect(row).toEqual({
      key: 'x',
      year: 2027,
      cells: {
        Type: 'Webinar',
        Start: { wallTime: '2027-02-04T10:00' },
        Slutt: { day: '2027-02-05' },
        Tittel: 'Etter 3. desember 2026: A-2027-006',
        Brødtekst: 'Én\n\nTo i 2027',
        Ingress: 'Ja.',
      },
    });
  });

  it('is made once for each word, and not before its time', () => {
    expect(
      rows({ each: ['Agder', 'Troms'], Tittel: 'I {each}' }).map(({ cells }) => cells['Tittel']),
    ).toEqual(['I Agder', 'I Troms']);
    expect(rows({ each: 'meetings of quarter 4', Start: '= {each}' }).map(({ year }) => year)).toEqual([
      2025, 2026, 2027,
    ]);
    expect(rows({ Start: '= last conference', from: '2027-01-01' })).toEqual([]);
  });

  it.each([
    ['braces', { Tittel: '{what is this}' }, 'the sample knows no «{what is this}»'],
    ['a key', { Aktivitet: '{id nobody}' }, 'the sample has no row with the key «nobody»'],
    [
      'a day',
      { Start: '= webinar 9 10:00' },
      'days.json has no day «webinar 9»: the names are in README.md beside it',
    ],
    ['a part', { with: 'nn of webinar 7' }, 'the sample has no part «nn of webinar 7»'],
  ])('is refused with %s without a meaning, with its file and the row', (_what, row, message) => {
    expect(() => rows(row)).toThrow(new RangeError(`talks.json: the row ${JSON.stringify(row)}: ${message}`));
  });

  it('is refused with a cell that is none, with its file and where', () => {
    expect(() => rows({ Tittel: true })).toThrow(/^talks\.json: [^]*groups\[0\]\.rows\[0\]\.Tittel/u);
  });
});
