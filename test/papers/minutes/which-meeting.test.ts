import { describe, expect, it } from 'vitest';
import { minutesMeeting } from '../../../src/papers/minutes/which-meeting.ts';
import { nowAt, type RowInput, type TabsInput } from '../../support/build-workbook.ts';
import { meeting, meetings, registerOf } from '../../support/meetings.ts';
import { refusalOf } from '../../support/refusal.ts';

const which = (now: string, more: TabsInput = {}, asked?: string): unknown => {
  const { meeting: found, ...why } = minutesMeeting(
    registerOf({ Aktiviteter: meetings, ...more }),
    asked,
    nowAt(now),
  );
  return { id: found.id, ...why };
};

const withLast = (more: RowInput): TabsInput => ({
  Aktiviteter: [...meetings.slice(0, 2), meeting('A-2026-003', '2026-09-17', more), ...meetings.slice(3)],
});

const version: TabsInput = {
  Formidlet: [
    {
      'Tid (UTC)': '2026-09-20T10:00:00Z',
      Type: 'Referat',
      Gjelder: 'A-2026-003',
      Utsendelse: 'A-2026-003.v1',
    },
  ],
};

describe('the meeting that minutes are for', () => {
  it('is the one held last, for sixty days', () => {
    expect(which('2026-09-17T12:00')).toEqual({ id: 'A-2026-003', is: 'held', days: 0 });
    expect(which('2026-11-16T12:00')).toEqual({ id: 'A-2026-003', is: 'held', days: 60 });
    const passed = { id: 'A-2026-003', has: 'passed' };
    expect(which('2026-11-17T12:00')).toEqual({ id: 'A-2026-004', is: 'next', last: passed });
  });

  it('is the next while it lasts', () => {
    expect(which('2026-12-03T11:30')).toMatchObject({ id: 'A-2026-004', is: 'next' });
    expect(which('2026-12-03T11:31')).toEqual({ id: 'A-2026-004', is: 'held', days: 0 });
  });

  it.each([
    ['a version is kept', version],
    ['a party has approved them', withLast({ 'Godkjent av Distriktssenteret': 'Seksjonssjef' })],
  ])('is the next where %s', (_, more) => {
    const last = { id: 'A-2026-003', has: 'minutes' };
    expect(which('2026-09-25T12:00', more)).toEqual({ id: 'A-2026-004', is: 'next', last });
  });

  it('is the next of a register without an earlier one', () => {
    const only = { Aktiviteter: [meeting('A-2026-004', '2026-12-03')] };
    expect(which('2026-11-23T12:00', only)).toEqual({ id: 'A-2026-004', is: 'next', last: undefined });
  });

  it('is the one that is named', () => {
    expect(which('2026-09-25T12:00', {}, 'next')).toEqual({ id: 'A-2026-004', is: 'named' });
    expect(which('2026-09-25T12:00', {}, 'Møte 2026-03-12')).toEqual({ id: 'A-2026-001', is: 'named' });
  });

  it('is not guessed where a row that cannot be read may be a later one', () => {
    const unread = (start: string): TabsInput => ({
      Aktiviteter: [...meetings, meeting('A-2026-009', start, { Part: 'ukjent' })],
    });
    expect(() => which('2026-10-20T12:00', unread('2026-10-08'))).toThrow(
      /may be the last quarterly meeting/u,
    );
    expect(which('2026-10-20T12:00', unread('2026-05-08'))).toMatchObject({ id: 'A-2026-003' });
  });

  it.each([
    ['Avlyst', /is cancelled\. → A cancelled meeting has no minutes\. Change/u],
    ['Idé', /only an idea\. → An idea has no minutes/u],
  ])('is none with the status %s', async (Status, refusal) => {
    const off = { Aktiviteter: [...meetings, meeting('A-2026-009', '2026-10-08', { Status })] };
    const asked = Promise.resolve().then(() => which('2026-11-01T12:00', off, 'A-2026-009'));
    expect(await refusalOf(asked)).toMatch(refusal);
  });
});
