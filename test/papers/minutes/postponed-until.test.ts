/** What a sentence that postpones a case says for certain, and what is written of it. */
import { describe, expect, it } from 'vitest';
import { untilIn } from '../../../src/papers/minutes/postponed-until.ts';
import { meeting, meetings } from '../../support/meetings.ts';
import { inCase, readingOf, told, understood } from '../../support/minutes.ts';

const later = [
  meeting('A-2027-002', '2027-06-10'),
  meeting('A-2027-003', '2027-09-16'),
  meeting('A-2027-004', '2027-09-30'),
];
const of = readingOf({ Aktiviteter: [...meetings, ...later] });

it.each([
  ['Utsatt til møtet i juni.', 'A-2027-002'],
  ['Saken ble utsatt til møtet i juni 2027', 'A-2027-002'],
  ['Saka vart utsett til møtet i juni', 'A-2027-002'],
  ['Utsettes til kvartalsmøtet 10. juni', 'A-2027-002'],
  ['Utsett til møtet den 10. juni 2027.', 'A-2027-002'],
  ['Utsatt til juni', 'A-2027-002'],
  ['Utsatt til møtet i mars. Kari var syk.', 'A-2027-001'],
  ['Utsatt til 14. april', '2027-04-14'],
  ['Utsatt til den 10. juni', 'A-2027-002'],
  // No meeting then, or two of them; or more is said of it.
  ['Utsatt til møtet 14. april', undefined],
  ['Utsatt til møtet i mai', undefined],
  ['Utsatt til mai', undefined],
  ['Utsatt til møtet i september', undefined],
  ['Utsatt til møtet i juni 2029', undefined],
  ['Utsatt til møtet i juni eller september', undefined],
  ['Utsatt til møtet i juni, eventuelt september', undefined],
  ['Utsatt til møtet i juni. Eventuelt i september.', undefined],
  ['Utsatt til neste møte', undefined],
  ['Utsatt til møtet i desember', undefined],
])('%s: %s', (text, until) => {
  expect(untilIn(text, of.register, of.meeting)).toBe(until);
});

it.each([
  ['an idea', { Status: 'Idé' }],
  ['a meeting whose row has errors', { Status: 'Tøys' }],
])('names no day for certain that may be that of %s: the case would miss it', (_, more) => {
  const { register, meeting: own } = readingOf({
    Aktiviteter: [...meetings, meeting('A-2027-002', '2027-06-10', more)],
  });
  expect(untilIn('Utsatt til 10. juni', register, own)).toBeUndefined();
  expect(untilIn('Utsatt til 9. juni', register, own)).toBe('2027-06-09');
});

it('takes no month for that of next year, where a meeting is later in the same', () => {
  const { register, meeting: own } = readingOf({
    Aktiviteter: [...meetings, meeting('A-2026-005', '2026-12-17'), meeting('A-2027-009', '2027-12-02')],
  });
  expect(untilIn('Utsatt til møtet i desember', register, own)).toBeUndefined();
  expect(untilIn('Utsatt til møtet i desember 2027', register, own)).toBe('A-2027-009');
});

describe('minutes that postpone a case', () => {
  const head = '## Sak 7/26: Nynorsk i utsendelser\n';

  it('say until when for certain, and nothing is told', () => {
    const read = understood(`${head}Utsatt til møtet i juni`, of);
    expect([read.cases[0]?.outcome, read.cases[0]?.until, told(read)]).toEqual([
      'postponed',
      'A-2027-002',
      [],
    ]);
  });

  it('are told of where it is not certain, or where two are named', () => {
    for (const text of ['Utsatt til møtet i september', 'Utsatt til møtet i juni, eller september']) {
      const read = understood(`${head}${text}`, of);
      expect([read.cases[0]?.until, told(read)]).toEqual([undefined, [`2 until: ${text}`]]);
    }
    expect(inCase('Utsatt til neste møte').cases[0]?.until).toBeUndefined();
  });
});
