import { expect, test } from 'vitest';
import { eventsList } from '../../../../src/app/page/papers/events-list.ts';
import { parseWallTime } from '../../../../src/domain/time.ts';
import type { CalendarEvent } from '../../../../src/render/exchange/ics.ts';
import { renderText } from '../../../../src/render/text/text.ts';

const now = parseWallTime('2026-11-23T12:00');

const event = (summary: string, start: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: summary, sequence: 0, status: 'CONFIRMED', stamp: '2026-11-23T11:00:00Z' },
  ...{ summary, start, ...more },
});

const listed = (events: readonly CalendarEvent[], undated = 0, isSample = false): string => {
  if (now === undefined) throw new Error('no time');
  const { document } = eventsList({ events, undated }, { standard: 'nb', now, isSample });
  return renderText(document).replaceAll('\u00A0', ' ');
};

test('what comes is told in order, what has been the last first, each with its time and place', () => {
  const text = listed([
    event('Eldst', '2024-01-02'),
    event('Samling', '2026-11-20', { end: '2026-11-23' }),
    event('Møte', '2026-12-03T10:00', { end: '2026-12-03T11:30', location: 'Hamar' }),
    event('Natt', '2027-01-02T22:00', { end: '2027-01-03T01:00', status: 'CANCELLED' }),
    event('I går', '2026-11-22T09:00'),
  ]);
  const [coming = '', past = ''] = text.split('Tidligere');
  const lines = (part: string): string[] =>
    (part.match(/^.*\d{4} .*$/gmu) ?? []).map((line) => line.trim().replaceAll(/ {2,}/gu, ' | '));
  expect(lines(coming)).toEqual([
    '20.–23. november 2026 | Samling',
    '3. desember 2026 | 10.00–11.30 | Møte | Hamar',
    '2.–3. januar 2027 | 22.00–01.00 | Avlyst: Natt',
  ]);
  expect(lines(past)).toEqual(['22. november 2026 | 09.00 | I går', '2. januar 2024 | Eldst']);
});

test('what is left out is counted', () => {
  const many = Array.from({ length: 203 }, (_, index) => event(`Nr. ${String(index)}`, '2025-03-01'));
  const text = listed(many, 1);
  expect(text).toContain('1 aktivitet framover har ingen dato ennå, og er ikke med.');
  expect(text).toContain('3 eldre hendelser er med i filen, men ikke i listen.');
  expect(text).toContain('Ingenting.');
  expect(text).toContain('Nr. 202');
  expect(text).not.toMatch(/Nr\. 2\b/u);
  expect(listed([])).not.toContain('ikke med');
});

test('words of a cell stay words, and a sample says so', () => {
  const text = listed([event('<b>**A**\n# B', '2026-12-01')], 0, true);
  expect(text).toContain('<b>**A** # B');
  expect(text).toContain('Eksempel: Dette er laget av et prøveregister');
  expect(listed([])).not.toContain('Eksempel');
});
