import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { renderIcs, withAttendee } from '../../../src/render/exchange/ics.ts';
import type { CalendarEvent, CalendarMethod } from '../../../src/render/exchange/ics.ts';
import { oneLine, paragraphsOf } from '../../../src/render/safe/plain-text.ts';

const meeting: CalendarEvent = {
  uid: 'a-2026-004@felles.example',
  sequence: 0,
  status: 'CONFIRMED',
  stamp: '2026-11-23T11:00:00Z',
  start: '2026-12-03T10:00',
  end: '2026-12-03T12:00',
  summary: 'Kvartalsmøte, 4. kvartal 2026',
  description: 'Saker:\n1. Kart; eierskap\n\nHele innkallingen ligger ved.',
  location: 'Arkitektenes Hus, Josefines gate 34, Oslo',
  url: 'https://møte.example/kvartal-4',
  organizer: { name: 'Leder "Byliv", NAL', email: 'post@byliv.example' },
  attendees: [{ name: 'Rådgiver ^ Distrikt', email: 'post@distrikt.example' }],
};

/** What a reader of another make finds. */
function read(ics: string): ICAL.Component {
  return ICAL.Component.fromString(ics);
}

function eventIn(ics: string): ICAL.Component {
  const [event, ...more] = read(ics).getAllSubcomponents('vevent');
  if (event === undefined || more.length > 0) throw new Error('There is not exactly one event');
  return event;
}

const value = (component: ICAL.Component, name: string): unknown => component.getFirstPropertyValue(name);

/** A name as every reader shows it alike: without what a parameter cannot hold. */
const shownName = (name: string): string => oneLine(name).replace(/["^]/gu, "'").replaceAll('\\', '/');

/** Lines as they stand in the file, still folded. */
const rawLines = (ics: string): readonly string[] => ics.split('\r\n').slice(0, -1);

describe('an invitation', () => {
  it('is what golden/render/meeting.ics says', async () => {
    await expect(renderIcs('REQUEST', [meeting])).toMatchFileSnapshot('../../golden/render/meeting.ics');
  });

  it('is read back as it was meant', () => {
    const event = eventIn(renderIcs('REQUEST', [meeting]));
    expect(value(event, 'summary')).toBe(meeting.summary);
    expect(value(event, 'description')).toBe(meeting.description);
    expect(value(event, 'location')).toBe(meeting.location);
    expect(value(event, 'uid')).toBe(meeting.uid);
    expect(String(value(event, 'url'))).toBe('https://xn--mte-0na.example/kvartal-4');
    expect(event.getFirstProperty('organizer')?.getParameter('cn')).toBe("Leder 'Byliv', NAL");
    expect(event.getFirstProperty('attendee')?.getParameter('cn')).toBe("Rådgiver ' Distrikt");
    expect(event.getFirstProperty('attendee')?.getFirstValue()).toBe('mailto:post@distrikt.example');
  });

  it.each(['TENTATIVE', 'CONFIRMED', 'CANCELLED'] as const)('shows as %s what is so', (status) => {
    expect(value(eventIn(renderIcs(undefined, [{ ...meeting, status }])), 'status')).toBe(status);
  });

  it.each([
    ['2026-07-01T10:00', '2026-07-01T08:00:00.000Z'],
    ['2026-12-03T10:00', '2026-12-03T09:00:00.000Z'],
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('keeps Oslo time %s', (start, instant) => {
    const calendar = read(renderIcs(undefined, [{ ...meeting, start, end: undefined }]));
    const [zone] = calendar.getAllSubcomponents('vtimezone');
    const event = calendar.getFirstSubcomponent('vevent');
    if (zone === undefined || event === null) throw new Error('no zone or no event');
    const time = event.getFirstPropertyValue('dtstart');
    if (!(time instanceof ICAL.Time)) throw new Error('no time');
    time.zone = new ICAL.Timezone(zone);
    expect(time.toJSDate().toISOString()).toBe(instant);
  });

  it('counts the last of whole days in', () => {
    const event = eventIn(renderIcs(undefined, [{ ...meeting, start: '2026-09-23', end: '2026-09-24' }]));
    expect([String(value(event, 'dtstart')), String(value(event, 'dtend'))]).toEqual([
      '2026-09-23',
      '2026-09-25',
    ]);
    const oneDay = eventIn(renderIcs(undefined, [{ ...meeting, start: '2026-12-31', end: '2026-12-31' }]));
    expect(String(value(oneDay, 'dtend'))).toBe('2027-01-01');
  });

  it('leaves out an end that is no later than the start', () => {
    const event = eventIn(renderIcs(undefined, [{ ...meeting, end: '2026-12-03T10:00' }]));
    expect(value(event, 'dtend')).toBeNull();
  });

  it('cancels, and invites nobody when it only informs', () => {
    expect(value(eventIn(renderIcs('CANCEL', [{ ...meeting, sequence: 3 }])), 'status')).toBe('CANCELLED');
    expect(value(eventIn(renderIcs('CANCEL', [{ ...meeting, sequence: 3 }])), 'sequence')).toBe(3);
    expect(eventIn(renderIcs(undefined, [meeting])).getFirstProperty('attendee')).toBeNull();
  });

  it('writes several events into one calendar', () => {
    const ics = renderIcs(undefined, [meeting, { ...meeting, uid: 'b' }]);
    expect(
      read(ics)
        .getAllSubcomponents('vevent')
        .map((event) => value(event, 'uid')),
    ).toEqual([meeting.uid, 'b']);
  });

  it.each(['nei', 'javascript:alert(1)', '\r\nBEGIN:VEVENT'])('leaves out the link %j', (url) => {
    expect(value(eventIn(renderIcs(undefined, [{ ...meeting, url }])), 'url')).toBeNull();
  });

  it.each([
    { start: '2026-12-03 10:00' },
    { start: '2026-02-31' },
    { start: '2026-12-03T10:00\r\nX:y' },
    { stamp: '2026-11-23T12:00:00+01:00' },
    { stamp: '2026-11-23' },
  ])('refuses %j', (wrong) => {
    expect(() => renderIcs(undefined, [{ ...meeting, ...wrong }])).toThrow(RangeError);
  });
});

describe('one attendee more', () => {
  const nobody = renderIcs('REQUEST', [{ ...meeting, attendees: [] }]);
  const kari = { name: 'Kari; "Ås", 👩‍👩‍👧‍👦'.repeat(4), email: 'kari@ås.example', rsvp: false };

  it('is written as if it had been there from the start', () => {
    expect(withAttendee(nobody, kari)).toBe(renderIcs('REQUEST', [{ ...meeting, attendees: [kari] }]));
  });

  it('need not answer where no answer is wanted', () => {
    const event = eventIn(withAttendee(nobody, kari));
    expect(event.getFirstProperty('attendee')?.getParameter('rsvp')).toBe('FALSE');
    expect(
      eventIn(renderIcs('REQUEST', [meeting]))
        .getFirstProperty('attendee')
        ?.getParameter('rsvp'),
    ).toBe('TRUE');
  });

  it('is only added to one event', () => {
    const two = renderIcs(undefined, [meeting, { ...meeting, uid: 'b' }]);
    for (const wrong of [two, '', 'BEGIN:VCALENDAR'])
      expect(() => withAttendee(wrong, kari)).toThrow(RangeError);
  });

  it('stands where it should, whatever the texts of the event say', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('\r\nSTATUS:X', 'STATUS:', '\nEND:VEVENT'),
        (one, two) => {
          const texts = { summary: one + two, description: two + one, location: `${one}${two}` };
          const event = eventIn(
            withAttendee(renderIcs('REQUEST', [{ ...meeting, ...texts, attendees: [] }]), kari),
          );
          expect(event.getAllProperties('attendee')).toHaveLength(1);
          expect(value(event, 'status')).toBe('CONFIRMED');
        },
      ),
    );
  });
});

describe('whatever people type', () => {
  // U+FFFD in the file is to mean that a character was split, so nobody types it here.
  const anything = fc
    .string({ unit: 'binary', maxLength: 200 })
    .map((typed) => typed.replaceAll('\uFFFD', '?'));
  const nasty = fc.oneof(
    anything,
    fc.constantFrom('\r\nBEGIN:VEVENT', 'a\\n;b,c:"d"', '\u2028X-A:b', 'å'.repeat(90), '👨‍👩‍👧'.repeat(30)),
  );
  const person = fc.record({ name: nasty, email: nasty });
  const event = fc.record({
    summary: nasty,
    description: nasty,
    location: nasty,
    url: nasty,
    organizer: person,
    uid: nasty,
    attendees: fc.array(person, { maxLength: 3 }),
  });
  const method = fc.constantFrom<(CalendarMethod | undefined)[]>('REQUEST', 'CANCEL', undefined);

  it('is one event with the same text', () => {
    fc.assert(
      fc.property(event, method, (typed, how) => {
        const found = eventIn(renderIcs(how, [{ ...meeting, ...typed }]));
        expect(value(found, 'summary') ?? '').toBe(oneLine(typed.summary));
        expect(value(found, 'location') ?? '').toBe(oneLine(typed.location));
        const description = paragraphsOf(typed.description)
          .map((lines) => lines.join('\n'))
          .join('\n\n');
        expect(value(found, 'description') ?? '').toBe(description);
        expect(found.getFirstProperty('organizer')?.getParameter('cn') ?? '').toBe(
          how === undefined ? '' : shownName(typed.organizer.name),
        );
        expect(found.getAllProperties('attendee')).toHaveLength(
          how === undefined ? 0 : typed.attendees.length,
        );
      }),
    );
  });

  it('adds no line of its own, and none is longer than 75 octets', () => {
    const known =
      /^(?:BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|DTSTART|RRULE|UID|DTSTAMP|SEQUENCE|DTEND|SUMMARY|DESCRIPTION|LOCATION|URL|ORGANIZER|ATTENDEE|STATUS)[:;]/u;
    fc.assert(
      fc.property(event, method, (typed, how) => {
        for (const line of rawLines(renderIcs(how, [{ ...meeting, ...typed }]))) {
          expect(line.startsWith(' ') || known.test(line)).toBe(true);
          expect(line).not.toMatch(/[\r\n\u2028\uFFFD]/u);
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
      }),
    );
  });

  it('splits no character when it folds', () => {
    const ics = renderIcs(undefined, [{ ...meeting, summary: `${'a'.repeat(60)}${'😀'.repeat(40)}` }]);
    const bytes = new TextEncoder().encode(ics);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(ics);
    for (const line of rawLines(ics)) expect(/\p{Surrogate}/u.test(line)).toBe(false);
  });
});
