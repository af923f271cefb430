import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programme } from '../../src/papers/programme/programme.ts';
import { scheduleOf } from '../../src/papers/programme/schedule.ts';
import { renderScheduleJson, renderScheduleXml } from '../../src/render/exchange/schedule.ts';
import type { Schedule } from '../../src/domain/schedule.ts';
import { dateCell, nowAt, type RowInput } from '../support/build-workbook.ts';
import { registerWith } from '../support/announcements.ts';
import { anyCodeUnits } from '../support/any-text.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const scheduleWith = (more: RowInput, start = '2027-04-15T10:00'): Schedule => {
  const register = registerWith({
    Aktiviteter: [
      {
        ID: 'A-2027-002',
        Type: 'Konferanse',
        Tittel: 'Konferanse',
        Part: 'Felles',
        Status: 'Planlagt',
        Start: dateCell(start),
      },
    ],
    Program: [
      {
        ID: 'P-2027-014',
        Aktivitet: 'A-2027-002',
        Start: dateCell(start),
        Slutt: '11:30',
        Tittel: 'Innslag',
        Status: 'Bekreftet',
        ...more,
      },
    ],
    Tekster: [],
  });
  return scheduleOf(programme(register, undefined, nowAt('2026-11-23T12:00')), 'nb', hash);
};

describe('a programme for other programs', () => {
  it('has days, rooms and events with the time in Oslo', () => {
    const { days } = scheduleWith({ Rom: 'Storsalen', Innleder: 'Ordfører', Organisasjon: 'Vefsn kommune' });
    expect(days).toMatchObject([
      {
        index: 1,
        date: '2027-04-15',
        start: '2027-04-15T10:00:00+02:00',
        end: '2027-04-15T23:59:00+02:00',
        rooms: [
          {
            name: 'Storsalen',
            events: [
              {
                id: 2_027_014,
                slug: 'p-2027-014',
                title: 'Innslag',
                room: 'Storsalen',
                date: '2027-04-15T10:00:00+02:00',
                start: '10:00',
                duration: '01:30',
                persons: [{ id: 2_027_014, name: 'Ordfører, Vefsn kommune' }],
              },
            ],
          },
        ],
      },
    ]);
    expect(days[0]?.rooms[0]?.events[0]?.guid).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
    );
    expect(scheduleWith({}, '2027-11-15T10:00').days[0]?.start).toBe('2027-11-15T10:00:00+01:00');
  });

  it('names no speaker who has not said yes', () => {
    const [day] = scheduleWith({ Innleder: 'Ordfører', Status: 'Spurt' }).days;
    expect(day?.rooms[0]?.events[0]?.persons).toEqual([]);
  });

  it('holds whatever people typed as text, in XML and in JSON', () => {
    fc.assert(
      fc.property(anyCodeUnits, (typed) => {
        const schedule = scheduleWith({ Rom: `x${typed}`, Tittel: `x${typed}`, Innleder: `x${typed}` });
        const text = schedule.days[0]?.rooms[0]?.events[0]?.title ?? '';
        const xml = renderScheduleXml(schedule);
        // Each tag is one of ours, and each `&` begins an entity of ours.
        const tags = xml.replace(/^<\?xml[^\n]*\n/u, '').match(/<\/?[a-z_]+/gu) ?? [];
        expect(new Set(tags.map((tag) => tag.replace('/', ''))).size).toBeLessThan(35);
        expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/u);
        expect(xml.split('<event ')).toHaveLength(2);
        expect(JSON.parse(renderScheduleJson(schedule))).toMatchObject({
          schedule: { conference: { daysCount: 1 } },
        });
        expect(text.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
