/**
 * iCalendar files (RFC 5545, and RFC 5546 for invitations). A writer of our own, since existing ones get Oslo time wrong
 * on machines elsewhere or let a line break in a cell become a property of the event.
 */
import { addDays, parseDay, parseWallTime } from '../../domain/time.ts';
import { mailtoUri, safeLink } from '../safe/link-target.ts';
import { oneLine, paragraphsOf } from '../safe/plain-text.ts';

/** REQUEST: you are invited. CANCEL: the event is cancelled. */
export type CalendarMethod = 'REQUEST' | 'CANCEL';

/** How sure an event is (RFC 5545 section 3.8.1.11). A calendar shows which events are tentative or cancelled. */
export type CalendarStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';

export interface CalendarAddress {
  readonly name: string;
  /** One plain address, `post@nal.example`. */
  readonly email: string;
}

export interface CalendarAttendee extends CalendarAddress {
  /** Whether the organizer wants an answer (RFC 5545 section 3.2.17); yes, unless it is false. */
  readonly rsvp?: boolean | undefined;
}

export interface CalendarEvent {
  /** Stable for the life of the event: from its ID, never from its time or title. */
  readonly uid: string;
  /** Raised when an event that was sent out is moved or changed (RFC 5545 section 3.8.7.4). */
  readonly sequence: number;
  /** With CANCEL an event is cancelled, whatever the value here (RFC 5546 section 3.2.5). */
  readonly status: CalendarStatus;
  /**
   * When the file was made, an instant in UTC as `2026-11-23T11:00:00Z`. Of two with the same number the later one applies
   * (RFC 5546 section 2.1.5), so it is the time of the run and never goes back.
   */
  readonly stamp: string;
  /** Oslo time `2026-12-03T10:00`, or a day `2026-12-03` for an event of whole days. */
  readonly start: string;
  /** As `start`; for whole days the last one, included. */
  readonly end?: string | undefined;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  /** Left out unless it may be a link (link-target.ts). */
  readonly url?: string | undefined;
  readonly organizer?: CalendarAddress | undefined;
  readonly attendees?: readonly CalendarAttendee[] | undefined;
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

/**
 * A parameter in double quotes (section 3.2). Programs disagree on how a quotation mark or a backslash is written there
 * (few support the `^` of RFC 6868), so a name gets the nearest mark that all of them show alike.
 */
const quoted = (text: string): string => `"${oneLine(text).replace(/["^]/gu, "'").replaceAll('\\', '/')}"`;

/** What comes after the attendees. */
const statusLine = '\r\nSTATUS:';

const encoder = new TextEncoder();

/** Folds at 75 octets without splitting a character; each further line begins with a space (section 3.1). */
function fold(content: string): string {
  if (content.length <= 75 && /^[ -~]*$/u.test(content)) return content;
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of content) {
    const size = character < '\u0080' ? 1 : encoder.encode(character).length;
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

/** An instant in UTC, without its fractions of a second. */
function utc(stamp: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(stamp))
    throw new RangeError(`no instant in UTC: ${stamp}`);
  return `${compact(stamp.slice(0, 19))}Z`;
}

/** `20261203T100000`, `20261203` or `20261123T110000Z`: digits in the form of the standard. */
const compact = (time: string): string => time.replace(/[-:]/gu, '');

/** A start or an end: a wall time in Oslo, or a day. The end of whole days is the day after the last (3.6.1). */
function timeLine(name: 'DTSTART' | 'DTEND', time: string): string {
  const day = parseDay(time);
  if (day !== undefined) return `${name};VALUE=DATE:${compact(name === 'DTEND' ? addDays(day, 1) : day)}`;
  if (parseWallTime(time) === undefined) throw new RangeError(`neither a day nor a wall time: ${time}`);
  return `${name};TZID=Europe/Oslo:${compact(time)}00`;
}

/** An end must be later than the start (3.8.2.2); an event without one has no length, or lasts one day. */
function endLine({ start, end }: CalendarEvent): readonly string[] {
  const isLater = end !== undefined && (end > start || (end === start && parseDay(end) !== undefined));
  return isLater ? [timeLine('DTEND', end)] : [];
}

function attendeeLine(attendee: CalendarAttendee): string {
  const rsvp = attendee.rsvp === false ? 'FALSE' : 'TRUE';
  return `ATTENDEE;CN=${quoted(attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=${rsvp}:${mailtoUri(attendee.email)}`;
}

function eventLines(method: CalendarMethod | undefined, event: CalendarEvent): readonly string[] {
  const { description, location, url, organizer, attendees = [] } = event;
  const link = url === undefined ? undefined : safeLink(url);
  return [
    'BEGIN:VEVENT',
    `UID:${line(event.uid)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `SEQUENCE:${String(event.sequence)}`,
    timeLine('DTSTART', event.start),
    ...endLine(event),
    `SUMMARY:${line(event.summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${lines(description)}`]),
    ...(location === undefined ? [] : [`LOCATION:${line(location)}`]),
    ...(link === undefined ? [] : [`URL:${link}`]),
    ...(organizer === undefined || method === undefined
      ? []
      : [`ORGANIZER;CN=${quoted(organizer.name)}:${mailtoUri(organizer.email)}`]),
    ...(method === undefined ? [] : attendees).map(attendeeLine),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : event.status}`,
    'END:VEVENT',
  ];
}

/**
 * A calendar file. Without a method it is a file to import: it is not a message from anybody, so it has neither organizer
 * nor attendees (RFC 5545 section 3.7.2), and the person who imports it owns the events. Every line ends in CRLF; the same
 * events give the same bytes. Throws RangeError for an invalid time or stamp, which no cell can cause.
 */
export function renderIcs(method: CalendarMethod | undefined, events: readonly CalendarEvent[]): string {
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Felles//Felles//NO',
    'CALSCALE:GREGORIAN',
    ...(method === undefined ? [] : [`METHOD:${method}`]),
    ...oslo,
    ...events.flatMap((event) => eventLines(method, event)),
    'END:VCALENDAR',
  ];
  return calendar.map((content) => `${fold(content)}\r\n`).join('');
}

/**
 * The file of one event with one more attendee: what thousands are invited to is written once and then only added to.
 * `ics` is what `renderIcs` gave for one event, REQUEST or CANCEL. Throws RangeError for any other text.
 */
export function withAttendee(ics: string, attendee: CalendarAttendee): string {
  // Only properties begin a line: what a value says is folded or escaped.
  const [before = '', after, ...more] = ics.split(statusLine);
  if (after === undefined || more.length > 0) throw new RangeError('not the calendar file of one event');
  return `${before}\r\n${fold(attendeeLine(attendee))}${statusLine}${after}`;
}
