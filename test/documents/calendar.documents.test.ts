import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { calendarFaults, readCalendar } from './checks/calendar.ts';
import { temporaryFolder } from './checks/tools.ts';

const { folder, remove } = await temporaryFolder();
afterAll(remove);

const SOUND = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Felles//planted//NB
METHOD:CANCEL
BEGIN:VTIMEZONE
TZID:Europe/Oslo
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:planted@felles
SEQUENCE:0
DTSTAMP:20261123T110000Z
DTSTART;TZID=Europe/Oslo:20261208T100000
DTEND;TZID=Europe/Oslo:20261208T113000
SUMMARY:Kvartalsmøte\\, fjerde kvartal
END:VEVENT
END:VCALENDAR
`;

let planted = 0;

async function plant(was = '', becomes = '', lineEnd = '\r\n'): Promise<string> {
  expect(SOUND).toContain(was);
  const file = join(folder, `planted-${String(planted++)}.ics`);
  await writeFile(file, SOUND.replace(was, becomes).replaceAll('\n', lineEnd));
  return file;
}

describe('the .ics checks bite', () => {
  test('a file in order passes, and is read as it was meant', async () => {
    const file = await plant();
    expect(await calendarFaults(file)).toEqual([]);
    const { events } = await readCalendar(file);
    expect(events[0]).toMatchObject({
      start: '2026-12-08T10:00:00+01:00',
      summary: 'Kvartalsmøte, fjerde kvartal',
    });
  });

  test.each([
    ['a line that is not folded', 'fjerde kvartal', 'fjerde kvartal '.repeat(6), 'longer than 75 octets'],
    ['no UID', 'UID:planted@felles\n', '', 'the event has no uid'],
    ['a moment that floats', 'DTSTART;TZID=Europe/Oslo:', 'DTSTART:', 'the time zone (none)'],
    ['a stamp without Z', '110000Z', '110000', 'DTSTAMP is not in UTC'],
    ['a METHOD that is none of ours', 'METHOD:CANCEL', 'METHOD:PUBLISH', 'METHOD is not one of ours'],
    ['a request to nobody', 'METHOD:CANCEL', 'METHOD:REQUEST', 'a REQUEST needs'],
    ['an end before the start', 'T113000', 'T093000', 'ends before it starts'],
  ])('%s', async (_what, was, becomes, fault) => {
    expect((await calendarFaults(await plant(was, becomes))).join('\n')).toContain(fault);
  });

  test('line ends of another kind', async () => {
    expect((await calendarFaults(await plant('', '', '\n'))).join('\n')).toContain('not CRLF');
  });

  test('an event that does not end will not be read', async () => {
    await expect(readCalendar(await plant('END:VEVENT\n', ''))).rejects.toThrow();
  });
});
