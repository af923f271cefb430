import { describe, expect, it } from 'vitest';
import { readRegister } from '../../src/register/read-register.ts';
import { onlyDay, slotTimes } from '../../src/register/slot-times.ts';
import { nowAt, workbookOf } from '../support/build-workbook.ts';

/** Start and end of the activity, and of the slot, as typed. */
type Typed = readonly [start: string | null, end: string | null];

function timesOf(activity: Typed, slot: Typed): ReturnType<typeof slotTimes> {
  const { register } = readRegister(
    workbookOf({
      Aktiviteter: [
        {
          ID: 'A-2026-001',
          Type: 'Konferanse',
          Tittel: 'T',
          Part: 'Felles',
          Status: 'Idé',
          Start: activity[0],
          Slutt: activity[1],
        },
      ],
      Program: [{ ID: 'P-2026-001', Aktivitet: 'A-2026-001', Tittel: 'T', Start: slot[0], Slutt: slot[1] }],
    }),
    nowAt('2026-01-05T12:00'),
  );
  const [found] = register.activities;
  const [row] = register.slots;
  if (found === undefined || row === undefined) throw new Error('a row was refused');
  return slotTimes(row, found);
}

const oneDay: Typed = ['12.03.2026 09:00', '15.00'];
const twoDays: Typed = ['12.03.2026 09:00', '13.03.2026 15:00'];

describe('when a slot is', () => {
  it.each([
    ['times of day on the only day', oneDay, ['10.00', '10.30'], '2026-03-12T10:00', '2026-03-12T10:30'],
    [
      'its own date',
      twoDays,
      ['13.03.2026 10:00', '13.03.2026 10:30'],
      '2026-03-13T10:00',
      '2026-03-13T10:30',
    ],
    ['an end on its own day', twoDays, ['13.03.2026 10:00', '10.30'], '2026-03-13T10:00', '2026-03-13T10:30'],
    ['until midnight', oneDay, ['22.00', '24:00'], '2026-03-12T22:00', '2026-03-13T00:00'],
    [
      'an activity without a time of day',
      ['12.03.2026', null],
      ['10.00', null],
      '2026-03-12T10:00',
      undefined,
    ],
    ['a time of day over several days', twoDays, ['10.00', '10.30'], undefined, undefined],
    ['an activity that is only a month', ['mars 2026', null], ['10.00', null], undefined, undefined],
    ['an activity without a start', [null, null], ['10.00', null], undefined, undefined],
    ['only a day', oneDay, ['12.03.2026', null], undefined, undefined],
    ['nothing', oneDay, [null, null], undefined, undefined],
  ] as const)('%s', (_, activity, slot, start, end) => {
    expect(timesOf(activity, slot)).toEqual({ start, end });
  });

  it('an activity without a start has no only day', () => {
    expect(onlyDay({})).toBeUndefined();
  });
});
