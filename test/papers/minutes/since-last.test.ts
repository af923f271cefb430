/** What final minutes say was done since the last meeting. */
import { expect, it } from 'vitest';
import { datedMeeting } from '../../../src/papers/meetings.ts';
import { doneSince } from '../../../src/papers/minutes/since-last.ts';
import type { RowInput } from '../../support/build-workbook.ts';
import { meetings, registerOf } from '../../support/meetings.ts';

const doneIn = (Aktiviteter: readonly RowInput[]): readonly string[] => {
  const action = (number: number, day: string): RowInput => ({
    ...{ ID: `T-2026-00${String(number)}`, Tiltak: `Tiltak ${String(number)}` },
    ...{ Status: 'Utført', 'Utført dato': day },
  });
  const Tiltak = [action(1, '2026-09-17'), action(2, '2026-09-18'), action(3, '2026-12-03')];
  const register = registerOf({ Aktiviteter, Tiltak: [...Tiltak, action(4, '2026-12-04')] });
  const own = datedMeeting(register, 'A-2026-004');
  return own === undefined ? [] : doneSince(register, own).map(({ id }) => id);
};

it('is what was done after the last meeting, up to the day of this one', () => {
  expect(doneIn(meetings)).toEqual(['T-2026-002', 'T-2026-003']);
});

it('is nothing for the first meeting, which has none before it', () => {
  expect(doneIn(meetings.slice(3))).toEqual([]);
});
