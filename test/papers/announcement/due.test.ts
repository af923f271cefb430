import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerEvents } from '../../../src/domain/ledger-event.ts';
import { addDays, dayOf, wallTimeFrom } from '../../../src/domain/time.ts';
import {
  dueTexts,
  textOfKind,
  webinarTexts,
  type WebinarText,
} from '../../../src/papers/announcement/due.ts';
import { planEvents, planTable } from '../../../src/papers/announcement/plan-table.ts';
import { dateCell, nowAt, type RowInput } from '../../support/build-workbook.ts';
import { eventRow, lookAt, recipientRow, registerWith, webinarRow } from '../../support/webinars.ts';

const id = 'A-2026-031';
const start = '2026-12-15T10:00';
const gjelder = (time: string): RowInput => ({ gjelder: time });

/** The texts of one webinar with their states: `reminder-7: coming`. */
function statesAt(time: string, ledger: readonly RowInput[] = [], webinar: RowInput = {}): readonly string[] {
  const register = registerWith({
    Aktiviteter: [webinarRow(id, start, webinar)],
    Mottakere: [recipientRow('4601', { 'E-post': 'post@nr4601.example' })],
    Utsendelser: ledger,
  });
  return webinarTexts(lookAt(register, nowAt(time))).map(named);
}

const named = ({ kind, offsetDays, state }: WebinarText): string =>
  `${kind}${kind === 'reminder' ? `-${String(offsetDays)}` : ''}: ${state}`;

const sent = (mailing: string, time = start, event = 'sendt'): RowInput =>
  eventRow(`${id}.${mailing}`, 'post@nr4601.example', event, gjelder(time));

const announced = sent('announcement.r1');

describe('the texts of a webinar', () => {
  const cases: readonly (readonly [string, string, readonly RowInput[], readonly string[]])[] = [
    [
      'long before',
      '2026-11-16T23:59',
      [],
      ['announcement: coming', 'reminder-7: coming', 'reminder-1: coming', 'followup: coming'],
    ],
    [
      'on the day of the announcement',
      '2026-11-17T00:00',
      [],
      ['announcement: due', 'reminder-7: coming', 'reminder-1: coming', 'followup: coming'],
    ],
    [
      'a week after its day',
      '2026-11-24T12:00',
      [],
      ['announcement: overdue', 'reminder-7: coming', 'reminder-1: coming', 'followup: coming'],
    ],
    [
      'more than a week after its day',
      '2026-11-25T12:00',
      [],
      ['announcement: overdue', 'reminder-7: coming', 'reminder-1: coming', 'followup: coming'],
    ],
    [
      'when it has been sent',
      '2026-11-18T12:00',
      [announced],
      ['announcement: sent', 'reminder-7: coming', 'reminder-1: coming', 'followup: coming'],
    ],
    [
      'on the day of the last reminder, the one before it missed',
      '2026-12-14T08:00',
      [announced],
      ['announcement: sent', 'reminder-7: passed', 'reminder-1: due', 'followup: coming'],
    ],
    [
      'a minute before it begins',
      '2026-12-15T09:59',
      [announced],
      ['announcement: sent', 'reminder-7: passed', 'reminder-1: overdue', 'followup: coming'],
    ],
    [
      'as it begins',
      '2026-12-15T10:00',
      [announced],
      ['announcement: sent', 'reminder-7: passed', 'reminder-1: passed', 'followup: coming'],
    ],
    [
      'after Christmas, which the follow-up was moved before',
      '2027-01-08T10:00',
      [announced, sent('reminder-7.r1'), sent('reminder-1.r1')],
      ['announcement: sent', 'reminder-7: sent', 'reminder-1: sent', 'followup: overdue'],
    ],
  ];
  it.each(cases)('stand so %s', (_, time, ledger, expected) => {
    expect(statesAt(time, ledger)).toEqual(expected);
  });

  it('are not made again where they were only written, and nobody is taken to have got them', () => {
    const written = sent('announcement.r1', start, 'skrevet');
    expect(statesAt('2026-11-18T12:00', [written])[0]).toBe('announcement: written');
    // To be told of a move, or that it is off, one must have been told.
    expect(statesAt('2026-11-18T12:00', [sent('announcement.r1', '2026-12-16T10:00', 'skrevet')])).toEqual([
      'announcement: written',
      'reminder-7: coming',
      'reminder-1: coming',
      'followup: coming',
    ]);
    expect(statesAt('2026-11-18T12:00', [written], { Status: 'Avlyst' })).toEqual([]);
    const opened = sent('announcement.r1', start, 'ikke sendt');
    expect(
      statesAt('2026-11-18T12:00', [
        { ...written, forsøk: 1 },
        { ...opened, forsøk: 2 },
      ])[0],
    ).toBe('announcement: overdue');
  });

  it('count as sent when the outcome is unclear or unknown, not when it failed', () => {
    const stateFor = (event: string): string | undefined =>
      statesAt('2026-11-18T12:00', [sent('announcement.r1', start, event)])[0];
    expect(Object.fromEntries(Object.values(ledgerEvents).map((event) => [event, stateFor(event)]))).toEqual({
      krevd: 'announcement: sent',
      skrevet: 'announcement: written',
      sendt: 'announcement: sent',
      feilet: 'announcement: overdue',
      'ikke sendt': 'announcement: overdue',
      uavklart: 'announcement: sent',
      'i retur': 'announcement: overdue',
      avmeldt: 'announcement: sent',
    });
  });

  it('go by the last event of a recipient', () => {
    const events = ['krevd', 'feilet'].map((event) => sent('announcement.r1', start, event));
    expect(statesAt('2026-11-18T12:00', events)[0]).toBe('announcement: overdue');
    // However people have sorted the rows.
    expect(statesAt('2026-11-18T12:00', events.toReversed())[0]).toBe('announcement: overdue');
  });

  it('are none for an idea, and none of a cancelled webinar that nobody was told of', () => {
    expect(statesAt('2026-11-18T12:00', [], { Status: 'Idé' })).toEqual([]);
    expect(statesAt('2026-11-18T12:00', [], { Status: 'Avlyst' })).toEqual([]);
  });
});

describe('a webinar that has moved', () => {
  const other = '2026-12-08T10:00';

  it('is told of before anything else is', () => {
    expect(statesAt('2026-12-08T12:00', [sent('announcement.r1', other)])).toEqual([
      'announcement: sent',
      'moved: due',
      'reminder-7: covered',
      'reminder-1: coming',
      'followup: coming',
    ]);
  });

  it('is told of once', () => {
    const ledger = [sent('announcement.r1', other), sent('moved.r1')];
    expect(statesAt('2026-12-09T12:00', ledger)).toContain('moved: sent');
    expect(statesAt('2026-12-09T12:00', ledger)).toContain('reminder-7: overdue');
  });

  it('is told of again when it moves again', () => {
    const ledger = [sent('announcement.r1', other), sent('moved.r1', '2026-12-10T10:00')];
    expect(statesAt('2026-11-23T12:00', ledger)).toContain('moved: due');
  });

  it('is told of by the hour', () => {
    expect(statesAt('2026-11-23T12:00', [sent('announcement.r1', '2026-12-15T09:00')])).toContain(
      'moved: due',
    );
  });

  it('gets its reminders again, but is not announced again', () => {
    const ledger = [sent('announcement.r1', other), sent('reminder-7.r1', other), sent('moved.r1')];
    const states = statesAt('2026-12-08T12:00', ledger);
    expect(states).toContain('announcement: sent');
    expect(states).toContain('reminder-7: due');
  });

  it('is not told of when it is behind', () => {
    const told = sent('announcement.r1', other);
    expect(statesAt('2026-12-15T10:00', [told]).some((state) => state.startsWith('moved'))).toBe(false);
  });

  it('is no move to those who were never told, nor where the ledger does not tell the time', () => {
    expect(statesAt('2026-11-23T12:00').some((state) => state.startsWith('moved'))).toBe(false);
    const silent = eventRow(`${id}.announcement.r1`, 'post@nr4601.example', 'sendt');
    expect(statesAt('2026-11-23T12:00', [silent]).some((state) => state.startsWith('moved'))).toBe(false);
  });
});

describe('a webinar that is cancelled', () => {
  const off = { Status: 'Avlyst' };

  it('has its cancellation due, and nothing else', () => {
    expect(statesAt('2026-11-23T12:00', [announced], off)).toEqual(['cancelled: due']);
    expect(statesAt('2026-12-15T10:00', [announced], off)).toEqual([]);
    expect(statesAt('2026-11-24T12:00', [announced, sent('cancelled.r1')], off)).toEqual(['cancelled: sent']);
  });

  it('is announced anew when it is on again', () => {
    const states = statesAt('2026-11-23T12:00', [announced, sent('cancelled.r1')]);
    expect(states[0]).toBe('announcement: due');
  });
});

describe('what is due now', () => {
  const twoWebinars = registerWith({
    Aktiviteter: [
      webinarRow(id, start, { Serie: 'Serien' }),
      webinarRow('A-2026-032', '2026-12-16T10:00', { Serie: 'Den andre' }),
      webinarRow('A-2026-033', '2027-02-04T10:00'),
    ],
  });

  it('is gathered from every coming webinar', () => {
    const due = dueTexts(lookAt(twoWebinars, nowAt('2026-11-23T12:00')));
    expect(due.map(({ webinar, kind }) => [webinar.id, kind])).toEqual([
      [id, 'announcement'],
      ['A-2026-032', 'announcement'],
    ]);
  });

  it('can be asked for by webinar or series', () => {
    const at = nowAt('2026-11-23T12:00');
    expect(dueTexts(lookAt(twoWebinars, at), { webinar: 'A-2026-032' })).toHaveLength(1);
    expect(dueTexts(lookAt(twoWebinars, at), { series: ' serien ' })).toHaveLength(1);
    expect(() => dueTexts(lookAt(twoWebinars, at), { series: 'Serein' })).toThrow(
      /No webinar is in a series «Serein»/u,
    );
    expect(() => dueTexts(lookAt(twoWebinars, at), { webinar: 'A-2026-034' })).toThrow(
      /no activity A-2026-034/u,
    );
  });

  it('is picked by its kind: what is due, else the next, else the last', () => {
    const pick = (time: string): number | undefined =>
      textOfKind(webinarTexts(lookAt(twoWebinars, nowAt(time)), { webinar: id }), 'reminder')?.offsetDays;
    expect([pick('2026-11-23T12:00'), pick('2026-12-14T12:00'), pick('2026-12-20T12:00')]).toEqual([7, 1, 1]);
    expect(textOfKind([], 'moved')).toBeUndefined();
  });

  it('is never about the past, whenever one looks', () => {
    const register = registerWith({ Aktiviteter: [webinarRow(id, start)] });
    const minute = fc.integer({ min: 0, max: 90 * 1440 });
    fc.assert(
      fc.property(minute, (minutes) => {
        const at = wallTimeFrom(
          addDays(dayOf(nowAt(start)), Math.floor(minutes / 1440) - 45),
          minutes % 1440,
        );
        for (const { kind, due, webinar } of dueTexts(lookAt(register, at))) {
          expect(kind === 'followup' ? at > start : at < webinar.start.time).toBe(true);
          expect(due <= dayOf(at)).toBe(true);
        }
      }),
    );
  });
});

describe('the plan as a table and a calendar', () => {
  const register = registerWith({
    Aktiviteter: [webinarRow(id, start, { Tittel: 'Byrom; «små», <b>' })],
    Utsendelser: [announced],
  });
  const texts = webinarTexts(lookAt(register, nowAt('2026-12-01T12:00')));

  it('tells day, weekday, text and state', () => {
    expect(planTable(texts)).toEqual([
      ['Date', 'Day', 'Text', 'Webinar', 'Title', 'State', 'Note'],
      ['2026-11-17', 'Tue', 'Announcement 28 days before', id, 'Byrom; «små», <b>', 'sent', ''],
      ['2026-12-08', 'Tue', 'Reminder 7 days before', id, 'Byrom; «små», <b>', 'coming', ''],
      ['2026-12-14', 'Mon', 'Reminder 1 day before', id, 'Byrom; «små», <b>', 'coming', ''],
      [
        '2027-01-07',
        'Thu',
        'Follow-up 2 days after',
        id,
        'Byrom; «små», <b>',
        'coming',
        'day moved: Christmas',
      ],
    ]);
  });

  it('has an event for what is ahead, in both standards', () => {
    expect(planEvents(texts, 'nb').map(({ key, day, summary }) => [key, day, summary])).toEqual([
      [`${id}.reminder-7`, '2026-12-08', 'Påminnelse 7 dager før: «Byrom; «små», <b>»'],
      [`${id}.reminder-1`, '2026-12-14', 'Påminnelse 1 dag før: «Byrom; «små», <b>»'],
      [`${id}.followup`, '2027-01-07', 'Oppfølging 2 dager etter: «Byrom; «små», <b>»'],
    ]);
    expect(planEvents(texts, 'nn')[0]?.summary).toBe('Påminning 7 dagar før: «Byrom; «små», <b>»');
  });
});

it('takes the time of a webinar as the cell has it', () => {
  const register = registerWith({
    Aktiviteter: [webinarRow(id, start, { Start: dateCell('2026-12-16T10:00') })],
  });
  expect(webinarTexts(lookAt(register, nowAt('2026-11-23T12:00')))[0]?.due).toBe('2026-11-18');
});
