import { expect, it } from 'vitest';
import { meetingsOf } from '../../../src/papers/meetings.ts';
import { approvalDeadline } from '../../../src/papers/minutes/keep.ts';
import { nowAt } from '../../support/build-workbook.ts';
import { meetings, registerOf } from '../../support/meetings.ts';

it.each([
  ['2026-12-04T12:00', '2026-12-18'],
  // Fourteen days later is the first day of Christmas, a Friday.
  ['2026-12-11T12:00', '2026-12-28'],
  ['2027-05-03T12:00', '2027-05-18'],
])('minutes that go out at %s are to be approved by %s, a working day', (at, day) => {
  const register = registerOf({ Aktiviteter: meetings });
  expect(approvalDeadline(register, meetingsOf(register)[0]!, nowAt(at))).toBe(day);
});
