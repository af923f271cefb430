import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { mustRun, PYTHON } from './tools.ts';

const Read = z.object({
  version: z.string().nullable(),
  producer: z.string().nullable(),
  method: z.string().nullable(),
  zones: z.array(z.string()),
  faults: z.array(z.string()),
  events: z.array(
    z.object({
      uid: z.string().nullable(),
      status: z.string().nullable(),
      sequence: z.number().nullable(),
      stamp: z.string().nullable(),
      /** With the offset that the file's own time zone rules give, for example `2026-12-08T10:00:00+01:00`. */
      start: z.string().nullable(),
      startZone: z.string().nullable(),
      end: z.string().nullable(),
      summary: z.string().nullable(),
      description: z.string().nullable(),
      location: z.string().nullable(),
      organizer: z.string().nullable(),
      attendees: z.array(z.string()),
    }),
  ),
});

/** An .ics as an independent reader, python-icalendar, sees it. */
export type CalendarRead = z.infer<typeof Read>;

/** Reads an .ics with python-icalendar. Throws when it cannot be read. */
export async function readCalendar(file: string): Promise<CalendarRead> {
  const script = join(import.meta.dirname, 'inspect_ics.py');
  return Read.parse(JSON.parse(await mustRun(PYTHON, [script, file])));
}

/** What is wrong with an .ics file, as its bytes stand (RFC 5545 sections 3.1, 3.6.1) and as the reader sees it. */
export async function calendarFaults(file: string): Promise<string[]> {
  const calendar = await readCalendar(file);
  return [
    ...lineFaults(await readFile(file, 'utf8')),
    ...calendar.faults,
    ...(calendar.version === '2.0' ? [] : ['VERSION is not 2.0']),
    ...(calendar.producer === null ? ['PRODID is missing'] : []),
    ...([null, 'REQUEST', 'CANCEL'].includes(calendar.method) ? [] : ['METHOD is not one of ours']),
    ...(calendar.events.length === 0 ? ['there is no event'] : []),
    ...calendar.events.flatMap((event) => eventFaults(event, calendar)),
  ];
}

function lineFaults(text: string): string[] {
  const lines = text.split('\r\n');
  return [
    ...(lines.at(-1) === '' ? [] : ['the last line does not end in CRLF']),
    ...lines
      .filter((line) => /[\r\n]/u.test(line))
      .map((line) => `a line end is not CRLF: ${line.slice(0, 40)}`),
    ...lines
      .filter((line) => Buffer.byteLength(line) > 75)
      .map((line) => `a line is longer than 75 octets: ${line.slice(0, 40)}`),
  ];
}

function eventFaults(event: CalendarRead['events'][number], calendar: CalendarRead): string[] {
  const needed = ['uid', 'stamp', 'start', 'end', 'summary', 'sequence'] as const;
  const hasPeople = event.organizer !== null && event.attendees.length > 0;
  return [
    ...needed.filter((name) => event[name] === null).map((name) => `the event has no ${name}`),
    ...(event.startZone === 'Europe/Oslo'
      ? []
      : [`the event is in the time zone ${event.startZone ?? '(none)'}`]),
    ...(calendar.zones.includes('Europe/Oslo') ? [] : ['the file does not define Europe/Oslo']),
    ...(event.stamp?.endsWith('+00:00') === true ? [] : ['DTSTAMP is not in UTC']),
    ...((event.start ?? '') < (event.end ?? '') ? [] : ['the event ends before it starts']),
    ...(calendar.method === 'REQUEST' && !hasPeople ? ['a REQUEST needs an organizer and attendees'] : []),
  ];
}
