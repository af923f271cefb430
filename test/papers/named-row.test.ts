import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityNamed, idTitled } from '../../src/papers/named-row.ts';
import { UserError } from '../../src/domain/user-error.ts';
import type { RowInput } from '../support/build-workbook.ts';
import { meeting, meetings, now, registerOf } from '../support/meetings.ts';

function namedAmong(rows: readonly RowInput[], text: string): string {
  const register = registerOf({ Aktiviteter: rows });
  return activityNamed(text, register, register.activities, now);
}

describe('an activity that somebody names', () => {
  it.each([
    ['a-2026-003', 'A-2026-003'],
    ['  møte  2026-09-17 ', 'A-2026-003'],
    ['next', 'A-2026-004'],
    ['Last', 'A-2026-003'],
    ['A-2026-077', 'A-2026-077'],
  ])('«%s» is %s', (text, id) => {
    expect(namedAmong(meetings, text)).toBe(id);
  });

  it('may have a title in nynorsk', () => {
    const rows = [...meetings, meeting('A-2027-002', '2027-06-11', { 'Tittel nynorsk': 'Det siste møtet' })];
    expect(namedAmong(rows, 'det siste møtet')).toBe('A-2027-002');
  });

  it('is next while it is on, and neither next nor last when it is cancelled or an idea', () => {
    const on = meeting('A-2026-009', '2026-11-23');
    expect(namedAmong([...meetings, on], 'next')).toBe('A-2026-004');
    expect(namedAmong([...meetings, { ...on, Slutt: '12:30' }], 'next')).toBe('A-2026-009');
    for (const status of ['Avlyst', 'Idé'])
      expect(namedAmong([...meetings, { ...on, Slutt: '12:30', Status: status }], 'next')).toBe('A-2026-004');
  });

  it.each([
    ['Møte', [], /no row with the ID or the title «Møte»/u],
    ['Møte 2026-12-04', [], /no row with/u],
    ['next', [meeting('A-2026-009', '2026-12-03')], /A-2026-004 «Møte 2026-12-03», A-2026-009/u],
    ['Møte 2026-12-03', [meeting('A-2026-009', '2026-12-03')], /could be several/u],
    ['next', [meeting('A-2026-009', '2026-12-30', { Tittel: 'Next' })], /could be several/u],
    [
      'next',
      [meeting('A-2026-009', '2026-12-30', { Start: 'snart' })],
      /^Row 7 .* may be the next one, but has errors in Start \(\w7\)\.$/u,
    ],
    [
      'Broken',
      [meeting('A-2026-009', '2026-12-30', { Start: 'snart', Tittel: 'Broken' })],
      /^Row 7 of Aktiviteter may be «Broken», but has errors in Start \(\w7\)\.$/u,
    ],
    [
      'Brote',
      [meeting('A-2026-009', '2026-12-30', { Lenke: 'her', Status: 'Idé', 'Tittel nynorsk': 'Brote' })],
      /^Row 7 of Aktiviteter may be «Brote», but has errors in Lenke \(\w7\)\.$/u,
    ],
    [
      'Møte 2026-12-03',
      [meeting('A-2026-009', '2026-12-30', { Start: 'snart', Tittel: 'Møte 2026-12-03' })],
      /^Row 7 /u,
    ],
  ])('is never guessed: «%s» with %j', (text, more, message) => {
    const naming = (): unknown => namedAmong([...meetings, ...more], text);
    expect(naming).toThrow(UserError);
    expect(naming).toThrow(message);
  });

  it.each<[string, 'next' | 'last', RowInput, boolean]>([
    ['long over', 'next', meeting('A-2026-009', '2026-02-01'), false],
    ['later than the next', 'next', meeting('A-2026-009', '2027-05-01'), false],
    ['before the next', 'next', meeting('A-2026-009', '2026-11-30'), true],
    ['on the day of the next', 'next', meeting('A-2026-009', '2026-12-03'), true],
    ['begun, and not over', 'next', meeting('A-2026-009', '2026-11-22', { Slutt: '24.11.2026 12:00' }), true],
    [
      'begun, with an end that nobody knows',
      'next',
      meeting('A-2026-009', '2026-02-01', { Slutt: 'sent' }),
      true,
    ],
    ['a month of before', 'last', meeting('A-2026-009', '2026-05-01', { Start: 'mai 2026' }), false],
    ['still to come', 'last', meeting('A-2026-009', '2026-12-01'), false],
    ['after the last', 'last', meeting('A-2026-009', '2026-10-01'), true],
    [
      'two days, one of them after the last',
      'last',
      meeting('A-2026-009', '2026-10-01', { Start: '1/10/2026' }),
      true,
    ],
    ['cancelled', 'last', meeting('A-2026-009', '2026-10-01', { Status: 'Avlyst' }), false],
  ])('stops for a row with errors that is %s only where «%s» may mean it', (_, word, row, isStopped) => {
    const naming = (): string => namedAmong([...meetings, { ...row, Lenke: 'ingen' }], word);
    if (isStopped) expect(naming).toThrow(`Row 7 of Aktiviteter may be the ${word} one`);
    else expect(naming()).toBe(word === 'next' ? 'A-2026-004' : 'A-2026-003');
  });

  it('is the one with its ID, whatever a row with errors is called', () => {
    const rows = [...meetings, meeting('A-2026-009', '2026-12-30', { Start: 'snart', Tittel: 'A-2026-003' })];
    expect(namedAmong(rows, 'A-2026-003')).toBe('A-2026-003');
  });

  it('is offered with its ID where only a part of its title was written', () => {
    const advice = expect.stringMatching(/Did you mean A-2027-001 «Møte 2027-03-11»\?$/u) as string;
    expect(() => namedAmong(meetings, '2027-03')).toThrow(expect.objectContaining({ advice }));
  });

  it('is none where none is coming', () => {
    expect(() => namedAmong(meetings.slice(0, 3), 'next')).toThrow(/None is coming/u);
    expect(() => namedAmong(meetings.slice(3), 'last')).toThrow(/None is over yet/u);
  });
});

describe('a row that is named by its title', () => {
  const leftOut = { tab: 'Program', rows: [] };

  it('is the only one with that title, or nobody knows which is meant', () => {
    const title = fc.constantFrom('Åpning', 'åpning', 'Pause', 'A-2026-001', 'A-2026-002', ' pause ');
    fc.assert(
      fc.property(fc.array(title, { maxLength: 6 }), title, (titles, text) => {
        const rows = titles.map((one, index) => ({ id: `A-2026-00${String(index)}`, title: one }));
        const same = (one: string): boolean => one.trim().toLowerCase() === text.trim().toLowerCase();
        const meant = rows.filter((row) => same(row.id) || same(row.title));
        if (meant.length > 1) expect(() => idTitled(text, rows, leftOut)).toThrow(/could be several/u);
        else if (meant.length === 1) expect(idTitled(text, rows, leftOut)).toBe(meant[0]?.id);
        else if (text.startsWith('A-')) expect(idTitled(text, rows, leftOut)).toBe(text);
        else expect(() => idTitled(text, rows, leftOut)).toThrow(/no row with/u);
      }),
    );
  });
});
