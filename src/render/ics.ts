/**
 * iCalendar files (RFC 5545, and RFC 5546 for invitations). A writer of our own, since those that there are get Oslo
 * time wrong on machines elsewhere or let a line break in a cell become a property of the event.
 */
import { addDays, parseDay, parseWallTime } from '../domain/time.ts';
import { oneLine, paragraphsOf } from './plain-text.ts';

/** PUBLISH: here is an event. REQUEST: you are invited. CANCEL: the event is off. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarAddress {
  readonly name: string;
  /** A single address that has been parsed (register/cells/email.ts). */
  readonly email: string;
}

export interface CalendarEvent {
  /** Stable for the life of the event: from its ID, never from its time or title. */
  readonly uid: string;
  /** Raised when an event that was sent out is moved or changed (RFC 5545 section 3.8.7.4). */
  readonly sequence: number;
  /** When the file was made, an instant in UTC as `2026-11-23T11:00:00Z`. */
  readonly stamp: string;
  /** Oslo time `2026-12-03T10:00`, or a day `2026-12-03` for an event of whole days. */
  readonly start: string;
  /** As `start`; of whole days the last one, included. */
  readonly end?: string | undefined;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly url?: string | undefined;
  readonly organizer?: CalendarAddress | undefined;
  readonly attendees?: readonly CalendarAddress[] | undefined;
}

/** Oslo time since 1996: summer time from the last Sunday of March to that of October (directive 2000/84/EC). */
const oslo = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Oslo',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** A value of type TEXT (RFC 5545 section 3.3.11): backslash, semicolon, comma and line break are escaped. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/gu, (character) => `\\${character}`).replace(/\n/gu, '\\n');

const line = (text: string): string => escaped(oneLine(text));

const lines = (text: string): string =>
  escaped(
    paragraphsOf(text)
      .map((paragraph) => paragraph.join('\n'))
      .join('\n\n'),
  );

/** A parameter between double quotes, which cannot itself hold one (section 3.2). */
const quoted = (text: string): string => `"${oneLine(text).replace(/"/gu, "'")}"`;

/** Only what an address is made of; anything else would be a fault of ours, since addresses come parsed. */
function mailto({ email }: CalendarAddress): string {
  if (!/^[\x21-\x7E]+@[\w.-]+$/u.test(email)) throw new RangeError('not a parsed e-mail address');
  return `mailto:${email}`;
}

const encoder = new TextEncoder();

/** Folds at 75 octets without splitting a character; each further line begins with a space (section 3.1). */
function fold(content: string): string {
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of content) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...folded, current].join('\r\n');
}

/** `20261203T100000`, `20261203` or `20261123T110000Z`: digits as the standard wants them. */
const compact = (time: string): string => time.replace(/[-:]/gu, '');

/** A start or an end: a wall time in Oslo, or a day. The end of whole days is the day after the last (3.6.1). */
function timeLine(name: 'DTSTART' | 'DTEND', time: string): string {
  const day = parseDay(time);
  if (day !== undefined) return `${name};VALUE=DATE:${compact(name === 'DTEND' ? addDays(day, 1) : day)}`;
  if (parseWallTime(time) === undefined) throw new RangeError(`neither a day nor a wall time: ${time}`);
  return `${name};TZID=Europe/Oslo:${compact(time)}00`;
}

function eventLines(method: CalendarMethod, event: CalendarEvent): readonly string[] {
  const { end, description, location, url, organizer, attendees = [] } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${line(event.uid)}`,
    `DTSTAMP:${compact(event.stamp)}`,
    `SEQUENCE:${String(event.sequence)}`,
    timeLine('DTSTART', event.start),
    ...(end === undefined ? [] : [timeLine('DTEND', end)]),
    `SUMMARY:${line(event.summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${lines(description)}`]),
    ...(location === undefined ? [] : [`LOCATION:${line(location)}`]),
    ...(url !== undefined && URL.canParse(url) ? [`URL:${new URL(url).href}`] : []),
    ...(organizer === undefined ? [] : [`ORGANIZER;CN=${quoted(organizer.name)}:${mailto(organizer)}`]),
    ...attendees.map(
      (attendee) =>
        `ATTENDEE;CN=${quoted(attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${mailto(attendee)}`,
    ),
    method === 'CANCEL' ? 'STATUS:CANCELLED' : 'STATUS:CONFIRMED',
    'END:VEVENT',
  ];
}

/** A calendar file. Ends in CRLF as every line of it; the same events give the same bytes. */
export function renderIcs(method: CalendarMethod, events: readonly CalendarEvent[]): string {
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Felles//Felles//NO',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...oslo,
    ...events.flatMap((event) => eventLines(method, event)),
    'END:VCALENDAR',
  ];
  return calendar.map((content) => `${fold(content)}\r\n`).join('');
}
