import { describe, expect, it } from 'vitest';
import { dayPlan, type DayPlan, type Span } from '../../src/papers/programme/day-lines.ts';

interface Slot extends Span {
  readonly id: string;
  readonly room?: string | undefined;
}

const at = (time: string): string => `2027-04-15T${time}`;

const span = (from: string, to?: string): Span => ({ start: at(from), end: to === undefined ? to : at(to) });

const slot = (id: string, from: string, to?: string, room?: string): Slot => ({
  id,
  room,
  ...span(from, to),
});

/** `10:00–11:00 a | b`, with `-` for a break. */
const shown = ({ lines }: DayPlan<Slot>): readonly string[] =>
  lines.map(({ start, end = '', isBreak, slots, cells }) => {
    const ids = (own: readonly Slot[]): string => own.map(({ id }) => id).join('+');
    const what = cells.length === 0 ? ids(slots) : cells.map((cell) => ids(cell.slots)).join(' | ');
    return `${start.slice(11)}–${end.slice(11)} ${isBreak ? '-' : what}`;
  });

describe('the lines of a day', () => {
  it('have side by side what is at the same time, the most used room first, and breaks between', () => {
    const plan = dayPlan(
      [
        slot('a', '10:00', '11:00', 'Store'),
        slot('b', '11:15', '12:00', 'Lille'),
        slot('c', '11:15', '12:00', 'Store'),
        slot('d', '12:00', '12:30', 'Store'),
      ],
      [],
    );
    expect(plan.rooms.map(({ name }) => name)).toEqual(['Store', 'Lille']);
    expect(shown(plan)).toEqual([
      '10:00–11:00 a | ',
      '11:00–11:15 -',
      '11:15–12:00 c | b',
      '12:00–12:30 d | ',
    ]);
  });

  it('keep to one column where nothing is at the same time, and name the only room once', () => {
    const two = dayPlan([slot('a', '10:00', '11:00', 'A'), slot('b', '11:00', '12:00', 'B')], []);
    expect([two.rooms, two.room, shown(two)]).toEqual([[], undefined, ['10:00–11:00 a', '11:00–12:00 b']]);
    const one = dayPlan([slot('a', '10:00', '11:00', 'A'), slot('b', '11:00', '12:00', 'A')], []);
    expect(one.room).toBe('A');
    expect(dayPlan([slot('a', '10:00')], []).room).toBeUndefined();
  });

  it('have a column for slots without a room, and both slots of a room that is needed twice', () => {
    const plan = dayPlan(
      [slot('a', '10:00', '11:00', 'A'), slot('b', '10:00', '11:00', 'A'), slot('c', '10:00', '11:00')],
      [],
    );
    expect(plan.rooms).toEqual([{ name: 'A' }, {}]);
    expect(shown(plan)).toEqual(['10:00–11:00 a+b | c']);
  });

  it('stand one below another where there are more rooms than a sheet has columns for', () => {
    const plan = dayPlan(
      ['A', 'B', 'C', 'D', 'E'].map((room) => slot(room, '10:00', '11:00', room)),
      [],
    );
    expect([plan.rooms, plan.lines[0]?.slots.length]).toEqual([[], 5]);
  });

  it.each<[string, readonly Slot[], readonly Span[]]>([
    ['a slot without an end', [slot('a', '10:00'), slot('b', '11:00', '12:00')], []],
    [
      'a slot in another room goes on',
      [slot('a', '10:00', '12:00', 'A'), slot('b', '10:00', '10:30', 'B'), slot('c', '11:00', '12:00', 'B')],
      [],
    ],
    [
      'a slot whose speaker declined',
      [slot('a', '10:00', '11:00'), slot('b', '11:30', '12:00')],
      [span('11:00', '11:30')],
    ],
    ['longer than a break is', [slot('a', '10:00', '11:00'), slot('b', '12:31', '13:00')], []],
  ])('call no gap a break because of %s', (_, slots, open) => {
    expect(dayPlan(slots, open).lines.filter(({ isBreak }) => isBreak)).toEqual([]);
  });
});
