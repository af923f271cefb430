import { afterEach, describe, expect, it } from 'vitest';
import { msg, speak } from '../../src/domain/msg.ts';
import { dayOf } from '../../src/domain/time.ts';
import { getBackAdvice } from '../../src/language/problems/get-back.ts';
import {
  joinedByAnd,
  joinedByOr,
  spokenDate,
  spokenQuarter,
  spokenTime,
  spokenTitle,
  spokenWeekday,
} from '../../src/language/spoken.ts';
import { nowAt } from '../support/build-workbook.ts';

const start = nowAt('2026-12-03T10:00');
const end = nowAt('2026-12-03T11:30');

const said = (): readonly string[] =>
  [
    spokenDate('2026-12-03'),
    spokenDate('2026-12-03T10:00'),
    spokenDate('ASAT 2026'),
    spokenWeekday(dayOf(start)),
    spokenTime(start),
    spokenTime(start, end),
    spokenQuarter({ year: 2026, number: 4 }),
    spokenTitle({ nb: 'Tittel', nn: 'Nynorsk tittel' }),
    joinedByAnd(['a', 'b', 'c']),
    joinedByAnd([]),
    joinedByOr(['a', 'b']),
  ].map((text) => text.replaceAll('\u00A0', ' '));

describe('days, times and lists in what is said', () => {
  afterEach(() => {
    speak();
  });

  it('are in English as on the command line', () => {
    expect(said()).toEqual([
      ...['2026-12-03', '2026-12-03 10:00', 'ASAT 2026', 'Thu 2026-12-03'],
      ...['Thu 2026-12-03 10:00', 'Thu 2026-12-03 10:00–11:30', '2026Q4', 'Tittel'],
      ...['a and b and c', '', 'a or b'],
    ]);
    expect(getBackAdvice()).toMatch(/^If it was deleted/u);
  });

  it('are in Norwegian in the house form', () => {
    speak((key) => (key === '{0} or {1}' ? '{0} eller {1}' : undefined), 'nn');
    expect(msg`${'a'} or ${'b'}`).toBe('a eller b');
    expect(said()).toEqual([
      ...['3. desember 2026', '3. desember 2026 kl. 10.00', 'ASAT 2026', 'torsdag 3. desember 2026'],
      ...['torsdag 3. desember 2026 kl. 10.00', 'torsdag 3. desember 2026 kl. 10.00–11.30'],
      ...['4. kvartal 2026', 'Nynorsk tittel', 'a, b og c', '', 'a eller b'],
    ]);
    expect(getBackAdvice()).toMatch(/^Er fana sletta/u);
  });
});
