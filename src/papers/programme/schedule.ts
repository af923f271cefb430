/** Converts a programme to the form that other programs read. */
import { instantOf, minutesBetween, parseWallTime, toSerial, type WallTime } from '../../domain/time.ts';
import type { Schedule, ScheduleEvent } from '../../domain/schedule.ts';
import type { Hash } from '../../domain/recipient-key.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { plainIn } from '../../domain/standard-text.ts';
import type { Programme, SlotView } from './view.ts';

/** The offset of Oslo from UTC at a wall time, as ISO 8601 has it. */
function withOffset(time: WallTime): string {
  const utc = parseWallTime(instantOf(time).toISOString().slice(0, 16)) ?? time;
  const minutes = Math.round((toSerial(time) - toSerial(utc)) * 1440);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${time}:00+${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** A UUID of version 8 (RFC 9562 section 5.8): made from a hash of ours. */
function uuidOf(hash: Hash, key: string): string {
  const digits = hash(`felles|${key}`);
  const variant = ((Number.parseInt(digits.charAt(16), 16) % 4) + 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

/** `01:30`; a slot without an end has no length. */
function durationOf(start: WallTime, end: WallTime | undefined): string {
  const minutes = end === undefined ? 0 : Math.max(0, minutesBetween(start, end));
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const digitsOf = (id: string): number => Number(id.replaceAll(/\D/gu, '')) || 1;

/** The place without rooms. */
const onlyRoom: Readonly<Record<NorwegianStandard, string>> = { nb: 'Hovedsalen', nn: 'Hovudsalen' };

/**
 * The programme in one written standard. Speakers are named once they have confirmed. Slots without a time are left out.
 */
export function scheduleOf(programme: Programme, standard: NorwegianStandard, hash: Hash): Schedule {
  const { activity, days, released } = programme;
  const first = days[0]?.day ?? activity.when.first;
  return {
    version: released === undefined ? '0' : String(released.version),
    acronym: activity.id.toLowerCase(),
    title: plainIn(activity.title, standard),
    language: standard,
    start: first,
    end: days.at(-1)?.day ?? activity.when.last,
    days: days.map(({ day, slots }, index) => {
      const events = slots.flatMap((slot) => eventOf(slot, standard, hash));
      const names = [...new Set(events.map(({ room }) => room))];
      return {
        index: index + 1,
        date: day,
        start: events[0]?.date ?? '',
        end: events.map(endOf).sort().at(-1) ?? '',
        rooms: names.map((name) => ({ name, events: events.filter(({ room }) => room === name) })),
      };
    }),
  };
}

const endOf = ({ date }: ScheduleEvent): string => `${date.slice(0, 10)}T23:59:00${date.slice(19)}`;

function eventOf(slot: SlotView, standard: NorwegianStandard, hash: Hash): readonly ScheduleEvent[] {
  const start = parseWallTime(slot.start ?? '');
  if (start === undefined) return [];
  const end = parseWallTime(slot.end ?? '');
  const { id, speaker, organisation, status } = slot;
  const name = [speaker, organisation].filter((part) => part !== undefined).join(', ');
  return [
    {
      id: digitsOf(id),
      guid: uuidOf(hash, id),
      slug: id.toLowerCase(),
      title: plainIn(slot.title, standard),
      room: slot.room ?? onlyRoom[standard],
      date: withOffset(start),
      start: start.slice(11),
      duration: durationOf(start, end),
      persons: status === 'confirmed' && name !== '' ? [{ id: digitsOf(id), name }] : [],
    },
  ];
}
