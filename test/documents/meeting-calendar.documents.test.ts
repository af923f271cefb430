import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, expect, test } from 'vitest';
import { beginMeetingStory, nextMeeting } from '../support/meeting-story.ts';
import { calendarFaults, readCalendar, type CalendarRead } from './checks/calendar.ts';
import { temporaryFolder } from './checks/tools.ts';

const { folder, remove } = await temporaryFolder();
const story = await beginMeetingStory();
afterAll(async () => {
  await story.world.remove();
  await remove();
});

/** What the first recipient of a mailing gets for the calendar, as python-icalendar reads it. */
async function received(mailing: string, standard: string): Promise<CalendarRead> {
  const mail = await PostalMime.parse(
    await readFile(join(story.folderOf(mailing), `preview.${standard}.eml`)),
  );
  const attached = mail.attachments.find(({ filename }) => filename === 'mote.ics');
  const file = join(folder, `${mailing}.${standard}.ics`);
  const content = attached?.content ?? '';
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  // The reader of the mail takes away the carriage returns.
  await writeFile(file, text.replace(/\r?\n/gu, '\r\n'));
  expect(await calendarFaults(file)).toEqual([]);
  const calendar = await readCalendar(file);
  const [event, ...more] = calendar.events;
  // RFC 5546 sections 3.2.2 and 3.2.5: one event, an organizer, and the attendee who gets it.
  expect([more, event?.organizer]).toEqual([[], 'mailto:samarbeid@felles.example']);
  expect(event?.attendees).toEqual([`mailto:${mail.to?.[0]?.address ?? ''}`]);
  return calendar;
}

test('invitation, new time and cancellation are one event to another reader, each above the one before', async () => {
  const make = `agenda -- --meeting ${nextMeeting} --number --mailing`;
  await story.run(make);
  await story.send('agenda-r1');
  await story.type('Aktiviteter', nextMeeting, {
    Start: { wallTime: '2026-12-10T12:00' },
    Slutt: { wallTime: '2026-12-10T13:30' },
  });
  await story.run(make, '2026-11-24T12:00');
  await story.send('agenda-r2');
  await story.type('Aktiviteter', nextMeeting, { Status: 'Avlyst' });
  await story.run(`agenda -- --meeting ${nextMeeting} --mailing`, '2026-11-25T12:00');
  for (const standard of ['nb', 'nn']) {
    const chain = [];
    for (const mailing of ['agenda-r1', 'agenda-r2', 'cancellation-r1'])
      chain.push(await received(mailing, standard));
    expect(new Set(chain.map(({ events }) => events[0]?.uid)).size).toBe(1);
    expect(chain.map(({ method, events }) => [method, events[0]?.sequence, events[0]?.start])).toEqual([
      ['REQUEST', 0, '2026-12-03T10:00:00+01:00'],
      ['REQUEST', 1, '2026-12-10T12:00:00+01:00'],
      ['CANCEL', 2, '2026-12-10T12:00:00+01:00'],
    ]);
    const [first, second, third] = chain.map(({ events }) => events[0]?.status);
    expect([['TENTATIVE', 'CONFIRMED'].includes(first ?? ''), second === first, third]).toEqual([
      true,
      true,
      'CANCELLED',
    ]);
    const stamps = chain.map(({ events }) => events[0]?.stamp ?? '');
    expect(stamps.toSorted()).toEqual(stamps);
  }
});
