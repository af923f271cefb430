/** The lines of one day of a programme: what happens at the same time side by side, and the breaks between. */
import { groupBy } from '../../domain/group.ts';
import { minutesBetween, parseWallTime } from '../../domain/time.ts';

/** Oslo time; without an end nobody has written when it is over. */
export interface Span {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

interface InRoom extends Span {
  readonly room?: string | undefined;
}

interface DayLine<Slot> {
  readonly start: string;
  readonly end?: string | undefined;
  /** Nothing is planned. */
  readonly isBreak: boolean;
  readonly slots: Slot[];
  /** What is in each room of the day, in the order of `rooms`; none where the day has no rooms side by side. */
  readonly cells: { slots: Slot[] }[];
}

export interface DayPlan<Slot> {
  /** The only room of the day. */
  readonly room?: string | undefined;
  /** The rooms that stand side by side, the most used first; none where nothing happens at the same time. */
  readonly rooms: { name?: string | undefined }[];
  readonly lines: DayLine<Slot>[];
}

/** A longer gap is no break, but time that is not planned yet. */
const LONGEST_BREAK = 90;
/** More columns than these are too narrow to read on a sheet. */
const MOST_ROOMS = 4;

/**
 * The plan of a day. `slots` have a start, and are in order of it. `open` is when slots were to be whose speakers declined:
 * that is no break.
 */
export function dayPlan<Slot extends InRoom>(slots: readonly Slot[], open: readonly Span[]): DayPlan<Slot> {
  const byRoom = [...groupBy(slots, ({ room }) => room ?? '')].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const [only] = byRoom;
  const hasParallel = slots.some((one, index) => slots.slice(index + 1).some((other) => overlap(one, other)));
  const isGrid = hasParallel && byRoom.length > 1 && byRoom.length <= MOST_ROOMS;
  const rooms = isGrid ? byRoom.map(([name]) => name) : [];
  const lines = [...groupBy(slots, ({ start = '', end = '' }) => `${start}${end}`).values()].map((own) => ({
    ...{ start: own[0]?.start ?? '', end: own[0]?.end, isBreak: false, slots: own },
    cells: rooms.map((name) => ({ slots: own.filter(({ room }) => (room ?? '') === name) })),
  }));
  return {
    room: byRoom.length === 1 && only?.[0] !== '' ? only?.[0] : undefined,
    rooms: rooms.map((name) => (name === '' ? {} : { name })),
    lines: withBreaks(lines, open),
  };
}

/** Whether there is a moment that both take. One without an end takes the moment it begins. */
const overlap = (one: Span, other: Span): boolean =>
  one.start === other.start ||
  ((one.start ?? '') < (other.end ?? other.start ?? '') &&
    (other.start ?? '') < (one.end ?? one.start ?? ''));

function withBreaks<Slot>(lines: readonly DayLine<Slot>[], open: readonly Span[]): DayLine<Slot>[] {
  let over = '';
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const gap = { start: over, end: line.start };
    const isKnown = before?.end !== undefined;
    const isBreak = isKnown && isShort(gap) && !open.some((one) => overlap(one, gap));
    over = [over, line.end ?? line.start].sort().at(-1) ?? over;
    return isBreak
      ? [{ ...gap, isBreak, slots: [], cells: line.cells.map(() => ({ slots: [] })) }, line]
      : [line];
  });
}

function isShort({ start, end }: { readonly start: string; readonly end: string }): boolean {
  const [from, to] = [parseWallTime(start), parseWallTime(end)];
  if (from === undefined || to === undefined) return false;
  const minutes = minutesBetween(from, to);
  return minutes > 0 && minutes <= LONGEST_BREAK;
}
